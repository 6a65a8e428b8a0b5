"""One rule of a schedule, asked for its days of one year.

The names that begin with an underscore are dateutil's: what a rule was told cannot be asked of it in another way.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from datetime import date, datetime, timedelta
from functools import lru_cache
from itertools import takewhile
from typing import TYPE_CHECKING, Any

from givequest.domain.days import is_leap_year

if TYPE_CHECKING:
    from dateutil.rrule import rrule

LAST_YEAR = 9999
UNREADABLE = (ArithmeticError, AttributeError, LookupError, TypeError, ValueError, Warning)
"""What dateutil raises at texts that are no rule, and at some while it works their days out."""
_CYCLE = 400
"""Years after which the calendar, weekdays and all, repeats itself."""
_YEARLY, _MONTHLY, _WEEKLY = 0, 1, 2
"""dateutil's numbers of the frequencies."""


class Recurrence:
    """A rule of whole days."""

    def __init__(self, rule: rrule, *, has_start: bool, has_week_start: bool) -> None:
        self._rule: Any = rule.replace(byhour=0, byminute=0, bysecond=0)
        self._has_start = has_start
        self._has_week_start = has_week_start

    @property
    def start(self) -> date:
        """The first day on which it can come, where it says so."""
        start: datetime = self._rule._dtstart
        return start.date()

    @property
    def is_anchored(self) -> bool:
        """Whether its days depend on the day that it is in step with."""
        rule = self._rule
        filled_in = None in rule._original_rule.values()
        return not self._has_start and (rule._interval > 1 or rule._count is not None or filled_in)

    @property
    def comes_at_all(self) -> bool:
        """Whether any day at all fits it, wherever it begins, ends and steps."""
        if self._rule._byeaster:
            return True
        free = self._rule.replace(dtstart=datetime(LAST_YEAR - 40, 1, 1), interval=1, until=None, count=None)
        return next(iter(free), None) is not None

    def days(self, year: int, anchor: int, first_weekday: int) -> Iterator[int]:
        """Yield its days (ordinals) of a year, in step with `anchor` (an ordinal) where it names no start.

        Weeks begin on `first_weekday` (0 to 6) where it names no other day. What dateutil cannot answer is no day.
        """
        rule = self._rule.replace(
            dtstart=self._rule._dtstart if self._has_start else datetime.fromordinal(anchor),
            wkst=self._rule._wkst if self._has_week_start else first_weekday,
        )
        is_bounded = self._has_start or rule._count is not None
        if (is_bounded and year < rule._dtstart.year) or (rule._until is not None and rule._until.year < year):
            return
        first, last = date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal()
        least = max(first, rule._dtstart.toordinal()) if is_bounded else first
        with suppress(*UNREADABLE):
            days = _of_year(rule, year) if rule._count is None else _counted(rule)
            yield from (day for day in takewhile(lambda day: day <= last, days) if day >= least)


def _counted(rule: Any) -> Iterator[int]:
    """Yield the days of a rule with a COUNT: all of them, as what is counted begins with the first.

    dateutil looks up to the year 9999 for one that never comes: it is asked in the last of the cycles.
    """
    begin: datetime = rule._dtstart
    later = 0 if rule._byeaster else (LAST_YEAR - begin.year) // _CYCLE * _CYCLE
    moved = begin.replace(year=begin.year + later)
    back = moved.toordinal() - begin.toordinal()
    return (moment.toordinal() - back for moment in rule.replace(dtstart=moved))


def _of_year(rule: Any, year: int) -> Iterator[int]:
    """Yield the days of a rule without a COUNT from the period on that a year begins in.

    dateutil looks up to the year 9999 for one that does not come again: it is asked in the last year of that form.
    """
    period = _period_before(rule, year)
    if rule._freq == _YEARLY and period.year < year:
        return iter(())
    first, last = datetime(year, 1, 1), datetime(year, 12, 31)
    later = timedelta(0) if rule._byeaster else datetime(_last_of_form(year), 1, 1) - first
    until = last if rule._until is None else min(last, rule._until)
    asked = rule.replace(dtstart=period + later, until=until + later, **_filled_in(rule))
    return (moment.toordinal() - later.days for moment in asked)


def _filled_in(rule: Any) -> dict[str, Any]:
    """Return what dateutil took from the start of a rule, as parts of their own: the start is about to be another."""
    return {name: getattr(rule, f"_{name}") for name, value in rule._original_rule.items() if value is None}


def _period_before(rule: Any, year: int) -> datetime:
    """Return when the last period (day, week, month or year) in step with a rule begins that begins by New Year."""
    start, first = rule._dtstart, date(year, 1, 1).toordinal()
    if rule._freq in (_YEARLY, _MONTHLY):
        step = rule._interval * (1 if rule._freq == _MONTHLY else 12)
        origin = start.year * 12 + (start.month - 1 if rule._freq == _MONTHLY else 0)
        months = 12 * year - (12 * year - origin) % step
        return datetime(months // 12, months % 12 + 1, 1)
    step, origin = rule._interval, start.toordinal()
    if rule._freq == _WEEKLY:
        step, origin = step * 7, origin - (start.weekday() - rule._wkst) % 7
    return datetime.fromordinal(first - (first - origin) % step)


@lru_cache(maxsize=256)
def _last_of_form(year: int) -> int:
    """Return the last year that has the days of a year: as many, on the same weekdays, in weeks of the same numbers."""

    def form(year: int) -> tuple[bool, bool, int]:
        return is_leap_year(year), is_leap_year(year - 1), date(year, 1, 1).weekday()

    return next(other for other in range(LAST_YEAR, year - 1, -1) if form(other) == form(year))
