"""The third column of a wide screen: what the day looks back on, read when nobody is pressing keys."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from textual import events
from textual.message import Message
from textual.timer import Timer

from givequest.application.board import Board
from givequest.errors import GivequestError
from givequest.presentation.lines import Line
from givequest.presentation.today.look_back import day_told_at, heights_of, look_back_lines
from givequest.presentation.today.page import LOOK_BACK, look_back_width
from givequest.tui.widgets.canvas import Canvas

if TYPE_CHECKING:
    from givequest.application.days.looking_back import LookBack, LookBackSearch

SOON, NEXT_YEAR, PATIENCE = 0.15, 0.05, 0.3
"""Seconds until it is begun, between one year and the next, and until it is tried again after a key."""


class LookBackPanel(Canvas):
    """The forest, this day in earlier years, and the last word in the journal."""

    class DayClicked(Message):
        """An earlier day was clicked."""

        def __init__(self, day: date) -> None:
            super().__init__()
            self.day = day

    def __init__(self) -> None:
        super().__init__(id="look-back")
        self.found: LookBack | None = None
        """What is shown."""
        self._board: Board | None = None
        self._asked: tuple[date, int, bool] | None = None
        """The day and the state of the records that it's to be shown for."""
        self._search: LookBackSearch | None = None
        self._ready: LookBack | None = None
        """What was found, and isn't drawn yet."""
        self._waiting: Timer | None = None

    def make_room(self, columns: int) -> None:
        """Take its part of a screen of some columns, or none."""
        width = look_back_width(columns)
        self.styles.display = "block" if width else "none"
        self.styles.width = width or LOOK_BACK
        if self._board is not None:
            self.show(self._board)

    def show(self, board: Board) -> None:
        """Look back from the day of a board, when it is quiet; what is shown of the same day stays until then."""
        self._board, game = board, self.givequest.game
        asked = board.day, game.years.version, game.settings.echoes
        if asked == self._asked or not look_back_width(self.app.size.width):
            return
        if self._asked is not None and (self._asked[0], self._asked[2]) != (asked[0], asked[2]):
            self.found = None
            self.redraw()  # it's empty: the picture isn't drawn while somebody waits for a key
        self._asked, self._search, self._ready = asked, None, None
        self._wait(SOON)

    def _wait(self, seconds: float) -> None:
        if self._waiting is None:
            self._waiting = self.set_timer(seconds, self._read_on)

    def _read_on(self) -> None:
        """Read one more year, or show what was found."""
        from givequest.application.days.looking_back import LookBackSearch

        self._waiting = None
        game = self.givequest.game
        if self._asked is None:
            return
        if not self.givequest.background.is_quiet or self.app.screen is not self.screen:
            self._wait(PATIENCE)
            return
        try:
            if self._search is None:
                self._search = LookBackSearch(game, self._asked[0])
            if self._search.read_on():
                self._wait(NEXT_YEAR)
                return
            if self._ready is None:
                self._ready = self._search.found()
                self._wait(NEXT_YEAR)  # a key that was pressed meanwhile comes before the picture
                return
        except GivequestError:
            return  # what cannot be read is told elsewhere
        self.found, self._search, self._ready = self._ready, None, None
        self.redraw()

    def lines(self, width: int, height: int) -> list[Line]:
        """Return the three panels."""
        has_words = self.givequest.settings.echoes
        return look_back_lines(self.found, width, height, self.paint, has_words=has_words)

    def on_click(self, event: events.Click) -> None:
        """Go to the forest, the journal, or the day that was clicked."""
        event.stop()
        width, height = self.size
        has_words = self.givequest.settings.echoes
        heights = heights_of(self.found, width, height, self.paint, has_words=has_words)
        line = event.y - heights.forest
        if line < 0:
            self.app.call_later(self.app.run_action, "page_forest")
        elif line >= heights.earlier:
            if line < heights.earlier + heights.word:
                self.app.call_later(self.app.run_action, "page_journal")
        elif self.found is not None:
            day = day_told_at(self.found, width, heights.earlier, line, self.paint)
            if day is not None:
                self.post_message(self.DayClicked(day))
