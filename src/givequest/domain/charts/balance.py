"""The balance of the giving kinds: the deeds of each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from givequest.domain.progress.due import FactsOf
from givequest.domain.rules import Rules


@dataclass(frozen=True, slots=True)
class Balance:
    """The number of deeds of each giving kind over a range of days."""

    deeds: Mapping[str, int]
    """By kind, in display order."""

    @property
    def total(self) -> int:
        """The number of deeds of all giving kinds."""
        return sum(self.deeds.values())


def balance_of(first: int, last: int, facts_of: FactsOf, rules: Rules) -> Balance:
    """Return the balance of the days `first` to `last` (ordinals)."""
    giving = [kind.id for kind in rules.known.values() if kind.giving]
    deeds = dict.fromkeys(giving, 0)
    for ordinal in range(first, last + 1):
        for kind, number in facts_of(ordinal).deeds.items():
            if kind in deeds:
                deeds[kind] += number
    shown = rules.kinds_between(first, last)
    return Balance({kind: number for kind, number in deeds.items() if number or kind in shown})
