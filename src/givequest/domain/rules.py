"""The rules a history is read with: kinds, core, schedules, grace, and the deck that cards come from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from givequest.domain.deck.cards import EMPTY_DECK, Deck
from givequest.domain.kinds import SERIES, Kind
from givequest.domain.schedule import is_due

GIVING, BOARD = SERIES
ANCHOR = 730486
"""A Monday, 1 January 2001: the day that schedules without a DTSTART are in step with."""


@dataclass(frozen=True)
class Rules:
    """Everything but the records that what is shown depends on."""

    kinds: Mapping[str, Kind]
    core: tuple[str, ...]
    grace: int = 1
    deck: Deck = EMPTY_DECK
    seed: str = ""
    """Makes the cards of one home come in an order of their own."""

    @cached_property
    def series(self) -> tuple[str, ...]:
        """The names of all series, in the order they are shown in."""
        rest = [kind for kind in self.kinds if kind not in self.core]
        return (GIVING, BOARD, *self.core, *rest)

    @cached_property
    def bonus(self) -> tuple[str, ...]:
        """The kinds that take turns as the bonus quest."""
        return tuple(kind for kind in self.kinds if kind not in self.core)

    @cached_property
    def scheduled(self) -> frozenset[str]:
        """The kinds that are not due every day."""
        return frozenset(kind.id for kind in self.kinds.values() if kind.schedule is not None)

    def is_due(self, kind: str, ordinal: int) -> bool:
        """Return whether a kind is due on a day."""
        schedule = self.kinds[kind].schedule
        return schedule is None or is_due(schedule, ordinal, ANCHOR)

    def due_core(self, ordinal: int) -> tuple[str, ...]:
        """Return the core kinds that are due on a day."""
        if not self.scheduled:
            return self.core
        return tuple(kind for kind in self.core if self.is_due(kind, ordinal))

    @cached_property
    def fingerprint(self) -> str:
        """A text that differs wherever two sets of rules could read a history differently."""
        kinds = [(kind.id, kind.giving, kind.schedule) for kind in self.kinds.values()]
        return repr((kinds, self.core, self.grace, self.deck.fingerprint, self.seed))
