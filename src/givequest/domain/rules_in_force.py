"""A set of rules on the days on which it holds: which kinds those days name."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from givequest.domain.rule_sets import RuleSet

DAYS_OF_WEEK = 7


class RulesInForce:
    """A set of rules on the days on which it holds."""

    def __init__(self, rules: RuleSet, since: int, before: RulesInForce | None = None) -> None:
        """`since` is the day (an ordinal) from which on they hold, `before` what held until then."""
        self.kinds = rules.kinds
        self.known = rules.known
        """Its kinds, and those that it knows without their being due."""
        self.core = rules.core
        self.first_weekday = rules.first_weekday
        self.since = since
        self.quotas = {
            kind.id: kind.times for kind in rules.kinds.values() if kind.times is not None and kind.schedule is None
        }
        """How many days a week of the kinds that are due on so many, whichever they are."""
        self.giving = tuple(kind.id for kind in rules.kinds.values() if kind.giving)
        self._scheduled = {kind.id: kind.schedule for kind in rules.kinds.values() if kind.schedule is not None}
        self.bonus = tuple(
            kind for kind in rules.kinds if not (kind in rules.core or kind in self._scheduled or kind in self.quotas)
        )
        """The kinds that take turns as the bonus quest."""
        self.anchors = {
            kind: self._anchor(kind, text, rules.starts.get(kind), before) for kind, text in self._scheduled.items()
        }
        """The days that schedules are in step with."""

    def _anchor(self, kind: str, text: str, start: int | None, before: RulesInForce | None) -> int:
        """Return the day that is written down, else the first of the unbroken run of rules that have that very text."""
        from givequest.domain.schedule import is_anchored  # most rules have no schedules

        if not is_anchored(text):
            return 1
        if start is not None:
            return start
        if before is not None and before._scheduled.get(kind) == text:
            return before.anchors[kind]
        return self.since

    @property
    def has_days_off(self) -> bool:
        """Whether there is a day on which some kind is off."""
        return bool(self._scheduled or self.quotas or len(self.bonus) > 1)

    @cached_property
    def _turns(self) -> tuple[frozenset[str], ...]:
        """The kinds that are not the bonus, for each turn."""
        return tuple(frozenset(self.bonus) - {kind} for kind in self.bonus)

    def idle(self, ordinal: int) -> frozenset[str]:
        """Return the kinds that are off on a day whatever is done: by schedule, or as another kind is the bonus."""
        resting = self._turns[ordinal % len(self._turns)] if self._turns else frozenset()
        if not self._scheduled:
            return resting
        return resting | {kind for kind in self._scheduled if not self._is_named(kind, ordinal)}

    def _is_named(self, kind: str, ordinal: int) -> bool:
        from givequest.domain.schedule import is_due

        return is_due(self._scheduled[kind], ordinal, self.anchors[kind], self.first_weekday)

    def dealt(self, ordinal: int) -> tuple[str, ...]:
        """Return the kinds that a card is dealt for: core, others that have days of their own, and the bonus."""
        idle = self.idle(ordinal)
        rest = [kind for kind in self.kinds if kind not in self.core and kind not in idle]
        rest.sort(key=lambda kind: kind in self.bonus)
        return (*(kind for kind in self.core if kind not in idle), *rest)

    def day_of_week(self, ordinal: int) -> int:
        """Return how many days of its calendar week lie before a day, 0 to 6."""
        return (ordinal - 1 - self.first_weekday) % DAYS_OF_WEEK  # 1 January of the year 1 was a Monday

    @property
    def fingerprint(self) -> Any:
        """What differs wherever two of them could read a day that they hold on differently."""
        kinds = [
            (kind.id, kind.giving, kind.schedule, kind.times, self.anchors.get(kind.id, 0))
            for kind in self.kinds.values()
        ]
        former = [(kind.id, kind.giving) for kind in self.known.values() if kind.id not in self.kinds]
        return (kinds, self.core, self.first_weekday, *sorted(former))
