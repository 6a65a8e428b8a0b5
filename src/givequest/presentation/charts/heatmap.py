"""The heatmap of a year on screen, its scale, and the weekdays' share beside it."""

from __future__ import annotations

from givequest.domain.charts.year import YearChart
from givequest.domain.progress.day_mark import DayMark
from givequest.named_tuple import NamedTuple
from givequest.presentation.charts.captions import weekday_name
from givequest.presentation.charts.legend import year_legend
from givequest.presentation.charts.parts import coloured, flow, ink_of, space
from givequest.presentation.charts.plots import heat_strokes, month_labels
from givequest.presentation.charts.strokes import Stroke
from givequest.presentation.charts.view import ChartView
from givequest.presentation.lines import Line
from givequest.presentation.paint import Paint

LABEL = 3
LEAST_BAR, MOST_BAR, BESIDE_BAR = 8, 24, 6
"""Columns of the bar of a weekday, and of its number and the space before it."""


class HeatWindow(NamedTuple):
    """Which weeks of a year are drawn."""

    cell: int
    """Columns of a week."""
    first: int
    """The place of the first one."""
    fits: int
    """How many there is room for."""


def heat_window(view: ChartView, chart: YearChart, width: int) -> HeatWindow:
    """Return which weeks have room, and how wide each is."""
    weeks = chart.weeks()
    cell = 2 if width >= LABEL + 2 * len(weeks) else 1
    fits = max((width - LABEL) // cell, 1)
    looked_at = chart.today.toordinal() if view.is_printed else view.day
    chosen = next((position for position, week in enumerate(weeks) if looked_at in week), 0)
    before = fits - 1 if view.is_printed else fits // 2
    return HeatWindow(cell, max(0, min(chosen - before, len(weeks) - fits)), fits)


def heat_lines(view: ChartView, chart: YearChart, width: int, paint: Paint) -> list[Line]:
    """Return the names of the months, and a line for each weekday.

    Where not all weeks fit: those around the cursor, on paper the last ones up to today.
    """
    weeks = chart.weeks()
    cell, first, fits = heat_window(view, chart, width)
    part = slice(first * cell, (first + fits) * cell)
    lines: list[Line] = [[space(LABEL, paint), *coloured(month_labels(chart, cell)[part], paint)]]
    bar = min(width - LABEL - len(weeks) * cell - BESIDE_BAR, MOST_BAR) if chart.trace.kept else 0
    if bar >= LEAST_BAR:
        lines[0].append((f"  {'by weekday':<{bar}}", paint.style("muted")))
    for position, strokes in enumerate(heat_strokes(chart, paint.glyphs, ink_of(view.series, paint), cell)):
        weekday = (chart.first_weekday + position) % 7
        style = paint.style("off" if weekday >= 5 else "muted")
        line: Line = [(f"{weekday_name(weekday):<{LABEL}}", style)]
        line += coloured(_around(strokes[part], view.day), paint, cursor=view.day)
        if bar >= LEAST_BAR:
            line += _weekday_bar(view, chart, [week[position] for week in weeks], bar, paint)
        lines.append(line)
    return lines


def _around(strokes: list[Stroke], cursor: int) -> list[Stroke]:
    """Return the strokes with a sign where the cursor is on a blank day, so that no colour is needed to find it."""
    column = next((column for column, stroke in enumerate(strokes) if stroke.day == cursor), None)
    if not cursor or column is None or strokes[column].text != " ":
        return strokes
    return [*strokes[:column], strokes[column]._replace(text="+"), *strokes[column + 1 :]]


def _weekday_bar(view: ChartView, chart: YearChart, days: list[int], bar: int, paint: Paint) -> Line:
    kept = sum(bool(day) and chart.cell(view.series, day).mark is DayMark.KEPT for day in days)
    line: Line = [space(2, paint), *paint.gauge(kept / len(days), bar, ink_of(view.series, paint))]
    return [*line, (f"{kept:>4}", paint.style("text"))] if view.with_numbers and kept else line


def scale_lines(view: ChartView, chart: YearChart, width: int, paint: Paint) -> list[Line]:
    """Return what the shades and marks of a heatmap mean, in as many lines as it takes."""
    entries = year_legend(chart, paint.glyphs, ink_of(view.series, paint), with_numbers=view.with_numbers)
    return flow((coloured(entry, paint) for entry in entries), width, paint)
