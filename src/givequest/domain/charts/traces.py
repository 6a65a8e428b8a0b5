"""Traces: one series followed through a stretch of days, a cell for each."""

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
    """The days that a trace goes through, and where in them it is seen from. All are ordinals."""

    first: int
    last: int
    today: int


@dataclass(frozen=True, slots=True)
class Run:
    """Kept days with nothing between them that ended the streak."""

    length: int
    """Kept days, those before the trace included."""
    first: int | None
    """The ordinal of the first kept day; None: it lies before all that was looked at."""
    last: int
    """The ordinal of the last kept day that was looked at."""
    goes_on: bool
    """Whether it has not ended there."""


@dataclass(frozen=True, slots=True)
class Trace:
    """A series followed through days without a break between them."""

    series: str
    before: Streak
    """Where it stood on the eve of the first day."""
    cells: tuple[DayCell, ...]

    def part(self, first: int, last: int) -> Trace:
        """Return the trace of some of these days."""
        start = self.cells[0].ordinal
        cells = self.cells[max(first - start, 0) : max(last - start + 1, 0)]
        before = self.cells[first - start - 1].streak if first > start else self.before
        return Trace(self.series, before, cells)

    @property
    def after(self) -> Streak:
        """Where the series stands at the end, or today when that is earlier."""
        return self.cells[-1].streak if self.cells else self.before

    @property
    def kept(self) -> int:
        """How many of the days are kept."""
        return self.after.total - self.before.total

    def runs(self, *, goes_on: bool) -> list[Run]:
        """Return the runs that have a kept day here, in their order; the caller knows whether the last one goes on."""
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
    """Return a series followed through the days of a span, from where it stood on their eve.

    To know whether a last gap was bridged, days after the span may be asked for.
    """
    cells = follow_days(series, before, facts_of, rules, span.first, span.last, span.today)
    return Trace(series, before, tuple(cells))


def begin_of_run(series: str, kept: int, eve: int, look_back: int, facts_of: FactsOf, rules: Rules) -> int | None:
    """Return the first of some kept days that lead up to the day `eve`; None when it lies before `look_back`."""
    for ordinal in range(eve, look_back - 1, -1):
        if own_mark(series, ordinal, facts_of, rules) is DayMark.KEPT:
            kept -= 1
            if not kept:
                return ordinal
    return None


def follow_run(run: Run, trace: Trace, last: int, today: int, facts_of: FactsOf, rules: Rules) -> Run:
    """Return the run at the end of a trace as it stands on the day `last`, or today when that is earlier."""
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
