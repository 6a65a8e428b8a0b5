"""A small calendar of the month: a run of giving days is drawn as one line."""

from __future__ import annotations

from givequest.application.calendar import DayMark, Month
from givequest.domain.days import WEEKDAYS
from givequest.presentation.lines import Line
from givequest.presentation.paint import Paint

CELL = 3
"""Cells a day takes."""


def month_lines(month: Month, first_weekday: int, paint: Paint) -> list[Line]:
    """Return the names of the weekdays and the weeks; six lines or seven."""
    order = [(first_weekday + offset) % 7 for offset in range(7)]
    lines: list[Line] = [[(f"{WEEKDAYS[day][:2].title():<{CELL}}", paint.style("muted")) for day in order]]
    line: Line = [(" " * CELL * order.index(month.first.weekday()), paint.style())]
    for number in range(1, len(month.marks) + 1):
        day = month.first.replace(day=number)
        if number > 1 and day.weekday() == first_weekday:
            lines.append(line)
            line = []
        line += _cell(month, number, first_weekday, paint)
    return [*lines, line]


def _cell(month: Month, number: int, first_weekday: int, paint: Paint) -> Line:
    glyphs = paint.glyphs
    mark = month.marks[number - 1]
    day = month.first.replace(day=number)
    joins = mark is DayMark.KEPT and number < len(month.marks) and month.marks[number] is DayMark.KEPT
    joins = joins and (day.weekday() + 1) % 7 != first_weekday
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
