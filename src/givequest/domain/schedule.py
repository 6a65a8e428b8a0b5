"""Schedules: the days on which a kind is due, written as an RRULE of RFC 5545."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dateutil.rrule import rrule, rruleset

EPOCH = datetime(2001, 1, 1)
"""A Monday: where the counting of a rule without a DTSTART begins (every second day, every third week)."""
FIRST_START = datetime(1970, 1, 1)
"""No rule starts before this, as no record lies before it."""


def parse_schedule(text: str) -> rrule | rruleset:
    """Return the rule that a text describes; `ValueError` when it is none, finer than a day, or never steps on."""
    import warnings

    from dateutil.rrule import rrulestr

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")  # COUNT and UNTIL at once
            rule = rrulestr(text, dtstart=EPOCH, ignoretz=True)
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError, Warning) as error:
        raise ValueError(f"{_shown(text)} is not a schedule; an example is FREQ=WEEKLY;BYDAY=TU,TH") from error
    for part in _rules_of(rule):
        _check(part, text)
    return rule


def _check(rule: rrule, text: str) -> None:
    from dateutil.rrule import DAILY

    inner: Any = rule
    if inner._freq > DAILY or len(inner._timeset) > 1:
        raise ValueError(f"{_shown(text)} repeats within a day; use FREQ=DAILY, WEEKLY, MONTHLY or YEARLY")
    if inner._interval < 1 or (inner._count is not None and inner._count < 1):
        raise ValueError(f"{_shown(text)} never comes; INTERVAL and COUNT are 1 or more")
    if inner._dtstart.tzinfo is not None:
        raise ValueError(f"{_shown(text)} names a time zone; a day has none")
    if inner._dtstart < FIRST_START:
        raise ValueError(f"{_shown(text)} starts before {FIRST_START.year}")


def _shown(text: str) -> str:
    return repr(text if len(text) <= 60 else text[:59] + "…")


def _rules_of(rule: rrule | rruleset) -> list[rrule]:
    from dateutil.rrule import rrule as single

    if isinstance(rule, single):
        return [rule]
    whole: Any = rule
    return [*whole._rrule, *whole._exrule]


@lru_cache(maxsize=256)
def due_days(text: str, year: int) -> frozenset[int]:
    """Return the ordinals of the days of a year on which a schedule is due."""
    from dateutil.rrule import rrule as single

    rule = parse_schedule(text)
    has_start = "DTSTART" in text.upper()
    if isinstance(rule, single):
        return frozenset(_days(rule, year, has_start))
    whole: Any = rule
    due = {day for part in whole._rrule for day in _days(part, year, has_start)}
    due |= {moment.toordinal() for moment in whole._rdate if moment.year == year}
    due -= {day for part in whole._exrule for day in _days(part, year, has_start)}
    return frozenset(due - {moment.toordinal() for moment in whole._exdate})


def _days(rule: rrule, year: int, has_start: bool) -> Iterator[int]:
    """Yield the days (ordinals) of a year on which a rule comes.

    The calendar, weekdays and all, repeats every 400 years. The rule is asked in the last
    such year: for one that never comes again dateutil goes on looking up to the year 9999.
    """
    inner: Any = rule
    shift = 0 if inner._byeaster else (9999 - year) // 400 * 400
    end = datetime(year, 12, 31, 23, 59, 59)
    start = inner._dtstart if has_start or inner._count is not None else _start_near(inner, year)
    until = end if inner._until is None else min(end, inner._until)
    asked = rule.replace(
        dtstart=start.replace(year=start.year + shift), until=until.replace(year=until.year + shift), count=None
    )
    back = datetime(year + shift, 1, 1).toordinal() - datetime(year, 1, 1).toordinal()
    for moment in islice(asked, inner._count):
        if moment.year == year + shift:
            yield moment.toordinal() - back


def _start_near(rule: Any, year: int) -> datetime:
    """Return a start shortly before a year for a rule that is counted from `EPOCH`, in step with it."""
    from dateutil.rrule import DAILY, MONTHLY, WEEKLY

    start = datetime(year, 1, 1)
    if rule._freq in (DAILY, WEEKLY):
        step = rule._interval * (7 if rule._freq == WEEKLY else 1)
        early = start - timedelta(days=14)  # a week that begins on a Sunday is whole again by the new year
        back = (early - EPOCH).days % step
        return early - timedelta(days=back) if back < early.toordinal() else EPOCH
    step = rule._interval * (1 if rule._freq == MONTHLY else 12)
    months = 12 * year - 12 * (year - EPOCH.year) % step
    return datetime(months // 12, months % 12 + 1, 1) if months >= 12 else EPOCH


def is_due(text: str | None, ordinal: int) -> bool:
    """Return whether a kind with this schedule is due on a day (given as its ordinal)."""
    return text is None or ordinal in due_days(text, date.fromordinal(ordinal).year)
