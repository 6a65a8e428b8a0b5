"""A year: a heatmap of one series, its months and its longest runs."""

from __future__ import annotations

from datetime import date

from givequest.domain.charts.year import YearChart
from givequest.domain.days import MONTHS, days_in_month
from givequest.domain.rules import Rules
from givequest.presentation.charts.captions import count, empty_line, name_of, tell_run
from givequest.presentation.charts.details import details_lines
from givequest.presentation.charts.heatmap import heat_lines, scale_lines
from givequest.presentation.charts.parts import (
    LABEL,
    LEGEND_EDGE,
    MARGIN,
    balance_lines,
    bar_line,
    beside,
    coloured,
    heading_line,
    ink_of,
    sentence_lines,
    share_out,
    space,
    under_legend,
    with_margin,
)
from givequest.presentation.charts.plots import column_strokes
from givequest.presentation.charts.view import ChartView
from givequest.presentation.frame import framed
from givequest.presentation.lines import Line, shorten, width_of, wrap
from givequest.presentation.paint import Paint

LEAST_WIDTH = 61
HEAT_HEIGHT = 8
LEAST_LOWER = 7
"""Columns of the whole year with a frame, lines of the heatmap, and lines that months and runs need."""
COMFORTABLE, ROOMY = 11, 14
"""Lines of months and runs from which on one is left blank below them and above them."""
LEAST_APART, LEAST_TITLED = 4, 7
"""Lines of the runs from which on the balance is set apart from them and has a heading."""
MONTH_CELLS, MOST_MONTH_CELLS = 3, 5
LEAST_BESIDE, BESIDE = 28, 48
"""Columns of a month, and of what stands beside the months: where it fits at all, and where these can be wider."""
MOST_BARS, MOST_BAR = 10, 3
"""Lines of the bars of months, and columns of each, at most."""
MOST_PRINTED_BAR, LEAST_PRINTED_BAR = 20, 1
PRINTED_NUMBER = 4
"""Columns of the bar of a month on the command line, at most and at least, and of the number behind it."""
MOST_PRINTED_RUNS = 6
"""Lines of the longest runs on the command line, with their heading."""


def title_of(view: ChartView, chart: YearChart) -> str:
    """Return which series and year it is, and how many days were kept."""
    kept = f", {count(chart.trace.kept)}" if view.with_numbers and chart.trace.kept else ""
    return f"{name_of(view.series, view.rules)} in {chart.year}{kept}"


def untold(view: ChartView, chart: YearChart, width: int, height: int, paint: Paint) -> list[str]:
    """Return what there is no room to say here: which year it is, and that there is nothing to see in it."""
    frame = frame_height(view, chart, width, height, paint)
    words = [] if frame else [title_of(view, chart)]
    return words if frame and height - frame > LEAST_LOWER else [*words, view.empty]


def frame_height(view: ChartView, chart: YearChart, width: int, height: int, paint: Paint) -> int:
    """Return how many lines the heatmap takes with a frame, a title and the scale; 0 where these do not fit."""
    scale = len(scale_lines(view, chart, width - LEGEND_EDGE, paint))
    lines = HEAT_HEIGHT + 2 + (scale if scale > 1 else 0)
    return lines if width >= LEAST_WIDTH and height >= lines else 0


def year_lines(view: ChartView, chart: YearChart, width: int, height: int, paint: Paint) -> list[Line]:
    """Return the year in an area of cells: heatmap and scale first, more where there is room."""
    if not frame_height(view, chart, width, height, paint):
        return _bare(view, chart, width, height, paint)
    inner = width - 2 * MARGIN
    lines = year_frame(view, chart, width, paint)
    room = height - len(lines)
    if room < LEAST_LOWER + 1:
        return lines + with_margin(details_lines(view, inner, room, paint), paint)
    lower, details = share_out(room, COMFORTABLE - 1, COMFORTABLE)
    if lower > ROOMY:
        lines.append([])
        lower -= 1
    lines += with_margin(year_totals(view, chart, inner, min(lower, MOST_BARS + 4), paint), paint)
    if view.year is not None and not view.empty:
        earlier = year_frame(view, view.year, width, paint)
        lines += [[], *earlier] if len(lines) + 1 + len(earlier) + 1 + details <= height else []
    lines += [[]] * (height - details - len(lines))
    return lines + with_margin(details_lines(view, inner, details, paint), paint)


def year_frame(view: ChartView, chart: YearChart, width: int, paint: Paint) -> list[Line]:
    """Return the heatmap in its frame, with the scale."""
    content = heat_lines(view, chart, width - 2 * MARGIN, paint)
    border = "border_focus" if view.chart is chart else "border"
    frame = framed(title_of(view, chart), content, width, HEAT_HEIGHT + 2, paint, border)
    return under_legend(frame, scale_lines(view, chart, width - LEGEND_EDGE, paint), width, paint, border)


