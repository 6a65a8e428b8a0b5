"""Civil days: the giving day, months, and the words people use for a day."""

from __future__ import annotations

import re
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
_YEAR_FIRST = re.compile(r"\s*\d{4}\D")  # then month and day, all over the world


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
    raise UsageError(f"'{clean_line(text)[:40]}' is not a month; write it as YYYY-MM, like 2026-11.")


def parse_day(text: str, today: date) -> date:
    """Return the day that a person named: ISO, `today`, `yesterday`, a weekday (the last one) or a written date.

    Raises `UsageError` when the words could mean two different days, or none.
    """
    word = text.strip().lower()
    if word == "today":
        return today
    if word == "yesterday":
        return today - _ONE_DAY
    if word == "tomorrow":
        return today + _ONE_DAY
    plain = word.removeprefix("last ").strip()
    for index, name in enumerate(WEEKDAYS):
        if plain == name or (len(plain) >= 3 and name.startswith(plain)):
            back = (today.weekday() - index) % 7
            return today - timedelta(days=back or 7)
    try:
        return date.fromisoformat(word)
    except ValueError:
        return _parse_written_day(text, today)


def _parse_written_day(text: str, today: date) -> date:
    refusal = UsageError(
        f"'{clean_line(text)[:40]}' is not a day that can be read in one way only; "
        "write it as YYYY-MM-DD, 'yesterday' or a weekday."
    )
    if len(text) > 40 or not any(character.isdecimal() for character in text):
        raise refusal
    try:
        # Two defaults that differ in every part show which parts the words leave out.
        found = _readings(text, datetime(2000, 1, 1)) | _readings(text, datetime(2000, 2, 2))
        has_year = len(found | _readings(text, datetime(2004, 1, 1))) == 1
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError):
        raise refusal from None
    if len(found) != 1:
        raise refusal
    day = found.pop()
    # Without a year in the words the last such day is meant; nine years hold a 29 February.
    years = [day.year] if has_year else range(today.year, today.year - 9, -1)
    candidates = (_in_year(day, year) for year in years)
    day = next(candidate for candidate in candidates if candidate and (has_year or candidate <= today))
    if _named_weekday(text) not in (None, day.weekday()):
        raise refusal
    return day


def _readings(text: str, default: datetime) -> set[date]:
    """Return the days that a text can mean, in whatever order people write the parts of a date."""
    from dateutil import parser

    orders = [(True, False), (False, False)]
    if _YEAR_FIRST.match(text):
        orders = [(False, True)]
    elif "." not in text:
        orders.append((False, True))
    return {
        parser.parse(text, default=default, dayfirst=day_first, yearfirst=year_first, ignoretz=True).date()
        for day_first, year_first in orders
    }


def _named_weekday(text: str) -> int | None:
    for word in re.findall("[a-z]{3,}", text.lower()):
        for index, name in enumerate(WEEKDAYS):
            if name.startswith(word):
                return index
    return None


def _in_year(day: date, year: int) -> date | None:
    try:
        return day.replace(year=year)
    except ValueError:
        return None


def format_day(day: date, today: date | None = None) -> str:
    """Return a day as people read it, like `Monday 23 November`; with its year, if that is not the year of `today`."""
    words = f"{WEEKDAYS[day.weekday()].title()} {day.day} {MONTHS[day.month - 1]}"
    return words if today is None or today.year == day.year else f"{words} {day.year}"
