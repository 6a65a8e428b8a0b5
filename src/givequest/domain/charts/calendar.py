"""Calendar arithmetic. Days are ordinals, ranges include both ends, weekdays count from 0 (Monday) to 6 (Sunday)."""

from __future__ import annotations

from datetime import date

from givequest.domain.days import days_in_month


def column_of(ordinal: int, first_weekday: int) -> int:
    """Return the column (0 to 6) of a day in a calendar whose weeks start on `first_weekday`."""
    return (ordinal - 1 - first_weekday) % 7  # 1 January of the year 1 was a Monday


def is_weekend(ordinal: int) -> bool:
    """Return whether a day is a Saturday or a Sunday."""
    return (ordinal - 1) % 7 >= 5


def weeks_of(first: int, last: int, first_weekday: int) -> list[tuple[int, ...]]:
    """Return the weeks that contain the days `first` to `last`: seven ordinals each, 0 for a day outside."""
    start = first - column_of(first, first_weekday)
    return [
        tuple(ordinal if first <= ordinal <= last else 0 for ordinal in range(monday, monday + 7))
        for monday in range(start, last + 1, 7)
    ]


def month_span(first: date) -> tuple[int, int]:
    """Return the ordinals of the first and last day of the month that begins with `first`."""
    start = first.toordinal()
    return start, start + days_in_month(first) - 1


def year_span(year: int) -> tuple[int, int]:
    """Return the ordinals of the first and last day of a year."""
    return date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal()
