"""Page 3, played with keys."""

from __future__ import annotations

import os
import re
import stat
from datetime import date, timedelta
from pathlib import Path
from xml.etree import ElementTree

import pytest
from textual.pilot import Pilot

from givequest.application import deeds
from givequest.application.game.game import Game
from givequest.domain.change_labels import ActLabel
from givequest.domain.kinds import Kind
from givequest.domain.records import RecordType
from givequest.tui.charts.panel import ChartPanel
from givequest.tui.charts.screen import ChartsPage
from givequest.tui.today.screen import TodayPage

from ...built_in import BUILT_IN, DEFAULTS
from ...conftest import Clock
from ...fixtures.charts import TODAY, days_from, deed, record
from ...tui.charts.hostile import HOSTILE
from ...tui.conftest import OpenHome, PlayApp, app_of, screen_text

LEGEND = ("kept", "grace day", "empty", "day off", "posted", "today")


@pytest.fixture
def game(open_home: OpenHome) -> Game:
    """A home with two months of giving, a rest, a slip and words about a day."""
    game = open_home().game
    records = [deed(day) for day in days_from(date(2026, 9, 20), 50)]
    records += [deed(day, "quiet") for day in days_from(date(2026, 11, 2), 9)]
    records += [deed(TODAY - timedelta(days=1), "listen", person="Ana", note="the whole story")]
    records += [record(RecordType.REST, date(2026, 11, 12)), record(RecordType.SLIP, date(2026, 11, 14))]
    records += [record(RecordType.ENTRY, TODAY - timedelta(days=1), text="Walked by the river.\nThen home.")]
    game.save(ActLabel("records of a test"), puts=records)
    return game


def page_of(pilot: Pilot[None]) -> ChartsPage:
    """Return the charts page that is shown."""
    page = pilot.app.screen
    assert isinstance(page, ChartsPage)
    return page


async def test_3_opens_the_month_with_all_series_and_the_legend(game: Game, play: PlayApp) -> None:
    """Rows, figures, legend, calendar and comparison are there at 80 by 24, and nothing is cut."""
    async with play(size=(80, 24)) as pilot:
        await pilot.press("3")
        text = screen_text(pilot)
        for name in ("Any giving", "Whole board", *(kind.name for kind in BUILT_IN.values())):
            assert name in text
        assert "November 2026" in text
        assert all(word in text for word in LEGEND)
        assert "Mo  Tu  We  Th  Fr  Sa  Su" in text
        assert "so far" in text
        assert "streak  best  warm" in text
        assert "Monday 23 November" in text
        assert "…" not in text


@pytest.mark.parametrize(("keys", "month"), [("[", "October 2026"), ("[ [", "September 2026"), ("]", "December 2026")])
async def test_brackets_turn_the_month(game: Game, play: PlayApp, keys: str, month: str) -> None:
    """Back to the first record's year, and ahead for what is planned."""
    async with play() as pilot:
        await pilot.press("3", *keys.split())
        assert month in screen_text(pilot)
        await pilot.press("t")
        assert "November 2026" in screen_text(pilot)
        assert page_of(pilot).day == TODAY


async def test_turning_stops_where_nothing_can_be(game: Game, play: PlayApp) -> None:
    """Before the year of the first record and a year after today there is nothing to turn to."""
    async with play() as pilot:
        await pilot.press("3", *["["] * 20)
        assert "January 2026" in screen_text(pilot)
        await pilot.press(*["]"] * 30)
        assert "November 2027" in screen_text(pilot)
        await pilot.press("y", *["]"] * 3)
        assert "Any giving in 2027" in screen_text(pilot)


async def test_y_switches_between_month_and_year(game: Game, play: PlayApp) -> None:
    """The year shows the series that was chosen, with months, runs and a scale."""
    async with play() as pilot:
        await pilot.press("3", "j", "j", "j", "y")
        text = screen_text(pilot)
        assert "Help in 2026, 50 days" in text
        assert "Jan" in text
        assert "Dec" in text
        assert "20 September to 8 November" in text
        assert "█ kept" in text
        await pilot.press("tab")
        assert "Reconnect in 2026" in screen_text(pilot)
        await pilot.press("shift+tab", "shift+tab", "[", "y")
        assert "November 2026" in screen_text(pilot)
        assert page_of(pilot).series == "congratulate"


async def test_the_cursor_moves_over_series_and_days(game: Game, play: PlayApp) -> None:
    """In a month j and k choose the series, h and l the day; arrows do the same, and months are turned on the way."""
    async with play() as pilot:
        await pilot.press("3", "j", "down", "k")
        page = page_of(pilot)
        assert page.series == "board"
        await pilot.press("up", "up")
        assert page.series == game.rules.series[-1]
        await pilot.press("h", "left", "l")
        assert page.day == date(2026, 11, 22)
        await pilot.press(*["h"] * 22)
        assert page.day == date(2026, 10, 31)
        assert "October 2026" in screen_text(pilot)


