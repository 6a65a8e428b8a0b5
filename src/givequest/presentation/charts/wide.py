"""A month on a wide screen: its rows over the year of the chosen series, and beside them what there is of it alone."""

from __future__ import annotations

from givequest.domain.charts.month import MonthChart
from givequest.presentation.charts.calendar import DAY_CELLS, calendar_lines
from givequest.presentation.charts.captions import compare, name_of
from givequest.presentation.charts.details import details_lines
from givequest.presentation.charts.month import month_frame
from givequest.presentation.charts.parts import (
    MARGIN,
    MOST_DETAILS,
    balance_lines,
    beside,
    heading_line,
    with_margin,
)
from givequest.presentation.charts.view import ChartView
from givequest.presentation.charts.warmth import warmth_lines
from givequest.presentation.charts.year import year_frame, year_totals
from givequest.presentation.lines import Line, wrap
from givequest.presentation.paint import Paint

LEAST_WIDTH, LEAST_HEIGHT = 160, 24
"""Columns and lines from which on there is room for two columns."""
SIDE = 58
"""Columns of what stands beside the rows."""
MOST_WARMTH = 18
LEAST_MONTHS, MOST_MONTHS = 8, 14
"""Lines of what the year came to, below it, at the least and the most."""
TOP = 1
"""The line that the side begins at: that of the first row's head."""


def is_wide(width: int, height: int) -> bool:
    """Return whether an area of cells has room for two columns."""
    return width >= LEAST_WIDTH and height >= LEAST_HEIGHT


def wide_lines(view: ChartView, chart: MonthChart, width: int, height: int, paint: Paint) -> list[Line]:
    """Return the month in an area of cells that `is_wide`."""
    left = width - SIDE
    lines = month_frame(view, chart, left, height, paint)
    start = year_start(view, chart, width, height, paint)
    if start and view.year is not None:
        lines += [[]] * (start - len(lines))
        lines += year_frame(view, view.year, left, paint)
        room = min(height - len(lines) - MOST_DETAILS - 2, MOST_MONTHS)
        if room >= LEAST_MONTHS and not view.empty:
            lines += [[], *with_margin(year_totals(view, view.year, left - 2 * MARGIN, room, paint), paint)]
    room = height - len(lines) - 1
    details = details_lines(view, left - 2 * MARGIN, min(room, MOST_DETAILS), paint) if room > 0 else []
    lines += [[], *with_margin(details, paint)]
    side: list[Line] = [[]] * TOP + _side(view, chart, SIDE - 2 * MARGIN, height - TOP, paint)
    return beside(lines, side, left + MARGIN, paint)[:height]


def year_start(view: ChartView, chart: MonthChart, width: int, height: int, paint: Paint) -> int:
    """Return the line that the year begins at; 0 where there is no room for it and a day below it."""
    if view.year is None:
        return 0
    left = width - SIDE
    rows = len(month_frame(view, chart, left, height, paint))
    lines = len(year_frame(view, view.year, left, paint))
    spare = height - rows - lines
    return 0 if spare < 2 else rows + (spare > 2 + MOST_DETAILS)


def calendar_day(view: ChartView, chart: MonthChart, width: int, paint: Paint, column: int, line: int) -> int:
    """Return the day (an ordinal) of the side's calendar that is drawn in a cell; 0 for none."""
    heading = len(_heading(view, chart, paint))
    week, at = line - TOP - heading - 1, column - (width - SIDE + MARGIN)  # below the names of the weekdays
    weeks = chart.weeks()
    return weeks[week][at // DAY_CELLS] if 0 <= week < len(weeks) and 0 <= at < 7 * DAY_CELLS else 0


def _heading(view: ChartView, chart: MonthChart, paint: Paint) -> list[Line]:
    """Return the name of the chosen series, and under it what its month comes to beside the one before."""
    words = view.empty or compare(chart, view.series, with_numbers=view.with_numbers)
    told: list[Line] = [[(line, paint.style())] for line in wrap(words, SIDE - 2 * MARGIN)]
    return [heading_line(name_of(view.series, view.rules), paint), *told, []]


def _side(view: ChartView, chart: MonthChart, width: int, height: int, paint: Paint) -> list[Line]:
    """Return the chosen series by itself: its calendar, its warmth, and the deeds of each kind."""
    lines = [*_heading(view, chart, paint), *calendar_lines(view, chart, paint)]
    balance = balance_lines(chart.balance, view.rules, width, paint, with_numbers=view.with_numbers)
    below: list[Line] = [[], heading_line("Deeds of each kind", paint), *balance] if balance else []
    room = min(height - len(lines) - len(below) - 1, MOST_WARMTH)
    warmth = warmth_lines(view, chart, width, room, paint) if room > 2 else []
    return [*lines, *([[], *warmth] if warmth else []), *below]
