"""The first line of every page: the day, and how far the giving has led; and below it what a page says there."""

from __future__ import annotations

from givequest.application.board import Board
from givequest.presentation.header import header_line
from givequest.presentation.lines import Line
from givequest.presentation.notice import standing_line
from givequest.tui.widgets.canvas import Canvas


class HeaderLine(Canvas):
    """Day on the left; title, level and progress on the right."""

    def __init__(self) -> None:
        super().__init__(id="header")
        self._board: Board | None = None
        self._with_numbers = True
        self._said = ""

    def show(self, board: Board, *, with_numbers: bool) -> None:
        """Show a board's day and level."""
        self._board, self._with_numbers = board, with_numbers
        self.redraw()

    def stand(self, words: str) -> None:
        """Show words below the line, where the page has made room for them."""
        if self._said != words:
            self._said = words
            self.redraw()

    def make_room(self, *, for_words: bool) -> None:
        """Take a second line, for words, or give it back."""
        self.styles.height = 2 if for_words else 1

    def lines(self, width: int, height: int) -> list[Line]:
        """Return the line, and the words."""
        if self._board is None:
            return []
        header = header_line(self._board, width, self.paint, with_numbers=self._with_numbers)
        return [header, standing_line(self._said, width, self.paint)]
