"""Writing down what was given on other days: going to a day, and the grid of days and kinds."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from textual.pilot import Pilot

from givequest.application import deeds
from givequest.domain.records import RecordType
from givequest.presentation.today.catch_up import DAY_CELLS, column_cells
from givequest.tui.today.catch_up import HEAD, CatchUpGrid, CatchUpScreen
from givequest.tui.today.day_dialog import Calendar, DayDialog

from .conftest import OpenHome, PlayApp, saved, screen_text, today_page

TODAY = date(2026, 11, 23)
"""A Monday."""
OFFER = "Gave something meanwhile? c shows"


def grid(pilot: Pilot[None]) -> CatchUpGrid:
    """Return the grid that is open."""
    return pilot.app.screen.query_one(CatchUpGrid)


@pytest.mark.parametrize(
    ("words", "day"),
    [("last friday", date(2026, 11, 20)), ("3 days ago", date(2026, 11, 20)), ("12 May", date(2026, 5, 12))],
)
async def test_a_day_is_gone_to_in_words(play: PlayApp, words: str, day: date) -> None:
    """Which day is meant is said, and shown, before enter goes there."""
    async with play((100, 30)) as pilot:
        await pilot.press("o", *[{" ": "space"}.get(letter, letter) for letter in words])
        assert f"enter goes to {day:%A}" in screen_text(pilot)
        await pilot.press("enter")
        assert today_page(pilot).day == day


async def test_words_that_name_no_day_go_nowhere_and_say_what_would(play: PlayApp) -> None:
    """And escape leaves the board as it was."""
    async with play((100, 30)) as pilot:
        await pilot.press("o", *"nonsense", "enter")
        assert isinstance(pilot.app.screen, DayDialog)
        assert "No day is called 'nonsense'" in screen_text(pilot)
        await pilot.press("escape")
        assert today_page(pilot).day == TODAY


async def test_the_calendar_is_walked_with_arrows_and_pages(play: PlayApp) -> None:
    """A day, a week, a month; every day has its number."""
    async with play((100, 30)) as pilot:
        await pilot.press("o")
        assert all(f"{number:>2}" in screen_text(pilot) for number in range(1, 31))
        await pilot.press("left", "up", "pageup", "enter")
        assert today_page(pilot).day == date(2026, 10, 15)


async def test_a_click_on_a_day_goes_there(play: PlayApp) -> None:
    """With no key pressed at all."""
    async with play((100, 30)) as pilot:
        await pilot.press("o")
        await pilot.click(Calendar, offset=(1, 3))  # the second week of November 2026 begins on its second
        assert today_page(pilot).day == date(2026, 11, 2)


@pytest.mark.parametrize("size", [(80, 24), (40, 12)], ids=str)
async def test_what_is_ticked_is_written_down_whichever_way_the_grid_is_left(
    play: PlayApp, open_home: OpenHome, size: tuple[int, int]
) -> None:
    """Enter and escape alike; a second space takes a tick away."""
    async with play(size) as pilot:
        await pilot.press("c", "space", "down", "space", "right", "space", "space", "escape")
        deeds_saved = {(record.day, record.kind) for record in saved(open_home()) if record.type is RecordType.DEED}
        assert deeds_saved == {(TODAY - timedelta(days=1), "congratulate"), (TODAY - timedelta(days=2), "congratulate")}
        if size[0] >= 80:
            assert "2 deeds written down, on 2 days gone by" in screen_text(pilot)
        await pilot.press("u")
        assert [record for record in saved(open_home()) if record.type is RecordType.DEED] == []


async def test_a_grid_that_is_left_without_a_tick_says_and_saves_nothing(play: PlayApp, open_home: OpenHome) -> None:
    """Looking costs nothing."""
    async with play() as pilot:
        await pilot.press("c", "down", "right", "enter")
        assert saved(open_home()) == []
        assert "written down" not in screen_text(pilot)


async def test_a_click_ticks(play: PlayApp) -> None:
    """And again takes it away."""
    async with play((100, 30)) as pilot:
        await pilot.press("c")
        cells = column_cells(grid(pilot)._found, grid(pilot).size.width - 4)
        place = (2 + DAY_CELLS + cells + 1, 1 + HEAD + 2)
        await pilot.click(CatchUpGrid, offset=place)
        assert grid(pilot).ticks == {(TODAY - timedelta(days=3), "help")}
        await pilot.click(CatchUpGrid, offset=place)
        assert grid(pilot).ticks == set()
        await pilot.click(CatchUpGrid, offset=(3, 0))
        assert grid(pilot).ticks == set()


async def test_what_is_logged_already_is_shown_and_not_ticked(play: PlayApp, open_home: OpenHome) -> None:
    """The grid adds, and takes nothing away."""
    deeds.log_deed(open_home().game, "congratulate", TODAY - timedelta(days=1))
    async with play() as pilot:
        await pilot.press("c", "space")
        assert "That's noted already." in screen_text(pilot)
        assert grid(pilot).ticks == set()


async def test_ticks_stay_where_the_disk_refuses(play: PlayApp, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing that was ticked is to be ticked again."""
    from givequest.errors import StorageError
    from givequest.tui.today import catch_up

    def refuse(*given: object) -> int:
        raise StorageError("The disk is full.")

    monkeypatch.setattr(catch_up, "log_ticked", refuse)
    async with play() as pilot:
        await pilot.press("c", "space", "enter")
        assert isinstance(pilot.app.screen, CatchUpScreen)
        assert "The disk is full." in screen_text(pilot)
        assert len(grid(pilot).ticks) == 1


@pytest.mark.parametrize(("days_ago", "is_offered"), [(1, False), (3, False), (4, True), (30, True)])
async def test_it_is_offered_to_whoever_comes_back(
    play: PlayApp, open_home: OpenHome, days_ago: int, is_offered: bool
) -> None:
    """After more than three days without giving, until the first deed."""
    deeds.log_deed(open_home().game, "help", TODAY - timedelta(days=days_ago))
    async with play((80, 24)) as pilot:
        assert (OFFER in screen_text(pilot)) == is_offered
        await pilot.press("space")
        assert OFFER not in screen_text(pilot)


async def test_another_day_has_a_calendar_with_numbers_beside_it(play: PlayApp, open_home: OpenHome) -> None:
    """Whoever looks for a day reads its number there; today shows runs as lines."""
    game = open_home().game
    for back in range(1, 8):
        deeds.log_deed(game, "help", TODAY - timedelta(days=back))
    async with play((80, 24)) as pilot:
        assert "17" not in screen_text(pilot)
        await pilot.press("left_square_bracket")
        assert "17━18━19━20━21" in screen_text(pilot)


async def test_forty_columns_show_every_kind(play: PlayApp) -> None:
    """None is cut."""
    async with play((40, 12)) as pilot:
        await pilot.press("c")
        days = [line for line in screen_text(pilot).splitlines() if "[ ]" in line]
        assert days
        assert all(line.count("[ ]") == 6 for line in days)
        assert "write it down" in screen_text(pilot)


async def test_a_level_that_is_reached_by_it_hides_nothing_of_what_was_written_down(play: PlayApp) -> None:
    """Both are read."""
    async with play((80, 24)) as pilot:
        await pilot.press("c", *["space", "down"] * 7, "right", *["space", "up"] * 7, "escape")
        said = " ".join(screen_text(pilot).split())
        assert "14 deeds written down, on 7 days gone by. u takes it back." in said
        assert "level 2" in said
