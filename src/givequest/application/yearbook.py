"""The yearbook: the history of each year, read when it is asked for and kept while it is true."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from givequest.application.ports import CheckpointStore, Store
from givequest.domain.facts import NOTHING_DONE, gather_facts
from givequest.domain.history import History
from givequest.domain.problems import Problem
from givequest.domain.records import Record
from givequest.domain.rules import Rules
from givequest.domain.standing import Standing
from givequest.errors import StorageError


class Yearbook:
    """Histories by year over a store. A year that cannot be read counts as empty, and is told of."""

    def __init__(self, store: Store, checkpoints: CheckpointStore, rules: Rules) -> None:
        self.rules = rules
        self.broken: dict[int, str] = {}
        """What is wrong with the years that could not be read."""
        self._store = store
        self._checkpoints = checkpoints
        self._histories: dict[int, History] = {}
        self._seen: Mapping[int, Any] | None = None

    def history(self, year: int) -> History:
        """Return the history of a year, standing on all years before it."""
        history = self._histories.get(year)
        if history is None:
            if self._seen is None:
                self._seen = dict(self._store.signature())
            facts = gather_facts(self.records(year), self.rules.kinds)
            history = self._histories[year] = History(facts, self.rules, self._base(year))
        return history

    def records(self, year: int, *, keep: bool = True) -> Iterable[Record]:
        """Return the records of a year; none when its file cannot be used."""
        try:
            records = self._store.page(year, keep=keep).records.values()
        except StorageError as error:
            self.broken[year] = str(error)
            return ()
        self.broken.pop(year, None)
        return records

    def records_on(self, day: date) -> list[Record]:
        """Return the records of one day in the order they were logged."""
        return sorted(
            (record for record in self.records(day.year) if record.day == day),
            key=lambda record: (record.at, record.id),
        )

    def first_year(self) -> int | None:
        """Return the first year that holds anything."""
        return min(self._store.years(), default=None)

    def problems(self) -> list[Problem]:
        """Return what could not be read in the years that were looked at."""
        found = [Problem(str(year), message) for year, message in sorted(self.broken.items())]
        for year in sorted(self._histories.keys() - self.broken.keys()):
            found += self._store.page(year).problems
        return found

    def refresh(self) -> bool:
        """Forget what was changed by others; return whether there was anything."""
        signature = dict(self._store.signature())
        if self._seen is None or signature == self._seen:
            self._seen = signature
            return False
        changed = {year for year in signature.keys() | self._seen.keys() if signature.get(year) != self._seen.get(year)}
        self._seen = signature
        self._forget_from(min(changed))
        return True

    def update(self, days: Iterable[date]) -> None:
        """Take in what was just saved on these days."""
        years = {day.year for day in days}
        for day in days:
            history = self._histories.get(day.year)
            if history is not None:
                facts = gather_facts(self.records_on(day), self.rules.kinds)
                ordinal = day.toordinal()
                self._histories[day.year] = history.with_facts(ordinal, facts.get(ordinal, NOTHING_DONE))
        if years:
            self._forget_from(min(years) + 1)
            self._seen = {**(self._seen or {}), **self._store.signature(years)}

    def reload(self, years: Iterable[int]) -> None:
        """Read some years anew, after a change of unknown days."""
        if years := list(years):
            self._forget_from(min(years))
            self._seen = {**(self._seen or {}), **self._store.signature(years)}

    def _forget_from(self, year: int) -> None:
        self._histories = {known: history for known, history in self._histories.items() if known < year}

    def _base(self, year: int) -> Standing:
        """Return the standing at the end of the year before, from its checkpoint or made anew."""
        before = [known for known in sorted(self._seen or ()) if known < year]
        if not before:
            return Standing()
        standing, start = None, before[0]
        for candidate in range(year - 1, before[0] - 1, -1):
            standing = self._checkpoints.load(candidate, self.rules.fingerprint, self._stamp(candidate))
            if standing is not None:
                start = candidate + 1
                break
        standing = standing or Standing()
        for past in range(start, year):
            facts = gather_facts(self.records(past, keep=False), self.rules.kinds)
            standing = History(facts, self.rules, standing).standing_before(date(past + 1, 1, 1))
            if not self.broken:
                self._checkpoints.save(past, self.rules.fingerprint, self._stamp(past), standing)
        return standing

    def _stamp(self, year: int) -> Mapping[int, Any]:
        return {known: mark for known, mark in (self._seen or {}).items() if known <= year}
