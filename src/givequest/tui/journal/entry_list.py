"""The list of what was written, newest first: only the rows on screen are ever drawn."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from textual import events
from textual.message import Message

from givequest.domain.days import MONTHS, WEEKDAYS
from givequest.domain.journal.search import Found, Query, words_of
from givequest.domain.journal.sorts import label_of
from givequest.domain.records import Record, RecordType
from givequest.presentation.lines import Line, first_seen, shorten, width_of
from givequest.tui.journal.highlight import excerpt
from givequest.tui.widgets.canvas import Panel

DATE_CELLS = 11
NOTHING = Query()


class JournalList(Panel, can_focus=True):
    """Rows of texts with a cursor; a row without a record is a day on which nothing is written yet."""

    class Chosen(Message):
        """The cursor was put on another row with the mouse."""

    def __init__(self) -> None:
        super().__init__(id="entries")
        self._rows: Sequence[Found] = ()
        self._query = NOTHING
        self._today = date.min
        self._heading = "Journal"
        self._empty = ""
        self.cursor = 0

    def show(
        self, rows: Sequence[Found], today: date, *, query: Query = NOTHING, heading: str = "Journal", empty: str = ""
    ) -> None:
        """Show rows, the cursor on the same record as before where it is still there."""
        self._rows, self._today, self._query = rows, today, query
        self._heading, self._empty = heading, empty
        self.cursor = max(min(self.cursor, len(rows) - 1), 0)
        self.redraw()

    @property
    def chosen(self) -> Record | None:
        """The record under the cursor (its id is empty where nothing is written yet); none in an empty list."""
        return self._rows[self.cursor].record if self._rows else None

    def go_to(self, position: int) -> None:
        """Put the cursor on a row, or on the first or last one."""
        position = max(min(position, len(self._rows) - 1), 0)
        if position != self.cursor:
            self.cursor = position
            self.redraw()

    def _choose(self, position: int) -> None:
        self.go_to(position)
        self.post_message(self.Chosen())

    def title(self) -> str:
        """Return the heading."""
        return self._heading

    def content(self, width: int, height: int) -> list[Line]:
        """Return the rows around the cursor."""
        if not self._rows:
            return [[(self._empty, self.paint.style("muted"))]]
        first = self._first_row(height)
        return [self._row(number, width) for number in range(first, min(first + height, len(self._rows)))]

    def _first_row(self, height: int) -> int:
        return first_seen(self.cursor, len(self._rows), height)

    def _row(self, number: int, width: int) -> Line:
        paint, record = self.paint, self._rows[number].record
        here = number == self.cursor
        sign = paint.glyphs.cursor if here else " "
        is_first = number == 0 or self._rows[number - 1].record.day != record.day
        day = self._day(record.day) if is_first or here else ""
        line: Line = [
            (f"{sign} ", paint.style("accent", bold=True)),
            (f"{day:<{DATE_CELLS}}  ", paint.style("text" if here else "muted", bold=here)),
        ]
        line += self._text(record, width - width_of(line), here=here)
        if not here:
            return shorten(line, width, paint.glyphs.ellipsis)
        line = shorten(line, width, paint.glyphs.ellipsis)
        return [*line, (" " * (width - width_of(line)), paint.style())]

    def _text(self, record: Record, room: int, *, here: bool) -> Line:
        paint = self.paint
        if not record.id:
            return [("no page yet", paint.style("muted"))]
        label = label_of(record, self.givequest.game.kinds)
        head: Line = [(f"{label}  ", paint.style("bonus" if record.type is RecordType.GIFT else "level"))]
        head = head if label else []
        room -= width_of(head)
        return head + excerpt(words_of(record), self._query, room, paint.style("text", bold=here), paint)

    def _day(self, day: date) -> str:
        if day == self._today:
            return "Today"
        name = MONTHS[day.month - 1][:3]
        if day.year == self._today.year:
            return f"{WEEKDAYS[day.weekday()][:3].title()} {day.day:>2} {name}"
        return f"{day.day:>2} {name} {day.year}"

    def on_click(self, event: events.Click) -> None:
        """Put the cursor on the row that was clicked."""
        framed = 1 if self.size.height >= 3 else 0
        row = event.y - framed
        if 0 <= row < self.size.height - 2 * framed:
            self._choose(self._first_row(self.size.height - 2 * framed) + row)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Move on."""
        self._choose(self.cursor + 3)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Move back."""
        self._choose(self.cursor - 3)
