"""Streaks that forgive, and warmth, the number that forgives more: one step a day."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

WARMTH_MEMORY = 0.5 ** (1 / 13)
"""How much of yesterday's warmth is left today: Loop Habit Tracker's score of a daily habit."""


class Sign(StrEnum):
    """What one day was to one series."""

    KEPT = "K"
    EMPTY = "."
    BRIDGED = "R"
    """A rest day, or a day on which nothing of the series was due."""
    TODAY = "?"
    """Today, nothing done yet: it is not over."""


_KEPT, _EMPTY = Sign.KEPT, Sign.EMPTY  # looked up once: twenty years are sixty thousand steps


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

    def after(self, sign: Sign, grace: int) -> Streak:
        """Return where the series stands one day later; `grace` empty days in a row never end a streak."""
        current, best, gap, warmth, total = self
        if sign is _KEPT:
            current += 1
            warmth = warmth * WARMTH_MEMORY + (1 - WARMTH_MEMORY)
            return Streak(current, current if current > best else best, 0, warmth, total + 1)
        if sign is _EMPTY and total:
            gap += 1
            return Streak(current if gap <= grace else 0, best, gap, warmth * WARMTH_MEMORY, total)
        return self


START = Streak()


def follow(signs: Iterable[Sign], grace: int = 1) -> Streak:
    """Return where a series stands after a run of days, the first of them its first."""
    streak = START
    for sign in signs:
        streak = streak.after(sign, grace)
    return streak
