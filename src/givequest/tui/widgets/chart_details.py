"""What was done on the day under the cursor of a chart."""

from __future__ import annotations

from givequest.domain.charts.details import DayLine
from givequest.domain.charts.words import name_of, tell_day
from givequest.domain.days import format_day
from givequest.tui.paint import Line, Paint, shorten
from givequest.tui.widgets.chart_parts import space
from givequest.tui.widgets.chart_views import ChartView


def details_lines(view: ChartView, width: int, height: int, paint: Paint) -> list[Line]:
    """Return the day, what it was to the series, and what was done, in one line or more."""
    if height < 1:
        return []
    items = [_item(line, paint) for line in view.details.lines]
    head: Line = [(format_day(view.details.day), paint.style("accent", bold=True))]
    if height > 1 or not items:
        cell = view.chart.cell(view.series, view.day)
        words = f"{name_of(view.series, view.rules)}: {tell_day(cell, with_numbers=view.with_numbers)}"
        head.append((f"  {words}", paint.style("muted")))
    if height == 1:
        for position, item in enumerate(items):
            head += [(f" {paint.glyphs.bullet} " if position else "  ", paint.style("faint")), *item]
        return [shorten(head, width, paint.glyphs.ellipsis)]
    if len(items) >= height:
        more = f"and {len(items) - height + 2} more" if view.with_numbers else "and more"
        items = [*items[: height - 2], [(more, paint.style("muted"))]]
    return [shorten(line, width, paint.glyphs.ellipsis) for line in (head, *([space(2, paint), *i] for i in items))]


def _item(line: DayLine, paint: Paint) -> Line:
    spans: Line = [(line.what, paint.style("text", bold=True))]
    if line.who:
        spans.append((f", {line.who}", paint.style("text")))
    if line.words:
        spans.append((f": {line.words}", paint.style("muted")))
    return spans
