"""The list of a dialog: rows in a frame, one of them chosen by the cursor, and below them what there is to say."""

from __future__ import annotations

from textual import events

from givequest.commands.registry import key_name
from givequest.presentation.lines import Line, cells_of, first_seen
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
        self._has_chosen = False
        """Whether the last click moved the cursor."""
        self._keys_told: tuple[tuple[str, str], ...] = ()

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
        self._keys_told = keys
        strong, weak = self.paint.style("accent", bold=True), self.paint.style("muted")
        line: Line = []
        for key, words in keys:
            line += [("  " if line else "", weak), (key, strong), (f" {words}", weak)]
        return line

    def on_click(self, event: events.Click) -> None:
        """Choose the row that was clicked; once more is what enter is."""
        event.stop()
        frame = has_frame(*self.size)
        row = event.y - frame
        if 0 <= row < len(self._seen):
            self._click_row(row, event.chain)
        elif row == len(self.content(self.size.width - 4 * frame, self.size.height - 2 * frame)) - 1:
            self._press(event.x - 2 * frame)

    def _press(self, column: int) -> None:
        """Press the key that is named in a column of the last line; of two the second, which goes on."""
        end = 0
        for key, words in self._keys_told:
            start, end = end, end + cells_of(key) + 1 + cells_of(words)
            if start <= column < end:
                self.app.simulate_key(key_name(key.split()[-1]))
            end += 2

    def _click_row(self, row: int, chain: int) -> None:
        """Choose a row, or press enter on the chosen one: a double click does so once, whatever its first half did."""
        place = self._seen[row]
        if place == self.cursor and (chain == 1 or (chain == 2 and self._has_chosen)):
            self.app.simulate_key("enter")
        self._has_chosen = chain == 1 and place != self.cursor
        self.move(place - self.cursor)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Move down."""
        self.move(1)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Move up."""
        self.move(-1)
