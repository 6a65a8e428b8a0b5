"""One series of a month on screen: a calendar with a bar for each week."""

from __future__ import annotations

from givequest.domain.charts.calendar import is_weekend
from givequest.domain.charts.month import MonthChart
from givequest.domain.progress.day_mark import DayMark
from givequest.presentation.charts.captions import weekday_name
from givequest.presentation.charts.parts import ink_of, space
from givequest.presentation.charts.strokes import glyph_of, role_of
from givequest.presentation.charts.view import ChartView
from givequest.presentation.lines import Line
from givequest.presentation.paint import Paint

DAY_CELLS = 4
CALENDAR_CELLS = 7 * DAY_CELLS + 11
"""Columns of a day, and of a calendar with its bars."""


def calendar_lines(view: ChartView, chart: MonthChart, paint: Paint) -> list[Line]:
    """Return the weekdays, then a line for each week with the days kept in it as a bar."""
    ink = ink_of(view.series, paint)
    order = [(chart.first_weekday + offset) % 7 for offset in range(7)]
    lines: list[Line] = [[(f"{weekday_name(day):<4}", paint.style("off" if day >= 5 else "muted")) for day in order]]
    for week, kept in zip(chart.weeks(), chart.kept_by_week(view.series), strict=True):
        line: Line = []
        for position, day in enumerate(week):
            line += _day(view, chart, day, week[position + 1] if position < 6 else 0, ink, paint)
        line.append((paint.glyphs.bar_full * kept, paint.style(ink)))
        line.append((paint.glyphs.bar_empty * (sum(map(bool, week)) - kept), paint.style("faint")))
        if view.with_numbers and kept:
            line.append((f" {kept}", paint.style("text")))
        lines.append(line)
    return lines


def _day(view: ChartView, chart: MonthChart, day: int, follower: int, ink: str, paint: Paint) -> Line:
    """Return the four cells of a day: its number, its mark, and the line to the next day."""
    if not day:
        return [space(4, paint)]
    cell = chart.cell(view.series, day)
    mark = (glyph_of(cell.mark, paint.glyphs), paint.style(role_of(cell.mark, ink), bold=True))
    if day == view.day:
        number = paint.style("cursor_text", "cursor_background", bold=True)
    elif day == chart.today.toordinal():
        number = paint.style("accent", bold=True)
    elif cell.mark is DayMark.KEPT:
        number = paint.style(ink)
    else:
        number = paint.style("off" if cell.mark is DayMark.AHEAD and is_weekend(day) else "muted")
    line: Line = [(f"{day - chart.days[0] + 1:>2}", number), mark]
    after = chart.cell(view.series, follower) if follower else None
    if after is None or not (cell.joined and after.joined):
        return [*line, space(1, paint)]
    if cell.mark is after.mark is DayMark.KEPT:
        return [*line, (paint.glyphs.kept, paint.style(ink, bold=True))]
    return [*line, (paint.glyphs.bridged, paint.style("bridged", bold=True))]
