"""Who a deed is for: the field, and the names below it that may be meant."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from textual import events
from textual.message import Message

from givequest.application.people.listing import PersonRow
from givequest.presentation.lines import Line
from givequest.presentation.people.rows import row_line, row_of
from givequest.tui.widgets.canvas import Canvas
from givequest.tui.widgets.one_line import OneLine

MOST = 3
"""Names that are offered at once."""


class WhoField(OneLine):
    """A line for a name; at its end, the right arrow takes the first of those that may be meant."""

    def __init__(self, value: str, typed: Callable[[str], None], complete: Callable[[], str | None]) -> None:
        super().__init__(value, id="who")
        self._typed = typed
        self._complete = complete

    def watch_value(self, value: str) -> None:
        """Tell of what is typed before it is drawn."""
        if self.is_mounted:
            self._typed(value)

    def action_cursor_right(self, select: bool = False) -> None:
        """Move, or take what is offered."""
        at_end = self.cursor_position == len(self.value)
        if at_end and not select and (name := self._complete()) is not None:
            self.take(name)
        else:
            super().action_cursor_right(select)

    def take(self, name: str) -> None:
        """Hold a name, the cursor behind it."""
        self.value = name
        self.cursor_position = len(name)


class NameChoices(Canvas):
    """Up to three names below the field, over whatever stands there; it takes no room where there are none."""

    ground = "panel"

    class Picked(Message):
        """A name was clicked."""

        def __init__(self, name: str) -> None:
            super().__init__()
            self.name_of = name

    def __init__(self) -> None:
        super().__init__(id="names")
        self.people: Sequence[PersonRow] = ()
        self._at: int | None = None
        self._today = date.min

    def show(self, people: Sequence[PersonRow], today: date) -> None:
        """Offer some names; none is chosen yet."""
        self.people, self._today, self._at = people[:MOST], today, None
        self.styles.display = "block" if people else "none"
        self.styles.height = len(self.people)
        self.redraw()

    @property
    def chosen(self) -> str | None:
        """The name that the arrow keys have gone to."""
        return self.people[self._at].name if self._at is not None and self._at < len(self.people) else None

    def move(self, step: int) -> bool:
        """Go to another name; return whether there is one: above the first there is the field."""
        at = -1 if self._at is None else self._at
        if not -1 <= at + step < len(self.people):
            return False
        self._at = at + step if at + step >= 0 else None
        self.redraw()
        return True

    def lines(self, width: int, height: int) -> list[Line]:
        """Return the names."""
        lines = []
        for at, person in enumerate(self.people):
            row = row_line(row_of(person, self._today), width, self.paint, here=at == self._at)
            lines.append([(text, ink._replace(on="panel")) for text, ink in row])
        return lines

    def on_click(self, event: events.Click) -> None:
        """Take the name that was clicked."""
        event.stop()
        if 0 <= event.y < len(self.people):
            self.post_message(self.Picked(self.people[event.y].name))