async def test_in_a_year_the_cursor_moves_by_days_and_weeks(game: Game, play: PlayApp) -> None:
    """Up and down are a day, left and right a week."""
    async with play() as pilot:
        await pilot.press("3", "y", "k", "h", "h", "right", "j")
        assert page_of(pilot).day == date(2026, 11, 16)


async def test_a_day_tells_what_was_done_on_it(game: Game, play: PlayApp) -> None:
    """Who, note, and the first line that was written."""
    async with play() as pilot:
        await pilot.press("3", "h")
        text = screen_text(pilot)
        assert "Sunday 22 November" in text
        assert "Listen, Ana: the whole story" in text
        assert "Walked by the river." in text
        assert "Then home" not in text


async def test_enter_goes_to_the_day_on_today(game: Game, play: PlayApp) -> None:
    """There it can be changed; coming back, the chart shows the change."""
    async with play() as pilot:
        await pilot.press("3", "h", "h", "enter")
        await pilot.pause()
        today = pilot.app.screen
        assert isinstance(today, TodayPage)
        assert today.day == date(2026, 11, 21)
        deeds.log_deed(game, "help", date(2026, 11, 21), person="Bela")
        app_of(pilot).look_around()
        await pilot.press("3")
        assert page_of(pilot).day == date(2026, 11, 21)
        assert "Help, Bela" in screen_text(pilot)


async def test_w_saves_a_picture_for_its_owner_alone_and_says_where(game: Game, play: PlayApp, tmp_path: Path) -> None:
    """It is well-formed, asks nothing of a network, and holds what is on screen but for keys, cursor and status."""
    async with play(size=(100, 30)) as pilot:
        await pilot.press("3", "w", "p")
        path = tmp_path / "state" / "pictures" / "2026-11.svg"
        assert str(path) in "".join(screen_text(pilot).split())
        await pilot.press("y", "w", "p")
        assert (path.parent / "2026-giving.svg").exists()
    assert stat.S_IMODE(os.stat(path).st_mode) == 0o600
    assert stat.S_IMODE(os.stat(path.parent).st_mode) == 0o700
    picture = path.read_text(encoding="utf-8")
    assert ElementTree.fromstring(picture).tag.endswith("svg")
    assert "Congratulate" in picture
    assert not re.search("level|enter|Journal|▸", picture)
    assert "font-face" not in picture
    assert "url(http" not in picture
    assert not re.search(r"(href|src)=", picture)


async def test_a_picture_that_cannot_be_saved_is_told_in_a_sentence(game: Game, play: PlayApp, tmp_path: Path) -> None:
    """The page stays as it is."""
    (tmp_path / "state").write_text("in the way")
    async with play(size=(200, 30)) as pilot:
        await pilot.press("3", "w", "p")
        text = screen_text(pilot)
        assert "couldn't be" in text
        assert "November 2026" in text


async def test_without_numbers_the_shapes_stay_and_the_figures_go(game: Game, play: PlayApp) -> None:
    """Days of the month are dates and stay; runs, shares and counts are not shown."""
    async with play(size=(80, 24), settings=DEFAULTS._replace(animations=False, numbers=False)) as pilot:
        await pilot.press("3")
        rows = [
            line for line in screen_text(pilot).splitlines() if re.match("│ . (Any giving|Quiet|Listen|Help)", line)
        ]
        assert len(rows) == 4
        assert any("━━━━" in row for row in rows)
        assert not any(character.isdecimal() for row in rows for character in row)
        await pilot.press("y")
        text = screen_text(pilot)
        assert "less" in text
        assert "50 days" not in text
        assert "20 September to 8 November" in text


async def test_an_empty_home_has_a_line_and_no_more_to_say(play: PlayApp) -> None:
    """Nothing was logged, so there is nothing to blame."""
    async with play(size=(80, 24)) as pilot:
        await pilot.press("3")
        assert screen_text(pilot).count("1, then space: a deed draws") == 1
        await pilot.press("y")
        assert screen_text(pilot).count("1, then space: a deed draws") == 1
        await pilot.press("]")
        assert pilot.app.is_running


