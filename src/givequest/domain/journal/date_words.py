"""The words with which people name a day, a month or a year to look at."""

from __future__ import annotations

import re
from datetime import date

from givequest.domain.dates.date_parser import NoDay, parse_past_day
from givequest.domain.days import MONTHS, days_in_month, next_month, parse_month
from givequest.domain.records import FIRST_YEAR
from givequest.domain.text import clean_line
from givequest.errors import UsageError
from givequest.named_tuple import NamedTuple

_AGO = re.compile(r"(\d{1,4}|an?|one) (month|year)s? ago")


class Jump(NamedTuple):
    """Where to go: a day, or the last day of a whole month or year."""

    day: date
    is_month: bool = False


def parse_jump(text: str, today: date) -> Jump:
    """Return where someone wants to go; `UsageError` when nowhere.

    A day as everywhere, or `2026-03`, `march`, `march 2025`, `2025`, `last month`, `3 years ago`.
    """
    words = " ".join(text.lower().split())
    stretch = _year_in(words, today) or _month_in(words, today) or _distance_in(words, today)
    if stretch is not None:
        return stretch
    try:
        day = parse_past_day("a week ago" if words == "last week" else words, today)
    except NoDay:
        raise UsageError(f"No day is called '{clean_line(text)[:20]}'; try last friday, 2026-03, 12 May.") from None
    if day.year < FIRST_YEAR:
        raise UsageError(f"{day.isoformat()} is before {FIRST_YEAR}, the first year givequest can hold.")
    return Jump(day)


def _distance_in(words: str, today: date) -> Jump | None:
    match = _AGO.fullmatch(re.sub(r"^last (month|year)$", r"a \1 ago", words))
    if match is None:
        return None
    number = int(match[1]) if match[1].isdecimal() else 1
    if match[2] == "month":
        return _end_of(next_month(today, -number), today)
    return _end_of(date(max(today.year - number, 1), 12, 1), today)


def _year_in(words: str, today: date) -> Jump | None:
    return _end_of(_past(date(int(words), 12, 1), today, year_only=True), today) if _is_year(words) else None


def _month_in(words: str, today: date) -> Jump | None:
    first = _written_month(words) or _named_month(words.split(), today)
    return None if first is None else _end_of(_past(first, today), today)


def _written_month(words: str) -> date | None:
    try:
        return parse_month(words)
    except UsageError:
        return None


def _named_month(words: list[str], today: date) -> date | None:
    """Return the first day of `march`, the last one that has begun, or of `march 2025`."""
    if not 1 <= len(words) <= 2 or len(words[0]) < 3:
        return None
    numbers = [number for number, name in enumerate(MONTHS, 1) if name.lower().startswith(words[0])]
    if len(numbers) != 1:
        return None
    if len(words) == 1:
        return date(today.year - (numbers[0] > today.month), numbers[0], 1)
    return date(int(words[1]), numbers[0], 1) if _is_year(words[1]) else None


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isascii() and word.isdecimal() and word > "0000"


def _end_of(first: date, today: date) -> Jump:
    """Return the way to the last day of a month, or to today in the one that is not over."""
    return Jump(min(first.replace(day=days_in_month(first)), today), is_month=True)


def _past(first: date, today: date, *, year_only: bool = False) -> date:
    if (first.replace(month=1) if year_only else first) > today:
        named = f"{first.year:04}" if year_only else f"{first.year:04}-{first.month:02}"
        raise UsageError(f"{named} is in the future. A page is for today or an earlier day.")
    return first
