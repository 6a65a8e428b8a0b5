"""Whatever is changed in the config while the app is open looks, on every page, as if it had been opened with it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from rich.segment import Segment
from textual.pilot import Pilot

from givequest.composition import open_home
from givequest.config.paths import Paths
from givequest.domain.change_labels import ActLabel
from givequest.domain.records import Record, read_record
from givequest.tui.app import GivequestApp
from givequest.tui.page import Page
from givequest.tui.settings.setting_rows import CHOICES
from givequest.tui.widgets.notice_line import NoticeLine

from ..built_in import DEFAULTS
from ..tui.conftest import app_of

NOW = datetime(2026, 11, 23, 5, 0, tzinfo=timezone(timedelta(hours=1)))
"""An hour at which it depends on the setting which day it is."""
PAGES = {"today": "1", "journal": "2", "charts": "3", "forest": "page.forest", "people": "5"}
STILL = "animations = false\n"
CHANGES = {
    "day_start, hemisphere": 'day_start = "06:00"\nhemisphere = "south"\n',
    "grace, first_weekday, theme": 'grace = 3\nfirst_weekday = "sunday"\ntheme = "morning"\n',
    "numbers, glyphs": 'numbers = false\nglyphs = "ascii"\n',
    "core, a kind of one's own": '[board]\ncore = ["help", "listen"]\n[quests.mentor]\nname = "Mentor"\n',
    "schedule, name, keys": '[quests.help]\non = "FREQ=WEEKLY;BYDAY=TU"\nname = "Lend a hand"\n[keys]\n'
    '"quest.done" = "f7"\n"page.forest" = "f8"\n"forest.words" = "f9"\n"journal.write" = "f5"\n',
    "nothing": "",
}
"""What stands in the config file, below what keeps the pages still: what touches the same words stands apart."""


def history() -> list[Record]:
    """Return some months with gaps, days off, another year and written words."""
    today = NOW.date()
    rows: list[dict[str, object]] = [
        {"type": "deed", "kind": kind, "day": today - timedelta(days=back), "effort": 1 + back % 3, "person": "Ana"}
        for kind, step in (("help", 2), ("listen", 3), ("quiet", 1), ("reconnect", 7), ("congratulate", 4))
        for back in range(1, 40, step)
    ]
    rows += [{"type": "deed", "kind": "help", "day": date(2025, 12, day)} for day in range(20, 32)]
    rows += [{"type": "rest", "day": today - timedelta(days=back)} for back in (5, 6)]
    rows += [{"type": "entry", "day": today - timedelta(days=back), "text": f"page {back}"} for back in (1, 365)]
    rows += [{"type": "slip", "day": today - timedelta(days=9)}, {"type": "release", "day": today - timedelta(days=3)}]
    return [read_record({**row, "day": str(row["day"]), "at": f"{row['day']}T12:00:00+01:00"}) for row in rows]


@pytest.fixture
def config(paths: Paths) -> Path:
    """The config file of a home with a history."""
    file = Path(paths.config_file)
    file.parent.mkdir(parents=True)
    file.write_text(STILL)
    open_home(paths, lambda: NOW).game.save(ActLabel("a history"), puts=history())
    return file


@pytest.fixture(autouse=True)
def _colourful(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the terminal have colours, whichever the tests run in: the forest is drawn in pixels then."""
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLORTERM", "truecolor")
    monkeypatch.delenv("NO_COLOR", raising=False)


