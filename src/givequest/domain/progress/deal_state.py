"""What dealing has to remember: what lay on the board, what was done, and how the last days went."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

EAGER_DAYS, EAGER = 10, 8
"""Days without quiet or rest, and on how many of them something was given, after which a garden day is laid out."""
LATELY = (1 << EAGER_DAYS) - 1
"""The bits of those days."""


class DealState:
    """What dealing has to remember."""

    __slots__ = ("begun", "calm", "done", "gave", "last_lighter", "shown")

    def __init__(
        self,
        shown: dict[str, int] | None = None,
        done: dict[str, int] | None = None,
        last_lighter: int = 0,
        gave: int = 0,
        calm: int = 0,
        begun: int = 0,
    ) -> None:
        """Remember the last day (an ordinal) on which each card lay on the board, and on which each was done.

        `last_lighter` is the last day with a giving deed that was not hard. `gave` and `calm` are the last days on
        which something was given, and those that were quiet or of rest: a bit a day, the latest the lowest.
        `begun` is how many days with a deed there were, the first few alone.
        """
        self.shown = {} if shown is None else shown
        self.done = {} if done is None else done
        self.last_lighter = last_lighter
        self.gave = gave
        self.calm = calm
        self.begun = begun

    def __eq__(self, other: object) -> bool:
        return isinstance(other, DealState) and self.document() == other.document()

    def copy(self) -> DealState:
        """Return deals that can be carried on without changing these."""
        return DealState(dict(self.shown), dict(self.done), self.last_lighter, self.gave, self.calm, self.begun)

    def document(self) -> dict[str, Any]:
        """Return the deals as plain JSON values, to be read again by `read`."""
        return {name: getattr(self, name) for name in self.__slots__}

    @classmethod
    def read(cls, document: Mapping[str, Any]) -> DealState:
        """Return the deals of a document; KeyError, TypeError or ValueError when it describes none."""
        shown, done = dict(document["shown"]), dict(document["done"])
        numbers = (int(document[name]) for name in ("last_lighter", "gave", "calm", "begun"))
        return cls(shown, done, *numbers)

    @property
    def is_eager(self) -> bool:
        """Whether the last days were full of giving, from the first of them on, and none of them quiet or of rest."""
        return not self.calm and self.gave > LATELY >> 1 and self.gave.bit_count() >= EAGER
