"""The rules a second time, written down from their words alone: dates, no ordinals, nothing kept, slow."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from givequest.domain.kinds import Kind
from givequest.domain.records import Record
from givequest.domain.rule_sets import RuleSet
from givequest.domain.rules import Rules

ONE_DAY = timedelta(days=1)


class Series(NamedTuple):
    """Where a series stands."""

    current: int
    best: int
    warmth: float
    total: int


Named = Callable[[date, date, int], bool]
"""Returns whether a schedule names a day, given the day that it is in step with and the first weekday."""


def _days_since(day: date, anchor: date) -> int:
    return (day - anchor).days


def _week_of(day: date, first_weekday: int) -> date:
    """Return the day that a day's week began with."""
    while day.weekday() != first_weekday:
        day -= ONE_DAY
    return day


def _is_last_working_day(day: date) -> bool:
    later = [day + ONE_DAY * number for number in range(1, 7)]
    return day.weekday() < 5 and not any(other.month == day.month and other.weekday() < 5 for other in later)


SCHEDULES: Mapping[str, Named] = {
    "FREQ=WEEKLY;BYDAY=TU,TH": lambda day, anchor, first: day.weekday() in (1, 3),
    "FREQ=DAILY;INTERVAL=3": lambda day, anchor, first: _days_since(day, anchor) % 3 == 0,
    "FREQ=DAILY;COUNT=12": lambda day, anchor, first: 0 <= _days_since(day, anchor) < 12,
    "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE,SU": lambda day, anchor, first: (
        day.weekday() in (0, 2, 6) and _days_since(_week_of(day, first), _week_of(anchor, first)) % 14 == 0
    ),
    "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE,SU;WKST=SU": lambda day, anchor, first: (
        day.weekday() in (0, 2, 6) and _days_since(_week_of(day, 6), _week_of(anchor, 6)) % 14 == 0
    ),
    "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1": lambda day, anchor, first: _is_last_working_day(day),
    "DTSTART:20231220T000000 RRULE:FREQ=DAILY;INTERVAL=2;COUNT=9": lambda day, anchor, first: (
        0 <= _days_since(day, date(2023, 12, 20)) < 18 and _days_since(day, date(2023, 12, 20)) % 2 == 0
    ),
}
"""Schedules, and what they mean."""


