"""Day cells: the mark and the streak of a series on each day of a range, as seen from today."""

from __future__ import annotations

from collections.abc import Callable

from givequest.domain.progress.day_mark import COUNTS_AGAINST, DayMark
from givequest.domain.progress.due import FactsOf
from givequest.domain.progress.state import own_mark
from givequest.domain.progress.streaks import Streak
from givequest.domain.rules import Rules
from givequest.named_tuple import NamedTuple


class DayCell(NamedTuple):
    """One day of a series."""

    ordinal: int
    mark: DayMark
    streak: Streak
    """The streak at the end of the day; for a future day, the streak today."""
    joined: bool = False
    """Whether the day is kept, or between two kept days of the same run."""

    @property
    def run(self) -> int:
        """The current streak at the end of the day."""
        return self.streak.current

    @property
    def warmth(self) -> float:
        """Warmth at the end of the day, 0 to 1."""
        return self.streak.warmth


def follow_days(
    series: str, before: Streak, facts_of: FactsOf, rules: Rules, first: int, last: int, today: int
) -> list[DayCell]:
    """Return the cells of the days `first` to `last`, as seen from `today`. All days are ordinals.

    Args:
        series: The name of the series.
        before: Its streak at the end of the day before `first`.
        facts_of: Returns the facts of a day; also called for days after `last`, to see whether a gap was bridged.
        rules: The rules to apply.
        first: The first day.
        last: The last day.
        today: The current day; later days are in the future.

    """
    streak, cells = before, []
    for ordinal in range(first, min(last, today) + 1):
        own = own_mark(series, ordinal, facts_of, rules, is_open=ordinal == today)
        mark = _seen_mark(own, has_begun=bool(streak.total), is_today=ordinal == today)
        if ordinal != today or own is DayMark.KEPT:
            streak = streak.after(own, rules.grace)
        cells.append(DayCell(ordinal, mark, streak, own is DayMark.KEPT))
    cells = _join(cells, today, lambda: will_go_on(series, streak, last + 1, today, facts_of, rules))
    for ordinal in range(max(first, today + 1), last + 1):
        cells.append(DayCell(ordinal, DayMark.REST if facts_of(ordinal).rest else DayMark.AHEAD, streak))
    return cells


def _seen_mark(own: DayMark, *, has_begun: bool, is_today: bool) -> DayMark:
    """Return the mark of a past day or today, except `BRIDGED`. Today is never `BEFORE`."""
    if own in (DayMark.KEPT, DayMark.REST):
        return own
    if not (has_begun or is_today):
        return DayMark.BEFORE
    return DayMark.TODAY if is_today and own is DayMark.EMPTY else own


def will_go_on(series: str, streak: Streak, first: int, today: int, facts_of: FactsOf, rules: Rules) -> bool:
    """Return whether a run with this streak on the day before `first` has another kept day up to today."""
    if not streak.current:
        return False
    gap = streak.gap
    for ordinal in range(first, today + 1):
        own = own_mark(series, ordinal, facts_of, rules, is_open=ordinal == today)
        if own is DayMark.KEPT:
            return True
        if own in COUNTS_AGAINST and ordinal != today:
            gap += 1
            if gap > rules.grace:
                return False
    return False


def _join(cells: list[DayCell], today: int, goes_on: Callable[[], bool]) -> list[DayCell]:
    """Return the cells with those between two kept days of one run joined, empty ones marked `BRIDGED`."""
    joined = []
    ahead: bool | None = None  # whether the run of a day is kept again after it; None: not known yet
    for cell in reversed(cells):
        if cell.mark is DayMark.KEPT:
            ahead = True
        elif not cell.run:
            ahead = False
        elif cell.ordinal != today:
            if ahead is None:
                ahead = goes_on()
            if ahead:
                mark = DayMark.BRIDGED if cell.mark is DayMark.EMPTY else cell.mark
                cell = DayCell(cell.ordinal, mark, cell.streak, True)
        joined.append(cell)
    return joined[::-1]
