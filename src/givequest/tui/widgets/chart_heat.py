"""The heatmap of a year on screen, its scale, and the weekdays' share beside it."""

from __future__ import annotations

from givequest.domain.charts.cells import Mark
from givequest.domain.charts.steps import heat_empty, heat_strokes, month_labels, shade_stroke
from givequest.domain.charts.strokes import Stroke
from givequest.domain.charts.words import weekday_name
from givequest.domain.charts.year import LEVELS, YearChart
from givequest.tui.paint import Line, Paint
from givequest.tui.widgets.chart_parts import coloured, flow, ink_of, space
from givequest.tui.widgets.chart_views import ChartView

LABEL = 3
BARS = 14
"""Columns of the bar and number of a weekday, with the space before them."""


def heat_lines(view: ChartView, chart: YearChart, width: int, paint: Paint) -> list[Line]:
    """Return the names of the months, and a line for each weekday; the weeks around the cursor where not all fit."""
    weeks = chart.weeks()
    cell = 2 if width >= LABEL + 2 * len(weeks) else 1
    fits = max((width - LABEL) // cell, 1)
    chosen = next((position for position, week in enumerate(weeks) if view.day in week), 0)
    first = max(0, min(chosen - fits // 2, len(weeks) - fits))
    part = slice(first * cell, (first + fits) * cell)
    lines: list[Line] = [[space(LABEL, paint), *coloured(month_labels(chart, cell)[part], paint)]]
    has_bars = width - LABEL - len(weeks) * cell >= BARS
    for position, strokes in enumerate(heat_strokes(chart, paint.glyphs, cell)):
        weekday = (chart.first_weekday + position) % 7
        style = paint.style("off" if weekday >= 5 else "muted")
        line: Line = [(f"{weekday_name(weekday):<{LABEL}}", style)]
        line += coloured(_around(strokes[part], view.day), paint, cursor=view.day)
        if has_bars:
            line += _weekday_bar(view, chart, [week[position] for week in weeks], paint)
        lines.append(line)
    return lines


def _around(strokes: list[Stroke], cursor: int) -> list[Stroke]:
    """Return the strokes with a sign where the cursor is on a blank day, so that no colour is needed to find it."""
    column = next((column for column, stroke in enumerate(strokes) if stroke.day == cursor), None)
    if column is None or strokes[column].text != " ":
        return strokes
    return [*strokes[:column], strokes[column]._replace(text="+"), *strokes[column + 1 :]]


def _weekday_bar(view: ChartView, chart: YearChart, days: list[int], paint: Paint) -> Line:
    kept = sum(bool(day) and chart.cell(view.series, day).mark is Mark.KEPT for day in days)
    line: Line = [space(2, paint), *paint.gauge(kept / len(days), 7, ink_of(view.series, paint))]
    return [*line, (f"{kept:>4}", paint.style("text"))] if view.with_numbers and kept else line


def scale_lines(view: ChartView, chart: YearChart, width: int, paint: Paint) -> list[Line]:
    """Return what the shades and marks of a heatmap mean, in as many lines as it takes."""
    glyphs, muted = paint.glyphs, paint.style("muted")
    steps = chart.scale.steps
    first = LEVELS - len(steps) + 1
    none = heat_empty(glyphs)
    entries: list[Line] = []
    if none.strip():
        entries.append([(none, paint.style("faint")), (" none", muted)])
    if view.with_numbers or len(steps) == 1:
        unit = {"effort": "effort ", "deeds": "deeds ", "share": "of the board ", "kept": ""}[chart.scale.unit]
        for level, label in enumerate(steps, first):
            before = unit if level == first else ""
            entries.append([(before, muted), *_shade(level, paint), (f" {label}", muted)])
    else:
        shades = [span for level in range(first, LEVELS + 1) for span in _shade(level, paint)]
        entries.append([("less ", muted), *shades, (" more", muted)])
    entries.append([(glyphs.rest, paint.style("rest")), (" rest", muted)])
    if view.rules.scheduled:
        entries.append([(glyphs.off.strip() or "blank", paint.style("off")), (" not due", muted)])
    if view.series == "quiet":
        entries.append([(glyphs.slip, paint.style("slip")), (" slip", muted)])
    if chart.days[0] <= chart.today.toordinal() <= chart.days[-1]:
        entries.append([(glyphs.today, paint.style("accent")), (" today", muted)])
    return flow(entries, width, paint)


def _shade(level: int, paint: Paint) -> Line:
    return coloured([shade_stroke(level, paint.glyphs)], paint)