def year_totals(view: ChartView, chart: YearChart, width: int, height: int, paint: Paint) -> list[Line]:
    """Return a bar for each month, and beside them the longest runs and the balance."""
    if view.empty:
        return [[], *([(line, paint.style("text"))] for line in wrap(view.empty, width))]
    month = min(max((width - BESIDE) // 12, MONTH_CELLS), MOST_MONTH_CELLS)
    left = 12 * month + 3 if width - 12 * month - 3 >= LEAST_BESIDE else 0
    balance = balance_lines(chart.balance, view.rules, width - left, paint, with_numbers=view.with_numbers)
    spare = height - len(balance)
    if spare >= LEAST_TITLED and balance:
        balance.insert(0, heading_line("Deeds of each kind", paint))
        spare -= 1
    apart: list[Line] = [[]] if spare >= LEAST_APART else []
    runs = run_lines(view, chart, width - left, max(spare - len(apart), 2), paint)
    right = [*runs, *apart, *balance]
    if not left:
        return right[:height]
    months: list[Line] = [heading_line("Days of each month", paint), *month_bars(view, chart, month, height - 1, paint)]
    return beside(months, right[:height], left, paint)


def month_bars(view: ChartView, chart: YearChart, cells: int, height: int, paint: Paint) -> list[Line]:
    """Return the kept days of each month as upright bars with the month's initial, and their number, below."""
    kept, bar = chart.kept_by_month(), min(cells - 1, MOST_BAR)
    shares = [kept[month] / days_in_month(date(chart.year, month + 1, 1)) for month in range(12)]
    columns = [share for share in shares for _ in range(bar)]
    rows = min(max(height - 1 - view.with_numbers, 1), MOST_BARS)
    chosen = date.fromordinal(view.day).month - 1 if view.day else -1  # none, on a picture
    ink = ink_of(view.series, paint)
    lines: list[Line] = []
    for strokes in column_strokes(columns, rows, paint.glyphs, ink):
        line: Line = []
        for month in range(12):
            part = strokes[month * bar : (month + 1) * bar]
            line += [*coloured(part, paint), space(cells - bar, paint)]
        lines.append(line)
    looks = [paint.style("accent" if month == chosen else "muted", bold=month == chosen) for month in range(12)]
    lines.append([(f"{MONTHS[month][0]:<{cells}}", look) for month, look in enumerate(looks)])
    if view.with_numbers:
        lines.append([(f"{kept[month] or '':<{cells}}", paint.style("text")) for month in range(12)])
    return lines


def run_lines(view: ChartView, chart: YearChart, width: int, height: int, paint: Paint) -> list[Line]:
    """Return a heading and the longest runs, each with its length and its days."""
    runs = chart.longest_runs(max(min(height - 1, 5), 0))
    if not runs:
        return []
    lines: list[Line] = [heading_line("Longest streaks" if view.with_numbers else "Longest stretches", paint)]
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
    lines = [*heat, *legend]
    rest = height - len(lines)
    if width < 12 * MONTH_CELLS or rest < COMFORTABLE + 1 or view.empty:
        return lines + details_lines(view, width, rest, paint)
    lower, details = share_out(rest, COMFORTABLE - 1, COMFORTABLE)
    lines.append(heading_line("Days of each month", paint))
    lines += month_bars(view, chart, MONTH_CELLS, min(lower, MOST_BARS + 4) - 1, paint)
    return [*lines, *[[]] * (height - details - len(lines)), *details_lines(view, width, details, paint)]


def printed_year(
    chart: YearChart, series: str, rules: Rules, width: int, paint: Paint, *, with_numbers: bool, is_new: bool
) -> list[Line]:
    """Return a year of one series for the command line: heatmap and scale, months, longest runs, and the balance.

    `is_new` says that nothing is recorded at all.
    """
    view = ChartView(chart, series, 0, None, rules, with_numbers, is_printed=True)
    lines = [heading_line(title_of(view, chart), paint), *heat_lines(view, chart, width, paint)]
    lines += scale_lines(view, chart, width, paint)
    if empty := empty_line(chart, is_new=is_new):
        return lines + sentence_lines([empty], width, paint)
    months = _printed_months(chart, width, paint, with_numbers=with_numbers)
    lines += [[], heading_line("Days of each month", paint), *months]
    if runs := run_lines(view, chart, width, MOST_PRINTED_RUNS, paint):
        lines += [[], *runs]
    if chart.balance.total:
        balance = balance_lines(chart.balance, rules, width, paint, with_numbers=with_numbers)
        lines += [[], heading_line("Deeds of each kind", paint), *balance]
    return lines


def _printed_months(chart: YearChart, width: int, paint: Paint, *, with_numbers: bool) -> list[Line]:
    cells = max(min(MOST_PRINTED_BAR, width - LABEL - PRINTED_NUMBER), LEAST_PRINTED_BAR)
    lines = []
    for month, kept in enumerate(chart.kept_by_month(), 1):
        share = kept / days_in_month(date(chart.year, month, 1))
        lines.append(bar_line(MONTHS[month - 1], share, kept if with_numbers else None, cells, "kept", paint))
    return lines
