"""The frame of a day's board: which day it is, whether it's done or a day off, and the colour that goes with that."""

from __future__ import annotations

from givequest.application.board import Board
from givequest.domain.text import end_sentence
from givequest.presentation.lines import Line, cells_of
from givequest.presentation.messages import is_closed
from givequest.presentation.paint import Paint


def frame_title(board: Board, paint: Paint, *, with_numbers: bool) -> str:
    """Return which day's board it is, and how it stands where there's nothing open: `Today ✓ 4/4`."""
    name = "Today" if board.day == board.today else "Ahead" if board.day > board.today else "That day"
    if (board.today - board.day).days == 1:
        name = "Yesterday"
    if is_closed(board):
        core = sum(quest.core for quest in board.quests)
        name = f"{name} {paint.glyphs.done}{f' {core}/{core}' if with_numbers else ''}"
    return f"{name}, a day off" if board.rest else name


def foot_line(words: str, width: int, paint: Paint) -> Line:
    """Return the words in the lower border of a board: as many sentences as have room, the first one in any case."""
    told, room = "", width - 6
    for sentence in words.split(". "):
        longer = end_sentence(f"{told} {sentence}".strip())
        if told and cells_of(longer) > room:
            break
        told = longer
    return [(told, paint.style("text"))] if words else []


def frame_role(board: Board) -> str:
    """Return the role of the border: lit where the day is done, and that of a day off on one."""
    return "kept" if is_closed(board) else "rest" if board.rest else "border_focus"
