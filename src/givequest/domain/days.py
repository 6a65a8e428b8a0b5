"""Civil days: the giving day, months, and the words people use for a day."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

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
    raise UsageError(f"'{text[:40]}' is not a month; write it as YYYY-MM, like 2026-11.")


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
    from dateutil import parser

    def readings() -> set[date]:
        found = set()
        for day_first in (True, False):
            # Two defaults that differ in every part show which parts the words leave out.
            for default in (datetime(2000, 1, 1), datetime(2000, 2, 2)):
                found.add(parser.parse(text, dayfirst=day_first, default=default).date())
        return found

    refusal = UsageError(
        f"'{text[:40]}' is not a day that can be read in one way only; "
        "write it as YYYY-MM-DD, 'yesterday' or a weekday."
    )
    if len(text) > 40 or not any(character.isdecimal() for character in text):
        raise refusal
    try:
        found = readings()
        if len(found) != 1:
            raise refusal
        day = found.pop()
        # Without a year in the words the default's shows: then the last such day is meant.
        named = parser.parse(text, default=datetime(2004, 1, 1)).year == day.year
    except (ValueError, OverflowError, TypeError):
        raise refusal from None
    if named:
        return day
    years = range(today.year, today.year - 9, -1)  # nine years hold a 29 February
    candidates = (_in_year(day, year) for year in years)
    return next(found for found in candidates if found is not None and found <= today)


def _in_year(day: date, year: int) -> date | None:
    try:
        return day.replace(year=year)
    except ValueError:
        return None


def format_day(day: date) -> str:
    """Return a day as people read it, like `Monday 23 November`."""
    return f"{WEEKDAYS[day.weekday()].title()} {day.day} {MONTHS[day.month - 1]}"
