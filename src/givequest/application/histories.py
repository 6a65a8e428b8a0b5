"""The histories: the history of each year, read when it is asked for and kept while it is true."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from givequest.application.ports import CheckpointStore, Store
from givequest.domain.diagnostics import Diagnostic
from givequest.domain.progress.day_facts import NOTHING_DONE, gather_facts
from givequest.domain.progress.history import History
from givequest.domain.progress.state import ProgressState
from givequest.domain.records import Record
from givequest.domain.rules import Rules
from givequest.errors import BrokenFile, StorageError

MANY = 31
"""A change of more days than this is not taken in day by day: the year is folded anew."""


class Histories:
    """Histories by year over a store. A year that cannot be read counts as empty, and is told of."""

    def __init__(self, store: Store, checkpoints: CheckpointStore, rules: Rules) -> None:
        self.rules = rules
        self.broken: dict[int, str] = {}
        """What is wrong with the years that could not be read."""
        self._store = store
        self._checkpoints = checkpoints
        self._histories: dict[int, History] = {}
        self._pages: dict[int, Mapping[str, Record]] = {}  # what each history was made from
        self._seen: Mapping[int, Any] | None = None
        self._unread: set[int] = set()

    def history(self, year: int) -> History:
        """Return the history of a year on top of all years before it."""
        history = self._histories.get(year)
        if history is None:
            if self._seen is None:
                self._seen = self._marks()
            page = self._page(year)
            facts = gather_facts(page.values(), self.rules.kinds)
            history = self._histories[year] = History(facts, self.rules, self._base(year))
            self._pages[year] = page
        return history

    def records(self, year: int, *, keep: bool = True) -> Iterable[Record]:
        """Return the records of a year; none when its file cannot be used."""
        return self._page(year, keep=keep).values()

    def _page(self, year: int, *, keep: bool = True) -> Mapping[str, Record]:
        try:
            records = self._store.page(year, keep=keep).records
        except StorageError as error:
            self.broken[year] = str(error)
            if not isinstance(error, BrokenFile):
                self._unread.add(year)  # the disk may let it be read a moment later
            return {}
        self.broken.pop(year, None)
        return records

    def records_on(self, day: date) -> list[Record]:
        """Return the records of one day in the order they were logged."""
        return sorted(
            (record for record in self.records(day.year) if record.day == day),
            key=lambda record: (record.at, record.id),
        )

    def first_year(self) -> int | None:
        """Return the first year that holds anything, as far as can be seen."""
        try:
            return min(self._store.years(), default=None)
        except StorageError:
            return min({*(self._seen or ()), *self.broken}, default=None)

    def problems(self) -> list[Diagnostic]:
        """Return what could not be read in the years that were looked at."""
        found = [Diagnostic(str(year), message) for year, message in sorted(self.broken.items())]
        for year in sorted(self._histories.keys() - self.broken.keys()):
            try:
                found += self._store.page(year).problems
            except StorageError as error:
                found.append(Diagnostic(str(year), str(error)))
        return found

    def refresh(self) -> bool:
        """Forget what was changed by others; return whether there was anything."""
        signature = dict(self._store.signature())
        unread, self._unread = self._unread, set()
        if self._seen is None or (signature == self._seen and not unread):
            self._seen = signature
            return False
        known = signature.keys() | self._seen.keys()
        changed = unread | {year for year in known if signature.get(year) != self._seen.get(year)}
        self._seen = signature
        if changed:  # a year that was looked for and is not there is no change
            self._renew(changed)
        return bool(changed)

    def update(self, years: Iterable[int]) -> None:
        """Take in what was just saved in some years, by whomever."""
        if years := set(years):
            self._renew(years)
            self._seen = {**(self._seen or {}), **self._marks(years)}

    def _marks(self, years: Iterable[int] | None = None) -> dict[int, Any]:
        """Return what years look like; nothing while the disk lets nobody look, so that all are looked at later."""
        try:
            return dict(self._store.signature(years))
        except StorageError:
            return {}

    def _renew(self, years: set[int]) -> None:
        first = min(years)
        self._forget_from(first + 1)  # it began with the state that may be another now
        if first in self._histories:
            self._take_in(first)

    def _take_in(self, year: int) -> None:
        """Fold the days of a year on which something is not what it was."""
        old, new = self._pages[year], self._page(year)
        if year in self.broken:
            return  # what was read before is shown still, and the trouble is told
        gone, come = _missing(old, new), _missing(new, old)
        changed = {record.day for record in (*gone, *come)}
        if len(changed) > MANY:
            self._forget_from(year)
            return
        facts = gather_facts((record for record in new.values() if record.day in changed), self.rules.kinds)
        for day in map(date.toordinal, changed):
            self._histories[year] = self._histories[year].with_facts(day, facts.get(day, NOTHING_DONE))
        self._pages[year] = new

    def _forget_from(self, year: int) -> None:
        self._histories = {known: history for known, history in self._histories.items() if known < year}
        self._pages = {known: page for known, page in self._pages.items() if known < year}

    def _base(self, year: int) -> ProgressState:
        """Return the state at the end of the year before, from its checkpoint or made anew."""
        before = [known for known in sorted(self._seen or ()) if known < year]
        if not before:
            return ProgressState()
        state, start = None, before[0]
        for candidate in range(year - 1, before[0] - 1, -1):
            state = self._checkpoints.load(candidate, self.rules.fingerprint, self._stamp(candidate))
            if state is not None:
                start = candidate + 1
                break
        state = state or ProgressState()
        for past in range(start, year):
            facts = gather_facts(self.records(past, keep=False), self.rules.kinds)
            state = History(facts, self.rules, state).state_before(date(past + 1, 1, 1))
            if not self.broken:
                self._checkpoints.save(past, self.rules.fingerprint, self._stamp(past), state)
        return state

    def _stamp(self, year: int) -> Mapping[int, Any]:
        return {known: mark for known, mark in (self._seen or {}).items() if known <= year}


def _missing(some: Mapping[str, Record], others: Mapping[str, Record]) -> list[Record]:
    """Return the records of `some` that `others` do not hold as they are; most are the very same object in both."""
    get = others.get
    return [record for identity, record in some.items() if get(identity) is not record and get(identity) != record]
