"""Changes in rows, the latest first, and what enter does to the chosen one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from textual.geometry import Size

from givequest.application.undo import moment_of
from givequest.domain.change_labels import Turn
from givequest.domain.days import MONTHS
from givequest.domain.past_changes import PastChange
from givequest.presentation.lines import Line, cells_of, fit, wrap
from givequest.tui.widgets.row_list import RowList

WHEN, SHORT_WHEN = 12, 6
"""Columns of the time: `23 Nov 08:03`, and where there is little room `23 Nov`, or today `08:03`."""
NARROW = 50
"""Columns below which there is little room."""
MARKS, GAP = 4, 2
"""Columns of cursor and state, and between time and title."""
BELOW = 4
"""Lines below the rows: a blank one, two that tell what has happened, and the keys."""
EMPTY = "Nothing has been changed yet."


class ChangeList(RowList):
    """Rows of changes, one of them chosen by the cursor."""

    def __init__(self) -> None:
        super().__init__(id="history")
        self._changes: Sequence[PastChange] = ()
        self._told = ""
        self._is_trouble = False

    @property
    def chosen(self) -> PastChange | None:
        """The change that the cursor is on; None when there is none at all."""
        return self._changes[self.cursor] if self._changes else None

    @property
    def turn(self) -> Turn | None:
        """Which way enter turns the chosen change; None when there is none."""
        change = self.chosen
        return None if change is None else Turn.BACK if change.in_force else Turn.AGAIN

    @property
    def count(self) -> int:
        """The number of changes."""
        return len(self._changes)

    def show(self, changes: Sequence[PastChange], told: str = "", *, is_trouble: bool = False) -> None:
        """Show changes, the cursor where it was, and what has happened."""
        seq = self.chosen.seq if self.chosen else None
        self._changes, self._told, self._is_trouble = changes, told, is_trouble
        self.cursor = next((place for place, change in enumerate(changes) if change.seq == seq), 0)
        self.redraw()

    def move(self, step: int) -> None:
        """Move the cursor by some rows."""
        self._told = ""
        super().move(step)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return how many lines it takes to show all."""
        return max(len(self._changes), 1) + BELOW + 2

    def title(self) -> str:
        """Return the title, with the place of the cursor where not all rows are seen."""
        count = len(self._changes)
        seen = self.size.height - BELOW - 2
        return "History" if count <= seen else f"History  {self.cursor + 1:,} of {count:,}"

    def content(self, width: int, height: int) -> list[Line]:
        """Return the rows around the cursor, and below them what has happened and the keys."""
        paint = self.paint
        room_of_title = width - MARKS - (SHORT_WHEN if width < NARROW else WHEN) - GAP
        cut = self.chosen.title if self.chosen and cells_of(self.chosen.title) > room_of_title else ""
        told = wrap(self._told or cut, width, max(height - 2, 1))
        room = max(height - max(len(told) + 2, BELOW), 1)
        today = self.givequest.game.now().date()  # of the clock, as the times are
        rows = [self._row(place, width, today) for place in self.seen(room)] or [[(EMPTY, paint.style("muted"))]]
        role = "slip" if self._is_trouble else "notice" if self._told else "muted"
        lines = [*rows, [], *([(line, paint.style(role))] for line in told)]
        lines += [[] for _ in range(max(len(rows), 1) + BELOW - 1 - len(lines))]
        return [*lines, self._keys()]

    def _keys(self) -> Line:
        change = self.chosen
        if change is None:
            return self.keys(("esc", "close"))
        is_done = change.in_force if change.turn is None else change.in_force is (change.turn is Turn.AGAIN)
        return self.keys(("enter", "undo" if is_done else "redo"), ("esc", "close"))

    def _row(self, place: int, width: int, today: date) -> Line:
        paint, glyphs = self.paint, self.paint.glyphs
        change, is_chosen = self._changes[place], place == self.cursor
        on = "cursor_background" if is_chosen else "background"
        weak = paint.style("cursor_text" if is_chosen else "muted", on)
        plain = paint.style("cursor_text" if is_chosen else "text" if change.in_force else "muted", on, bold=is_chosen)
        marks = f"{glyphs.cursor if is_chosen else ' '} {glyphs.done if change.in_force else glyphs.todo} "
        columns = SHORT_WHEN if width < NARROW else WHEN
        when = _short_when(change, today) if width < NARROW else _when(change, today)
        title = fit(change.title, max(width - MARKS - columns - GAP, 0), glyphs.ellipsis)
        return [(marks, plain), (f"{when:<{columns + GAP}}", weak), (title, plain)]


def _when(change: PastChange, today: date) -> str:
    """Return when a change was made: day and time, of another year the day."""
    moment = moment_of(change)
    if moment is None:
        return "?"
    day = f"{moment.day:>2} {MONTHS[moment.month - 1][:3]}"
    return f"{day} {moment:%H:%M}" if moment.year == today.year else f"{day} {moment.year}"


def _short_when(change: PastChange, today: date) -> str:
    """Return when a change was made: today's time, of another day that day, of another year that year."""
    moment = moment_of(change)
    if moment is None:
        return "?"
    if moment.year != today.year:
        return str(moment.year)
    return f"{moment:%H:%M}" if moment.date() == today else f"{moment.day:>2} {MONTHS[moment.month - 1][:3]}"
