"""The year on screen: a heatmap of one series, its months and its longest runs."""

from __future__ import annotations

from datetime import date

from givequest.domain.charts.steps import column_strokes
from givequest.domain.charts.words import count, name_of, tell_run
from givequest.domain.charts.year import YearChart
from givequest.domain.days import MONTHS, days_in_month
from givequest.tui.paint import Line, Paint, shorten, width_of
from givequest.tui.widgets.canvas import framed
from givequest.tui.widgets.chart_details import details_height, details_lines
from givequest.tui.widgets.chart_heat import heat_lines, scale_lines
from givequest.tui.widgets.chart_parts import (
    LEGEND_EDGE,
    MARGIN,
    balance_lines,
    beside,
    coloured,
    ink_of,
    space,
    under_legend,
    with_margin,
)
from givequest.tui.widgets.chart_views import ChartView

LEAST_WIDTH = 61
HEAT_HEIGHT = 8
LEAST_LOWER = 7
"""Columns of the whole year with a frame, lines of the heatmap, and lines that months and runs need."""
MONTH_CELLS = 3
MOST_BARS = 8


def has_frame(view: ChartView, chart: YearChart, width: int, height: int, paint: Paint) -> bool:
    """Return whether there is room for a frame with a title, and the legend."""
    legend = len(scale_lines(view, chart, width - LEGEND_EDGE, paint))
    return width >= LEAST_WIDTH and height >= HEAT_HEIGHT + 1 + legend + (legend > 1)


def title_of(view: ChartView, chart: YearChart) -> str:
    """Return which series and year it is, and how many days were kept."""
    kept = f", {count(chart.trace.kept)}" if view.with_numbers and chart.trace.kept else ""
    return f"{name_of(view.series, view.rules)} in {chart.year}{kept}"


def year_lines(view: ChartView, chart: YearChart, width: int, height: int, paint: Paint) -> list[Line]:
    """Return the year in an area of cells: heatmap and scale first, more where there is room."""
    if not has_frame(view, chart, width, height, paint):
        return _bare(view, chart, width, height, paint)
    inner = width - 2 * MARGIN
    frame = framed(
        title_of(view, chart), heat_lines(view, chart, inner, paint), width, HEAT_HEIGHT + 2, paint, "border_focus"
    )
    lines = under_legend(frame, scale_lines(view, chart, width - LEGEND_EDGE, paint), width, paint)
    room = height - len(lines)
    if room < LEAST_LOWER + 1:
        return lines + with_margin(details_lines(view, inner, room, paint), paint)
    details = min(details_height(view), max(room - LEAST_LOWER - 3, 1))
    lower = min(room - details, MOST_BARS + 4)
    lines += with_margin(_lower(view, chart, inner, lower, paint), paint)
    lines += [[]] * min(height - details - len(lines), 1)
    return lines + with_margin(details_lines(view, inner, details, paint), paint)


def _lower(view: ChartView, chart: YearChart, width: int, height: int, paint: Paint) -> list[Line]:
    """Return a bar for each month, and beside them the longest runs and the balance."""
    left = 12 * MONTH_CELLS + 3
    if view.empty:
        return [[], [(view.empty, paint.style("text"))]]
    heading = paint.style("text", bold=True)
    balance = balance_lines(chart.balance, view.rules, width - left, paint, with_numbers=view.with_numbers)
    runs = run_lines(view, chart, width - left, max(height - len(balance) - (height > LEAST_LOWER + 1), 2), paint)
    right = [*runs, *([[]] if len(runs) + len(balance) < height else []), *balance]
    months: list[Line] = [[("Days of each month", heading)], *month_bars(view, chart, height - 1, paint)]
    return beside(months, right[:height], left, paint)


def month_bars(view: ChartView, chart: YearChart, height: int, paint: Paint) -> list[Line]:
    """Return the kept days of each month as upright bars with the month's initial, and their number, below."""
    kept = chart.kept_by_month()
    shares = [kept[month] / days_in_month(date(chart.year, month + 1, 1)) for month in range(12)]
    columns = [share for share in shares for _ in range(MONTH_CELLS - 1)]
    rows = min(max(height - 1 - view.with_numbers, 1), MOST_BARS)
    chosen = date.fromordinal(view.day).month - 1
    ink = ink_of(view.series, paint)
    lines: list[Line] = []
    for strokes in column_strokes(columns, rows, paint.glyphs, ink):
        line: Line = []
        for month in range(12):
            part = strokes[month * (MONTH_CELLS - 1) : (month + 1) * (MONTH_CELLS - 1)]
            line += [*coloured(part, paint), space(1, paint)]
        lines.append(line)
    looks = [paint.style("accent" if month == chosen else "muted", bold=month == chosen) for month in range(12)]
    lines.append([(f"{MONTHS[month][0]:<{MONTH_CELLS}}", look) for month, look in enumerate(looks)])
    if view.with_numbers:
        lines.append([(f"{kept[month] or '':<{MONTH_CELLS}}", paint.style("text")) for month in range(12)])
    return lines


def run_lines(view: ChartView, chart: YearChart, width: int, height: int, paint: Paint) -> list[Line]:
    """Return a heading and the longest runs, each with its length and its days."""
    runs = chart.longest_runs(max(min(height - 1, 5), 0))
    if not runs:
        return []
    lines: list[Line] = [[("Longest runs", paint.style("text", bold=True))]]
    for run in runs:
        line: Line = (
            [(f"{run.length:>4}  ", paint.style("kept", bold=True))] if view.with_numbers else [space(2, paint)]
        )
        words = tell_run(run, chart)
        if width_of(line) + len(words) > width:
            words = tell_run(run, chart, short=True)
        lines.append(shorten([*line, (words, paint.style("muted"))], width, paint.glyphs.ellipsis))
    return lines


def _bare(view: ChartView, chart: YearChart, width: int, height: int, paint: Paint) -> list[Line]:
    """Return what a small area has room for: the weeks around the cursor, and the scale."""
    legend = scale_lines(view, chart, width, paint)[: max(height - 1, 0)]
    heat = heat_lines(view, chart, width, paint)
    room = height - len(legend)
    if room < len(heat):
        heat = heat[1 : room + 1]
    rest = height - len(heat) - len(legend)
    return [*heat, *legend, *details_lines(view, width, rest, paint)]
