"""A board on paper: signs in the colours of the theme, and words in the terminal's own."""

from __future__ import annotations

from givequest.application.board import Board, Quest
from givequest.domain.days import format_day
from givequest.domain.rules import GIVING, SERIES_NAMES
from givequest.presentation.lines import Line, cells_of, set_cells, wrap
from givequest.presentation.paint import Paint
from givequest.presentation.today.quest_lines import INDENT, NAME_CELLS
from givequest.presentation.today.rows import mark_of, told_prompt
from givequest.presentation.today.words import streak_words, told_deeds

MARGIN = 2
"""Columns that stay blank behind what is told of a quest."""


def board_page(board: Board, paint: Paint, width: int, *, with_numbers: bool) -> list[Line]:
    """Return the day, every quest with its card, and how long the giving has gone on."""
    day = format_day(board.day) + (", a day off" if board.rest else "")
    sign = (f"   {paint.glyphs.level} ", paint.style("level"))
    head: Line = [(day, paint.style(bold=True)), sign, (board.title, paint.style())]
    if with_numbers:
        head.append((f"  level {board.level}", paint.style("muted")))
    lines = [head]
    lines += [[], *([(row, paint.style())] for row in wrap(board.morning, max(width, 1)))] if board.morning else []
    for quest in board.listed:
        lines += [[], _title(quest, board, paint), *_told(quest, board, width, paint)]
    giving = board.streaks[GIVING]
    if with_numbers and giving.total:
        told = f" {SERIES_NAMES[GIVING]}  {streak_words(giving)}, {giving.warmth:.0%} warm"
        lines += [[], [(told, paint.style("muted"))]]
    return lines


def _title(quest: Quest, board: Board, paint: Paint) -> Line:
    mark, role = mark_of(quest, board, paint)
    name = quest.kind.name
    return [
        (f" {mark} ", paint.style(role, bold=True)),
        (set_cells(name, max(cells_of(name) + 2, NAME_CELLS)), paint.style(bold=True)),
        (quest.title if quest.card else "", paint.style()),
        ("" if quest.core or quest.is_beside else "  bonus", paint.style("muted", italic=True)),
        ("  " + " ".join(paint.glyphs.effort * quest.effort), paint.style("muted")),
    ]


def _told(quest: Quest, board: Board, width: int, paint: Paint) -> list[Line]:
    parts = [(words, paint.style()) for words in told_prompt(quest, board)]
    parts += [(quest.why, paint.style("muted", italic=True))] if quest.card else []
    parts += [(words, paint.style(bold=True)) for words in told_deeds(quest)]
    room = max(width - len(INDENT) - MARGIN, 1)
    return [[(INDENT, paint.style()), (row, ink)] for text, ink in parts for row in wrap(text, room)]
