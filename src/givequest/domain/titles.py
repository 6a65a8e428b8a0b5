"""Titles: the words for a level. Never taken away."""

from __future__ import annotations

from typing import NamedTuple


class Titles(NamedTuple):
    """The titles of the first levels, and how they go on."""

    first: tuple[str, ...] = ()
    beyond: tuple[str, ...] = ()
    """Used over and over from there; `{ring}` counts, as forests do."""

    def of(self, level: int) -> str:
        """Return the title of a level."""
        if level <= len(self.first):
            return self.first[level - 1]
        if not self.beyond:
            return self.first[-1] if self.first else ""
        past = level - len(self.first) - 1
        ring, turn = divmod(past, len(self.beyond))
        return self.beyond[turn].replace("{ring}", str(ring + 1))
