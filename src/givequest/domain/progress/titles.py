"""Titles: the words for a level. Never taken away."""

from __future__ import annotations

from typing import NamedTuple

_RINGS = (
    "First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth", "Tenth", "Eleventh",
    "Twelfth",
)  # fmt: skip
"""More than a life of giving fills; in words, so that a title holds no figure."""


class Titles(NamedTuple):
    """The titles of the first levels, and how they go on."""

    first: tuple[str, ...] = ()
    beyond: tuple[str, ...] = ()
    """Used over and over from there; `{ring}` counts in words, as trees do in rings."""

    def of(self, level: int) -> str:
        """Return the title of a level."""
        if level <= len(self.first):
            return self.first[level - 1]
        if not self.beyond:
            return self.first[-1] if self.first else ""
        past = level - len(self.first) - 1
        ring, turn = divmod(past, len(self.beyond))
        return self.beyond[turn].replace("{ring}", _RINGS[min(ring, len(_RINGS) - 1)])
