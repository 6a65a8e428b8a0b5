"""What was done on the day under the cursor of a chart."""

from __future__ import annotations

from givequest.domain.charts.details import DayLine
from givequest.domain.days import format_day
from givequest.presentation.charts.captions import name_of, tell_day
from givequest.presentation.charts.parts import space
from givequest.presentation.charts.view import ChartView
from givequest.presentation.lines import Line, shorten, width_of
from givequest.presentation.paint import Paint

INDENT = 2
"""Columns before what was done, below its day."""


def details_lines(view: ChartView, width: int, height: int, paint: Paint) -> list[Line]:
    """Return the day, what it was to the series, and what was done, in one line or more."""
    details = view.details
    if height < 1 or details is None:
        return []
    items = [_item(line, paint) for line in details.lines]
    head: Line = [(format_day(details.day), paint.style("accent", bold=True))]
    if height > 1 or not items:
        cell = view.chart.cell(view.series, view.day)
        words = f"{name_of(view.series, view.rules)}: {tell_day(cell, with_numbers=view.with_numbers)}"
        head.append((f"  {words}", paint.style("muted")))
    if height == 1:
        for position, item in enumerate(items):
            head += [(f" {paint.glyphs.bullet} " if position else "  ", paint.style("faint")), *item]
        return [shorten(head, width, paint.glyphs.ellipsis)]
    if len(items) < height:
        lines = items
    else:
        lines = _packed(items, width - INDENT, height - 1, paint, with_numbers=view.with_numbers)
    told = [head, *([space(INDENT, paint), *line] for line in lines)]
    return [shorten(line, width, paint.glyphs.ellipsis) for line in told]


def _packed(items: list[Line], width: int, height: int, paint: Paint, *, with_numbers: bool) -> list[Line]:
    """Return items, several in a line where they are short; at the end how many more there are."""
    lines: list[Line] = []
    for told, item in enumerate(items):
        together = [*lines[-1], (f" {paint.glyphs.bullet} ", paint.style("faint")), *item] if lines else item
        left = len(items) - told
        more = f"  and {left} more" if with_numbers else "  and more"
        if lines and width_of(together) + (len(more) if left > 1 and len(lines) == height else 0) <= width:
            lines[-1] = together
        elif len(lines) < height:
            lines.append(item)
        else:
            lines[-1] = [*shorten(lines[-1], width - len(more), paint.glyphs.ellipsis), (more, paint.style("muted"))]
            break
    return lines


def _item(line: DayLine, paint: Paint) -> Line:
    spans: Line = [(line.what, paint.style("text", bold=True))]
    if line.who:
        spans.append((f", {line.who}", paint.style("text")))
    if line.words:
        spans.append((f": {line.words}", paint.style("muted")))
    return spans
