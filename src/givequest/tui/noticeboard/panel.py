"""The noticeboard as a widget: a cursor over what was noticed and over those who may know a door."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from textual import events
from textual.message import Message

from givequest.presentation.lines import Line
from givequest.presentation.noticeboard.rows import Item, empty_lines, noticeboard_lines
from givequest.tui.widgets.canvas import Panel, has_frame


class NoticeboardPanel(Panel, can_focus=True):
    """What stands on the noticeboard."""

    border_role = "border_focus"

    class Chosen(Message):
        """The cursor was put on another row with the mouse; `again`: it was on it already, and its row was clicked."""

        def __init__(self, *, again: bool = False) -> None:
            super().__init__()
            self.again = again

    def __init__(self) -> None:
        super().__init__(id="noticeboard")
        self._items: Sequence[Item] = ()
        self._today = date.min
        self._cursor = 0
        self._top = 0
        self.covered = False
        """Whether dots stand in the place of names."""
        self._places: list[int | None] = []

    @property
    def chosen(self) -> Item | None:
        """What the cursor is on; None where there is nothing."""
        return self._items[self._cursor] if self._items else None

    def show(self, items: Sequence[Item], today: date) -> None:
        """Show items, the cursor on the one that it was on, or on the same line."""
        key = _key(self.chosen)
        self._items, self._today = items, today
        places = [place for place, item in enumerate(items) if _key(item) == key]
        self._cursor = places[0] if places else max(min(self._cursor, len(items) - 1), 0)
        self.redraw()

    def choose(self, identity: str) -> None:
        """Put the cursor on what has an id."""
        for place, item in enumerate(self._items):
            if item.row.spot.id == identity and item.door is None:
                self._cursor = place
                self.redraw()
                return

    def move(self, step: int) -> None:
        """Move the cursor by some items; it stops at the ends."""
        self._cursor = max(0, min(self._cursor + step, len(self._items) - 1))
        self.redraw()

    def title(self) -> str:
        """Return what it is."""
        return "Noticeboard"

    def content(self, width: int, height: int) -> list[Line]:
        """Return the lines around the cursor."""
        if not self._items:
            self._places, self._top = [], 0
            return empty_lines(width, self.paint, self.givequest.with_keys)
        view = noticeboard_lines(
            self._items, self._cursor, width, height, self.paint, self._today, covered=self.covered
        )
        own = [line for line, place in enumerate(view.places) if place == self._cursor]
        last = len(view.lines) - height
        self._top = max(0, min(max(min(self._top, own[0]), own[-1] - height + 1), last))
        if self._cursor == 0:
            self._top = 0
        self._places = view.places[self._top :]
        return view.lines[self._top : self._top + height]

    def on_click(self, event: events.Click) -> None:
        """Choose what was clicked; once more means to do it."""
        event.stop()
        line = event.y - has_frame(*self.size)
        place = self._places[line] if 0 <= line < len(self._places) else None
        if place is None or event.chain > 2:
            return
        again = place == self._cursor
        self._cursor = place
        self.redraw()
        self.post_message(self.Chosen(again=again))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Move down."""
        event.stop()
        self.move(1)
        self.post_message(self.Chosen())

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Move up."""
        event.stop()
        self.move(-1)
        self.post_message(self.Chosen())


def _key(item: Item | None) -> tuple[str, str]:
    return ("", "") if item is None else (item.row.spot.id, item.door.name if item.door is not None else "")