@pytest.mark.parametrize("size", [(61, 24), (72, 15), (72, 24), (80, 24), (100, 30)])
@pytest.mark.parametrize("span", [[], ["y"]])
async def test_a_line_for_an_empty_chart_is_said_once_and_whole(
    play: PlayApp, size: tuple[int, int], span: str
) -> None:
    """In the chart where there is room, below it elsewhere."""
    async with play(size=size) as pilot:
        await pilot.press("3", *span)
        text = screen_text(pilot)
        assert text.count("1, then space: a deed draws") == 1
        assert "the first line." in text or size[0] < 72


@pytest.mark.parametrize("span", [[], ["y"]])
async def test_nothing_moves_while_the_cursor_goes_from_day_to_day(game: Game, play: PlayApp, span: str) -> None:
    """However much or little was done on a day, everything else stays where it is."""
    async with play(size=(100, 30)) as pilot:
        await pilot.press("3", *span)
        tops = set()
        for _ in range(12):
            lines = screen_text(pilot).splitlines()
            tops.add(next(row for row, line in enumerate(lines) if re.search("Reconnect +▱", line)))
            await pilot.press("left" if not span else "up")
        assert len(tops) == 1


async def test_nothing_moves_while_the_cursor_goes_from_series_to_series(game: Game, play: PlayApp) -> None:
    """A series that has not begun has no warmth, and leaves the room for it blank."""
    async with play(size=(100, 30)) as pilot:
        await pilot.press("3")
        tops = set()
        for _ in game.rules.series:
            lines = screen_text(pilot).splitlines()
            tops.add(next(row for row, line in enumerate(lines) if re.search("Reconnect +▱", line)))
            await pilot.press("down")
        assert len(tops) == 1


@pytest.mark.parametrize("numbers", [True, False])
async def test_a_day_of_many_deeds_is_told_as_far_as_there_is_room(game: Game, play: PlayApp, numbers: bool) -> None:
    """Short ones side by side; without numbers what does not fit is not counted either."""
    for number in range(19):
        deeds.log_deed(game, "help", TODAY, person=f"Ana the great-{number}")
    async with play(size=(100, 30), settings=DEFAULTS._replace(animations=False, numbers=numbers)) as pilot:
        await pilot.press("3")
        text = screen_text(pilot)
        assert " · Help, Ana the great-" in text
        told = text.count("Help, Ana")
        assert 3 < told < 19
        assert re.search(rf"Ana [^\n]*  and {19 - told if numbers else ''} ?more *\n", text)


@pytest.mark.parametrize("size", [(1, 1), (2, 3), (7, 5), (20, 6), (40, 12), (79, 9), (80, 23), (300, 100)])
async def test_no_size_stops_the_page(game: Game, play: PlayApp, size: tuple[int, int]) -> None:
    """Every key works at every size."""
    async with play(size=size) as pilot:
        await pilot.press("3", "j", "h", "[", "y", "j", "h", "]", "tab", "y", "t")
        assert page_of(pilot).query_one(ChartPanel).size.width <= size[0]


async def test_a_small_screen_shows_rows_legend_and_which_month_it_is(game: Game, play: PlayApp) -> None:
    """At 40 by 12 the rows keep every day."""
    async with play(size=(40, 12)) as pilot:
        await pilot.press("3", *["j"] * 7)
        text = screen_text(pilot)
        assert "SMTWTFSSMTWTFSSMTWTFSS▾TWTFSSM" in text
        assert "Listen" in text
        assert all(word in text for word in LEGEND)
        assert "November 2026" in text
        await pilot.press("y")
        assert "Listen in 2026" in screen_text(pilot)


@pytest.mark.parametrize("words", HOSTILE)
async def test_whatever_people_write_is_shown_as_they_wrote_it(open_home: OpenHome, play: PlayApp, words: str) -> None:
    """Names of kinds, of people, and notes are text and nothing else."""
    kinds = {**BUILT_IN, "own": Kind("own", words)}
    settings = DEFAULTS._replace(animations=False, kinds=kinds)
    game = open_home(settings).game
    deeds.log_deed(game, "own", person=words, note=words)
    async with play(size=(100, 30), settings=settings) as pilot:
        await pilot.press("3", *["k"] * 1)
        text = screen_text(pilot)
        assert page_of(pilot).series == "own"
        clean = deeds.find_kind(game, "own").name
        assert clean[:8] in text
        await pilot.press("y", "w")
        assert pilot.app.is_running


async def test_a_new_day_is_shown_when_it_has_begun(game: Game, play: PlayApp, clock: Clock) -> None:
    """The cursor was on today, and stays on today."""
    async with play() as pilot:
        await pilot.press("3")
        clock.move(days=8)
        app_of(pilot).look_around()
        await pilot.pause()
        assert page_of(pilot).day == date(2026, 12, 1)
        assert "December 2026" in screen_text(pilot)
