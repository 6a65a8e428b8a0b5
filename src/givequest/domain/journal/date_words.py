"""Jumps: the words with which people name a day or a month to look at."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from givequest.domain.days import MONTHS, days_in_month, next_month, parse_day, parse_month
from givequest.domain.records import FIRST_YEAR
from givequest.domain.text import clean_line
from givequest.errors import UsageError

_AGO = re.compile(r"(\d{1,4}|an?|one) (day|week|month|year)s? ago")


class Jump(NamedTuple):
    """Where to go: a day, or the last day of a whole month or year."""

    day: date
    is_month: bool = False


def parse_jump(text: str, today: date) -> Jump:
    """Return where a person wants to go; `UsageError` when nowhere.

    A day as everywhere, or `2026-03`, `march`, `march 2025`, `2025`, `last month`, `3 weeks ago`.
    """
    stretch = _year_in(text, today) or _month_in(text, today)
    if stretch is not None:
        return stretch
    jump = _distance_in(text, today) or Jump(_day_in(text, today))
    if jump.is_month:
        return jump
    day = jump.day
    if day.year < FIRST_YEAR:
        raise UsageError(f"{day.isoformat()} lies before {FIRST_YEAR}, where this calendar begins; name a later day.")
    if day > today:
        raise UsageError(f"{day.isoformat()} has not come yet; a page is written today or for a day before.")
    return jump


def _day_in(text: str, today: date) -> date:
    try:
        return parse_day(text, today)
    except UsageError:
        raise UsageError(f"No one day is called '{clean_line(text)[:20]}'; try last friday, 2026-03, 12 May.") from None


def _distance_in(text: str, today: date) -> Jump | None:
    words = " ".join(text.lower().split())
    match = _AGO.fullmatch(re.sub(r"^last (week|month|year)$", r"a \1 ago", words))
    if match is None:
        return None
    number = int(match[1]) if match[1].isdecimal() else 1
    if match[2] in ("day", "week"):
        return Jump(date.fromordinal(max(today.toordinal() - number * (7 if match[2] == "week" else 1), 1)))
    if match[2] == "month":
        return _end_of(next_month(today, -number), today)
    return _end_of(date(max(today.year - number, 1), 12, 1), today)


def _year_in(text: str, today: date) -> Jump | None:
    year = text.strip()
    if not (len(year) == 4 and year.isascii() and year.isdecimal() and year > "0000"):
        return None
    return _end_of(_past(date(int(year), 1, 1), today).replace(month=12), today)


def _end_of(first: date, today: date) -> Jump:
    """Return the way to the last day of a month, or to today in the one that is not over."""
    return Jump(min(first.replace(day=days_in_month(first)), today), is_month=True)


def _month_in(text: str, today: date) -> Jump | None:
    first = _first_in(text, today)
    return None if first is None else _end_of(first, today)


def _first_in(text: str, today: date) -> date | None:
    words = text.strip().lower().split()
    try:
        return _past(parse_month(text), today)
    except UsageError:
        pass
    if not 1 <= len(words) <= 2 or len(words[0]) < 3:
        return None
    numbers = [number for number, name in enumerate(MONTHS, 1) if name.lower().startswith(words[0])]
    if len(numbers) != 1:
        return None
    if len(words) == 2:
        is_year = len(words[1]) == 4 and words[1].isascii() and words[1].isdecimal() and words[1] > "0000"
        return _past(date(int(words[1]), numbers[0], 1), today) if is_year else None
    return date(today.year - (numbers[0] > today.month), numbers[0], 1)


def _past(first: date, today: date) -> date:
    if first > today:
        raise UsageError(f"{first.year:04}-{first.month:02} has not come yet; a page is of today or of a day before.")
    return first
