"""The first line of every page: its tab among those of the others, the day, and how far the giving has led.

Below it is what a page says there.
"""

from __future__ import annotations

from textual import events

from givequest.application.board import Board
from givequest.commands.keymap import tabs_of
from givequest.presentation.header import NO_TABS, header_line
from givequest.presentation.lines import Line
from givequest.presentation.notice import standing_line
from givequest.presentation.tabs import Tabs, tab_at
from givequest.tui.widgets.canvas import Canvas


class HeaderLine(Canvas):
    """The tabs of the pages on the left; day, title, level and progress on the right."""

    def __init__(self, page: str = "") -> None:
        """Light the tab of a page; without one there are no tabs, as over a page that has to be left first."""
        super().__init__(id="header")
        self._page = page
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

    @property
    def _tabs(self) -> Tabs:
        if not self._page:
            return NO_TABS
        return tabs_of(self._page, self.givequest.keymap, in_ascii=self.paint.glyphs.name == "ascii")

    def on_click(self, event: events.Click) -> None:
        """Go to the page whose tab was clicked."""
        event.stop()
        found = tab_at(self._tabs, self.size.width, event.x) if event.y == 0 else None
        if found is not None:
            self.app.call_later(self.app.run_action, found.id.replace(".", "_"))

    def lines(self, width: int, height: int) -> list[Line]:
        """Return the line, and the words."""
        if self._board is None:
            return []
        header = header_line(self._board, width, self.paint, with_numbers=self._with_numbers, tabs=self._tabs)
        return [header, standing_line(self._said, width, self.paint)]
