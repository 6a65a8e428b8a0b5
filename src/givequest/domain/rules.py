"""The rules a history is read with: what is due, now and in the past, the grace, and the deck that cards come from."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from datetime import date
from functools import cached_property
from types import MappingProxyType

from givequest.domain.deck.cards import EMPTY_DECK, Deck
from givequest.domain.kinds import SERIES, Kind
from givequest.domain.rule_sets import RuleSet
from givequest.domain.rules_in_force import RulesInForce
from givequest.named_tuple import NamedTuple

GIVING, BOARD = SERIES
SERIES_NAMES = {GIVING: "Any giving", BOARD: "Whole board"}
"""What these two are called where people read of them; a kind has a name of its own."""
NO_DAY = date.min.toordinal()


class _Terms(NamedTuple):
    kinds: Mapping[str, Kind]
    core: tuple[str, ...]
    grace: int = 1
    deck: Deck = EMPTY_DECK
    seed: str = ""
    """Makes the cards of one home come in an order of their own."""
    first_weekday: int = 0
    """0 is Monday, 6 is Sunday."""
    since: int = NO_DAY
    """The day (an ordinal) from which on those of today hold."""
    starts: Mapping[str, int] = MappingProxyType({})
    """The days that schedules of today are in step with, where they are written down; see `RuleSet`."""
    earlier: tuple[tuple[int, RuleSet], ...] = ()
    """What held before, each with the day from which on it did, in their order."""
    former: Mapping[str, Kind] = MappingProxyType({})
    """Kinds that those of today know without their being due; see `RuleSet`."""
    others: Mapping[str, Kind] = MappingProxyType({})
    """Kinds that are known and are in none of these rules: named in a config that is not in force."""


class Rules(_Terms):
    """Everything but the records that what is shown depends on.

    `kinds`, `core` and `first_weekday` are those of today; what held before is in `earlier`.
    """

    @cached_property
    def periods(self) -> tuple[RulesInForce, ...]:
        """The sets of rules with the days on which they hold; the first of them holds on all days before it as well."""
        sets = (
            *self.earlier,
            (self.since, RuleSet(self.kinds, self.core, self.first_weekday, self.starts, self.former)),
        )
        periods: list[RulesInForce] = []
        for since, rules in sets:
            periods.append(RulesInForce(rules, since, periods[-1] if periods else None))
        return tuple(periods)

    @cached_property
    def _begins(self) -> list[int]:
        return [period.since for period in self.periods[1:]]

    def on(self, ordinal: int) -> RulesInForce:
        """Return the rules in force on a day."""
        return self.periods[bisect_right(self._begins, ordinal)] if self.earlier else self.periods[0]

    @cached_property
    def known(self) -> Mapping[str, Kind]:
        """Every kind by its id: those of today in the order they are shown in, then the retired ones."""
        found = {kind: self.kinds[kind] for kind in self.core} | dict(self.kinds)
        for period in reversed(self.periods):
            found |= {kind: value for kind, value in period.known.items() if kind not in found}
        return found

    @cached_property
    def retired(self) -> tuple[str, ...]:
        """The kinds that were in the rules once."""
        return tuple(kind for kind in self.known if kind not in self.kinds)

    @cached_property
    def has_days_off(self) -> bool:
        """Whether there is a day on which some kind is off."""
        return any(period.has_days_off for period in self.periods)

    @cached_property
    def series(self) -> tuple[str, ...]:
        """The names of all series, in the order they are shown in; those of retired kinds are the last."""
        return (GIVING, BOARD, *self.known)

    def kinds_between(self, first: int, last: int) -> set[str]:
        """Return the kinds that the rules of some day have, of the days `first` to `last`."""
        place = bisect_right(self._begins, first) if self.earlier else 0
        periods = [self.periods[place], *(period for period in self.periods[place + 1 :] if period.since <= last)]
        return {kind for period in periods for kind in period.kinds}

    def kind_on(self, kind: str, ordinal: int) -> Kind | None:
        """Return a kind as the rules of a day have it.

        Where they do not know it, as the next later rules have it that do, else the last earlier ones, else as it is
        known otherwise; None when nobody knows it.
        """
        known = self.on(ordinal).known.get(kind)
        if known is not None:
            return known
        place = bisect_right(self._begins, ordinal)
        for period in (*self.periods[place:], *reversed(self.periods[:place])):
            if kind in period.known:
                return period.known[kind]
        return self.others.get(kind)

    @property
    def fingerprint(self) -> str:
        """A text that differs wherever two sets of rules could read a history differently."""
        return self._fingerprints[-1]

    def fingerprint_until(self, ordinal: int) -> str:
        """Return a text that differs wherever two sets of rules could read the days up to one differently.

        What holds from a later day on changes nothing of what a year came to that was over by then.
        """
        return self._fingerprints[bisect_right(self._begins, ordinal)]

    @cached_property
    def _fingerprints(self) -> tuple[str, ...]:
        return tuple(self._fingerprint(self.periods[:number]) for number in range(1, len(self.periods) + 1))

    def _fingerprint(self, periods: tuple[RulesInForce, ...]) -> str:
        """Return that of the first periods; what they do not know is read with what comes after them."""
        terms = [(number and period.since, period.fingerprint) for number, period in enumerate(periods)]
        missing = {kind for kind in {**self.others, **self.known} if any(kind not in rules.known for rules in periods)}
        later = {kind: self._giving_after(kind, len(periods)) for kind in sorted(missing)}
        return repr((terms, later, self.grace, self.deck.fingerprint, self.seed))

    def _giving_after(self, kind: str, place: int) -> bool | None:
        known = next((period.known[kind] for period in self.periods[place:] if kind in period.known), None)
        known = known or self.others.get(kind)
        return known and known.giving
