"""Reading of schedules: what dateutil makes of a text, and in a sentence why it makes nothing of it."""

from __future__ import annotations

import warnings
from collections.abc import Iterable
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from givequest.domain.schedule.recurrence import LAST_YEAR, UNREADABLE, Recurrence
from givequest.domain.schedule.text import EXAMPLE, LONGEST, NoSchedule, Parts, checked_lines
from givequest.named_tuple import NamedTuple

__all__ = ["AHEAD", "EXAMPLE", "LONGEST", "Schedule", "read_schedule"]

AHEAD = 40
"""Years within which a rule has to come again: 29 February is a given weekday at least that often."""
FIRST_YEAR = 1970
"""No rule starts before this, as no record lies before it."""


class Schedule(NamedTuple):
    """A schedule that has been read."""

    rules: tuple[Recurrence, ...]
    excluded: tuple[Recurrence, ...]
    dates: frozenset[int]
    """Days (ordinals) that it names beside its rules."""
    excluded_dates: frozenset[int]

    @property
    def is_anchored(self) -> bool:
        """Whether its days depend on the day that it is in step with."""
        return any(rule.is_anchored for rule in (*self.rules, *self.excluded))

    def days(self, year: int, anchor: int, first_weekday: int) -> frozenset[int]:
        """Return the days (ordinals) of a year on which it comes; `anchor` is an ordinal, `first_weekday` 0 to 6."""

        def all_of(rules: Iterable[Recurrence]) -> set[int]:
            return {day for rule in rules for day in rule.days(year, anchor, first_weekday)}

        first, last = date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal()
        named = {day for day in self.dates if first <= day <= last}
        return frozenset((all_of(self.rules) | named) - all_of(self.excluded) - self.excluded_dates)

    def comes_from(self, ordinal: int, anchor: int, first_weekday: int) -> bool:
        """Return whether it comes on a day or on one of the `AHEAD` years after it."""
        year = date.fromordinal(ordinal).year
        for later in range(year, min(year + AHEAD, LAST_YEAR) + 1):
            if any(day >= ordinal for day in self.days(later, anchor, first_weekday)):
                return True
            if later == year + 1 and not self.dates and not any(rule.comes_at_all for rule in self.rules):
                return False  # seen without a look into each of the years
        return False


@lru_cache(maxsize=64)
def read_schedule(text: str) -> Schedule:
    """Return the schedule that a text describes; `ValueError` is a sentence (without its end) that says why it is none.

    None are texts that dateutil cannot read, that repeat within a day, have a number out of its range, start
    before `FIRST_YEAR`, or never come.
    """
    lines, parts = checked_lines(text)
    has_start = any(line.startswith("DTSTART") for line in lines)
    try:
        schedule = _read(lines, parts, has_start=has_start)
        first = min((rule.start for rule in (*schedule.rules, *schedule.excluded)), default=date(2001, 1, 1))
        comes = first.year < FIRST_YEAR or schedule.comes_from(first.toordinal(), first.toordinal(), 0)
    except UNREADABLE as error:
        raise NoSchedule(text) from error
    if first.year < FIRST_YEAR:
        raise NoSchedule(text, f"starts before {FIRST_YEAR}")
    if not comes:
        raise NoSchedule(text, "never comes")
    return schedule


def _read(lines: list[str], parts: Iterable[Parts], *, has_start: bool) -> Schedule:
    from dateutil.rrule import rrule, rrulestr

    with warnings.catch_warnings():
        warnings.simplefilter("error")  # COUNT and UNTIL at once
        whole: Any = rrulestr("\n".join(lines), dtstart=datetime(2001, 1, 1), ignoretz=True)
    has_week_start = any("WKST" in rule for rule in parts)

    def all_of(rules: Iterable[rrule]) -> tuple[Recurrence, ...]:
        return tuple(Recurrence(rule, has_start=has_start, has_week_start=has_week_start) for rule in rules)

    if isinstance(whole, rrule):
        return Schedule(all_of([whole]), (), frozenset(), frozenset())
    dates, excluded = ({moment.toordinal() for moment in moments} for moments in (whole._rdate, whole._exdate))
    return Schedule(all_of(whole._rrule), all_of(whole._exrule), frozenset(dates), frozenset(excluded))
