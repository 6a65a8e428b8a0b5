"""The desk's page: a message is written, looked at, copied and sent, and nothing of it is ever lost."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from textual.pilot import Pilot

from givequest.composition import Home, open_desk
from givequest.domain.desk.drafts import MessageDraft
from givequest.presentation.lines import width_of
from givequest.tui.desk.layout import DeskBase
from givequest.tui.desk.mirror_pane import MirrorPane
from givequest.tui.desk.screen import DeskPage
from givequest.tui.widgets.canvas import Canvas
from givequest.tui.widgets.notice_line import NoticeLine

from ...conftest import Clock
from ..conftest import PlayApp, app_of

PITCH = "Great post! Check out my new course."
HOSTILE = "[b]Ana[/b] [link=x] \x1b[31m \u202e <b>"


@pytest.fixture(autouse=True)
def copied(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was put on the clipboard, which is nobody's but the test's."""
    texts: list[str] = []
    monkeypatch.setattr("givequest.tui.desk.screen.copy", lambda app, text: texts.append(text))
    return texts


def page_of(pilot: Pilot[None]) -> DeskPage:
    """Return the desk, which is on screen."""
    page = app_of(pilot).screen
    assert isinstance(page, DeskPage)
    return page


def drafts_in(open_home: Callable[..., Home]) -> list[MessageDraft]:
    """Return the drafts as another board would find them."""
    return open_desk(open_home()).open_drafts()


async def type_text(pilot: Pilot[None], text: str) -> None:
    """Type a text, key by key."""
    await pilot.press(
        *({" ": "space", "\n": "enter", "!": "exclamation_mark", ".": "full_stop"}.get(c, c) for c in text)
    )


async def looked(pilot: Pilot[None]) -> None:
    """Let the mirror answer now, and not a moment after the last key."""
    page_of(pilot).look_in_the_mirror()
    await app_of(pilot).workers.wait_for_complete()
    await pilot.pause()


def drawn(pilot: Pilot[None], kind: type[Canvas]) -> str:
    """Return what a part of the page shows."""
    part = page_of(pilot).query_one(kind)
    rows = ("".join(text for text, _ in line) for line in part.lines(*part.size))
    return "\n".join(row.strip("│ ") for row in rows)


def said(pilot: Pilot[None]) -> str:
    """Return what stands above the keys."""
    return drawn(pilot, NoticeLine)


async def test_a_quest_is_written_sent_undone_and_sent_again(
    play: PlayApp, open_home: Callable[..., Home], copied: list[str]
) -> None:
    """Card, words, copied and sent; undo brings the words back, and they are sent once more."""
    async with play() as pilot:
        await pilot.press("w")
        assert page_of(pilot).is_writing
        await type_text(pilot, "Dear Ana")
        await pilot.press("ctrl+s")
        assert copied == ["Dear Ana"]
        assert not page_of(pilot).is_writing
        game = app_of(pilot).game
        (deed,) = game.years.records_on(game.today())
        assert (deed.kind, deed.card and deed.card.startswith("congratulate.")) == ("congratulate", True)
        assert page_of(pilot).draft is None
        await pilot.press("u")
        draft = page_of(pilot).draft
        assert draft is not None
        assert draft.text == "Dear Ana"
        assert game.years.records_on(game.today()) == []
        await pilot.press("space")
        (again,) = game.years.records_on(game.today())
        assert again.id == deed.id
    assert drafts_in(open_home) == []


async def test_keys_in_the_message_are_letters(play: PlayApp, open_home: Callable[..., Home]) -> None:
    """None of the page's own does anything there, and esc looks up from it."""
    async with play() as pilot:
        await pilot.press("w")
        await type_text(pilot, "d space cxpneqjk 123 ")
        await pilot.press("escape")
        assert [draft.text for draft in drafts_in(open_home)] == ["d space cxpneqjk 123 "]
        game = app_of(pilot).game
        assert game.years.records_on(game.today()) == []


async def test_what_was_typed_is_there_after_the_page_was_left(play: PlayApp, open_home: Callable[..., Home]) -> None:
    """Without a key that saves."""
    async with play() as pilot:
        await pilot.press("w")
        await type_text(pilot, "Dear Ana")
        await pilot.press("escape", "1")
        assert [draft.text for draft in drafts_in(open_home)] == ["Dear Ana"]
        await pilot.press("w")  # the same card of the same day goes on with it
        assert page_of(pilot).editor.text == "Dear Ana"
        await type_text(pilot, "!")
    assert [draft.text for draft in drafts_in(open_home)] == ["Dear Ana!"]


async def test_the_mirror_underlines_what_its_hints_speak_of(play: PlayApp) -> None:
    """And hushing the first hint changes the config."""
    async with play((120, 30)) as pilot:
        await pilot.press("w")
        await type_text(pilot, PITCH)
        await looked(pilot)
        assert "Leave your stall at home" in " ".join(drawn(pilot, MirrorPane).split())
        line = page_of(pilot).editor.get_line(0)
        marked = [line.plain[span.start : span.end] for span in line.spans if "underline" in str(span.style)]
        assert "Check out my" in marked
        await pilot.press("escape", "x")
        assert app_of(pilot).settings.hushed_hints == ("fish.check-out",)
        await looked(pilot)
        assert "Smells a little" not in drawn(pilot, MirrorPane)


