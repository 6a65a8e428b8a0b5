"""Streaks and warmth, one step per day."""

from __future__ import annotations

from collections.abc import Iterable

from givequest.domain.progress.day_mark import COUNTS_AGAINST, DayMark
from givequest.named_tuple import NamedTuple

_KEPT = DayMark.KEPT  # looked up once: twenty years are sixty thousand steps

WARMTH_MEMORY = 0.5 ** (1 / 13)
"""The share of warmth that stays from one day to the next.

The multiplier of Loop Habit Tracker 2 (`core/models/Score.kt`), 0.5 ** (sqrt(frequency) / 13), for a daily habit.
"""


class Streak(NamedTuple):
    """The streak and warmth of a series at the end of a day."""

    current: int = 0
    best: int = 0
    gap: int = 0
    """Consecutive empty days up to this day."""
    warmth: float = 0.0
    """0 to 1."""
    total: int = 0
    """Kept days so far."""

    def after(self, mark: DayMark, grace: int) -> Streak:
        """Return the streak one day later; up to `grace` consecutive empty days do not end it."""
        current, best, gap, warmth, total = self
        if mark is _KEPT:
            current += 1
            warmth = warmth * WARMTH_MEMORY + (1 - WARMTH_MEMORY)
            return Streak(current, current if current > best else best, 0, warmth, total + 1)
        if total and mark in COUNTS_AGAINST:
            gap += 1
            return Streak(current if gap <= grace else 0, best, gap, warmth * WARMTH_MEMORY, total)
        return self


START = Streak()


def follow(marks: Iterable[DayMark], grace: int = 1) -> Streak:
    """Return the streak after a sequence of days, starting from nothing."""
    streak = START
    for mark in marks:
        streak = streak.after(mark, grace)
    return streak
