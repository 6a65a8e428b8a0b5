"""Due and off: which kinds are on the board of a day, and which are off, after what was done in its week so far.

A number of days a week looks back and never ahead: six bits a kind say on which of the six days before it was kept,
as far as they lie in the same calendar week.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from givequest.domain.progress.day_facts import DayFacts
from givequest.domain.rules_in_force import DAYS_OF_WEEK, RulesInForce

FactsOf = Callable[[int], DayFacts]
"""Returns what was done on a day (an ordinal), of any year."""
Lately = Mapping[str, int]
"""The six days before a day on which each kind was kept: a bit a day, the latest the lowest."""
DAYS_BACK = DAYS_OF_WEEK - 1
NONE: frozenset[str] = frozenset()
_BITS = (1 << DAYS_BACK) - 1


def lately_after(lately: Lately, facts: DayFacts) -> dict[str, int]:
    """Return what is remembered on the day after one on which this was done."""
    after = {kind: bits << 1 & _BITS for kind, bits in lately.items() if bits << 1 & _BITS}
    for kind in facts.deeds:
        if facts.keeps(kind):
            after[kind] = after.get(kind, 0) | 1
    return after


def lately_before(ordinal: int, facts_of: FactsOf) -> dict[str, int]:
    """Return what is remembered on a day of the six before it."""
    found: dict[str, int] = {}
    for back in range(DAYS_BACK):
        facts = facts_of(ordinal - 1 - back)
        for kind in facts.deeds:
            if facts.keeps(kind):
                found[kind] = found.get(kind, 0) | 1 << back
    return found


def _kept_this_week(kind: str, ordinal: int, lately: Lately, rules: RulesInForce) -> int:
    """Return on how many days of its week, before it, a kind was kept."""
    return (lately.get(kind, 0) & (1 << rules.day_of_week(ordinal)) - 1).bit_count()


def filled(ordinal: int, lately: Lately, rules: RulesInForce) -> frozenset[str]:
    """Return the kinds that were kept on as many days of the week, before this one, as they are due on."""
    if not rules.quotas:
        return NONE
    quotas = rules.quotas.items()
    return frozenset(kind for kind, times in quotas if _kept_this_week(kind, ordinal, lately, rules) >= times)


def off_kinds(ordinal: int, lately: Lately, rules: RulesInForce, *, is_open: bool) -> frozenset[str]:
    """Return the kinds that are off on a day, unless they were kept on it.

    `is_open` says that the day is not over: then a number of days a week is off once it is reached. Of a day that is
    over, an empty one is off as long as the days left of its week were enough.
    """
    off = rules.idle(ordinal)
    if not rules.quotas:
        return off
    left = 0 if is_open else DAYS_BACK - rules.day_of_week(ordinal)
    return off | {
        kind for kind, times in rules.quotas.items() if _kept_this_week(kind, ordinal, lately, rules) + left >= times
    }


def due_core(facts: DayFacts, rules: RulesInForce, off: frozenset[str]) -> tuple[str, ...]:
    """Return the core kinds that the board of a day asked for: a number of days a week is due when kept or not off."""
    return tuple(kind for kind in rules.core if kind not in off or (kind in rules.quotas and facts.keeps(kind)))


def on_board(ordinal: int, facts: DayFacts, lately: Lately, rules: RulesInForce) -> tuple[str, ...]:
    """Return the kinds on the board of a day, in order: those whose week is full are not, unless kept that day."""
    hidden = filled(ordinal, lately, rules)
    return tuple(kind for kind in rules.dealt(ordinal) if kind not in hidden or facts.keeps(kind))
