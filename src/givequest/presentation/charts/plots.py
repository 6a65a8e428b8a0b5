"""Steps: lines of many heights and heatmaps, drawn with glyphs of growing weight."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from givequest.domain.charts.year import YearChart
from givequest.domain.days import MONTHS
from givequest.domain.progress.day_mark import DayMark
from givequest.presentation.charts.strokes import Glyphs, Stroke, glyph_of, role_of


def column_strokes(shares: Sequence[float | None], rows: int, glyphs: Glyphs, role: str) -> list[list[Stroke]]:
    """Return upright bars `rows` lines high, the top one first; a share is 0 to 1, None leaves its column blank."""
    signs = glyphs.spark if rows == 1 or has_blocks(glyphs) else glyphs.full
    fine = len(signs)
    levels = [None if share is None else max(round(share * rows * fine), share > 0) for share in shares]
    lines = []
    for row in range(rows - 1, -1, -1):
        line = []
        for level in levels:
            part = 0 if level is None else min(max(level - row * fine, 0), fine)
            line.append(Stroke(signs[part - 1] if part else " ", role))
        lines.append(line)
    return lines


def has_blocks(glyphs: Glyphs) -> bool:
    """Return whether heights are drawn as parts of a filled cell, so that those above each other make one bar."""
    return glyphs.spark[-1] == glyphs.full


def line_strokes(heights: Sequence[int | None], rows: int, glyphs: Glyphs, role: str) -> list[list[Stroke]]:
    """Return a line through heights of 0 to `rows` - 1, the top row first; None leaves its column blank."""
    columns: list[dict[int, str]] = []
    before: int | None = None
    for height in heights:
        column: dict[int, str] = {}
        if height is not None:
            column = dict.fromkeys(range(min(height, before or 0), max(height, before or 0)), glyphs.v)
            if before is None or before == height:
                column = {height: glyphs.h}
            elif before < height:
                column |= {before: glyphs.br, height: glyphs.tl}
            else:
                column |= {before: glyphs.tr, height: glyphs.bl}
        columns.append(column)
        before = height
    return [[Stroke(column.get(row, " "), role) for column in columns] for row in range(rows - 1, -1, -1)]


def heat_strokes(chart: YearChart, glyphs: Glyphs, ink: str, cell: int = 1) -> list[list[Stroke]]:
    """Return the seven lines of a year's heatmap, a week every `cell` columns; a kind's in its own colour, `ink`."""
    start = chart.days[0]
    lines: list[list[Stroke]] = [[], [], [], [], [], [], []]
    for week in chart.weeks():
        for line, day in zip(lines, week, strict=True):
            stroke = _heat_of(chart, day, day - start, glyphs, own_ink(chart, ink)) if day else Stroke(" ")
            filled = day and chart.levels[day - start]
            line.append(stroke)
            line.extend([stroke if filled else Stroke(" ", day=day)] * (cell - 1))
    return lines


def _heat_of(chart: YearChart, day: int, index: int, glyphs: Glyphs, own: str) -> Stroke:
    level, mark = chart.levels[index], chart.trace.cells[index].mark
    if level:
        return shade_stroke(level, glyphs, day, own)
    if mark is DayMark.EMPTY:
        return Stroke(heat_empty(glyphs), "faint", day)
    return Stroke(glyph_of(mark, glyphs), role_of(mark), day)


def own_ink(chart: YearChart, ink: str) -> str:
    """Return the role that the year of one kind is drawn in; empty for a series with shades."""
    return ink if chart.scale.unit == "kept" else ""


def shade_stroke(level: int, glyphs: Glyphs, day: int = 0, own: str = "") -> Stroke:
    """Return a step of the scale: a colour, `own` or by itself, and a density of its own where there is none."""
    role = own or f"heat_{level}"
    return Stroke(glyphs.shades[level], role, day, on=role)


def heat_empty(glyphs: Glyphs) -> str:
    """Return the sign of a day that reached no step of the scale: blank where its own sign is one of the steps."""
    return " " if glyphs.empty in glyphs.shades else glyphs.empty


def month_labels(chart: YearChart, cell: int = 1) -> list[Stroke]:
    """Return the line above a heatmap: each month's name over the week of its first day."""
    weeks = chart.weeks()
    line = [Stroke(" ")] * (len(weeks) * cell)
    for position, week in enumerate(weeks):
        first = next((day for day in week if day and date.fromordinal(day).day == 1), 0)
        if first:
            name = MONTHS[date.fromordinal(first).month - 1][:3]
            for column, letter in enumerate(name[: len(line) - position * cell], position * cell):
                line[column] = Stroke(letter, "muted")
    return line
