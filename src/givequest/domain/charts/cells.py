"""Cells: what one day was to one series, as a chart shows it."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from givequest.domain.progress.streaks import Streak


class Mark(StrEnum):
    """What a day is drawn as."""

    KEPT = "kept"
    EMPTY = "empty"
    BRIDGED = "bridged"
    """Empty, and between kept days of the same run: the streak stepped over it."""
    REST = "rest"
    OFF = "off"
    """Nothing of the series was due."""
    SLIP = "slip"
    """The quiet vow was not kept."""
    OPEN = "open"
    """Today, nothing done yet."""
    FUTURE = "future"
    BEFORE = "before"
    """A day before the first record."""


class DayCell(NamedTuple):
    """A day of a series."""

    ordinal: int
    mark: Mark
    streak: Streak
    """Where the series stood after the day (of a day to come: where it stands today)."""
    joined: bool = False
    """Whether the day is kept, or lies between two kept days of one run."""

    @property
    def run(self) -> int:
        """Days of the run up to this day."""
        return self.streak.current

    @property
    def warmth(self) -> float:
        """0 to 1, at the end of the day."""
        return self.streak.warmth
