"""The first line of every page: the day, and how far the giving has led."""

from __future__ import annotations

from givequest.application.board import Board
from givequest.domain.days import format_day
from givequest.presentation.lines import Line, justify
from givequest.presentation.paint import Paint


def header_line(board: Board, width: int, paint: Paint, *, with_numbers: bool) -> Line:
    """Return the day on the left; title, level and progress on the right."""
    glyphs, fill = paint.glyphs, paint.style()
    left: Line = [(f" {format_day(board.day)}", paint.style("text", bold=True))]
    if board.day.year != board.today.year:
        left.append((f" {board.day.year}", paint.style("muted")))
    if board.day != board.today and width >= 60:
        left.append((f"  {_distance(board)}", paint.style("muted")))
    right: Line = []
    if width >= 70:
        right.append((f"{glyphs.level} {board.title}", paint.style("level")))
    if with_numbers:
        dot = f" {glyphs.bullet} " if right else ""
        right += [(dot, paint.style("faint")), (f"level {board.level} ", paint.style("text"))]
        right += paint.gauge(board.progress, 10 if width >= 90 else 6, "level")
    return justify(left, [*right, (" ", fill)], width, fill, glyphs.ellipsis)


def _distance(board: Board) -> str:
    days = (board.today - board.day).days
    if days == 1:
        return "yesterday"
    if days == -1:
        return "tomorrow"
    return f"{days} days ago" if days > 0 else f"in {-days} days"