@pytest.fixture(autouse=True)
def _nothing_comes_to_mind(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave out what is told a moment after the first frame, which one of two apps may not have come to."""
    monkeypatch.setattr("givequest.tui.today.notices.SOON", 1000)


@asynccontextmanager
async def opened(paths: Paths) -> AsyncIterator[Pilot[None]]:
    """Open the app as a process of its own would."""
    async with GivequestApp(open_home(paths, lambda: NOW)).run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        yield pilot


async def look(pilot: Pilot[None]) -> dict[str, list[list[Segment]]]:
    """Go to every page and return what it shows, what is said in passing left out."""
    shown = {}
    for name, key in PAGES.items():
        await pilot.press(
            *app_of(pilot).keymap.get(key, (key,))[:1], "t", *(["up"] * 9 if name == "today" else [])
        )  # the cursor is the person's own
        await pilot.pause()
        page = pilot.app.screen
        assert isinstance(page, Page)
        if name == "journal":
            while page.view.archive.read_on():  # type: ignore[attr-defined]
                pass
            page.refresh_page()
        page.query_one(NoticeLine).clear()
        await pilot.pause()
        strips = page._compositor.render_strips()
        shown[name] = [list(Segment.simplify(strip)) for strip in strips]
    await pilot.press(PAGES["today"])
    return shown


def assert_same(seen: dict[str, list[list[Segment]]], expected: dict[str, list[list[Segment]]], why: str) -> None:
    """Check that all pages look alike, and name the first line that does not."""
    for name, lines in expected.items():
        for row, (one, other) in enumerate(zip(seen[name], lines, strict=True)):
            texts = ["".join(segment.text for segment in line) for line in (one, other)]
            assert texts[0] == texts[1], f"{why}: {name}, line {row}"
            assert one == other, f"{why}: {name}, line {row} in another style: {texts[0]}"


async def test_a_change_by_hand_is_seen_on_every_page_that_was_visited(paths: Paths, config: Path) -> None:
    """One app stays open while every setting in turn is changed in the file and changed back."""
    async with opened(paths) as pilot:
        plain = await look(pilot)
        for name, text in CHANGES.items():
            config.write_text(STILL + text)
            app_of(pilot).look_around()
            seen = await look(pilot)
            async with opened(paths) as fresh:
                expected = await look(fresh)
            assert (expected == plain) is (name == "nothing"), name
            assert_same(seen, expected, name)
            assert app_of(pilot).game.rules.fingerprint == open_home(paths, lambda: NOW).game.rules.fingerprint


async def test_a_change_by_hand_is_seen_on_pages_that_were_never_visited(paths: Paths, config: Path) -> None:
    """All of it at once, before any page but the first was gone to."""
    text = STILL + "".join(sorted(CHANGES.values(), key=lambda text: text.startswith("[")))
    async with opened(paths) as pilot:
        config.write_text(text)
        app_of(pilot).look_around()
        seen = await look(pilot)
    async with opened(paths) as fresh:
        assert_same(seen, await look(fresh), "everything")
        assert app_of(fresh).problems == []


async def test_a_change_on_the_settings_page_is_seen_on_every_page(paths: Paths, config: Path) -> None:
    """Each choice is put one value on, and a theme chosen."""
    async with opened(paths) as pilot:
        await look(pilot)
        await pilot.press("comma")
        for choice in CHOICES:
            changes = bool(choice.values) and choice.key != "animations"
            await pilot.press(*(["right"] if changes else []), "down")
        await pilot.press("escape", "f3", "end", "enter")
        seen, chosen = await look(pilot), app_of(pilot).settings
    async with opened(paths) as fresh:
        assert_same(seen, await look(fresh), "all choices")
        assert app_of(fresh).settings == chosen
    kept = {choice.key for choice in CHOICES if getattr(chosen, choice.key) == getattr(DEFAULTS, choice.key)}
    assert kept == set()


async def test_motion_follows_the_file_as_well(paths: Paths, config: Path) -> None:
    """What moves is no picture to compare; it is told by the level."""
    async with opened(paths) as pilot:
        for text, level in ((STILL, "none"), ("animations = true\n", "full")):
            config.write_text(text)
            app_of(pilot).look_around()
            assert pilot.app.animation_level == level


async def test_a_key_chosen_by_hand_works_on_a_page_that_was_there_already(paths: Paths, config: Path) -> None:
    """The new key does it, the old one does not."""
    async with opened(paths) as pilot:
        config.write_text(STILL + CHANGES["schedule, name, keys"])
        app_of(pilot).look_around()
        years, day = app_of(pilot).game.years, app_of(pilot).game.today()
        for key, deeds in (("space", 0), ("f7", 1)):
            await pilot.press(key)
            await pilot.pause()
            assert len(years.records_on(day)) == deeds


async def test_a_mistake_in_the_file_is_told_once_each_time_it_is_made(paths: Paths, config: Path) -> None:
    """Mended and made again it is told again; the same problem is not told with every look."""
    async with opened(paths) as pilot:

        def told() -> str:
            app_of(pilot).look_around()
            words = "".join(segment.text for segment in pilot.app.screen.query_one(NoticeLine).render_line(0))
            pilot.app.screen.query_one(NoticeLine).clear()
            return words

        for _ in range(2):
            config.write_text(STILL + "grace = 99\n")
            assert "99 isn't a whole number of days" in told()
            assert "99" not in told()
            config.write_text(STILL)
            assert "99" not in told()


async def test_a_deck_and_prompts_of_ones_own_are_followed_as_well(paths: Paths, config: Path) -> None:
    """Written, changed and taken away while the app is open; a mistake in them is told."""
    decks = Path(paths.decks)
    card = '[[card]]\nid = "help.mine"\nkind = "help"\ntitle = "{}"\nprompt = "Do it."\ntier = 1\n'
    every = "".join(card.format("Carry it").replace("mine", f"mine-{number}") for number in range(60))
    prompt = '[[prompt]]\nid = "mine"\ntext = "What did the cat say?"\n'
    async with opened(paths) as pilot:
        await look(pilot)
        decks.mkdir()
        for name, text in (("own.toml", every), ("own.toml", every.replace("Carry", "Lift")), ("prompts.toml", prompt)):
            (decks / name).write_text(text)
            app_of(pilot).look_around()
            seen = await look(pilot)
            async with opened(paths) as fresh:
                assert_same(seen, await look(fresh), text[:40])
        (decks / "own.toml").write_text("[[card]]\n")
        app_of(pilot).look_around()
        assert any("own.toml" in str(problem) for problem in app_of(pilot).problems)
