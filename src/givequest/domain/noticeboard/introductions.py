"""Introductions: both are asked first, each on their own, and from the next day on they are brought together.

What they answer is stored nowhere. If one would rather not, the spot is let be, and that is a good end.
"""

from __future__ import annotations

from givequest.domain.noticeboard.spots import KeysOf, Spot, asked_on, both_asked_on
from givequest.domain.noticeboard.steps import ASK, MEET, Done, card_of
from givequest.named_tuple import NamedTuple


class Introducing(NamedTuple):
    """A step of an introduction."""

    spot: Spot
    step: str
    """`steps.ASK` or `steps.MEET`."""
    person: str
    other: str

    @property
    def card(self) -> str:
        """The id of its card."""
        return card_of(self.spot.id, self.step)


def next_step(spot: Spot, ordinal: int, done: Done, keys_of: KeysOf) -> Introducing | None:
    """Return the step that two who should meet have come to on a day; None: nothing more on it.

    Args:
        spot: Two who should meet, and have not been introduced.
        ordinal: The day.
        done: The steps that were done by then.
        keys_of: What names of a person are compared by.

    """
    first, second = spot.person, spot.other
    if not asked_on(spot, first, done, keys_of):
        return Introducing(spot, ASK, first, second)
    if not asked_on(spot, second, done, keys_of):
        return Introducing(spot, ASK, second, first)
    return Introducing(spot, MEET, first, second) if both_asked_on(spot, done, keys_of) < ordinal else None
