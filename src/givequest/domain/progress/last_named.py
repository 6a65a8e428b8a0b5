"""When somebody was named last by a deed: all that a fold keeps of people."""

from __future__ import annotations

from givequest.named_tuple import NamedTuple

MOST_DAYS = 3
"""So many distinct days are remembered of each: no rule asks for more."""


class LastNamed(NamedTuple):
    """When a person was named last."""

    name: str
    """As it was written then."""
    days: tuple[int, ...]
    """The last distinct days, ordinals, the earliest first; at most `MOST_DAYS`."""

    def again(self, name: str, day: int) -> LastNamed:
        """Return it with a later day."""
        return LastNamed(name, (*self.days, day)[-MOST_DAYS:])
