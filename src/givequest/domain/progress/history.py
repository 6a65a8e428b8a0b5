"""History: the facts of a year on top of a state, and the state on any of its days."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from givequest.domain.deck.cards import Card
from givequest.domain.progress.day_facts import NOTHING_DONE, DayFacts
from givequest.domain.progress.day_mark import DayMark
from givequest.domain.progress.dealing import deal_day
from givequest.domain.progress.due import DAYS_BACK, filled, lately_before, on_board
from givequest.domain.progress.state import ProgressState, fold, own_mark
from givequest.domain.rules import Rules

RECENT = 4
"""How many states of single days stay in memory: that before today, and those around the day looked at."""


class History:
    """A state at the end of the past, and the facts of the days after it.

    Immutable: `with_facts` returns a new history. States at month ends, and the latest ones, stay in memory, so
    that any day is reached by folding a month at most.

    Cards are dealt from the first of January of the first year on, as if somebody had been
    there: what is written down later for an earlier day exchanges no card of the days between.
    """

    def __init__(
        self,
        facts: Mapping[int, DayFacts],
        rules: Rules,
        base: ProgressState | None = None,
        *,
        first_day: int | None = None,
    ) -> None:
        """`first_day` is given where the facts are those of the last days alone; see there."""
        self.facts = facts
        self.rules = rules
        self.base = base or ProgressState()
        if first_day is None:
            days = [day for day in facts if day > self.base.day]
            first_day = self.base.day + 1 if self.base.day else min(days, default=0)
        self.first_day = first_day
        """The first day (ordinal) that anything is known of; 0 when there is none."""
        is_first = first_day and not self.base.day
        self._start = _first_of_year(first_day) if is_first else self.base.day and self.base.day + 1
        self._milestones: dict[int, ProgressState] = {}
        self._recent: dict[int, ProgressState] = {}
        self._unwritten: History | None = None

    def with_facts(self, ordinal: int, facts: DayFacts) -> History:
        """Return a history in which the facts of one day are replaced."""
        changed = {**self.facts, ordinal: facts}
        if facts is NOTHING_DONE:
            del changed[ordinal]
        history = History(changed, self.rules, self.base)
        if history._start == self._start:
            history._milestones = _before(ordinal, self._milestones)
            history._recent = _before(ordinal, self._recent)
        return history

    def take_over(self, other: History) -> None:
        """Take over what another history, of the same facts or the last of them, has worked out already."""
        if self._start:
            states = {**other._milestones, other.base.day: other.base}
            self._milestones |= {day: state for day, state in states.items() if day >= self._start}
            self._recent |= {day: state for day, state in other._recent.items() if day >= self._start}
        self._unwritten = self._unwritten or other._unwritten

    def resume(self, state: ProgressState) -> None:
        """Go on from the state before a day, as `dealt_before` has returned it for that day."""
        history = self if self._start else self._unwritten_of(_first_of_year(state.day))
        if state.day >= history._start:
            history._recent[state.day] = state

    def facts_of(self, day: date) -> DayFacts:
        """Return the facts of a day."""
        return self.facts.get(day.toordinal(), NOTHING_DONE)

    def state_before(self, day: date) -> ProgressState:
        """Return the state at the end of the day before `day`. Not to be changed by the caller."""
        return self._closed(day.toordinal() - 1)

    def state_on(self, day: date, *, today: date) -> ProgressState:
        """Return the state on a day as seen from `today`, which is not over. Not to be changed by the caller."""
        ordinal = min(day, today).toordinal()
        before = self._closed(ordinal - 1)
        if not self._start or ordinal < self._start:
            return before
        return fold(before, self.facts, self.rules, ordinal, ordinal, open_day=today.toordinal())

    def cards_on(self, day: date) -> dict[str, Card]:
        """Return the cards dealt for a day, by kind; not all of them have to be on its board."""
        ordinal, before = day.toordinal(), self.dealt_before(day)
        hidden = filled(ordinal, before.lately, self.rules.on(ordinal))
        return deal_day(before.deals.copy(), ordinal, self.facts_of(day), self.rules, hidden)

    def board_on(self, day: date) -> tuple[str, ...]:
        """Return the kinds on the board of a day, in their order."""
        ordinal = day.toordinal()
        lately = lately_before(ordinal, self.facts_at)
        return on_board(ordinal, self.facts_of(day), lately, self.rules.on(ordinal))

    def own_mark(self, series: str, day: date, *, today: date) -> DayMark:
        """Return the mark of a single day as seen from `today`: `KEPT`, `REST`, `OFF`, `SLIP` or `EMPTY`."""
        return own_mark(series, day.toordinal(), self.facts_at, self.rules, is_open=day >= today)

    def facts_at(self, ordinal: int) -> DayFacts:
        """Return what was done on a day; of the last six before the first, what was kept and no more."""
        back = self.base.day - ordinal
        if 0 <= back < DAYS_BACK:
            return DayFacts(deeds={kind: 1 for kind, bits in self.base.lately.items() if bits >> back & 1})
        return self.facts.get(ordinal, NOTHING_DONE)

    def dealt_before(self, day: date) -> ProgressState:
        """Return the state before a day; before the first year, that of a year in which nothing was done."""
        first = _first_of_year(day.toordinal())
        if self._start and first >= _first_of_year(self._start):
            return self.state_before(day)
        return self._unwritten_of(first).state_before(day)

    def _unwritten_of(self, first: int) -> History:
        """Return the history of a year, which begins with a day, in which nothing was done."""
        if self._unwritten is None or self._unwritten.first_day != first:
            self._unwritten = History({first: NOTHING_DONE}, self.rules)
        return self._unwritten

    def _closed(self, ordinal: int) -> ProgressState:
        """Return the state at the end of a day, as if that day were over."""
        if not self._start or ordinal < self._start:
            return self.base
        nearest = max((day for day in (*self._milestones, *self._recent) if day <= ordinal), default=0)
        state = self._milestones.get(nearest) or self._recent.get(nearest) or self.base
        start = nearest + 1 if nearest else self._start
        for eve in _eves_of_months(start, ordinal):
            state = fold(state, self.facts, self.rules, start, eve)
            self._milestones[eve] = state
            start = eve + 1
        if start <= ordinal:
            state = fold(state, self.facts, self.rules, start, ordinal)
            if len(self._recent) >= RECENT:
                del self._recent[next(iter(self._recent))]
            self._recent[ordinal] = state
        return state


def _before(ordinal: int, states: Mapping[int, ProgressState]) -> dict[int, ProgressState]:
    return {day: state for day, state in states.items() if day < ordinal}


def _first_of_year(ordinal: int) -> int:
    return date.fromordinal(ordinal).replace(month=1, day=1).toordinal()


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
