"""Ties: how near a person is. They are the rhythm in which somebody is named, and for some that is never."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum


class Tie(StrEnum):
    """How near a person is; who has none is not placed."""

    CLOSE = "close"
    FADED = "faded"
    EDGE = "edge"
    WALL = "wall"
    """Nothing has ever come of it: after three pebbles a wall is left in peace."""
    REMEMBERED = "remembered"
    """The dead: on a page of their own, never on the board."""
    ASIDE = "aside"
    """On no list and never named; the deeds stay."""


NEVER_NAMED = frozenset((Tie.WALL, Tie.REMEMBERED, Tie.ASIDE))
"""The ties by which nobody is named, and no date is greeted."""
TIES: Sequence[Tie] = tuple(Tie)
