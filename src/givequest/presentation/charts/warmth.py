"""The warmth of a series over a month: a line with its scale, bars where there is little room."""

from __future__ import annotations

import math
from collections.abc import Sequence

from givequest.domain.charts.calendar import column_of
from givequest.domain.charts.month import MonthChart
from givequest.domain.progress.day_mark import DayMark
from givequest.presentation.charts.parts import LABEL, bar_cells, coloured
from givequest.presentation.charts.plots import column_strokes, has_blocks, line_strokes
from givequest.presentation.charts.view import ChartView
from givequest.presentation.lines import Line
from givequest.presentation.paint import Paint

DAYS = 31
LEAST_PLOT, LEAST_LINE = 3, 4
"""The least lines of a plot with its days below it, and those from which on a line in it can rise and fall."""
LEAST_RANGE = 2
"""The least tenths of all warmth that the height of a line stands for."""
NARROW = 6
"""Columns of the labels where the usual ones would leave no column for each day."""


def warmth_lines(view: ChartView, chart: MonthChart, width: int, height: int, paint: Paint) -> list[Line]:
    """Return the warmth at the end of each day, its labels at the left; nothing where there was none."""
    now = chart.today.toordinal()
    cells = chart.traces[view.series].cells
    shares = [None if cell.ordinal > now or cell.mark is DayMark.BEFORE else cell.warmth for cell in cells]
    known = [share for share in shares if share is not None]
    if not any(known) or height < 1:
        return []
    label = next((cells for cells in (LABEL, NARROW) if width - cells >= DAYS), 0)
    columns = max(bar_cells(width), DAYS) if label == LABEL else DAYS
    spread = [
        shares[day] if day < len(shares) else None for day in (column * DAYS // columns for column in range(columns))
    ]
    if height < LEAST_PLOT:
        return _bars(view, spread, known[-1], label, height, paint)
    return [
        *_plot(view, spread, _range_of(known), label, height - 1, paint),
        _days(chart, columns, label, paint),
    ]


def _bars(
    view: ChartView, shares: Sequence[float | None], last: float, label: int, height: int, paint: Paint
) -> list[Line]:
    """Return bars from nothing to all, the last day's figure beside them where there is room."""
    lines = []
    for row, strokes in enumerate(column_strokes(shares, height, paint.glyphs, "warmth")):
        has_figure = view.with_numbers and row == (0 if label == LABEL else 1)
        share = last if has_figure else None
        lines.append([*_label(label, paint, word=row == 0, share=share), *coloured(strokes, paint)])
    return lines


def _plot(
    view: ChartView, shares: Sequence[float | None], ends: tuple[float, float], label: int, rows: int, paint: Paint
) -> list[Line]:
    """Return a line within a scale, or, in few lines, finer bars; the ends and the last day stand beside it."""
    low, high = ends
    parts = [None if share is None else (share - low) / (high - low) for share in shares]
    heights = [None if part is None else round(part * (rows - 1)) for part in parts]
    last = next(number for number in range(len(shares) - 1, -1, -1) if shares[number] is not None)
    figures = {0: high, rows - 1: low}
    if rows < LEAST_LINE and has_blocks(paint.glyphs):
        strokes = column_strokes(parts, rows, paint.glyphs, "warmth")
        at = -1
    else:
        strokes = line_strokes(heights, rows, paint.glyphs, "warmth")
        at = rows - 1 - (heights[last] or 0) if rows > len(ends) else -1
        figures[at] = shares[last] or 0.0
    lines = []
    for row, line in enumerate(strokes):
        share = figures.get(row) if view.with_numbers else None
        role = "warmth" if row == at else "muted"
        text = _label(label, paint, word=row == 0 and label == LABEL, share=share, role=role)
        lines.append([*text, *coloured(line, paint)])
    return lines


def _label(label: int, paint: Paint, *, word: bool, share: float | None = None, role: str = "warmth") -> Line:
    """Return the columns before a line of the plot: the word for it, a figure, or both."""
    if not label:
        return []
    name = ("Warmth" if label == LABEL else "warm") if word else ""
    figure = "" if share is None else f"{share:.0%}"
    return [
        (f"{name:<{label - 1 - len(figure)}}", paint.style("muted")),
        (f"{figure} ", paint.style(role)),
    ]


def _days(chart: MonthChart, columns: int, label: int, paint: Paint) -> Line:
    """Return the line below a plot: the first day of the month and of each week, each under its column."""
    text = [" "] * columns
    free = 0
    for number, day in enumerate(chart.days):
        column = -(-number * columns // DAYS)
        name = str(number + 1)
        fits = free <= column <= columns - len(name)
        if fits and (number == 0 or column_of(day, chart.first_weekday) == 0):
            text[column : column + len(name)] = name
            free = column + len(name) + 1
    return [*_label(label, paint, word=label == NARROW), ("".join(text), paint.style("muted"))]


def _range_of(known: Sequence[float]) -> tuple[float, float]:
    """Return the ends of a scale: whole tenths around the line, far enough apart that no small change looks great."""
    low, high = math.floor(min(known) * 10), math.ceil(max(known) * 10)
    while high - low < LEAST_RANGE:
        if low > 0 and (high == 10 or min(known) * 10 - low < high - max(known) * 10):
            low -= 1
        else:
            high += 1
    return low / 10, high / 10
