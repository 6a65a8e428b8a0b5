"""The titles of levels, and a line that comes with each."""

from __future__ import annotations

from givequest.named_tuple import NamedTuple

_RINGS = (
    "First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth", "Tenth", "Eleventh",
    "Twelfth",
)  # fmt: skip
"""Ordinals as words, so that no title contains a figure; more than anyone will reach."""


class Titles(NamedTuple):
    """The titles of the first levels, and the pattern for all later ones."""

    first: tuple[str, ...] = ()
    beyond: tuple[str, ...] = ()
    """Repeated after `first`; `{ring}` is replaced by how often, in words."""
    lines: tuple[str, ...] = ()
    """What is said of each title of `first` when it is reached, and then of the next level, the first beyond them."""
    lines_beyond: tuple[str, ...] = ()
    """What is said of each title of `beyond`, from then on."""

    def of(self, level: int) -> str:
        """Return the title of a level."""
        if level <= len(self.first):
            return self.first[level - 1]
        if not self.beyond:
            return self.first[-1] if self.first else ""
        past = level - len(self.first) - 1
        ring, turn = divmod(past, len(self.beyond))
        return self.beyond[turn].replace("{ring}", _RINGS[min(ring, len(_RINGS) - 1)])

    def line_of(self, level: int) -> str:
        """Return what is said when a level is reached; may be empty."""
        if level <= len(self.lines):
            return self.lines[level - 1]
        if not self.lines_beyond:
            return ""
        return self.lines_beyond[(level - len(self.first) - 1) % len(self.lines_beyond)]
