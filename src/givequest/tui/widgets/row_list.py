"""The list of a dialog: rows in a frame, one of them chosen by the cursor, and below them what there is to say."""

from __future__ import annotations

from textual import events

from givequest.presentation.lines import Line, first_seen
from givequest.tui.widgets.canvas import Panel, has_frame


class RowList(Panel, can_focus=True):
    """The base of the lists of dialogs; subclasses draw the rows that are seen."""

    border_role = "border_focus"
    goes_around = False
    """Whether a step beyond an end goes to the other."""

    def __init__(self, id: str) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self.cursor = 0
        self._seen = range(0)

    @property
    def count(self) -> int:
        """The number of rows."""
        raise NotImplementedError

    def move(self, step: int) -> None:
        """Move the cursor by some rows."""
        place = self.cursor + step
        if self.goes_around and abs(step) == 1:
            self.cursor = place % max(self.count, 1)
        else:
            self.cursor = min(max(place, 0), max(self.count - 1, 0))
        self.redraw()

    def seen(self, room: int) -> range:
        """Return which rows are to be drawn in some lines: those around the cursor."""
        first = first_seen(self.cursor, self.count, room)
        self._seen = range(first, min(first + room, self.count))
        return self._seen

    def keys(self, *keys: tuple[str, str]) -> Line:
        """Return the last line: each key, and what it does."""
        strong, weak = self.paint.style("accent", bold=True), self.paint.style("muted")
        line: Line = []
        for key, words in keys:
            line += [("  " if line else "", weak), (key, strong), (f" {words}", weak)]
        return line

    def on_click(self, event: events.Click) -> None:
        """Choose the row that was clicked."""
        row = event.y - has_frame(*self.size)
        if 0 <= row < len(self._seen):
            self.move(self._seen[row] - self.cursor)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Move down."""
        self.move(1)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Move up."""
        self.move(-1)
