"""The days that people name in words, and the one rule by which all of them are read.

A day is ISO (`2026-11-24`), `today`, `yesterday`, `tomorrow`, `3 days ago`, `in 2 weeks`, a
weekday, or a date as people write it, in any order of day and month, with or without its year
(`24/11`, `24.11.`, `Nov 24`, `24 December 2026`).

What is left out is filled in from the side that is looked at: back to the last such day, or
ahead to the next one. Two readings are never chosen from: both are named.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from givequest.domain.dates.written_dates import read_dates
from givequest.domain.days import MONTHS, WEEKDAYS
from givequest.domain.text import clean_line
from givequest.errors import UsageError

LONGEST = 40
"""Characters of the longest words that can name a day."""
_NEAR = {
    "today": 0, "yesterday": -1, "tomorrow": 1, "the day before yesterday": -2, "the day after tomorrow": 2,
}  # fmt: skip
_DISTANCE = re.compile(r"(in )?(\d{1,4}|an?|one) (day|week)s?( ago)?")
_WEEKDAY = re.compile(r"(last |next |this |on )?([a-z]{3,})")
_ISO = re.compile(r"\d{4}-\d\d-\d\d|\d{8}|\d{4}-?W\d\d-?\d", re.IGNORECASE)
_BETWEEN = re.compile(r"\.{2,}")
"""Between FIRST and LAST; `24.12....26.12.` has a dot of its own before them."""
_LETTERS = re.compile(r"[a-z]{3,}")


class AmbiguousDay(UsageError):
    """Words that can be read as two days or more."""


class NoDay(UsageError):
    """Words that name no day."""


def parse_day(text: str, today: date, *, ahead: bool = False) -> date:
    """Return the day that words name, seen from today.

    Args:
        text: The words.
        today: The day from which the last or the next one is looked for.
        ahead: Whether a weekday, or a date without a year, is the next such day, and not the last.

    Raises:
        AmbiguousDay: They can be read as several days; the message names them.
        NoDay: They name no day.

    """
    return _chosen(text, _readings(text, today, today, ahead=ahead))


def parse_past_day(text: str, today: date) -> date:
    """Return the day that words name; `UsageError` as for `parse_day`, and for a day that hasn't come."""
    readings = _readings(text, today, today, ahead=False)
    if readings and min(readings) > today:
        raise UsageError(f"{min(readings).isoformat()} is in the future; name today or an earlier day.")
    return _chosen(text, readings)


def parse_days(text: str, today: date) -> tuple[date, date]:
    """Return the first and the last day of `DAY` or `FIRST..LAST`, looking ahead; `UsageError` as for `parse_day`.

    A weekday, or a date without a year, is for LAST the next such day after the first.
    """
    dots = _BETWEEN.search(text)
    if dots is None:
        day = parse_day(text, today, ahead=True)
        return day, day
    first = parse_day(text[: dots.end() - 2], today, ahead=True)
    last_words = text[dots.end() :]
    return first, _chosen(last_words, _readings(last_words, today, first, ahead=True))


def _chosen(text: str, readings: list[date]) -> date:
    if len(readings) == 1:
        return readings[0]
    shown = clean_line(text)[:LONGEST]
    if not readings:
        raise NoDay(f"'{shown}' isn't a day; write it as YYYY-MM-DD, 'yesterday', 'friday', '3 days ago' or '24 Nov'.")
    words = " or ".join(f"{day.day} {MONTHS[day.month - 1]} {day.year:04}" for day in readings)
    forms = " or ".join(day.isoformat() for day in readings)
    raise AmbiguousDay(f"'{shown}' could mean {words}; write it as YYYY-MM-DD, {forms}.")


def _readings(text: str, today: date, start: date, *, ahead: bool) -> list[date]:
    """Return every day that words can mean, in order.

    What is left out is looked for from `start`; all else is seen from today.
    """
    words = " ".join(clean_line(text).lower().split())
    if not words or len(words) > LONGEST:
        return []
    if words in _NEAR:
        return _moved(today, _NEAR[words])
    if match := _DISTANCE.fullmatch(words):
        return _at_distance(match, today)
    if match := _WEEKDAY.fullmatch(words):
        weekday = _weekday_of(match[2])
        if weekday is not None:
            return _named_weekday(weekday, (match[1] or "").strip(), today, start, ahead=ahead)
    if _ISO.fullmatch(words):
        try:
            return [date.fromisoformat(words.upper())]
        except ValueError:
            return []
    return _written_days(words, today, start, ahead=ahead)


def _moved(day: date, days: int) -> list[date]:
    """Return the day so many days later, or nothing where no calendar goes."""
    try:
        return [day + timedelta(days=days)]
    except OverflowError:
        return []


def _at_distance(match: re.Match[str], today: date) -> list[date]:
    is_ahead, is_ago = match[1] is not None, match[4] is not None
    if is_ahead == is_ago:  # '3 days' alone, or 'in 3 days ago'
        return []
    number = int(match[2]) if match[2].isdecimal() else 1
    days = number * (7 if match[3] == "week" else 1)
    return _moved(today, days if is_ahead else -days)


def _weekday_of(word: str) -> int | None:
    found = [index for index, name in enumerate(WEEKDAYS) if name.startswith(word)] if len(word) >= 3 else []
    return found[0] if found else None


def _named_weekday(weekday: int, word: str, today: date, start: date, *, ahead: bool) -> list[date]:
    """Return the last such day, or the next one; `next friday` can be said of either of the two to come."""
    if word == "last" or (not ahead and word in ("", "on")):
        return _moved(today, -((today.weekday() - weekday - 1) % 7 + 1))
    coming = _moved(start, (weekday - start.weekday() - 1) % 7 + 1)
    if word == "next":
        return coming + [later for day in coming for later in _moved(day, 7)]
    return coming if ahead else []


def _written_days(words: str, today: date, start: date, *, ahead: bool) -> list[date]:
    """Return the days of a written date; a weekday beside it has to be right."""
    names = _LETTERS.findall(words)
    weekdays = {weekday for name in names if (weekday := _weekday_of(name)) is not None}
    for name in names:
        if _weekday_of(name) is not None:
            words = re.sub(rf"\b{name}\b,?", "", words).strip()
    days = {day for written in read_dates(words, today) if (day := written.nearest(start, ahead=ahead)) is not None}
    return sorted(day for day in days if weekdays <= {day.weekday()})
