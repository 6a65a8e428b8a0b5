"""The days of schedules, worked out once a year of each."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from givequest.domain.schedule.reading import read_schedule


@lru_cache(maxsize=512)
def due_days(text: str, year: int, anchor: int, first_weekday: int = 0) -> frozenset[int]:
    """Return the ordinals of the days of a year on which a schedule is due; a text that is none names no day."""
    try:
        return read_schedule(text).days(year, anchor, first_weekday)
    except ValueError:
        return frozenset()


def is_due(text: str, ordinal: int, anchor: int, first_weekday: int = 0) -> bool:
    """Return whether a kind with this schedule is due on a day (an ordinal)."""
    return ordinal in due_days(text, date.fromordinal(ordinal).year, anchor, first_weekday)


def is_anchored(text: str) -> bool:
    """Return whether the days of a schedule depend on the day that it is in step with."""
    try:
        return read_schedule(text).is_anchored
    except ValueError:
        return False


def comes_from(text: str, ordinal: int, anchor: int, first_weekday: int = 0) -> bool:
    """Return whether a schedule comes on a day or after it (ordinals); a text that is none never does."""
    try:
        return read_schedule(text).comes_from(ordinal, anchor, first_weekday)
    except ValueError:
        return False
