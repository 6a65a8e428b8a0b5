"""The mouse on Today: what is clicked is chosen, and done when clicked again; days, keys and the wheel."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from textual import events
from textual.pilot import Pilot

from givequest.application import deeds
from givequest.commands.registry import PAGES
from givequest.composition import Home
from givequest.domain.records import RecordType
from givequest.tui.page import Page
from givequest.tui.today.board_panel import BoardPanel

from .conftest import OpenHome, PlayApp, screen_text, today_page

TODAY = date(2026, 11, 23)


def row_of(pilot: Pilot[None], words: str) -> int:
    """Return the line of the screen in which some words stand."""
    return next(number for number, line in enumerate(screen_text(pilot).split("\n")) if words in line)


def done(home: Home) -> list[str | None]:
    """Return the kinds of all deeds on the disk."""
    records = home.game.years.records(2026).values() if home.game.years.first() else []
    return [record.kind for record in records if record.type is RecordType.DEED]


def chosen(pilot: Pilot[None]) -> str:
    """Return the kind of the quest under the cursor."""
    row = pilot.app.screen.query_one(BoardPanel).chosen
    assert row is not None
    return row.quest.kind.id


async def click(pilot: Pilot[None], column: int, line: int) -> None:
    """Click a cell of the screen."""
    await pilot.click(offset=(column, line))
    await pilot.pause()


@pytest.mark.parametrize("size", [(80, 24), (100, 30), (200, 50)])
async def test_a_click_chooses_and_another_one_does_it(
    play: PlayApp, open_home: OpenHome, size: tuple[int, int]
) -> None:
    """The first one logs nothing, wherever on the quest it was; undo takes the second back."""
    async with play(size) as pilot:
        for kind in ("Reconnect", "Help", "Quiet"):
            await click(pilot, 20, row_of(pilot, kind))
            assert chosen(pilot) == kind.lower()
        assert done(open_home()) == []
        await click(pilot, 20, row_of(pilot, "Help"))
        await click(pilot, 20, row_of(pilot, "Help"))
        assert done(open_home()) == ["help"]
        await pilot.press("u")
        assert done(open_home()) == []


@pytest.mark.parametrize("size", [(80, 24), (80, 20), (80, 16), (60, 14), (200, 50)])
async def test_a_double_click_logs_what_it_began_on_though_choosing_moves_the_lines(
    play: PlayApp, open_home: OpenHome, size: tuple[int, int]
) -> None:
    """Once, however often it goes on."""
    async with play(size) as pilot:
        await pilot.click(offset=(20, row_of(pilot, "Quiet")), times=3)
        await pilot.pause()
        assert done(open_home()) == ["quiet"]


@pytest.mark.parametrize("column", [4, 20])
async def test_a_double_click_never_logs_twice(play: PlayApp, open_home: OpenHome, column: int) -> None:
    """On a mark, or on the title of what is chosen already, its first half logs and the second does nothing."""
    async with play((100, 30)) as pilot:
        await pilot.click(offset=(20, row_of(pilot, "Help")))
        await pilot.click(offset=(column, row_of(pilot, "Help")), times=2)
        await pilot.pause()
        assert done(open_home()) == ["help"]


async def test_a_click_on_its_mark_does_a_quest_at_once(play: PlayApp, open_home: OpenHome) -> None:
    """Whichever was chosen; on its prompt it doesn't, however often."""
    async with play((100, 30)) as pilot:
        line = row_of(pilot, "Reconnect")
        await click(pilot, 4, line)
        assert done(open_home()) == ["reconnect"]
        prompt = row_of(pilot, "Do the small thing")
        await click(pilot, 20, prompt)
        await click(pilot, 20, prompt)
        assert done(open_home()) == ["reconnect"]


async def test_a_deed_that_is_clicked_is_chosen_and_not_done_again(play: PlayApp, open_home: OpenHome) -> None:
    """So that it can be changed or deleted."""
    deeds.log_deed(open_home().game, "help", person="Ana", note="her draft")
    async with play((100, 30)) as pilot:
        line = row_of(pilot, "Ana: her draft")
        await click(pilot, 20, line)
        await click(pilot, 20, line)
        assert done(open_home()) == ["help"]
        await pilot.press("d")
        assert done(open_home()) == []


async def test_the_wheel_moves_the_cursor(play: PlayApp) -> None:
    """As the arrow keys do."""
    async with play((80, 24)) as pilot:
        board, first = pilot.app.screen.query_one(BoardPanel), chosen(pilot)
        for scroll in (events.MouseScrollDown, events.MouseScrollUp):
            board.post_message(scroll(board, 5, 5, 0, 0, 0, False, False, False))
            await pilot.pause()
            assert (chosen(pilot) == first) is (scroll is events.MouseScrollUp)


async def test_a_day_of_the_month_is_opened(play: PlayApp) -> None:
    """Each by its own cell; names of weekdays and the frame are no days."""
    async with play((100, 30)) as pilot:
        head = row_of(pilot, "Mo Tu We Th Fr")
        column = screen_text(pilot).split("\n")[head].index("Mo")
        for number in (2, 8, 20, 22):  # November 2026 begins on a Sunday
            day = date(2026, 11, number)
            await click(pilot, column + 3 * day.weekday(), head + 1 + (number + 5) // 7)
            assert today_page(pilot).day == day
        for line in (head, head - 1):
            await click(pilot, column, line)
            assert today_page(pilot).day == date(2026, 11, 22)
        await click(pilot, column + 3, head + 5)
        assert today_page(pilot).day == TODAY + timedelta(days=1)


async def test_a_key_of_the_strip_is_pressed(play: PlayApp, open_home: OpenHome) -> None:
    """As if somebody had pressed it."""
    async with play((100, 30)) as pilot:
        strip = screen_text(pilot).rstrip("\n").split("\n")[-1]
        await click(pilot, strip.index("done"), 29)
        assert len(done(open_home())) == 1
        await click(pilot, strip.index("undo"), 29)
        assert done(open_home()) == []
        await click(pilot, strip.index("help"), 29)
        assert "Move down" in screen_text(pilot)


@pytest.mark.parametrize("size", [(80, 24), (40, 12), (200, 50)])
async def test_a_tab_goes_to_its_page_from_every_other(play: PlayApp, size: tuple[int, int]) -> None:
    """The header has them all on each page."""
    async with play(size) as pilot:
        for page in ("3", "6", "2", "5", "4", "1"):
            header = screen_text(pilot).split("\n")[0]
            await click(pilot, header.index(page), 0)
            await pilot.pause()
            assert isinstance(pilot.app.screen, Page)
            assert PAGES.index(pilot.app.screen.PAGE) + 1 == int(page)


async def test_what_was_being_written_stays_when_a_tab_is_clicked(play: PlayApp) -> None:
    """A page is left by the mouse as it is by a key."""
    async with play((100, 30)) as pilot:
        await pilot.press("2", "enter", *"Dear")
        await click(pilot, 2, 0)
        assert pilot.app.screen is today_page(pilot)
        await pilot.press("2")
        assert "Dear" in screen_text(pilot)
