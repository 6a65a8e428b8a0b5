"""A panel that others draw on: what is found, the first minute, names to be placed, an address book."""

from __future__ import annotations

from collections.abc import Callable

from textual import events
from textual.message import Message

from givequest.presentation.lines import Line
from givequest.tui.widgets.canvas import Panel

Draw = Callable[[int, int], list[Line]]
"""Returns the lines of an area of some cells in width and height."""


def _nothing(width: int, height: int) -> list[Line]:
    return []


class Stage(Panel, can_focus=True):
    """All of the page's middle, drawn by whoever has the word."""

    border_role = "border_focus"

    class Clicked(Message):
        """A line was clicked."""

        def __init__(self, line: int) -> None:
            super().__init__()
            self.line = line

    def __init__(self) -> None:
        super().__init__(id="stage")
        self._title = ""
        self._draw: Draw = _nothing

    def show(self, title: str, draw: Draw) -> None:
        """Show what somebody draws."""
        self._title, self._draw = title, draw
        self.redraw()

    def title(self) -> str:
        """Return what it is."""
        return self._title

    def content(self, width: int, height: int) -> list[Line]:
        """Return what is drawn."""
        return self._draw(width, height)

    def on_click(self, event: events.Click) -> None:
        """Tell which line was clicked."""
        event.stop()
        self.post_message(self.Clicked(event.y - 1))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Move on, as the arrow key does."""
        event.stop()
        self.app.simulate_key("down")

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Move back."""
        event.stop()
        self.app.simulate_key("up")
