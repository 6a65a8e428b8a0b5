"""The list of names: one widget with a cursor, that draws the rows on screen and no others."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.message import Message

from givequest.presentation.lines import Line
from givequest.presentation.people.rows import NameRow, heading, legend, row_line, seen_rows
from givequest.presentation.people.soon import HEADING, SoonDate, soon_lines
from givequest.tui.widgets.canvas import Panel

MOST_SOON = 4
"""Dates that are told below the names at the most."""
ROOM_FOR_SOON = 16
"""Lines of the list from which on they have room there."""


class NameList(Panel, can_focus=True):
    """Rows of names."""

    border_role = "border_focus"

    class Chosen(Message):
        """The cursor was put on another row with the mouse, or a row was clicked twice."""

        def __init__(self, *, opens: bool = False) -> None:
            super().__init__()
            self.opens = opens

    def __init__(self) -> None:
        super().__init__(id="people-list")
        self._rows: Sequence[NameRow] = ()
        self._soon: Sequence[SoonDate] = ()
        self._title = "People"
        self._place = ""
        self._heads = ("last word", "tags")
        self._empty = ""
        self._covered = False
        self._first = 0
        """The place of the first row that is seen, on the line of that number below the heading."""
        self.cursor = 0

    def show(
        self,
        rows: Sequence[NameRow],
        *,
        title: str,
        place: str = "",
        heads: tuple[str, str] = ("last word", "tags"),
        soon: Sequence[SoonDate] = (),
        empty: str = "",
        covered: bool = False,
    ) -> None:
        """Show rows, the cursor on the line that it was on."""
        self._rows, self._soon, self._title, self._place = rows, soon, title, place
        self._heads, self._empty, self._covered = heads, empty, covered
        self.cursor = max(min(self.cursor, len(rows) - 1), 0)
        self.redraw()

    def go_to(self, place: int) -> None:
        """Put the cursor on a row, or on the first or the last one."""
        place = max(min(place, len(self._rows) - 1), 0)
        if place != self.cursor:
            self.cursor = place
            self.redraw()

    def title(self) -> str:
        """Return which names these are."""
        return self._title

    def place(self) -> str:
        """Return what the key does that shows others."""
        return self._place

    def content(self, width: int, height: int) -> list[Line]:
        """Return the rows around the cursor, and below them the dates that are soon and what the marks say."""
        if not self._rows:
            return [[(f"  {self._empty}", self.paint.style("muted"))]]
        foot = self._foot(width, height)
        room = max(height - 1 - len(foot), 1) if height > 3 else height
        places = seen_rows(self.cursor, len(self._rows), room)
        self._first = places.start
        lines = [heading(width, self.paint, *self._heads)] if height > 3 else []
        lines += [
            row_line(self._rows[at], width, self.paint, here=at == self.cursor, covered=self._covered) for at in places
        ]
        return [*lines, *([[]] * (height - len(lines) - len(foot))), *foot]

    def _foot(self, width: int, height: int) -> list[Line]:
        """Return what stands below the names, as long as they leave room for it."""
        told = legend(self._rows, self.paint)
        lines: list[Line] = [[], told] if told and height > 8 else []
        if self._soon and height >= ROOM_FOR_SOON and len(self._rows) + 6 + len(lines) <= height:
            soon = soon_lines(self._soon[:MOST_SOON], width, self.paint, covered=self._covered)
            lines = [[], [(f"  {HEADING}", self.paint.style("muted"))], *soon, *lines]
        return lines

    def on_click(self, event: events.Click) -> None:
        """Put the cursor on the row that was clicked; a second click opens it."""
        event.stop()
        framed = 1 if self.size.height >= 3 else 0
        place = self._first + event.y - framed - (1 if self.size.height - 2 * framed > 3 else 0)
        if self._first <= place < len(self._rows) and 0 < event.y < self.size.height - 1:
            self.go_to(place)
            self.post_message(self.Chosen(opens=event.chain > 1))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Move on."""
        self._scroll(3)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Move back."""
        self._scroll(-3)

    def _scroll(self, rows: int) -> None:
        self.go_to(self.cursor + rows)
        self.post_message(self.Chosen())
