"""What stands beside the board: the month, and below it the streaks. One widget, since neither takes keys."""

from __future__ import annotations

from datetime import date

from textual import events
from textual.message import Message

from givequest.application.board import Board
from givequest.application.calendar import Month
from givequest.domain.settings import Settings
from givequest.presentation.lines import Line
from givequest.presentation.today.month import day_at
from givequest.presentation.today.sidebar import sidebar_lines
from givequest.tui.widgets.canvas import Canvas

FRAME, MARGIN = 1, 2
"""Lines above the month, and cells beside it."""


class Sidebar(Canvas):
    """The month around the day that is shown, and where the streaks stand."""

    class DayClicked(Message):
        """A day of the month was clicked."""

        def __init__(self, day: date) -> None:
            super().__init__()
            self.day = day

    class Scrolled(Message):
        """The wheel was turned over the month."""

        def __init__(self, step: int) -> None:
            super().__init__()
            self.step = step

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Tell that the wheel was turned."""
        event.stop()
        self.post_message(self.Scrolled(1))

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Tell that the wheel was turned."""
        event.stop()
        self.post_message(self.Scrolled(-1))

    def __init__(self) -> None:
        super().__init__(id="sidebar")
        self._settings: Settings | None = None
        self._month: Month | None = None
        self._board: Board | None = None

    def show(self, board: Board, month: Month, settings: Settings) -> None:
        """Show the month of a board and where its streaks stand, as the settings say."""
        self._board, self._month, self._settings = board, month, settings
        self.redraw()

    def lines(self, width: int, height: int) -> list[Line]:
        """Return both panels."""
        if self._board is None or self._month is None or self._settings is None:
            return []
        return sidebar_lines(self._board, self._month, self._settings, width, height, self.paint)

    def on_click(self, event: events.Click) -> None:
        """Tell which day was clicked, if one was."""
        event.stop()
        if self._month is None or self._settings is None:
            return
        number = day_at(self._month, self._settings.first_weekday, event.y - FRAME, event.x - MARGIN)
        if number is not None:
            self.post_message(self.DayClicked(self._month.first.replace(day=number)))
