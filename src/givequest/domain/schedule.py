"""Schedules: the days on which a kind is due, written as an RRULE of RFC 5545."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateutil.rrule import rrule, rruleset

EPOCH = datetime(2001, 1, 1)
"""A Monday: where the counting of a rule without a DTSTART begins (every second day, every third week)."""


def parse_schedule(text: str) -> rrule | rruleset:
    """Return the rule that a text describes; `ValueError` when it is none, or finer than a day."""
    from dateutil.rrule import HOURLY, rrulestr

    try:
        rule = rrulestr(text, dtstart=EPOCH, ignoretz=True)
    except (ValueError, TypeError, AttributeError, KeyError, IndexError) as error:
        raise ValueError(f"'{text[:60]}' is not a schedule; an example is FREQ=WEEKLY;BYDAY=TU,TH") from error
    if getattr(rule, "_freq", 0) >= HOURLY:
        raise ValueError(f"'{text[:60]}' repeats within a day; use FREQ=DAILY, WEEKLY, MONTHLY or YEARLY")
    return rule


@lru_cache(maxsize=256)
def due_days(text: str, year: int) -> frozenset[int]:
    """Return the ordinals of the days of a year on which a schedule is due."""
    rule = _rule_for_year(text, year)
    days: set[int] = set()
    for moment in rule.xafter(datetime(year, 1, 1) - timedelta(days=1), inc=True):
        if moment.year > year:
            break
        if moment.year == year:
            days.add(moment.toordinal())
    return frozenset(days)


def _rule_for_year(text: str, year: int) -> rrule | rruleset:
    """Return the rule, begun at the year where that changes nothing but the time it takes to get there."""
    from dateutil.rrule import WEEKLY, rrule

    rule = parse_schedule(text)
    if not isinstance(rule, rrule) or "DTSTART" in text.upper():
        return rule
    if getattr(rule, "_interval", 1) != 1 or getattr(rule, "_count", None) is not None:
        return rule
    start = datetime(year, 1, 1)
    if getattr(rule, "_freq", WEEKLY) == WEEKLY:  # a Monday, as the epoch is
        start -= timedelta(days=start.weekday())
    return rule.replace(dtstart=start)


def is_due(text: str | None, ordinal: int) -> bool:
    """Return whether a kind with this schedule is due on a day (given as its ordinal)."""
    return text is None or ordinal in due_days(text, date.fromordinal(ordinal).year)