class Life:
    """What some records come to, seen from one day."""

    def __init__(self, records: Iterable[Record], rules: Rules, today: date) -> None:
        self.records = [record for record in records if record.day <= today]
        self.sets = [(since, found) for since, found in rules.earlier]
        self.sets.append((rules.since, RuleSet(rules.kinds, rules.core, rules.first_weekday, rules.starts)))
        self.others = rules.others
        self.grace = rules.grace
        self.today = today

    def set_on(self, day: date) -> int:
        """Return which set of rules is in force on a day."""
        past = [number for number, (since, _) in enumerate(self.sets) if since <= day.toordinal()]
        return max(past, default=0)

    def kind_on(self, kind: str, day: date) -> Kind | None:
        """Return a kind as a day knows it."""
        at = self.set_on(day)
        order = [*range(at, len(self.sets)), *range(at - 1, -1, -1)]
        found = [self.sets[number][1].kinds[kind] for number in order if kind in self.sets[number][1].kinds]
        return found[0] if found else self.others.get(kind)

    def names(self, kind: str, day: date) -> bool:
        """Return whether the schedule of a kind names a day."""
        at = self.set_on(day)
        rules = self.sets[at][1]
        text = rules.kinds[kind].schedule
        if kind in rules.starts:
            return SCHEDULES[text or ""](day, date.fromordinal(rules.starts[kind]), rules.first_weekday)
        while at and kind in (before := self.sets[at - 1][1]).kinds and before.kinds[kind].schedule == text:
            at -= 1
            if kind in before.starts:
                return SCHEDULES[text or ""](day, date.fromordinal(before.starts[kind]), rules.first_weekday)
        return SCHEDULES[text or ""](day, date.fromordinal(self.sets[at][0]), rules.first_weekday)

    def is_off(self, kind: str, day: date) -> bool:
        """Return whether a kind that is not kept on a day is off on it."""
        rules = self.sets[self.set_on(day)][1]
        if kind not in rules.kinds:
            return True
        if rules.kinds[kind].schedule is not None:
            return not self.names(kind, day)
        times = rules.kinds[kind].times
        if times is not None:
            first = _week_of(day, rules.first_weekday)
            week = [first + ONE_DAY * number for number in range(7)]
            kept = sum(self.keeps(kind, other) for other in week if other <= day)
            left = sum(other > day for other in week)
            return kept + (left if day < self.today else 0) >= times
        if kind in rules.core:
            return False
        turns = [
            other.id
            for other in rules.kinds.values()
            if other.id not in rules.core and other.schedule is None and other.times is None
        ]
        return turns[day.toordinal() % len(turns)] != kind

    def is_on_board(self, kind: str, day: date) -> bool:
        """Return whether a kind of the rules is on the board of a day."""
        rules = self.sets[self.set_on(day)][1]
        times = rules.kinds[kind].times
        if rules.kinds[kind].schedule is not None or times is None:
            return not self.is_off(kind, day)
        first = _week_of(day, rules.first_weekday)
        before = [first + ONE_DAY * number for number in range((day - first).days)]
        return self.keeps(kind, day) or sum(self.keeps(kind, other) for other in before) < times

    def is_due(self, kind: str, day: date) -> bool:
        """Return whether the board asks for a core kind on a day."""
        known = self.sets[self.set_on(day)][1].kinds[kind]
        kept = known.schedule is None and known.times is not None and self.keeps(kind, day)
        return kept or not self.is_off(kind, day)

    def due(self, day: date) -> list[str]:
        """Return the core kinds that the board asks for on a day."""
        return [kind for kind in self.sets[self.set_on(day)][1].core if self.is_due(kind, day)]

    def on(self, day: date, type_: str) -> list[Record]:
        """Return the records of one type on a day."""
        return [record for record in self.records if record.day == day and record.type == type_]

    def days(self) -> list[date]:
        """Return every day from the first record to today."""
        first = min((record.day for record in self.records), default=self.today)
        return [first + ONE_DAY * number for number in range((self.today - first).days + 1)]

    def keeps(self, kind: str, day: date) -> bool:
        """Return whether a kind is kept on a day."""
        if kind == "quiet" and self.on(day, "slip"):
            return False
        return any(deed.kind == kind for deed in self.on(day, "deed"))

    def gives(self, day: date) -> bool:
        """Return whether anything was given on a day."""
        kinds = [self.kind_on(deed.kind or "", day) for deed in self.on(day, "deed")]
        return any(kind is not None and kind.giving for kind in kinds)

    def series(self, name: str) -> Series:
        """Return where a series stands today."""
        if name == "giving":
            return self.follow(self.gives, self.gives_nothing)
        if name == "board":
            due = {day: self.due(day) for day in self.days()}
            return self.follow(
                lambda day: bool(due[day]) and all(self.keeps(kind, day) for kind in due[day]),
                lambda day: not due[day],
            )
        return self.follow(lambda day: self.keeps(name, day), lambda day: self.is_off(name, day))

    def gives_nothing(self, day: date) -> bool:
        """Return whether every giving kind is off on a day."""
        kinds = self.sets[self.set_on(day)][1].kinds.values()
        return all(self.is_off(kind.id, day) for kind in kinds if kind.giving)

    def follow(self, kept: Callable[[date], bool], off: Callable[[date], bool]) -> Series:
        """Walk from the first kept day to today, as the rules say."""
        days = self.days()
        while days and not kept(days[0]):
            days.pop(0)
        run = best = gap = total = 0
        warmth, memory = 0.0, 0.5 ** (1 / 13)
        for day in days:
            if kept(day):
                run, gap, total = run + 1, 0, total + 1
                best = max(best, run)
                warmth = warmth * memory + 1 * (1 - memory)
            elif self.on(day, "rest") or off(day) or day == self.today:
                pass
            else:
                gap += 1
                warmth = warmth * memory
                if gap > self.grace:
                    run = 0
        return Series(run, best, warmth, total)

    def xp(self) -> tuple[int, int]:
        """Return all XP, and that of today."""
        total = of_day = 0
        known: set[str] = set()
        last_given: date | None = None
        paid: list[date] = []
        for day in self.days():
            of_day = beyond = 0
            for deed in self.on(day, "deed"):
                kind = self.kind_on(deed.kind or "", day)
                if kind is None:
                    continue
                if kind.giving:
                    of_day += {1: 10, 2: 20, 3: 35}[deed.effort]
                if kind.id not in known:
                    known.add(kind.id)
                    beyond += 10
            of_day += 15 if self.keeps("quiet", day) else 0
            of_day += 5 if any(len((entry.text or "").split()) >= 15 for entry in self.on(day, "entry")) else 0
            of_day += 5 if self.on(day, "release") else 0
            if self.gives(day):
                was_away = last_given is not None and (day - last_given).days - 1 >= 3
                if was_away and not any(ONE_DAY <= day - earlier <= 6 * ONE_DAY for earlier in paid):
                    beyond += 10
                    paid.append(day)
                last_given = day
            of_day = min(60, of_day) + beyond
            total += of_day
        return total, of_day
