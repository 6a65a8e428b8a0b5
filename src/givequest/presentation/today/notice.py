"""What stands below a board for as long as it is so: a word of welcome, a new month."""

from __future__ import annotations

from collections.abc import Callable

from givequest.application.board import Board
from givequest.domain.deck.month_themes import new_leaf
from givequest.presentation import messages


def has_begun(board: Board) -> bool:
    """Return whether today's board is past its first word: something was done, or another day is looked at."""
    return board.day != board.today or any(quest.deeds for quest in board.quests)


def standing_notice(board: Board, hemisphere: str, with_keys: Callable[[str], str], earned: str = "") -> str:
    """Return what stands below a board.

    `earned` tells what was earned lately; it gives way to a greeting of whoever comes.
    """
    if board.is_new:
        return with_keys(messages.WELCOME)
    if board.comes_back:
        return messages.greeting(board)
    if earned and not has_begun(board):
        return earned
    leaf = new_leaf(board.day, hemisphere) if board.day == board.today else ""
    return with_keys(messages.greeting(board)) or leaf
