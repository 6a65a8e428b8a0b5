"""Experience: what a day's effort is worth. Never what came of it, and never lost."""

from __future__ import annotations

from math import isqrt

MOST_A_DAY = 60
"""What deeds, vow, journal and release of one day earn at the most. Firsts and comebacks are beyond it."""
EFFORT_XP = {1: 10, 2: 20, 3: 35}
QUIET_XP = 15
WRITING_XP = 5
RELEASE_XP = 5
FIRST_OF_A_KIND_XP = 10
COMEBACK_XP = 10
COMEBACK_PAUSE = 3
"""Days without giving that make the next deed a coming back."""
COMEBACK_REST = 6
"""Days that must have gone by since the last comeback bonus before there is another."""


def level_of(xp: int) -> int:
    """Return the level that an amount of XP has reached; level n begins at 90 (n - 1)² XP."""
    return isqrt(max(xp, 0) // 90) + 1


def level_start(level: int) -> int:
    """Return the XP at which a level begins."""
    return 90 * (level - 1) ** 2


def level_progress(xp: int) -> float:
    """Return how far (0 to 1) the present level has come towards the next."""
    level = level_of(xp)
    start, end = level_start(level), level_start(level + 1)
    return (xp - start) / (end - start)
