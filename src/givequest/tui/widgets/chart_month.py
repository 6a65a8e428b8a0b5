"""The month on screen: a row for each series, and below it the chosen one by itself."""

from __future__ import annotations

from givequest.domain.charts.month import MonthChart
from givequest.domain.charts.words import compare, name_of
from givequest.domain.days import MONTHS
from givequest.tui.paint import Line, Paint, wrap
from givequest.tui.widgets.canvas import framed
from givequest.tui.widgets.chart_calendar import CALENDAR_CELLS, calendar_lines, warmth_lines
from givequest.tui.widgets.chart_details import details_height, details_lines
from givequest.tui.widgets.chart_parts import (
    LEGEND_EDGE,
    MARGIN,
    balance_lines,
    beside,
    legend_lines,
    under_legend,
    with_margin,
)
from givequest.tui.widgets.chart_rows import row_lines, ruler_lines
from givequest.tui.widgets.chart_views import ChartView

LEAST_WIDTH = 72
LEAST_LOWER = 8
"""Columns and lines below which there is no calendar."""
MOST_WARMTH = 6
ROOMY = 3
"""Lines of the warmth at most, and those from which on there is one to leave blank below it."""


def has_frame(view: ChartView, chart: MonthChart, width: int, height: int, paint: Paint) -> bool:
    """Return whether there is room for a frame with a title, and the legend."""
    legend = len(legend_lines(view.rules, width - LEGEND_EDGE, paint))
    return width >= LEAST_WIDTH and height >= len(chart.traces) + 2 + legend + (legend > 1)


def title_of(chart: MonthChart) -> str:
    """Return which month it is."""
    return f"{MONTHS[chart.first.month - 1]} {chart.first.year}"


def month_lines(view: ChartView, chart: MonthChart, width: int, height: int, paint: Paint) -> list[Line]:
    """Return the month in an area of cells: rows and legend first, more where there is room."""
    rows = len(chart.traces)
    if not has_frame(view, chart, width, height, paint):
        return _bare(view, chart, width, height, paint)
    inner = width - 2 * MARGIN
    rulers = ruler_lines(view, chart, inner, paint)
    content = [*rulers[-1 if height < rows + 14 else 0 :], *row_lines(view, chart, inner, paint)]
    frame = framed(title_of(chart), content, width, len(content) + 2, paint, "border_focus")
    lines = under_legend(frame, legend_lines(view.rules, width - LEGEND_EDGE, paint), width, paint)
    room = height - len(lines)
    if room < LEAST_LOWER + 1:
        return lines + with_margin(details_lines(view, inner, room, paint), paint)
    details = min(details_height(view), max(room - LEAST_LOWER - 1, 1))
    lower = min(room - details, 2 + MOST_WARMTH + len(chart.balance.deeds) + 1)
    lines += with_margin(_lower(view, chart, inner, lower, paint), paint)
    lines += [[]] * (min(height - details - len(lines), 1) if room > LEAST_LOWER + 1 else height - details - len(lines))
    return lines + with_margin(details_lines(view, inner, details, paint), paint)


def _lower(view: ChartView, chart: MonthChart, width: int, height: int, paint: Paint) -> list[Line]:
    """Return the calendar, and beside it the comparison, the warmth and the balance."""
    beside_width = width - CALENDAR_CELLS
    words = view.empty or _compared(view, chart)
    right: list[Line] = [[(line, paint.style("text"))] for line in wrap(words, beside_width, 2)]
    balance = balance_lines(chart.balance, view.rules, beside_width, paint, with_numbers=view.with_numbers)
    spare = height - len(right) - len(balance)
    right += warmth_lines(view, chart, beside_width, max(min(spare - (spare > ROOMY), MOST_WARMTH), 1), paint)
    right += [[]] if spare > ROOMY else []
    return beside(calendar_lines(view, chart, paint), (right + balance)[:height], CALENDAR_CELLS, paint)[:height]


def _compared(view: ChartView, chart: MonthChart) -> str:
    words = compare(chart, view.series, with_numbers=view.with_numbers)
    return f"{name_of(view.series, view.rules)}: {words[:1].lower()}{words[1:]}" if words else ""


def _bare(view: ChartView, chart: MonthChart, width: int, height: int, paint: Paint) -> list[Line]:
    """Return what a small area has room for: the rows around the chosen one, and the legend."""
    legend = legend_lines(view.rules, width, paint)[: max(height - 2, 0)]
    rows = row_lines(view, chart, width, paint)
    room = max(height - len(legend) - 1, 1)
    chosen = list(chart.traces).index(view.series)
    top = max(0, min(chosen - room // 2, len(rows) - room))
    shown = rows[top : top + room]
    head = [ruler_lines(view, chart, width, paint)[-1]] if height > len(shown) + len(legend) else []
    rest = height - len(head) - len(shown) - len(legend)
    return [*head, *shown, *legend, *details_lines(view, width, rest, paint)]
