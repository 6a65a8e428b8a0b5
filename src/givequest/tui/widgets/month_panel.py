"""A small calendar of the month: a run of giving days is drawn as one line."""

from __future__ import annotations

from givequest.application.month import DayMark, Month
from givequest.domain.days import MONTHS, WEEKDAYS
from givequest.tui.paint import Line
from givequest.tui.widgets.canvas import Panel

CELL = 3
"""Cells a day takes."""


class MonthPanel(Panel):
    """The month around the day that is shown."""

    def __init__(self, first_weekday: int) -> None:
        super().__init__(id="month")
        self._first_weekday = first_weekday
        self._month: Month | None = None

    def show(self, month: Month) -> None:
        """Show another month, or another day of it."""
        if month != self._month:
            self._month = month
            self.redraw()

    def title(self) -> str:
        """Return the month's name."""
        if self._month is None:
            return ""
        first = self._month.first
        same_year = first.year == self._month.today.year
        return MONTHS[first.month - 1] + ("" if same_year else f" {first.year}")

    def content(self, width: int, height: int) -> list[Line]:
        """Return the weeks."""
        month, paint = self._month, self.paint
        if month is None:
            return []
        order = [(self._first_weekday + offset) % 7 for offset in range(7)]
        lines: list[Line] = [[(f"{WEEKDAYS[day][:2].title():<{CELL}}", paint.style("muted")) for day in order]]
        line: Line = [(" " * CELL * order.index(month.first.weekday()), paint.style())]
        for number in range(1, len(month.marks) + 1):
            day = month.first.replace(day=number)
            if number > 1 and day.weekday() == self._first_weekday:
                lines.append(line)
                line = []
            line += self._cell(month, number)
        return [*lines, line]

    def _cell(self, month: Month, number: int) -> Line:
        paint, glyphs = self.paint, self.paint.glyphs
        mark = month.marks[number - 1]
        day = month.first.replace(day=number)
        joins = mark is DayMark.KEPT and number < len(month.marks) and month.marks[number] is DayMark.KEPT
        joins = joins and (day.weekday() + 1) % 7 != self._first_weekday
        tail = (glyphs.kept if joins else " ", paint.style("kept"))
        if day == month.day:
            return [(f"{number:>2}", paint.style("cursor_text", "cursor_background", bold=True)), tail]
        if mark is DayMark.KEPT:
            return [(glyphs.kept * 2, paint.style("kept", bold=day == month.today)), tail]
        if mark is DayMark.AHEAD and day == month.today:
            return [(f"{number:>2} ", paint.style("accent", bold=True))]
        glyph, role = {
            DayMark.EMPTY: (glyphs.empty, "empty"),
            DayMark.REST: (glyphs.rest, "rest"),
            DayMark.OFF: (glyphs.off, "off"),
            DayMark.AHEAD: (" ", "faint"),
        }[mark]
        return [(f"{glyph} ", paint.style(role)), (" ", paint.style())]
