"""The first line of every page: the day, and how far the giving has led."""

from __future__ import annotations

from givequest.application.board import Board
from givequest.presentation.header import header_line
from givequest.presentation.lines import Line
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
        board = self._board
        return [header_line(board, width, self.paint, with_numbers=self._with_numbers)] if board is not None else []
