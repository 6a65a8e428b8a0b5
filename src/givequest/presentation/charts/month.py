"""A month: a row for each series, and on screen, below them, the chosen one by itself."""

from __future__ import annotations

from givequest.domain.charts.month import MonthChart
from givequest.domain.days import format_month
from givequest.domain.rules import GIVING, Rules
from givequest.presentation.charts.calendar import CALENDAR_CELLS, calendar_lines
from givequest.presentation.charts.captions import compare, empty_line, name_of
from givequest.presentation.charts.details import details_lines
from givequest.presentation.charts.parts import (
    LEGEND_EDGE,
    MARGIN,
    balance_lines,
    beside,
    heading_line,
    legend_lines,
    sentence_lines,
    share_out,
    under_legend,
    with_margin,
)
from givequest.presentation.charts.rows import row_lines, ruler_lines
from givequest.presentation.charts.view import ChartView
from givequest.presentation.charts.warmth import warmth_lines
from givequest.presentation.frame import framed
from givequest.presentation.lines import Line, shorten
from givequest.presentation.paint import Paint

LEAST_WIDTH = 72
LEAST_LOWER = 8
"""Columns and lines below which there is no calendar."""
LEAST_RULERS = 14
"""Lines more than rows from which on the numbers of days stand above the weekdays."""
COMFORTABLE, ROOMY = 10, 13
LEAST_DETAILS = 2
MOST_LOWER = 20
"""Lines of the chosen series from which on one is left blank below it and above it, of the day where there is no
frame, and of the chosen series at most."""
MOST_WARMTH = 10
LEAST_APART, LEAST_TITLED = 5, 7
"""Lines of the warmth at most, and those from which on the balance is set apart from it and has a heading."""


def untold(view: ChartView, chart: MonthChart, width: int, height: int, paint: Paint) -> list[str]:
    """Return what there is no room to say here: which month it is, and that there is nothing to see in it."""
    frame = frame_height(view, chart, width, height, paint)
    words = [] if frame else [format_month(chart.first)]
    return words if frame and height - frame > LEAST_LOWER else [*words, view.empty]


def frame_height(view: ChartView, chart: MonthChart, width: int, height: int, paint: Paint) -> int:
    """Return how many lines the rows take with a frame, a title and the legend; 0 where there is no room for these."""
    rows, legend = len(chart.traces), len(legend_lines(view.rules, width - LEGEND_EDGE, paint))
    below = legend if legend > 1 else 0
    if width < LEAST_WIDTH or height < rows + 3 + below:
        return 0
    return rows + 2 + (2 if height >= rows + LEAST_RULERS else 1) + below


def month_lines(view: ChartView, chart: MonthChart, width: int, height: int, paint: Paint) -> list[Line]:
    """Return the month in an area of cells: rows and legend first, more where there is room."""
    if not frame_height(view, chart, width, height, paint):
        return _bare(view, chart, width, height, paint)
    inner = width - 2 * MARGIN
    lines = month_frame(view, chart, width, height, paint)
    room = height - len(lines)
    if room < LEAST_LOWER + 1:
        return lines + with_margin(details_lines(view, inner, room, paint), paint)
    lower, details = share_out(room, LEAST_LOWER, COMFORTABLE)
    if lower > ROOMY:
        lines.append([])
        lower -= 1
    lines += with_margin(_lower(view, chart, inner, min(lower, MOST_LOWER), paint), paint)
    lines += [[]] * (height - details - len(lines))
    return lines + with_margin(details_lines(view, inner, details, paint), paint)


def month_frame(view: ChartView, chart: MonthChart, width: int, height: int, paint: Paint) -> list[Line]:
    """Return the rows in their frame, with the legend; the numbers of days as well where an area is high enough."""
    inner = width - 2 * MARGIN
    rulers = ruler_lines(view, chart, inner, paint)
    content = [
        *rulers[0 if height >= len(chart.traces) + LEAST_RULERS else -1 :],
        *row_lines(view, chart, inner, paint),
    ]
    frame = framed(format_month(chart.first), content, width, len(content) + 2, paint, "border_focus")
    return under_legend(frame, legend_lines(view.rules, width - LEGEND_EDGE, paint), width, paint)


