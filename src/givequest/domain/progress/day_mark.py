"""The mark of a day: what a day is to a series. Everything that shows a day uses this one enum."""

from __future__ import annotations

from enum import StrEnum


class DayMark(StrEnum):
    """What a day is to a series: the first of these that applies. A future day is `REST` or `AHEAD`."""

    KEPT = "kept"
    REST = "rest"
    """A chosen day off."""
    BEFORE = "before"
    """Before the first kept day of the series."""
    OFF = "off"
    """Nothing of the series was due."""
    SLIP = "slip"
    """The quiet vow was not kept."""
    TODAY = "today"
    """Today, not kept yet."""
    BRIDGED = "bridged"
    """Empty, between two kept days of the same run."""
    EMPTY = "empty"
    AHEAD = "ahead"


COUNTS_AGAINST = frozenset((DayMark.EMPTY, DayMark.SLIP))
"""The marks that count as an empty day for a streak; other marks than these and `KEPT` leave it alone."""
