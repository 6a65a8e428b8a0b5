"""Jumps: the words with which people name a day or a month to look at."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from givequest.domain.days import MONTHS, days_in_month, parse_day, parse_month
from givequest.errors import UsageError


class Jump(NamedTuple):
    """Where to go: a day, or the last day of a whole month."""

    day: date
    is_month: bool = False


def parse_jump(text: str, today: date) -> Jump:
    """Return where a person wants to go: `last friday`, `2026-03`, `march`, `march 2025`; `UsageError` when nowhere."""
    first = _month_in(text, today)
    if first is not None:
        return Jump(min(first.replace(day=days_in_month(first)), today), is_month=True)
    day = parse_day(text, today)
    if day > today:
        raise UsageError(f"{day.isoformat()} has not come yet; a page is written today or for a day before.")
    return Jump(day)


def _month_in(text: str, today: date) -> date | None:
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
