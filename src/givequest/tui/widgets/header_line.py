"""The first line of every page: the day, and how far the giving has led."""

from __future__ import annotations

from givequest.application.board import Board
from givequest.domain.days import format_day
from givequest.presentation.lines import Line, justify
from givequest.tui.widgets.canvas import Canvas


class HeaderLine(Canvas):
    """Day on the left; title, level and progress on the right."""

    def __init__(self) -> None:
        super().__init__(id="header")
        self._board: Board | None = None
        self._with_numbers = True

    def show(self, board: Board, *, with_numbers: bool) -> None:
        """Show a board's day and level."""
        self._board, self._with_numbers = board, with_numbers
        self.redraw()

    def lines(self, width: int, height: int) -> list[Line]:
        """Return the line."""
        board, paint = self._board, self.paint
        if board is None:
            return []
        glyphs, fill = paint.glyphs, paint.style()
        left: Line = [(f" {format_day(board.day)}", paint.style("text", bold=True))]
        if board.day.year != board.today.year:
            left.append((f" {board.day.year}", paint.style("muted")))
        if board.day != board.today and width >= 60:
            left.append((f"  {_distance(board)}", paint.style("muted")))
        right: Line = []
        if width >= 70:
            right.append((f"{glyphs.level} {board.title}", paint.style("level")))
        if self._with_numbers:
            dot = f" {glyphs.bullet} " if right else ""
            right += [(dot, paint.style("faint")), (f"level {board.level} ", paint.style("text"))]
            right += paint.gauge(board.progress, 10 if width >= 90 else 6, "level")
        return [justify(left, [*right, (" ", fill)], width, fill, glyphs.ellipsis)]


def _distance(board: Board) -> str:
    days = (board.today - board.day).days
    if days == 1:
        return "yesterday"
    if days == -1:
        return "tomorrow"
    return f"{days} days ago" if days > 0 else f"in {-days} days"
