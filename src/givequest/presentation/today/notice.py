"""What stands above and below a board for as long as it is so: the line of the morning, a welcome, a new month."""

from __future__ import annotations

from collections.abc import Callable

from givequest.application.board import Board
from givequest.domain.deck.month_themes import new_leaf
from givequest.named_tuple import NamedTuple
from givequest.presentation import messages

LEAST_WITH_ABOVE = 22
"""Lines of a screen from which on there is a line for words between the header and the board."""


class Standing(NamedTuple):
    """The words that stand on the page of a day, whatever is said in passing."""

    above: str = ""
    """Between the header and the board, where nothing passing comes; empty on a screen with no room for it."""
    below: str = ""
    """Above the keys, whenever nothing passing is said there."""
    foot: str = ""
    """In the lower border of the board, on a screen with no line above it: it stays while something passes."""


LEAST_WITH_FOOT = 8
"""The same from which on the board has a border whatever stands beside it."""


def has_begun(board: Board) -> bool:
    """Return whether today's board is past its first word: something was done, or another day is looked at."""
    return board.day != board.today or any(quest.deeds for quest in board.quests)


def has_above(height: int) -> bool:
    """Return whether a screen of so many lines has a line for words above the board."""
    return height >= LEAST_WITH_ABOVE


def standing_words(
    board: Board,
    hemisphere: str,
    with_keys: Callable[[str], str],
    height: int,
    *,
    earned: str = "",
    recalled: str = "",
    with_numbers: bool = True,
) -> Standing:
    """Return what stands above and below a board on a screen of so many lines.

    Until the first deed that is the line of the morning, and below it what there is to tell: a greeting of whoever
    comes, what was `earned` lately, a new month, what is `recalled` of days gone by.
    """
    is_today = board.day == board.today
    full = messages.FULL if is_today and board.is_full and with_numbers else ""
    greeting = with_keys(messages.greeting(board))
    resting = with_keys(messages.RESTING) if board.rest and is_today else ""
    leaf = new_leaf(board.day, hemisphere) if is_today else ""
    if board.is_new:
        above, below = board.morning, with_keys(messages.WELCOME)
    elif board.comes_back:
        above, below = with_keys(messages.MEANWHILE), greeting
        if not has_above(height):
            return Standing("", below)
    elif has_begun(board):
        above, below = greeting or resting or leaf, full
        if not has_above(height):
            has_foot = height >= LEAST_WITH_FOOT
            return Standing("", full if has_foot else above or full, above if has_foot else "")
    elif resting:
        above, below = resting, earned or leaf or recalled
        if LEAST_WITH_FOOT <= height < LEAST_WITH_ABOVE:
            return Standing("", below, above)
    else:
        above, below = board.morning, earned or greeting or leaf or recalled
    return Standing(above, below) if has_above(height) else Standing("", below or above)
