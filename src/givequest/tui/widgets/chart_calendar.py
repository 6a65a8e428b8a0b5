"""One series of a month on screen: a calendar with a bar for each week, and the warmth of each day."""

from __future__ import annotations

from collections.abc import Sequence

from givequest.domain.charts.calendar import is_weekend
from givequest.domain.charts.cells import Mark
from givequest.domain.charts.month import MonthChart
from givequest.domain.charts.steps import column_strokes, line_strokes
from givequest.domain.charts.strokes import glyph_of, role_of
from givequest.domain.charts.words import weekday_name
from givequest.tui.paint import Line, Paint
from givequest.tui.widgets.chart_parts import coloured, ink_of, space
from givequest.tui.widgets.chart_views import ChartView

CALENDAR_CELLS = 7 * 4 + 11
"""Columns of a calendar with its bars."""
LEAST_LINE = 2
LEAST_RANGE = 0.3
"""The least rows of a line, and the least part of all warmth that its height stands for."""


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
    elif cell.mark is Mark.KEPT:
        number = paint.style(ink)
    else:
        number = paint.style("off" if cell.mark is Mark.FUTURE and is_weekend(day) else "muted")
    line: Line = [(f"{day - chart.days[0] + 1:>2}", number), mark]
    after = chart.cell(view.series, follower) if follower else None
    if after is None or not (cell.joined and after.joined):
        return [*line, space(1, paint)]
    if cell.mark is after.mark is Mark.KEPT:
        return [*line, (paint.glyphs.kept, paint.style(ink, bold=True))]
    return [*line, (paint.glyphs.bridged, paint.style("bridged", bold=True))]


def warmth_lines(view: ChartView, chart: MonthChart, width: int, height: int, paint: Paint) -> list[Line]:
    """Return the warmth at the end of each day as a line, its range and the last day's beside it where there is room.

    A line of less than `LEAST_LINE` rows could not rise or fall: it is drawn as bars from nothing to all.
    """
    now = chart.today.toordinal()
    trace = chart.traces[view.series]
    shares = [cell.warmth if cell.ordinal <= now else None for cell in trace.cells]
    known = [share for share in shares if share is not None]
    if not any(known):
        return []
    if height < LEAST_LINE:
        strokes, ends = column_strokes(shares, height, paint.glyphs, "warmth"), {height - 1: known[-1]}
    else:
        low, high = _range_of(known)
        heights = [None if share is None else round((share - low) / (high - low) * (height - 1)) for share in shares]
        strokes = line_strokes(heights, height, paint.glyphs, "warmth")
        last = next(level for level in reversed(heights) if level is not None)
        ends = {0: high, height - 1: low, height - 1 - last: known[-1]}
    lines = [coloured(line, paint) for line in strokes]
    for row, share in ends.items():
        is_last = share == known[-1]
        figure = f" {share * 100:>3.0f}%" * view.with_numbers
        words = next(
            (words for words in ([f"{figure} warm"] * is_last + [figure]) if len(shares) + len(words) <= width), ""
        )
        if words:
            lines[row].append((words, paint.style("warmth" if is_last else "muted")))
    return lines


def _range_of(known: Sequence[float]) -> tuple[float, float]:
    """Return the bottom and the top of an axis: as wide as the line, but no small change looks like a great one."""
    low, high = min(known), max(known)
    spare = max(LEAST_RANGE - (high - low), 0) / 2
    low, high = low - spare, high + spare
    shift = max(-low, 0) - max(high - 1, 0)
    return max(low + shift, 0), min(high + shift, 1)
