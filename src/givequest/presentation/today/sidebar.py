"""What stands beside the board: the month, and below it where the streaks stand."""

from __future__ import annotations

from givequest.application.board import Board
from givequest.application.calendar import Month
from givequest.domain.days import format_month
from givequest.domain.settings import Settings
from givequest.presentation.frame import framed
from givequest.presentation.lines import Line
from givequest.presentation.messages import is_closed
from givequest.presentation.paint import Paint
from givequest.presentation.today.month import marks_told, month_lines
from givequest.presentation.today.streaks import streak_heads, streak_lines


def sidebar_lines(board: Board, month: Month, settings: Settings, width: int, height: int, paint: Paint) -> list[Line]:
    """Return the two panels, of a height in lines at the most; the streaks give way first."""
    is_elsewhere = board.day != board.today  # whoever looks for a day needs its number
    weeks = month_lines(month, settings.first_weekday, paint, is_lit=is_closed(board), is_numbered=is_elsewhere)
    told, lines = marks_told(month, paint, width - 6), min(len(weeks) + 2, height)
    panel = framed(format_month(month.first, month.today), weeks, width, lines, paint, foot=told)
    room = height - len(panel)
    if room < 3:
        return panel
    rows = streak_lines(board.streaks, settings.kinds, width - 4, paint, with_numbers=settings.numbers)
    if settings.numbers and room >= len(rows) + 3:
        rows.insert(0, streak_heads(width - 4, paint))
    height = min(room, len(rows) + 2)
    return panel + framed("Streaks" if settings.numbers else "Warmth", rows, width, height, paint)
