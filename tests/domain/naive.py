"""The rules a second time, written down from their words alone: dates, no ordinals, nothing kept, slow."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import NamedTuple

from dateutil.rrule import rrulestr

from givequest.domain.kinds import Kind
from givequest.domain.records import Record

ONE_DAY = timedelta(days=1)


class Series(NamedTuple):
    """Where a series stands."""

    current: int
    best: int
    warmth: float
    total: int


class Life:
    """What some records come to, seen from one day."""

    def __init__(
        self, records: Iterable[Record], kinds: Mapping[str, Kind], core: tuple[str, ...], grace: int, today: date
    ) -> None:
        self.records = [record for record in records if record.day <= today]
        self.kinds = kinds
        self.core = core
        self.grace = grace
        self.today = today

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

    def is_due(self, kind: str, day: date) -> bool:
        """Return whether a kind is due on a day."""
        schedule = self.kinds[kind].schedule
        return schedule is None or day in due_dates(schedule, day.year)

    def gives(self, day: date) -> bool:
        """Return whether anything was given on a day."""
        return any(kind.giving and self.keeps(kind.id, day) for kind in self.kinds.values())

    def series(self, name: str) -> Series:
        """Return where a series stands today."""
        if name == "giving":
            return self.follow(self.gives, lambda day: False)
        if name == "board":
            due = {day: [kind for kind in self.core if self.is_due(kind, day)] for day in self.days()}
            return self.follow(
                lambda day: bool(due[day]) and all(self.keeps(kind, day) for kind in due[day]),
                lambda day: not due[day],
            )
        return self.follow(lambda day: self.keeps(name, day), lambda day: not self.is_due(name, day))

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
            of_day = 0
            for deed in self.on(day, "deed"):
                kind = self.kinds.get(deed.kind or "")
                if kind is None:
                    continue
                if kind.giving:
                    of_day += {1: 10, 2: 20, 3: 35}[deed.effort]
                if kind.id not in known:
                    known.add(kind.id)
                    of_day += 10
            of_day += 15 if self.keeps("quiet", day) else 0
            of_day += 5 if any(len((entry.text or "").split()) >= 15 for entry in self.on(day, "entry")) else 0
            of_day += 5 if self.on(day, "release") else 0
            if self.gives(day):
                was_away = last_given is not None and (day - last_given).days - 1 >= 3
                if was_away and not any(ONE_DAY <= day - earlier <= 6 * ONE_DAY for earlier in paid):
                    of_day += 10
                    paid.append(day)
                last_given = day
            of_day = min(60, of_day)
            total += of_day
        return total, of_day


@lru_cache(maxsize=64)
def due_dates(schedule: str, year: int) -> frozenset[date]:
    """Return the days of a year on which a schedule is due, by asking dateutil for all of them since 2001."""
    rule = rrulestr(schedule, dtstart=datetime(2001, 1, 1), ignoretz=True)
    return frozenset(moment.date() for moment in rule.between(datetime(year, 1, 1), datetime(year, 12, 31), inc=True))
