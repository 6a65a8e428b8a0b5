"""Progress state: everything that has to be remembered of the past, small enough to store at each New Year.

Everything shown is a left fold of day facts over a state. A state is mutable only so that folding twenty years
needs no copy per day: `fold` works on one copy and returns it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from givequest.domain.kinds import QUIET
from givequest.domain.noticeboard.steps import remembered
from givequest.domain.progress import experience
from givequest.domain.progress.day_facts import NOTHING_DONE, DayFacts
from givequest.domain.progress.day_mark import COUNTS_AGAINST, DayMark
from givequest.domain.progress.deal_state import DealState
from givequest.domain.progress.dealing import deal_day
from givequest.domain.progress.due import FactsOf, due_core, filled, lately_after, lately_before, off_kinds
from givequest.domain.progress.last_named import LastNamed
from givequest.domain.progress.streaks import START, Streak
from givequest.domain.rules import BOARD, GIVING, Rules
from givequest.domain.rules_in_force import RulesInForce

_KEPT = DayMark.KEPT


class ProgressState:
    """The state at the end of `day` (an ordinal; 0 before the first record)."""

    __slots__ = (
        "day", "deals", "first_deed", "is_full", "kinds_done", "last_comeback", "last_giving", "lately", "people",
        "series", "steps", "xp", "xp_of_day",
    )  # fmt: skip

    def __init__(
        self,
        day: int = 0,
        series: dict[str, Streak] | None = None,
        xp: int = 0,
        xp_of_day: int = 0,
        is_full: bool = False,
        kinds_done: set[str] | None = None,
        last_giving: int = 0,
        last_comeback: int = 0,
        people: dict[str, LastNamed] | None = None,
        lately: dict[str, int] | None = None,
        deals: DealState | None = None,
        first_deed: int = 0,
        steps: dict[str, int] | None = None,
    ) -> None:
        """Take where each series stands, the XP of all days and of the last one, and whether that can earn no more.

        `people` tells when something was done last for each person who was named, by the key of their name
        (`text.name_key`); `lately` on which of the last six days each kind was kept (`progress/due.py`);
        `first_deed` is the first day (an ordinal) with a deed, 0 as long as there is none; `steps` tells on which day
        each step of what was noticed was done first, for `noticeboard.steps.REMEMBERED` days.
        """
        self.day = day
        self.series = {} if series is None else series
        self.xp = xp
        self.xp_of_day = xp_of_day
        self.is_full = is_full
        self.kinds_done = set() if kinds_done is None else kinds_done
        self.last_giving = last_giving
        self.last_comeback = last_comeback
        self.people = {} if people is None else people
        self.lately = {} if lately is None else lately
        self.deals = DealState() if deals is None else deals
        self.first_deed = first_deed
        self.steps = {} if steps is None else steps

    def __eq__(self, other: object) -> bool:
        return isinstance(other, ProgressState) and all(
            getattr(self, name) == getattr(other, name) for name in self.__slots__
        )

    def copy(self) -> ProgressState:
        """Return an independent copy."""
        return ProgressState(
            self.day,
            dict(self.series),
            self.xp,
            self.xp_of_day,
            self.is_full,
            set(self.kinds_done),
            self.last_giving,
            self.last_comeback,
            dict(self.people),
            dict(self.lately),
            self.deals.copy(),
            self.first_deed,
            dict(self.steps),
        )

    def streak(self, series: str) -> Streak:
        """Return the streak of a series."""
        return self.series.get(series, START)

    def document(self) -> dict[str, Any]:
        """Return the state as JSON values that `read` accepts, without what belongs to its last day alone."""
        return {
            "day": self.day,
            "series": {name: list(streak) for name, streak in self.series.items()},
            "xp": self.xp,
            "kinds_done": sorted(self.kinds_done),
            "last_giving": self.last_giving,
            "last_comeback": self.last_comeback,
            "people": {key: [named.name, *named.days] for key, named in self.people.items()},
            "lately": self.lately,
            "deals": self.deals.document(),
            "first_deed": self.first_deed,
            "steps": self.steps,
        }

    @classmethod
    def read(cls, document: Mapping[str, Any]) -> ProgressState:
        """Return the state that `document` described.

        Raises KeyError, TypeError, ValueError or AttributeError for anything else.
        """
        return cls(
            day=int(document["day"]),
            series={name: Streak(*values) for name, values in document["series"].items()},
            xp=int(document["xp"]),
            kinds_done=set(document["kinds_done"]),
            last_giving=int(document["last_giving"]),
            last_comeback=int(document["last_comeback"]),
            people={
                key: LastNamed(str(name), tuple(map(int, days))) for key, (name, *days) in document["people"].items()
            },
            lately={kind: int(bits) for kind, bits in document["lately"].items()},
            deals=DealState.read(document["deals"]),
            first_deed=int(document["first_deed"]),
            steps={key: int(day) for key, day in document["steps"].items()},
        )


def own_mark(series: str, ordinal: int, facts_of: FactsOf, rules: Rules, *, is_open: bool = False) -> DayMark:
    """Return the mark of a single day: `KEPT`, `REST`, `OFF`, `SLIP` or `EMPTY`.

    `facts_of` is called for the day and for the six days before it.

    `is_open` says that the day is not over: what is not kept then is off only where the week is full already.
    """
    in_force = rules.on(ordinal)
    lately = lately_before(ordinal, facts_of) if in_force.quotas else {}
    return _own_mark(series, facts_of(ordinal), in_force, off_kinds(ordinal, lately, in_force, is_open=is_open))


def due_on(ordinal: int, facts_of: FactsOf, rules: Rules, *, is_open: bool = False) -> tuple[str, ...]:
    """Return the core kinds that a day asked for; see `own_mark`."""
    in_force = rules.on(ordinal)
    lately = lately_before(ordinal, facts_of) if in_force.quotas else {}
    return due_core(facts_of(ordinal), in_force, off_kinds(ordinal, lately, in_force, is_open=is_open))


def _own_mark(series: str, facts: DayFacts, rules: RulesInForce, off: frozenset[str]) -> DayMark:
    if series == GIVING:
        kept, is_off = facts.giving, off.issuperset(rules.giving)
    elif series == BOARD:
        due = due_core(facts, rules, off)
        kept, is_off = bool(due) and all(map(facts.keeps, due)), not due
    else:
        kept, is_off = facts.keeps(series), series in off or series not in rules.kinds
    if kept:
        return _KEPT
    if facts.rest:
        return DayMark.REST
    if is_off:
        return DayMark.OFF
    return DayMark.SLIP if facts.slip and series == QUIET else DayMark.EMPTY


def fold(
    state: ProgressState,
    facts: Mapping[int, DayFacts],
    rules: Rules,
    first: int,
    last: int,
    *,
    open_day: int = 0,
) -> ProgressState:
    """Return the state after the days `first` to `last`.

    `open_day` is today, if it is among them: a day that is not over leaves streaks
    and warmth alone unless it is kept already.
    """
    result = state.copy()
    for ordinal in range(first, last + 1):
        _advance(result, ordinal, facts.get(ordinal, NOTHING_DONE), rules, is_open=ordinal == open_day)
    return result


def _advance(state: ProgressState, ordinal: int, facts: DayFacts, rules: Rules, *, is_open: bool) -> None:
    state.day = ordinal
    series = state.series
    in_force = rules.on(ordinal)
    off = off_kinds(ordinal, state.lately, in_force, is_open=is_open)
    for name in rules.series:
        streak = series.get(name)
        mark = _own_mark(name, facts, in_force, off)
        if mark is _KEPT or (streak is not None and not is_open and mark in COUNTS_AGAINST):
            series[name] = (streak or START).after(mark, rules.grace)
    state.xp_of_day, state.is_full = 0, False
    if facts is not NOTHING_DONE:
        if facts.deeds and not state.first_deed:
            state.first_deed = ordinal
        earned = _earned(facts)
        state.is_full = earned >= experience.MOST_A_DAY
        state.xp_of_day = min(experience.MOST_A_DAY, earned) + _earn_beyond(state, ordinal, facts)
        state.xp += state.xp_of_day
        for key, (_, name) in facts.people.items():
            state.people[key] = state.people.get(key, LastNamed(name, ())).again(name, ordinal)
        if facts.steps:
            state.steps = remembered(state.steps, facts.steps, ordinal)
    deal_day(state.deals, ordinal, facts, rules, filled(ordinal, state.lately, in_force))
    if facts.deeds or state.lately:
        state.lately = lately_after(state.lately, facts)


def _earned(facts: DayFacts) -> int:
    """Return the XP of a day before the cap."""
    earned = sum(experience.EFFORT_XP[effort] for effort in facts.efforts)
    if facts.keeps(QUIET):
        earned += experience.QUIET_XP
    if facts.wrote:
        earned += experience.WRITING_XP
    if facts.release:
        earned += experience.RELEASE_XP
    return earned


def _earn_beyond(state: ProgressState, ordinal: int, facts: DayFacts) -> int:
    """Return the bonuses of a day, for first deeds of a kind and for a comeback, and update the state.

    Bonuses are beyond the cap. Under it, the first deed of a kind backdated to a full day would earn nothing there and
    take the bonus from the later day that had it.
    """
    firsts = facts.deeds.keys() - state.kinds_done
    earned = experience.FIRST_OF_A_KIND_XP * len(firsts)
    state.kinds_done |= firsts
    if facts.giving:
        pause = ordinal - state.last_giving - 1
        is_comeback = state.last_giving and pause >= experience.COMEBACK_PAUSE
        if is_comeback and ordinal - state.last_comeback > experience.COMEBACK_REST:
            earned += experience.COMEBACK_XP
            state.last_comeback = ordinal
        state.last_giving = ordinal
    return earned
