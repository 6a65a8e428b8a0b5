"""The balance of the giving kinds: deeds of each, and the kind whose last deed is longest ago."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from givequest.domain.progress.due import FactsOf
from givequest.domain.rules import Rules

REST_WORTH_NAMING = 7
"""Days without a deed after which a kind is mentioned as resting."""


@dataclass(frozen=True, slots=True)
class Balance:
    """The number of deeds of each giving kind over a range of days."""

    deeds: Mapping[str, int]
    """By kind, in display order."""
    rested: str | None = None
    """The kind whose last deed is longest ago, if that is `REST_WORTH_NAMING` days or more; otherwise None."""
    since: int = 0
    """The ordinal of its last deed; 0 if that is before `look_back`."""

    @property
    def total(self) -> int:
        """The number of deeds of all giving kinds."""
        return sum(self.deeds.values())


def balance_of(first: int, last: int, look_back: int, facts_of: FactsOf, rules: Rules, done: set[str]) -> Balance:
    """Return the balance of the days `first` to `last` (ordinals).

    The last deed of a kind is searched for back to `look_back`. A kind that is not in `done` (the kinds done at
    least once) is never said to rest.
    """
    giving = [kind.id for kind in rules.known.values() if kind.giving]
    deeds = dict.fromkeys(giving, 0)
    for ordinal in range(first, last + 1):
        for kind, number in facts_of(ordinal).deeds.items():
            if kind in deeds:
                deeds[kind] += number
    shown = rules.kinds_between(first, last)
    deeds = {kind: number for kind, number in deeds.items() if number or kind in shown}
    rested, since = _longest_rest(shown.intersection(giving, done), last, look_back, facts_of)
    return Balance(deeds, rested, since)


def _longest_rest(kinds: set[str], last: int, look_back: int, facts_of: FactsOf) -> tuple[str | None, int]:
    """Return the kind whose last deed is longest ago, and the ordinal of that deed."""
    resting = set(kinds)
    for ordinal in range(last, look_back - 1, -1):
        if not resting:
            break
        found = resting & facts_of(ordinal).deeds.keys()
        resting -= found
        if found and not resting:
            return (min(found), ordinal) if last - ordinal >= REST_WORTH_NAMING else (None, 0)
    return (min(resting), 0) if resting else (None, 0)
