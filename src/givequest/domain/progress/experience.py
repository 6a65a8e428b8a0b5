"""XP and levels. Both depend on what was done, never on the outcome, and never fall over time."""

from __future__ import annotations

from math import isqrt
from zlib import crc32

MOST_A_DAY = 60
"""The most that deeds, vow, entry and release of one day earn; bonuses come on top."""
EFFORT_XP = {1: 10, 2: 20, 3: 35}
QUIET_XP = 15
WRITING_XP = 5
RELEASE_XP = 5
FIRST_OF_A_KIND_XP = 10
COMEBACK_XP = 10
COMEBACK_PAUSE = 3
"""Days without giving before a giving day that make it a comeback."""
COMEBACK_REST = 6
"""Days after a comeback bonus on which there is no other."""

_TERMS = (
    MOST_A_DAY, EFFORT_XP, QUIET_XP, WRITING_XP, RELEASE_XP, FIRST_OF_A_KIND_XP, COMEBACK_XP, COMEBACK_PAUSE,
    COMEBACK_REST,
)  # fmt: skip
FINGERPRINT = crc32(repr(_TERMS).encode())
"""Changes with any of the numbers above: what was worked out by others is worked out anew."""


def level_of(xp: int) -> int:
    """Return the level for an amount of XP; level n starts at 90 (n - 1)² XP."""
    return isqrt(max(xp, 0) // 90) + 1


def level_start(level: int) -> int:
    """Return the XP at which a level (1 or more) starts."""
    return 90 * (level - 1) ** 2


def level_progress(xp: int) -> float:
    """Return the progress from the current level to the next, 0 to 1."""
    level = level_of(xp)
    start, end = level_start(level), level_start(level + 1)
    return (xp - start) / (end - start)
