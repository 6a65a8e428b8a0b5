"""Moments: when a forest is looked at, and from which half of the Earth."""

from __future__ import annotations

from datetime import date

from givequest.named_tuple import NamedTuple

MORNING = 10 * 60 + 30
"""The minute of the day in whose light a day is shown that is not today."""


class Moment(NamedTuple):
    """When a forest is looked at, and from which half of the Earth."""

    day: date
    minute: int = MORNING
    """Minutes since midnight."""
    hemisphere: str = "north"
