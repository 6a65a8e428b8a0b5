"""The mark of a day: what one day is to one series. There is one such mark, for whatever shows a day."""

from __future__ import annotations

from enum import StrEnum


class DayMark(StrEnum):
    """What a day is to a series, the first of these that holds (of a day to come: `REST`, else `AHEAD`)."""

    KEPT = "kept"
    REST = "rest"
    """A day off that somebody chose."""
    BEFORE = "before"
    """Before the series was kept for the first time."""
    OFF = "off"
    """Nothing of the series was on the board."""
    SLIP = "slip"
    """The quiet vow was not kept."""
    TODAY = "today"
    """Nothing is done yet, and the day is not over."""
    BRIDGED = "bridged"
    """Empty, between two kept days of one run: the streak stepped over it."""
    EMPTY = "empty"
    AHEAD = "ahead"


COUNTS_AGAINST = frozenset((DayMark.EMPTY, DayMark.SLIP))
"""What is an empty day to a streak; whatever is neither that nor kept is passed over."""
