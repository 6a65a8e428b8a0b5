"""History: the facts of some years behind a standing, and what stands on any of its days."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from datetime import date

from givequest.domain.cards import Card
from givequest.domain.drawing import deal_day
from givequest.domain.facts import NOTHING_DONE, DayFacts
from givequest.domain.rules import Rules
from givequest.domain.standing import Standing, fold


class History:
    """A standing at the end of the past, and the facts of the days since.

    It never changes: `with_facts` returns another. What has been folded up to the
    first of a month is kept, so that a question about one day costs a month at most.
    """

    def __init__(
        self,
        facts: Mapping[int, DayFacts],
        rules: Rules,
        base: Standing | None = None,
        milestones: Mapping[int, Standing] | None = None,
    ) -> None:
        self.facts = facts
        self.rules = rules
        self.base = base or Standing()
        self._milestones = dict(milestones or {})
        days = [day for day in facts if day > self.base.day]
        self.first_day = self.base.day + 1 if self.base.day else min(days, default=0)
        """The first day (ordinal) that is folded; 0 when there is none."""

    def with_facts(self, ordinal: int, facts: DayFacts) -> History:
        """Return the history in which one day's facts are these."""
        changed = dict(self.facts)
        changed[ordinal] = facts
        kept = {day: standing for day, standing in self._milestones.items() if day < ordinal}
        history = History(changed, self.rules, self.base, kept)
        if history.first_day != self.first_day:
            history._milestones.clear()
        return history

    def facts_of(self, day: date) -> DayFacts:
        """Return what was done on a day."""
        return self.facts.get(day.toordinal(), NOTHING_DONE)

    def standing_before(self, day: date) -> Standing:
        """Return the standing at the end of the day before `day`. Not to be changed by the caller."""
        return self._closed(day.toordinal() - 1)

    def standing_on(self, day: date, *, today: date) -> Standing:
        """Return the standing on a day, seen from `today`: today itself is not over."""
        ordinal = min(day, today).toordinal()
        before = self._closed(ordinal - 1)
        if ordinal < self.first_day or not self.first_day or ordinal <= self.base.day:
            return before
        return fold(before, self.facts, self.rules, ordinal, ordinal, open_day=today.toordinal())

    def hand_on(self, day: date) -> dict[str, Card]:
        """Return the cards that lie on the board of a day, by kind."""
        deals = self.standing_before(day).deals.copy()
        return deal_day(deals, day.toordinal(), self.facts_of(day), self.rules)

    def _closed(self, ordinal: int) -> Standing:
        """Return the standing at the end of a day, as if that day were over."""
        if not self.first_day or ordinal < self.first_day:
            return self.base
        known = sorted(self._milestones)
        position = bisect_right(known, ordinal)
        standing = self._milestones[known[position - 1]] if position else self.base
        start = standing.day + 1 if standing.day else self.first_day
        for eve in _eves_of_months(start, ordinal):
            standing = fold(standing, self.facts, self.rules, start, eve)
            self._milestones[eve] = standing
            start = eve + 1
        if start > ordinal:
            return standing
        return fold(standing, self.facts, self.rules, start, ordinal)


def _eves_of_months(first: int, last: int) -> list[int]:
    """Return the last days of the months that end within a run of days."""
    eves: list[int] = []
    day = date.fromordinal(first).replace(day=1)
    while True:
        year, month = divmod(day.year * 12 + day.month, 12)
        if year > 9999:
            return eves
        day = date(year, month + 1, 1)
        eve = day.toordinal() - 1
        if eve > last:
            return eves
        if eve >= first:
            eves.append(eve)
