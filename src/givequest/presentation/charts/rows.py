"""The rows of a month on screen: all series, a column or more for each day."""

from __future__ import annotations

from dataclasses import dataclass

from givequest.domain.charts.month import MonthChart
from givequest.domain.progress.streaks import Streak
from givequest.domain.rules import BOARD, GIVING
from givequest.presentation.charts.captions import name_of
from givequest.presentation.charts.grid import Grid, fit_grid
from givequest.presentation.charts.parts import NAME_CELLS, coloured, ink_of, name_cell, space
from givequest.presentation.charts.strokes import row_strokes, ruler_strokes
from givequest.presentation.charts.view import ChartView
from givequest.presentation.lines import Line
from givequest.presentation.paint import Paint

HEADS = (("streak", 7), ("best", 6), ("warm", 6))
"""The figures at the end of a row and the cells they take."""
LEAST_GAUGE = 6
DAYS = 31


@dataclass(frozen=True, slots=True)
class RowLayout:
    """Where things stand in a row."""

    grid: Grid
    name: int
    """Cells of the name with the cursor."""
    figures: int
    """How many of the figures there is room for."""
    gauge: int
    """Cells of the bar of warmth."""


def fit_rows(chart: MonthChart, width: int, *, with_numbers: bool, is_printed: bool = False) -> RowLayout:
    """Return the layout of rows of a width: names and figures give way before days do."""
    name = NAME_CELLS + (2 if is_printed else 3)
    wanted = range(len(HEADS) if with_numbers else 0, -1, -1)
    figures = next((many for many in wanted if name + DAYS + _figures_width(many) <= width), 0)
    name = min(name, max(width - DAYS, 0))
    spare = width - name - _figures_width(figures)
    grid = fit_grid(chart.days, chart.first_weekday, spare if with_numbers or spare < 70 else spare - LEAST_GAUGE - 1)
    gauge = spare - (DAYS * grid.cell + 5 * grid.gap) - 1
    return RowLayout(grid, name, figures, min(gauge, 12) if gauge >= LEAST_GAUGE and not is_printed else 0)


def _figures_width(figures: int) -> int:
    return sum(cells for _, cells in HEADS[:figures])


def ruler_lines(view: ChartView, chart: MonthChart, width: int, paint: Paint) -> list[Line]:
    """Return the two lines above the rows: numbers of days, then weekdays and the heads of the figures."""
    layout = fit_rows(chart, width, with_numbers=view.with_numbers, is_printed=view.is_printed)
    numbers, initials = ruler_strokes(layout.grid, chart.today.toordinal(), paint.glyphs)
    lines: list[Line] = []
    for strokes in (numbers, initials):
        lines.append([space(layout.name, paint), *coloured(strokes, paint)])
    end: Line = [space(_days_width(layout) - layout.grid.width, paint)]
    if layout.gauge and not layout.figures:
        end.append((" warmth", paint.style("muted")))
    elif layout.figures:
        end.append(("".join(f"{head:>{cells}}" for head, cells in HEADS[: layout.figures]), paint.style("muted")))
    lines[1] += end
    return lines


def row_lines(view: ChartView, chart: MonthChart, width: int, paint: Paint) -> list[Line]:
    """Return a line for each series."""
    layout = fit_rows(chart, width, with_numbers=view.with_numbers, is_printed=view.is_printed)
    lines: list[Line] = []
    for series, trace in chart.traces.items():
        chosen, strong = series == view.series, series in (GIVING, BOARD)
        ink = ink_of(series, paint)
        today = chart.today.toordinal()
        strokes = row_strokes(trace, layout.grid, paint.glyphs, ink=ink, with_numbers=view.with_numbers, today=today)
        line = name_cell(
            name_of(series, view.rules),
            layout.name,
            paint,
            chosen=chosen,
            strong=strong,
            has_cursor=not view.is_printed,
        )
        line += coloured(strokes, paint, cursor=view.day if chosen else 0, bold=chosen)
        line.append(space(_days_width(layout) - layout.grid.width, paint))
        lines.append(line + _end(trace.after, layout, ink, paint, strong=strong))
    return lines


def _days_width(layout: RowLayout) -> int:
    return DAYS * layout.grid.cell + 5 * layout.grid.gap


def _end(streak: Streak, layout: RowLayout, ink: str, paint: Paint, *, strong: bool) -> Line:
    """Return the figures at the end of a row; a series that has not begun has none."""
    figures = [str(streak.current or paint.glyphs.dash), str(streak.best), f"{streak.warmth * 100:.0f}%"]
    roles = ["kept" if streak.current else "muted", "muted", "text"]
    line: Line = []
    for text, role, (_, cells) in zip(figures[: layout.figures], roles, HEADS, strict=False):
        line.append((f"{text if streak.total else '':>{cells}}", paint.style(role, bold=strong and role == "kept")))
    if layout.gauge and streak.total:
        line += [space(1, paint), *paint.gauge(streak.warmth, layout.gauge, ink)]
    return line
