"""Civil days: the giving day, months, and how both are written."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from givequest.domain.text import clean_line
from givequest.errors import UsageError

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
DAY_START = time(4, 0)
_ONE_DAY = timedelta(days=1)


def giving_day(now: datetime, day_start: time = DAY_START) -> date:
    """Return the day that a deed done at `now` (local wall clock) counts for.

    The wall clock is compared, never subtracted from: an hour that daylight saving
    skips or repeats cannot move a day.
    """
    today = now.date()
    return today - _ONE_DAY if now.time().replace(fold=0) < day_start else today


def month_of(day: date) -> tuple[int, int]:
    """Return the year and month that a day is in."""
    return day.year, day.month


def next_month(first: date, months: int = 1) -> date:
    """Return the first day of the month that lies `months` after (or before) the month of `first`."""
    index = min(max(first.year * 12 + first.month - 1 + months, 12), 9999 * 12 + 11)
    return date(index // 12, index % 12 + 1, 1)


def is_leap_year(year: int) -> bool:
    """Return whether a year of the Gregorian calendar has a 29 February."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_in_month(first: date) -> int:
    """Return how many days the month of `first` has."""
    if first.year == 9999 and first.month == 12:
        return 31
    return (next_month(first.replace(day=1)) - first.replace(day=1)).days


def parse_month(text: str) -> date:
    """Return the first day of a month written ``YYYY-MM``; `UsageError` when it is not one."""
    year, dash, month = text.strip().partition("-")
    if dash and len(year) == 4 and len(month) == 2 and (year + month).isdecimal() and (year + month).isascii():
        try:
            return date(int(year), int(month), 1)
        except ValueError:
            pass
    raise UsageError(f"'{clean_line(text)[:40]}' isn't a month; write it as YYYY-MM, like 2026-11.")


def format_day(day: date, today: date | None = None) -> str:
    """Return a day as people read it, like `Monday 23 November`; with its year, if that is not the year of `today`."""
    words = f"{WEEKDAYS[day.weekday()].title()} {day.day} {MONTHS[day.month - 1]}"
    return words if today is None or today.year == day.year else f"{words} {day.year}"


def format_short_day(day: date) -> str:
    """Return a day in few letters, like `Mon 23 Nov`."""
    return f"{WEEKDAYS[day.weekday()][:3].title()} {day.day} {MONTHS[day.month - 1][:3]}"


def format_month(day: date, today: date | None = None) -> str:
    """Return the month of a day as people read it, like `November 2026`; without its year if that is today's."""
    name = MONTHS[day.month - 1]
    return f"{name} {day.year}" if today is None or today.year != day.year else name
