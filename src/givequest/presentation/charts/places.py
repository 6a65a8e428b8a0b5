"""What is where in a chart: which series and which day is drawn in a cell, for a click."""

from __future__ import annotations

from givequest.domain.charts.month import MonthChart
from givequest.domain.charts.year import YearChart
from givequest.named_tuple import NamedTuple
from givequest.presentation.charts import month, year
from givequest.presentation.charts.calendar import CALENDAR_CELLS, DAY_CELLS
from givequest.presentation.charts.heatmap import LABEL, heat_window, scale_lines
from givequest.presentation.charts.parts import MARGIN, legend_lines, share_out
from givequest.presentation.charts.rows import fit_rows
from givequest.presentation.charts.view import ChartView
from givequest.presentation.charts.wide import SIDE, calendar_day, is_wide, year_start
from givequest.presentation.paint import Paint


class Place(NamedTuple):
    """What is drawn in a cell."""

    series: str = ""
    """The series whose row it is in; empty: the one that is chosen."""
    day: int = 0
    """An ordinal; 0 for no day."""
    in_calendar: bool = False


def place_at(view: ChartView, width: int, height: int, paint: Paint, column: int, line: int) -> Place | None:
    """Return what `month_lines` or `year_lines` draws in a cell of an area; None where that is nothing of the kind."""
    if isinstance(view.chart, MonthChart) and is_wide(width, height):
        return _in_wide(view, view.chart, width, height, paint, column, line)
    if isinstance(view.chart, MonthChart):
        return _in_month(view, view.chart, width, height, paint, column, line)
    day = _in_year(view, view.chart, width, height, paint, column, line)
    return Place(day=day) if day else None


def _in_wide(
    view: ChartView, chart: MonthChart, width: int, height: int, paint: Paint, column: int, line: int
) -> Place | None:
    left = width - SIDE
    if column >= left:
        day = calendar_day(view, chart, width, paint, column, line)
        return Place(day=day, in_calendar=True) if day else None
    start = year_start(view, chart, width, height, paint)
    if start and line >= start:
        day = _in_year(view, view.year, left, height, paint, column, line - start) if view.year is not None else 0
        return Place(day=day, in_calendar=True) if day else None
    top = 3 if height >= len(chart.traces) + month.LEAST_RULERS else 2
    return _in_rows(view, chart, left - 2 * MARGIN, paint, column - MARGIN, line - top)


def _in_rows(view: ChartView, chart: MonthChart, width: int, paint: Paint, column: int, row: int) -> Place | None:
    series = list(chart.traces)
    if not (0 <= row < len(series) and 0 <= column < width):
        return None
    layout = fit_rows(chart, width, with_numbers=view.with_numbers)
    at = column - layout.name
    days = layout.grid.columns.items()
    return Place(series[row], next((day for day, begins in days if begins <= at < begins + layout.grid.cell), 0))


def _in_month(
    view: ChartView, chart: MonthChart, width: int, height: int, paint: Paint, column: int, line: int
) -> Place | None:
    series = list(chart.traces)
    if frame := month.frame_height(view, chart, width, height, paint):
        top, first, shown = (3 if height >= len(series) + month.LEAST_RULERS else 2), 0, len(series)
        inner, left = width - 2 * MARGIN, MARGIN
        start, lines = _lower(height - frame)
        start += frame
    else:
        legend = len(legend_lines(view.rules, width, paint)[: max(height - 2, 0)])
        first, shown = month.bare_rows(view, chart, legend, height)
        top = int(height > shown + legend)
        inner, left = width, 0
        start = top + shown + legend
        lines = share_out(height - start, month.LEAST_LOWER, month.LEAST_LOWER)[0]
        if width < CALENDAR_CELLS or height - start < month.LEAST_LOWER + month.LEAST_DETAILS:
            lines = 0
    if 0 <= line - top < shown:
        return _in_rows(view, chart, inner, paint, column - left, first + line - top)
    week = line - start - 2  # below the heading and the names of the weekdays
    if 0 <= week < min(lines - 2, len(chart.weeks())) and 0 <= column - left < 7 * DAY_CELLS:
        day = chart.weeks()[week][(column - left) // DAY_CELLS]
        return Place(day=day, in_calendar=True) if day else None
    return None


def _lower(room: int) -> tuple[int, int]:
    """Return how far below the frame the chosen series begins, and how many lines it has; none where it has no room."""
    if room < month.LEAST_LOWER + 1:
        return 0, 0
    lower, _ = share_out(room, month.LEAST_LOWER, month.COMFORTABLE)
    apart = int(lower > month.ROOMY)
    return apart, min(lower - apart, month.MOST_LOWER)


def _in_year(view: ChartView, chart: YearChart, width: int, height: int, paint: Paint, column: int, line: int) -> int:
    if year.frame_height(view, chart, width, height, paint):
        inner, left, top = width - 2 * MARGIN, MARGIN, 2
    else:
        scale = len(scale_lines(view, chart, width, paint)[: max(height - 1, 0)])
        inner, left, top = width, 0, int(height - scale >= year.HEAT_HEIGHT)
    weeks, window = chart.weeks(), heat_window(view, chart, inner)
    at = column - left - LABEL
    week = window.first + at // window.cell
    if at < 0 or not 0 <= line - top < 7 or at >= window.fits * window.cell or week >= len(weeks):
        return 0
    return weeks[week][line - top]
