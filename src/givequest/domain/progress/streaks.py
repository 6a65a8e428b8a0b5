"""Streaks that forgive, and warmth, the number that forgives more: one step a day."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from givequest.domain.progress.day_mark import COUNTS_AGAINST, DayMark

_KEPT = DayMark.KEPT  # looked up once: twenty years are sixty thousand steps

WARMTH_MEMORY = 0.5 ** (1 / 13)
"""How much of yesterday's warmth is left today: Loop Habit Tracker's score of a daily habit."""


class Streak(NamedTuple):
    """Where a series stands after a day."""

    current: int = 0
    best: int = 0
    gap: int = 0
    """Empty days in a row up to now."""
    warmth: float = 0.0
    """0 to 1."""
    total: int = 0
    """Days kept so far."""

    def after(self, mark: DayMark, grace: int) -> Streak:
        """Return where the series stands one day later; `grace` empty days in a row never end a streak."""
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
    """Return where a series stands after a run of days, the first of them its first."""
    streak = START
    for mark in marks:
        streak = streak.after(mark, grace)
    return streak
