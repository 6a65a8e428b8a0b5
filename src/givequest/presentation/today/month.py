"""A small calendar of the month: a run of giving days is drawn as one line, a day that nothing is said of by number.

Where a day is to be found, each has its number, and its mark behind it.
"""

from __future__ import annotations

from givequest.application.calendar import Month
from givequest.domain.days import WEEKDAYS
from givequest.domain.progress.day_mark import DayMark
from givequest.presentation.lines import Line, Span, width_of
from givequest.presentation.paint import Paint

CELL = 3
"""Cells a day takes."""

MARK_NAMES = {
    DayMark.KEPT: "kept",
    DayMark.BRIDGED: "grace day",
    DayMark.EMPTY: "empty",
    DayMark.REST: "day off",
    DayMark.OFF: "not its day",
    DayMark.SLIP: "posted",
    DayMark.TODAY: "today",
}
"""What each mark is called, in the order they are told in."""
_ASKED = (DayMark.REST, DayMark.BRIDGED, DayMark.OFF, DayMark.SLIP, DayMark.EMPTY)
"""The marks that nobody understands by themselves, what is asked for most before the others."""


def marks_told(month: Month, paint: Paint, room: int) -> Line:
    """Return what the signs of a month mean, those that are in it: as many as have room in some cells."""
    line: Line = []
    shown = [mark for number, mark in enumerate(month.marks, 1) if number != month.day.day]  # the cursor hides its own
    for mark in _ASKED:
        if mark in shown:
            sign, role = _signs(paint)[mark]
            gap: Line = [("  ", paint.style())] if line else []
            longer = [*line, *gap, (sign, paint.style(role)), (f" {MARK_NAMES[mark]}", paint.style("muted"))]
            line = longer if width_of(longer) <= room and sign.strip() else line
    return line


def month_lines(
    month: Month, first_weekday: int, paint: Paint, *, is_lit: bool = False, is_numbered: bool = False
) -> list[Line]:
    """Return the names of the weekdays and the weeks; five lines to seven.

    `is_lit` lights the day that is shown: all of it is done. `is_numbered` gives each day its number.
    """
    order = [(first_weekday + offset) % 7 for offset in range(7)]
    lines: list[Line] = [[(f"{WEEKDAYS[day][:2].title():<{CELL}}", paint.style("muted")) for day in order]]
    line: Line = [(" " * CELL * order.index(month.first.weekday()), paint.style())]
    for number in range(1, len(month.marks) + 1):
        day = month.first.replace(day=number)
        if number > 1 and day.weekday() == first_weekday:
            lines.append(line)
            line = []
        if is_numbered:
            line += _numbered(month, number, paint, is_lit=is_lit)
        else:
            line += _cell(month, number, first_weekday, paint, is_lit=is_lit)
    return [*lines, line]


def day_at(month: Month, first_weekday: int, line: int, column: int) -> int | None:
    """Return the number of the day that is drawn in a cell; `line` 0 has the names of the weekdays. None for no day."""
    before = (month.first.weekday() - first_weekday) % 7
    number = (line - 1) * 7 + column // CELL - before + 1
    is_day = line > 0 and 0 <= column < 7 * CELL and 1 <= number <= len(month.marks)
    return number if is_day else None


def _cell(month: Month, number: int, first_weekday: int, paint: Paint, *, is_lit: bool) -> Line:
    glyphs = paint.glyphs
    mark = month.marks[number - 1]
    day = month.first.replace(day=number)
    is_last = number == len(month.marks) or (day.weekday() + 1) % 7 == first_weekday
    tail = _tail(mark, None if is_last else month.marks[number], paint)
    if day == month.day and is_lit and not paint.without_colour:
        return [(f"{number:>2}", paint.style("background", "kept", bold=True)), tail]
    if day == month.day:
        return [(f"{number:>2}", paint.style("cursor_text", "cursor_background", bold=True)), tail]
    if mark is DayMark.KEPT:
        return [(glyphs.kept * 2, paint.style("kept", bold=day == month.today)), tail]
    if mark is DayMark.BRIDGED:
        return [(glyphs.bridged * 2, paint.style("bridged")), tail]
    if mark is DayMark.TODAY:
        return [(f"{number:>2} ", paint.style("accent", bold=True))]
    if mark in (DayMark.BEFORE, DayMark.AHEAD):
        return [(f"{number:>2} ", paint.style("muted"))]
    glyph, role = _signs(paint)[mark]
    return [(f"{glyph} ", paint.style(role)), (" ", paint.style())]


def _numbered(month: Month, number: int, paint: Paint, *, is_lit: bool) -> Line:
    mark = month.marks[number - 1]
    sign, role = _signs(paint).get(mark, (" ", "muted"))
    if month.first.replace(day=number) == month.day:
        is_bright = is_lit and not paint.without_colour
        ground = ("background", "kept") if is_bright else ("cursor_text", "cursor_background")
        head = paint.style(*ground, bold=True)
    elif mark is DayMark.TODAY:
        head = paint.style("accent", bold=True)
    else:
        head = paint.style("text" if mark is DayMark.KEPT else "muted")
    return [(f"{number:>2}", head), (sign, paint.style(role))]


def _signs(paint: Paint) -> dict[DayMark, tuple[str, str]]:
    """Return the sign and the role of each mark that has one."""
    glyphs = paint.glyphs
    return {
        DayMark.KEPT: (glyphs.kept, "kept"),
        DayMark.BRIDGED: (glyphs.bridged, "bridged"),
        DayMark.EMPTY: (glyphs.empty, "empty"),
        DayMark.REST: (glyphs.rest, "rest"),
        DayMark.OFF: (glyphs.off, "off"),
        DayMark.SLIP: (glyphs.slip, "slip"),
    }


def _tail(mark: DayMark, follower: DayMark | None, paint: Paint) -> Span:
    """Return the cell between a day and the next of its week: the line of a run that goes on."""
    if mark is follower is DayMark.KEPT:
        return paint.glyphs.kept, paint.style("kept")
    if follower is not None and {mark, follower} <= {DayMark.KEPT, DayMark.BRIDGED}:
        return paint.glyphs.bridged, paint.style("bridged")
    return " ", paint.style("kept")