def _lower(view: ChartView, chart: MonthChart, width: int, height: int, paint: Paint) -> list[Line]:
    """Return the chosen series by itself: its comparison, its calendar, and beside it the warmth and the balance."""
    height -= 1
    room = width - CALENDAR_CELLS
    balance = balance_lines(chart.balance, view.rules, room, paint, with_numbers=view.with_numbers)
    spare = height - len(balance)
    apart: list[Line] = [[]] if spare >= LEAST_APART and balance else []
    if spare >= LEAST_TITLED and balance:
        balance.insert(0, heading_line("Deeds of each kind", paint))
    most = max(min(height - len(balance) - len(apart), MOST_WARMTH), 1)
    blank: list[Line] = [[]] * most  # of a series that has not begun, so that the balance stays where it is
    right = [*(warmth_lines(view, chart, room, most, paint) or blank), *apart, *balance]
    empty: Line = [(view.empty, paint.style("text"))]
    heading = empty if view.empty else _heading(view, chart, width, paint)
    return [
        heading,
        *beside(calendar_lines(view, chart, paint), right, CALENDAR_CELLS, paint)[:height],
    ]


def _heading(view: ChartView, chart: MonthChart, width: int, paint: Paint) -> Line:
    """Return the name of the chosen series, and its month beside the one before."""
    words = compare(chart, view.series, with_numbers=view.with_numbers)
    heading: Line = [
        (name_of(view.series, view.rules), paint.style("text", bold=True)),
        (f"  {words}" if words else "", paint.style("text")),
    ]
    return shorten(heading, width, paint.glyphs.ellipsis)


def _bare(view: ChartView, chart: MonthChart, width: int, height: int, paint: Paint) -> list[Line]:
    """Return what a small area has room for: the rows around the chosen one, and the legend."""
    legend = legend_lines(view.rules, width, paint)[: max(height - 2, 0)]
    rows = row_lines(view, chart, width, paint)
    top, many = bare_rows(view, chart, len(legend), height)
    shown = rows[top : top + many]
    head = [ruler_lines(view, chart, width, paint)[-1]] if height > len(shown) + len(legend) else []
    lines = [*head, *shown, *legend]
    rest = height - len(lines)
    if width < CALENDAR_CELLS or rest < LEAST_LOWER + LEAST_DETAILS:
        return lines + details_lines(view, width, rest, paint)
    lower, details = share_out(rest, LEAST_LOWER, LEAST_LOWER)
    lines += [_heading(view, chart, width, paint), *calendar_lines(view, chart, paint)][:lower]
    return [*lines, *[[]] * (height - details - len(lines)), *details_lines(view, width, details, paint)]


def bare_rows(view: ChartView, chart: MonthChart, legend: int, height: int) -> tuple[int, int]:
    """Return the place of the first row that a small area has room for beside a legend of some lines, and how many."""
    room = max(height - legend - 1, 1)
    chosen = list(chart.traces).index(view.series)
    return max(0, min(chosen - room // 2, len(chart.traces) - room)), min(room, len(chart.traces))


def printed_month(
    chart: MonthChart, rules: Rules, width: int, paint: Paint, *, with_numbers: bool, is_new: bool
) -> list[Line]:
    """Return a month for the command line: its rows with their figures, the legend, and what it comes to in words.

    `is_new` says that nothing is recorded at all.
    """
    view = ChartView(chart, "", 0, None, rules, with_numbers, is_printed=True)
    lines = [heading_line(format_month(chart.first), paint), *ruler_lines(view, chart, width, paint)]
    lines += [*row_lines(view, chart, width, paint), *legend_lines(rules, width, paint)]
    compared = compare(chart, GIVING, with_numbers=with_numbers)
    told = f"{name_of(GIVING, rules)}: {compared}" if compared else ""
    lines += sentence_lines(filter(None, [empty_line(chart, is_new=is_new) or told]), width, paint)
    if chart.balance.total:
        balance = balance_lines(chart.balance, rules, width, paint, with_numbers=with_numbers)
        lines += [[], heading_line("Deeds of each kind", paint), *balance]
    return lines