async def test_it_says_nothing_while_there_is_nothing_to_say(play: PlayApp) -> None:
    """No bars, no hints; the three questions stand there."""
    async with play((120, 30)) as pilot:
        await pilot.press("w")
        await type_text(pilot, "The boat looks well on the blue trestles now.")
        await looked(pilot)
        shown = drawn(pilot, MirrorPane)
        assert "~" not in shown
        assert "theirs" not in shown
        assert len([row for row in shown.split("\n") if row.startswith("? ")]) == 3


async def test_thrown_away_comes_back_with_the_same_key(play: PlayApp, open_home: Callable[..., Home]) -> None:
    """Until tomorrow."""
    async with play() as pilot:
        await pilot.press("w")
        await type_text(pilot, "Dear Ana")
        await pilot.press("escape", "d")
        assert drafts_in(open_home) == []
        await pilot.press("d")
        assert [draft.text for draft in drafts_in(open_home)] == ["Dear Ana"]
        assert page_of(pilot).editor.text == "Dear Ana"


async def test_kept_as_a_page_it_stands_in_the_journal(play: PlayApp) -> None:
    """And undo brings it back to the desk."""
    async with play() as pilot:
        await pilot.press("w")
        await type_text(pilot, "Dear Ana")
        await pilot.press("escape", "p")
        game = app_of(pilot).game
        assert [record.text for record in game.years.records_on(game.today())] == ["Dear Ana"]
        await pilot.press("u")
        assert page_of(pilot).editor.text == "Dear Ana"


async def test_copying_alone_logs_nothing(play: PlayApp, copied: list[str]) -> None:
    """Not sure yet."""
    async with play() as pilot:
        await pilot.press("w")
        await type_text(pilot, "Dear Ana")
        await pilot.press("escape", "c")
        assert copied == ["Dear Ana"]
        game = app_of(pilot).game
        assert game.years.records_on(game.today()) == []


async def test_a_new_message_asks_whom_it_is_for(play: PlayApp, open_home: Callable[..., Home]) -> None:
    """Name and kind; esc begins nothing."""
    async with play() as pilot:
        await pilot.press("6", "enter", "escape")
        assert page_of(pilot).draft is None
        await pilot.press("enter", *"Ana", "enter")
        await type_text(pilot, "Dear you")
        await pilot.press("escape", "a", *" Berg", "tab", "1", "enter")
        (draft,) = drafts_in(open_home)
        assert (draft.person, draft.kind, draft.text) == ("Ana Berg", "congratulate", "Dear you")


async def test_several_drafts_are_gone_through(play: PlayApp) -> None:
    """With the arrows, the last written first; each keeps its own words."""
    async with play((120, 30)) as pilot:
        for name in ("Ana", "Ben", "Zoe"):
            await pilot.press("6", "n", *name, "enter")
            await type_text(pilot, f"Dear {name}")
            await pilot.press("escape")
        texts = []
        for key in ("up", "up", "up", "down", "down"):
            await pilot.press(key)
            texts.append(page_of(pilot).editor.text)
        assert set(texts) == {"Dear Ana", "Dear Ben", "Dear Zoe"}
        assert texts[2] != texts[3] != texts[4]


async def test_a_sent_message_counts_for_the_day_on_which_it_is_sent(play: PlayApp, clock: Clock) -> None:
    """A draft of yesterday is a deed of today."""
    async with play() as pilot:
        await pilot.press("w")
        await type_text(pilot, "Dear Ana")
        await pilot.press("escape")
        clock.move(days=1)
        app_of(pilot).look_around()
        await pilot.press("space")
        game = app_of(pilot).game
        assert [record.day for record in game.years.records_on(game.today())] == [game.today()]


async def test_nothing_can_be_done_to_nothing(play: PlayApp, copied: list[str]) -> None:
    """Every key on an empty desk is answered or does nothing."""
    async with play() as pilot:
        await pilot.press("6")
        for key in ("space", "c", "p", "d", "x", "e", "a", "up", "down", "escape", "ctrl+s", "u"):
            await pilot.press(key)
            assert isinstance(app_of(pilot).screen, DeskBase)
        game = app_of(pilot).game
        assert (copied, game.years.records_on(game.today())) == ([], [])


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 50), (60, 20), (40, 12), (20, 6)])
async def test_every_line_fits(play: PlayApp, size: tuple[int, int], open_home: Callable[..., Home]) -> None:
    """With a hostile name and a hostile text."""
    desk = open_desk(open_home())
    for number in range(3):
        desk.write(desk.begin("help", HOSTILE), f"{HOSTILE} {PITCH} {number}")
    async with play(size) as pilot:
        await pilot.press("6")
        await looked(pilot)
        parts: list[Any] = [part for part in page_of(pilot).query(Canvas) if part.display]
        for part in parts:
            lines = part.lines(*part.size)
            assert all(width_of(line) <= part.size.width for line in lines)
            assert "\x1b" not in "".join(text for line in lines for text, _ in line)
        assert any("Ana" in str(page_of(pilot).editor.border_title) for _ in parts)
