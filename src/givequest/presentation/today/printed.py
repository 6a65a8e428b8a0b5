"""A board on paper: signs in the colours of kinds and theme, words in the terminal's own; and the month beside it."""

from __future__ import annotations

from givequest.application.board import Board, Quest
from givequest.application.calendar import Month
from givequest.domain.days import format_day, format_month
from givequest.domain.rules import GIVING, SERIES_NAMES
from givequest.presentation.lines import Line, cells_of, set_cells, shorten, width_of, wrap
from givequest.presentation.paint import Paint
from givequest.presentation.today.month import CELL, marks_told, month_lines
from givequest.presentation.today.quest_lines import INDENT, NAME_CELLS
from givequest.presentation.today.rows import mark_of, told_prompt
from givequest.presentation.today.words import streak_words, told_deeds

MARGIN = 2
"""Columns that stay blank behind what is told of a quest."""
MONTH_CELLS, GAP = 7 * CELL, 3
WITH_MONTH = 76
"""Columns from which on the month stands beside the quests."""
WIDEST_BOARD = 80
"""Columns that the quests take beside it at the most: longer lines are hard to read."""


def board_page(
    board: Board,
    paint: Paint,
    width: int,
    *,
    with_numbers: bool,
    month: Month | None = None,
    first_weekday: int = 0,
) -> list[Line]:
    """Return the day, every quest with its card, and how long the giving has gone on.

    A month, if one is given, stands beside them from `WITH_MONTH` columns on.
    """
    day = format_day(board.day) + (", a day off" if board.rest else "")
    sign = (f"   {paint.glyphs.level} ", paint.style("level"))
    head: Line = [(day, paint.style(bold=True)), sign, (board.title, paint.style())]
    if with_numbers:
        head.append((f"  level {board.level}", paint.style("muted")))
    lines = [head]
    lines += [[], *([(row, paint.style())] for row in wrap(board.morning, max(width, 1)))] if board.morning else []
    is_beside = month is not None and width >= WITH_MONTH
    room = min(width - MONTH_CELLS - GAP, WIDEST_BOARD) if is_beside else width
    below: list[Line] = []
    for quest in board.listed:
        below += [[], _title(quest, board, paint), *_told(quest, board, room, paint)]
    giving = board.streaks[GIVING]
    if with_numbers and giving.total:
        told = f" {SERIES_NAMES[GIVING]}  {streak_words(giving)}, {giving.warmth:.0%} warm"
        below += [[], [(told, paint.style("muted"))]]
    if month is None or not is_beside:
        return lines + below
    weeks = [_in_own_colour(week, paint) for week in month_lines(month, first_weekday, paint)]
    name: Line = [(format_month(month.first, month.today), paint.style(bold=True))]
    signs = marks_told(month, paint, MONTH_CELLS)
    weeks += [[], _in_own_colour(signs, paint)] if signs else []
    return lines + _side_by_side(below, [[], name, *weeks], room + GAP, paint)


def _in_own_colour(line: Line, paint: Paint) -> Line:
    """Return a line in which the terminal's own colour writes what is read: nobody knows the ground below it."""
    return [
        (text, paint.style(bold=ink.bold) if any(map(str.isalnum, text)) else ink._replace(on="background"))
        for text, ink in line
    ]


def _side_by_side(left: list[Line], right: list[Line], column: int, paint: Paint) -> list[Line]:
    """Return lines with others beside them, from a column on."""
    lines: list[Line] = []
    for place in range(max(len(left), len(right))):
        line = left[place] if place < len(left) else []
        if place < len(right) and right[place]:
            line = [*shorten(line, column - 1, paint.glyphs.ellipsis)]
            line += [(" " * (column - width_of(line)), paint.style()), *right[place]]
        lines.append(line)
    return lines


def _title(quest: Quest, board: Board, paint: Paint) -> Line:
    mark, _ = mark_of(quest, board, paint)
    name, role = quest.kind.name, paint.theme.role_of(quest.kind.id)
    return [
        (f" {mark} ", paint.style(role, bold=True)),
        (set_cells(name, max(cells_of(name) + 2, NAME_CELLS)), paint.style(bold=True)),
        (quest.title if quest.card else "", paint.style()),
        ("" if quest.core or quest.is_beside else "  bonus", paint.style("muted", italic=True)),
        ("  " + " ".join(paint.glyphs.effort * quest.effort), paint.style(role)),
    ]


def _told(quest: Quest, board: Board, width: int, paint: Paint) -> list[Line]:
    parts = [(words, paint.style()) for words in told_prompt(quest, board)]
    parts += [(quest.why, paint.style("muted", italic=True))] if quest.card else []
    parts += [(words, paint.style(bold=True)) for words in told_deeds(quest)]
    room = max(width - len(INDENT) - MARGIN, 1)
    return [[(INDENT, paint.style()), (row, ink)] for text, ink in parts for row in wrap(text, room)]
