"""Resting: whoever has heard from somebody of late is left in peace for a while.

It is worked out from what was given alone; whether anything came back is nowhere.
"""

from __future__ import annotations

from collections.abc import Sequence

from givequest.domain.people.profiles import Profile
from givequest.domain.people.ties import NEVER_NAMED, Tie

IN_PEACE = 2**31
"""Rests until no day that will ever come."""
AFTER_CLOSE, AFTER_WALL, AFTER_ONE, AFTER_TWO, AFTER_THREE = 7, 90, 30, 60, 120
"""Days of rest after the last deed: for a close one, for a wall, and after one, two or three days not long ago."""
NEAR_TWO, NEAR_THREE = 30, 90
PEBBLES = 3
"""So many days with a deed a wall gets, and no more."""
GUARDED = frozenset((Tie.EDGE, Tie.FADED, Tie.WALL))
"""The ties for which the log dialog has a word when there is too much of it."""


def rests_until(tie: str | None, days: Sequence[int]) -> int:
    """Return the first day (an ordinal) on which somebody rests no more.

    Args:
        tie: How near they are; None: not placed.
        days: The distinct days, the earliest first and at least the last three, on which a deed named them.

    Returns:
        0 for somebody who was never written to, `IN_PEACE` for a wall that is left alone for good.

    """
    if not days:
        return 0
    last = days[-1]
    if tie == Tie.CLOSE:
        return last + AFTER_CLOSE
    if tie == Tie.WALL:
        return IN_PEACE if len(days) >= PEBBLES else last + AFTER_WALL
    if sum(last - day < NEAR_THREE for day in days) >= 3:
        return last + AFTER_THREE
    return last + (AFTER_TWO if sum(last - day < NEAR_TWO for day in days) >= 2 else AFTER_ONE)


def may_be_named(profile: Profile, days: Sequence[int], ordinal: int) -> bool:
    """Return whether a day may name somebody; `days` are those of deeds before it."""
    if profile.tie in NEVER_NAMED or profile.snooze > ordinal:
        return False
    return rests_until(profile.tie, days) <= ordinal


def days_of_late(tie: str | None, days: Sequence[int], ordinal: int) -> int:
    """Return on how many of the last thirty days somebody has heard of one, where that is worth a word; else 0.

    It is for an edge, a faded tie or a wall, and from two days on. Nothing is ever refused by it.
    """
    count = sum(0 <= ordinal - day < NEAR_TWO for day in days)
    return count if tie in GUARDED and count >= 2 else 0
