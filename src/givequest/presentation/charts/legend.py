"""The legend: what the marks of a month and the shades of a year mean, entry by entry."""

from __future__ import annotations

from givequest.domain.charts.year import LEVELS, YearChart
from givequest.domain.kinds import QUIET
from givequest.domain.progress.day_mark import DayMark
from givequest.domain.rules import Rules
from givequest.presentation.charts.plots import heat_empty, own_ink, shade_stroke
from givequest.presentation.charts.strokes import Glyphs, Stroke, glyph_of, role_of
from givequest.presentation.today.month import MARK_NAMES

Entry = list[Stroke]
_UNITS = {"effort": "effort ", "share": "of the board ", "kept": ""}


def month_legend(rules: Rules, glyphs: Glyphs) -> list[Entry]:
    """Return what the marks of a month mean; days that are not due are told of where a kind has a schedule."""
    return [_entry(mark, glyphs) for mark in MARK_NAMES if mark is not DayMark.OFF or rules.has_days_off]


def year_legend(chart: YearChart, glyphs: Glyphs, ink: str, *, with_numbers: bool) -> list[Entry]:
    """Return what the shades and the marks of a year mean, that of one kind in its `ink`.

    Without numbers shades are told as less and more.
    """
    own = own_ink(chart, ink)
    steps, none = chart.scale.steps, heat_empty(glyphs)
    first = LEVELS - len(steps) + 1
    entries = [[Stroke(none, "faint"), Stroke(" none", "muted")]] if none.strip() else []
    if with_numbers or len(steps) == 1:
        for level, label in enumerate(steps, first):
            unit = [Stroke(_UNITS[chart.scale.unit], "muted")] if level == first else []
            entries.append([*unit, shade_stroke(level, glyphs, own=own), Stroke(f" {label}", "muted")])
    else:
        shades = [shade_stroke(level, glyphs) for level in range(first, LEVELS + 1)]
        entries.append([Stroke("less ", "muted"), *shades, Stroke(" more", "muted")])
    there = {cell.mark for cell in chart.trace.cells} | {DayMark.REST}
    there |= {DayMark.SLIP} if chart.trace.series == QUIET else set()
    told = (DayMark.BRIDGED, DayMark.REST, DayMark.OFF, DayMark.SLIP, DayMark.TODAY)
    return entries + [_entry(mark, glyphs) for mark in told if mark in there]


def _entry(mark: DayMark, glyphs: Glyphs) -> Entry:
    sign = glyph_of(mark, glyphs)
    return [
        Stroke(sign if sign.strip() else "blank", role_of(mark), bold=mark is DayMark.KEPT),
        Stroke(f" {MARK_NAMES[mark]}", "muted"),
    ]
