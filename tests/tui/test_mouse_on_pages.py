"""The mouse on the other pages: what each click and each turn of the wheel does."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from textual import events
from textual.pilot import Pilot
from textual.widget import Widget

from givequest.application import deeds
from givequest.domain.change_labels import ActLabel
from givequest.domain.records import RecordType
from givequest.tui.charts.panel import ChartPanel
from givequest.tui.charts.screen import ChartsPage
from givequest.tui.forest.screen import ForestPage
from givequest.tui.forest.view import ForestView
from givequest.tui.people.screen import PeoplePage
from givequest.tui.today.sidebar import Sidebar

from ..fixtures.charts import record
from .conftest import OpenHome, PlayApp, board_shown, screen_text, today_page

TODAY = date(2026, 11, 23)


def place_of(pilot: Pilot[None], words: str) -> tuple[int, int]:
    """Return column and line where some words stand on the screen first."""
    for line, text in enumerate(screen_text(pilot).split("\n")):
        if words in text:
            return text.index(words), line
    raise AssertionError(words)


async def click(pilot: Pilot[None], column: int, line: int) -> None:
    """Click a cell of the screen."""
    await pilot.click(offset=(column, line))
    await pilot.pause()


async def wheel(pilot: Pilot[None], widget: Widget, *, down: bool) -> None:
    """Turn the wheel by a step over a widget."""
    scroll = events.MouseScrollDown if down else events.MouseScrollUp
    widget.post_message(scroll(widget, 5, 3, 0, 0, 0, False, False, False))
    await pilot.pause()
    await pilot.pause()


def charts(pilot: Pilot[None]) -> ChartsPage:
    """Return page 3."""
    page = pilot.app.screen
    assert isinstance(page, ChartsPage)
    return page


async def test_a_row_of_a_chart_is_chosen_by_its_name_and_a_day_of_it_by_its_cell(
    play: PlayApp, open_home: OpenHome
) -> None:
    """A click on the day that is chosen opens it on Today."""
    deeds.log_deed(open_home().game, "help", TODAY - timedelta(days=3))
    async with play((100, 40)) as pilot:
        await pilot.press("3")
        column, line = place_of(pilot, "Help")
        await click(pilot, column, line)
        assert charts(pilot).series == "help"
        assert charts(pilot).day == TODAY
        twentieth = screen_text(pilot).split("\n")[2].index("16") + 4 * 2
        await click(pilot, twentieth, line)
        assert charts(pilot).day == TODAY - timedelta(days=3)
        await click(pilot, twentieth, line)
        assert today_page(pilot).day == TODAY - timedelta(days=3)


async def test_a_day_of_the_calendar_on_charts_is_opened(play: PlayApp, open_home: OpenHome) -> None:
    """At once, as beside the board."""
    deeds.log_deed(open_home().game, "help", TODAY - timedelta(days=3))
    async with play((100, 30)) as pilot:
        await pilot.press("3")
        column, line = place_of(pilot, "Mo  Tu  We")
        await click(pilot, column + 16, line + 3)
        assert today_page(pilot).day == date(2026, 11, 13)


async def test_a_day_of_the_heatmap_is_chosen_and_opened_by_another_click(play: PlayApp, open_home: OpenHome) -> None:
    """The line above it has no days."""
    deeds.log_deed(open_home().game, "help", date(2026, 1, 5))
    async with play((120, 36)) as pilot:
        await pilot.press("3", "y")
        column, line = place_of(pilot, "│ Mo ")
        await click(pilot, column + 2 + 3 + 2, line)
        assert charts(pilot).day == date(2026, 1, 5)
        await click(pilot, column + 2 + 3 + 2, line - 1)
        assert charts(pilot).day == date(2026, 1, 5)
        await click(pilot, column + 2 + 3 + 2, line)
        assert today_page(pilot).day == date(2026, 1, 5)


async def test_the_wheel_goes_through_the_rows_of_a_month_and_the_weeks_of_a_year(
    play: PlayApp, open_home: OpenHome
) -> None:
    """And back."""
    deeds.log_deed(open_home().game, "help", date(2026, 1, 5))
    async with play((100, 30)) as pilot:
        await pilot.press("3")
        first = charts(pilot).series
        await wheel(pilot, charts(pilot).query_one(ChartPanel), down=True)
        assert charts(pilot).series != first
        await wheel(pilot, charts(pilot).query_one(ChartPanel), down=False)
        assert charts(pilot).series == first
        await pilot.press("y")
        await wheel(pilot, charts(pilot).query_one(ChartPanel), down=False)
        assert charts(pilot).day == TODAY - timedelta(days=7)


async def test_the_wheel_goes_through_months_of_the_forest_and_through_its_words(
    play: PlayApp, open_home: OpenHome
) -> None:
    """Whatever is shown there."""
    for back in range(0, 300, 3):
        deeds.log_deed(open_home().game, "help", TODAY - timedelta(days=back))
    async with play((60, 14)) as pilot:
        await pilot.press("4")
        page = pilot.app.screen
        assert isinstance(page, ForestPage)
        view = page.query_one(ForestView)
        await wheel(pilot, view, down=False)
        assert (page.day.year, page.day.month) == (2026, 10)
        await wheel(pilot, view, down=True)
        assert (page.day.year, page.day.month) == (2026, 11)
        await pilot.press("s")
        before = screen_text(pilot)
        await wheel(pilot, view, down=True)
        after = screen_text(pilot)
        assert (before == after) is (len(view._text or []) <= view.size.height)
        assert page.day.month == 11


async def test_the_wheel_over_the_month_of_today_goes_from_day_to_day(play: PlayApp, open_home: OpenHome) -> None:
    """Back with a turn up, as in every list of days."""
    deeds.log_deed(open_home().game, "help", TODAY - timedelta(days=9))
    async with play((100, 30)) as pilot:
        sidebar = pilot.app.screen.query_one(Sidebar)
        await wheel(pilot, sidebar, down=False)
        assert today_page(pilot).day == TODAY - timedelta(days=1)
        await wheel(pilot, sidebar, down=True)
        assert today_page(pilot).day == TODAY


@pytest.mark.parametrize(("answer", "type_"), [("y", "deed"), ("nothing posted", "deed"), ("I posted", "slip")])
async def test_the_question_about_yesterday_is_answered_by_a_click(
    play: PlayApp, open_home: OpenHome, answer: str, type_: str
) -> None:
    """On the key or on its words; on the question itself nothing happens."""
    game = open_home().game
    deeds.log_deed(game, "help", TODAY - timedelta(days=2))
    async with play((100, 30)) as pilot:
        today_page(pilot).note_frame()
        assert board_shown(pilot).question is not None
        column, line = place_of(pilot, "Yesterday: nothing")
        await click(pilot, column + 3, line)
        assert board_shown(pilot).question is not None
        text = screen_text(pilot).split("\n")[line]
        at = text.index("?") + text[text.index("?") :].index(answer)
        await click(pilot, at, line)
        await pilot.pause()
        assert board_shown(pilot).question is None
        records = open_home().game.years.records_on(TODAY - timedelta(days=1))
        assert [record.type for record in records] == [type_]


async def test_rows_of_the_journal_are_chosen(play: PlayApp, open_home: OpenHome) -> None:
    """And read beside the list."""
    texts = enumerate(("First page.", "Second page.", "Third page."), 1)
    pages = [record(RecordType.ENTRY, TODAY - timedelta(days=back), text=text) for back, text in texts]
    open_home().game.save(ActLabel("pages of a test"), puts=pages)
    async with play((100, 30)) as pilot:
        await pilot.press("2")
        column, line = place_of(pilot, "Second page.")
        await click(pilot, column, line)
        assert screen_text(pilot).count("Second page.") == 2


async def test_a_row_of_people_is_opened_by_a_double_click(play: PlayApp, open_home: OpenHome) -> None:
    """One chooses it."""
    for name in ("Ana", "Ben"):
        deeds.log_deed(open_home().game, "help", person=name)
    async with play((100, 30)) as pilot:
        await pilot.press("5", "n", *"Zoe", "enter", "n", *"Ida", "enter")
        await pilot.pause()
        page = pilot.app.screen
        assert isinstance(page, PeoplePage)
        column, line = place_of(pilot, "Zoe")
        await click(pilot, column, line)
        assert page.person is not None
        assert page.person.name == "Zoe"
        assert page.mode.value == "list"
        await pilot.click(offset=(column, line), times=2)
        await pilot.pause()
        assert page.mode.value == "open"
