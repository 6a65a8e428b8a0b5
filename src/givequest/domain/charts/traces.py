"""Traces: the day cells of one series over a range of days, and the runs in them. Days are ordinals."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from givequest.domain.progress.day_cells import DayCell, follow_days, will_go_on
from givequest.domain.progress.day_mark import DayMark
from givequest.domain.progress.due import FactsOf
from givequest.domain.progress.state import own_mark
from givequest.domain.progress.streaks import Streak
from givequest.domain.rules import Rules


@dataclass(frozen=True, slots=True)
class Span:
    """The first and last day of a trace, and the day it is seen from."""

    first: int
    last: int
    today: int


@dataclass(frozen=True, slots=True)
class Run:
    """A run: kept days between which the streak never ended."""

    length: int
    """The number of kept days, including those before the trace."""
    first: int | None
    """The first kept day; None if it is before the days that were looked at."""
    last: int
    """The last kept day that was looked at."""
    goes_on: bool
    """Whether the run continues after that day."""


@dataclass(frozen=True, slots=True)
class Trace:
    """The cells of a series over consecutive days."""

    series: str
    before: Streak
    """The streak at the end of the day before the first cell."""
    cells: tuple[DayCell, ...]

    def part(self, first: int, last: int) -> Trace:
        """Return the part of the trace from `first` to `last`."""
        start = self.cells[0].ordinal
        cells = self.cells[max(first - start, 0) : max(last - start + 1, 0)]
        before = self.cells[first - start - 1].streak if first > start else self.before
        return Trace(self.series, before, cells)

    @property
    def after(self) -> Streak:
        """The streak at the end of the last day, or today if that is earlier."""
        return self.cells[-1].streak if self.cells else self.before

    @property
    def kept(self) -> int:
        """The number of kept days."""
        return self.after.total - self.before.total

    def runs(self, *, goes_on: bool) -> list[Run]:
        """Return the runs with a kept day in the trace, in order; `goes_on` says whether the last one continues."""
        kept = [cell for cell in self.cells if cell.mark is DayMark.KEPT]
        if not kept:
            return []
        begins = [None if kept[0].run > 1 else kept[0].ordinal]
        begins += [cell.ordinal for cell in kept[1:] if cell.run == 1]
        ends = [cell for cell, follower in pairwise(kept) if follower.run == 1]
        ends.append(kept[-1])
        return [
            Run(end.run, first, end.ordinal, goes_on and end is kept[-1])
            for first, end in zip(begins, ends, strict=True)
        ]


def trace_series(series: str, before: Streak, facts_of: FactsOf, rules: Rules, span: Span) -> Trace:
    """Return the trace of a series over a span, given its streak on the day before.

    `facts_of` may be called for days after the span, to find out whether a gap at its end was bridged.
    """
    cells = follow_days(series, before, facts_of, rules, span.first, span.last, span.today)
    return Trace(series, before, tuple(cells))


def begin_of_run(series: str, kept: int, eve: int, look_back: int, facts_of: FactsOf, rules: Rules) -> int | None:
    """Return the first of the last `kept` kept days up to `eve`; None if it is before `look_back`."""
    for ordinal in range(eve, look_back - 1, -1):
        if own_mark(series, ordinal, facts_of, rules) is DayMark.KEPT:
            kept -= 1
            if not kept:
                return ordinal
    return None


def follow_run(run: Run, trace: Trace, last: int, today: int, facts_of: FactsOf, rules: Rules) -> Run:
    """Return the last run of a trace, continued to the day `last`, or to today if that is earlier."""
    series, streak = trace.series, trace.after
    length, end = run.length, run.last
    for ordinal in range(trace.cells[-1].ordinal + 1, min(last, today) + 1):
        mark = own_mark(series, ordinal, facts_of, rules, is_open=ordinal == today)
        if mark is DayMark.KEPT or ordinal != today:
            streak = streak.after(mark, rules.grace)
        if not streak.current:
            return Run(length, run.first, end, False)
        if mark is DayMark.KEPT:
            length, end = streak.current, ordinal
    goes_on = today <= last or will_go_on(series, streak, last + 1, today, facts_of, rules)
    return Run(length, run.first, end, goes_on)
