"""What is said of a day or on a page goes with it."""

from __future__ import annotations

from datetime import timedelta
from itertools import permutations

import pytest

from givequest.application import deeds
from givequest.presentation import messages
from givequest.presentation.today.question import QUESTION

from .conftest import OpenHome, PlayApp, app_of, board_shown, screen_text


@pytest.mark.parametrize("key", ["left_square_bracket", "right_square_bracket", "left", "h"])
async def test_what_was_said_of_a_day_is_not_said_over_another(play: PlayApp, key: str) -> None:
    """A day off today is none yesterday."""
    async with play() as pilot:
        await pilot.press("x")
        assert "A day off. Nothing to do" in screen_text(pilot)
        await pilot.press(key)
        assert "A day off" not in screen_text(pilot)
        await pilot.press("t")
        assert "A day off" not in screen_text(pilot)


async def test_going_where_one_is_already_takes_nothing_away(play: PlayApp) -> None:
    """The message is still about this day."""
    async with play() as pilot:
        await pilot.press("x", "t")
        assert "A day off. Nothing to do" in screen_text(pilot)


@pytest.mark.parametrize(("page", "way"), permutations("1234", 2))
async def test_what_was_said_on_a_page_is_not_said_when_it_is_come_back_to(play: PlayApp, page: str, way: str) -> None:
    """From whatever page."""
    async with play() as pilot:
        await pilot.press(page)
        app_of(pilot).page.say("Saved: somewhere, a while ago")  # type: ignore[union-attr]
        await pilot.pause()
        assert "a while ago" in screen_text(pilot)
        await pilot.press(way)
        assert "a while ago" not in screen_text(pilot)
        await pilot.press(page)
        assert "a while ago" not in screen_text(pilot)


async def test_a_page_that_another_key_leads_to_forgets_as_well(play: PlayApp) -> None:
    """Charts opens a day on Today."""
    async with play() as pilot:
        await pilot.press("3")
        app_of(pilot).page.say("Saved: somewhere, a while ago")  # type: ignore[union-attr]
        await pilot.press("enter", "3")
        assert "a while ago" not in screen_text(pilot)


@pytest.mark.parametrize("lines", [8, 12, 16, 21, 22, 24])
async def test_a_question_and_a_day_that_is_done_stand_beside_whatever_is_said_in_passing(
    play: PlayApp, open_home: OpenHome, lines: int
) -> None:
    """Each has a place of its own, on a small screen in the border of the board."""
    game = open_home().game
    deeds.log_deed(game, "help", game.today() - timedelta(days=1))
    async with play((80, lines)) as pilot:
        while not (closed := messages.closing(board_shown(pilot))):
            await pilot.press("space", "down")
        await pilot.press("r")
        text = screen_text(pilot)
        assert "swapped" in text
        assert QUESTION in text
        assert closed.split(". ")[0] in text


@pytest.mark.parametrize("lines", [9, 18, 21, 24])
async def test_a_day_off_says_so_beside_whatever_is_said_in_passing(play: PlayApp, lines: int) -> None:
    """What stands there is not taken away by what passes."""
    async with play((80, lines)) as pilot:
        await pilot.press("x", "r")
        text = screen_text(pilot)
        assert "swapped" in text
        assert "Your day off." in text
