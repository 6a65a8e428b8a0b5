"""The balance of the ways of giving: how much of each, and which has rested longest."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from givequest.domain.progress.due import FactsOf
from givequest.domain.rules import Rules

REST_WORTH_NAMING = 7
"""Days without a deed from which on a way of giving is said to rest."""


@dataclass(frozen=True, slots=True)
class Balance:
    """Deeds of each giving kind over some days."""

    deeds: Mapping[str, int]
    """By kind, in the order kinds are shown in."""
    rested: str | None = None
    """The kind that has rested longest, if any has for a week or more."""
    since: int = 0
    """The ordinal of its last deed; 0: it lies before the days that were looked at."""

    @property
    def total(self) -> int:
        """Deeds of all giving kinds."""
        return sum(self.deeds.values())


def balance_of(first: int, last: int, look_back: int, facts_of: FactsOf, rules: Rules, done: set[str]) -> Balance:
    """Return the balance of the days `first` to `last` (ordinals).

    For the last deed of a kind the days back to `look_back` are looked at; a kind
    that was never done (is not in `done`) has not begun, so it does not rest.
    """
    kinds = [kind.id for kind in rules.known.values() if kind.giving]
    deeds = dict.fromkeys(kinds, 0)
    for ordinal in range(first, last + 1):
        for kind, number in facts_of(ordinal).deeds.items():
            if kind in deeds:
                deeds[kind] += number
    rested, since = _longest_rest({kind for kind in kinds if kind in done}, last, look_back, facts_of)
    return Balance(deeds, rested, since)


def _longest_rest(kinds: set[str], last: int, look_back: int, facts_of: FactsOf) -> tuple[str | None, int]:
    """Return the kind whose last deed lies furthest back, and the day of that deed."""
    resting = set(kinds)
    for ordinal in range(last, look_back - 1, -1):
        if not resting:
            break
        found = resting & facts_of(ordinal).deeds.keys()
        resting -= found
        if found and not resting:
            return (min(found), ordinal) if last - ordinal >= REST_WORTH_NAMING else (None, 0)
    return (min(resting), 0) if resting else (None, 0)
