"""The years of the ledger as last seen: their records, their problems, and which have changed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from givequest.domain.diagnostics import Diagnostic
from givequest.domain.records import Record, RecordType, order_of
from givequest.errors import BrokenFile, StorageError

if TYPE_CHECKING:
    from givequest.application.ports import Store

NO_YEAR = 0
"""The key in `Years.broken` of what is wrong with the ledger as a whole."""


class Years:
    """The one place where a game reads its records. A year that cannot be read counts as empty and is reported.

    Results computed from the records (see `givequest.application.game.yearly`) ask here which years have changed
    since. Nobody is notified: `refresh` and `update` only count, so the order of calls does not matter.
    """

    def __init__(self, store: Store) -> None:
        self.broken: dict[int, str] = {}
        """What is wrong with the years that could not be read; none of this ever reaches the cache."""
        self.version = 0
        """How many changes were seen so far."""
        self._store = store
        self._marks: dict[int, Any] | None = None
        self._changed_at: dict[int, int] = {}
        self._unread: set[int] = set()
        self._kept: set[int] = set()
        self._lent: dict[int, tuple[int, Collection[Record]]] = {}

    @property
    def known(self) -> list[int]:
        """The years that have a file, oldest first, as of the last look."""
        return sorted(year for year, mark in self._looked_at().items() if mark is not None)

    def stamp(self, first: int, last: int) -> list[list[Any]]:
        """Return the signatures of the files of the years `first` to `last` (inclusive), as plain JSON values."""
        marks = sorted(self._looked_at().items())
        return [[year, *mark] for year, mark in marks if mark is not None and first <= year <= last]

    def records(self, year: int, *, keep: bool = True) -> Mapping[str, Record]:
        """Return the records of a year by id; none when its file cannot be used.

        With `keep=False` nothing of the year stays in memory for the next time.
        """
        self._looked_at()
        if keep:
            self._kept.add(year)
        try:
            records = self._store.page(year, keep=keep).records
        except StorageError as error:
            self._note_trouble(year, error)
            return {}
        self.broken.pop(year, None)
        return records

    def records_of_types(self, year: int, types: Collection[RecordType], *, keep: bool = True) -> list[Record]:
        """Return the records of some types in a year, without reading the others; none when its file is unusable."""
        self._looked_at()
        try:
            records = self._store.page(year, keep=keep).of_types(types)
        except StorageError as error:
            self._note_trouble(year, error)
            return []
        self.broken.pop(year, None)
        return records

    def records_on(self, day: date) -> list[Record]:
        """Return the records of one day in the order they were logged."""
        first, records = self._lent.get(day.year, (0, ()))
        if not first or day.toordinal() < first:
            records = self.records(day.year).values()
        return sorted((record for record in records if record.day == day), key=order_of)

    def lend(self, year: int, first: int, records: Collection[Record]) -> None:
        """Take the records of a year from a day (an ordinal) on from elsewhere, until the year is seen to change."""
        self._lent[year] = first, records

    def first(self) -> int | None:
        """Return the first year that holds any record; None if there is none that can be read."""
        try:
            return min(self._store.years(), default=None)
        except StorageError:
            return min({*self._looked_at(), *self.broken} - {NO_YEAR}, default=None)

    def last_day(self) -> date | None:
        """Return the last day with a record; None if there is none that can be read."""
        for year in reversed(self.known):
            if days := [record.day for record in self.records(year).values()]:
                return max(days)
        return None

    def problems(self) -> list[Diagnostic]:
        """Return what could not be read in the years read so far."""
        found: list[Diagnostic] = []
        for year in sorted(self._kept | self.broken.keys() - {NO_YEAR}):
            try:
                found += self._store.page(year, keep=year in self._kept).problems
            except StorageError as error:
                found.append(Diagnostic(str(year), str(error)))
        return found

    def changed_since(self, version: int) -> set[int]:
        """Return the years that were seen to change after the change number `version`."""
        return {year for year, changed_at in self._changed_at.items() if changed_at > version}

    def refresh(self) -> bool:
        """Check the ledger for changes made elsewhere; return whether there are any. Raises StorageError."""
        before, self._marks = self._marks, self._look()
        unread, self._unread = self._unread, set()
        if before is None:
            return False
        changed = {year for year in before.keys() | self._marks if before.get(year) != self._marks.get(year)}
        self._count(changed | unread)
        return bool(changed | unread)

    def update(self, years: Iterable[int]) -> None:
        """Note that some years were just saved."""
        if self._marks is None:
            return
        years = set(years)
        try:
            self._marks |= self._store.signature(years)
        except StorageError:
            self._unread |= years  # they are looked at once more with the next refresh
        self._count(years)

    def _count(self, years: set[int]) -> None:
        if years:
            self.version += 1
            self._changed_at |= dict.fromkeys(years, self.version)
            for year in years:
                self._lent.pop(year, None)

    def _looked_at(self) -> dict[int, Any]:
        if self._marks is None:
            try:
                self._marks = self._look()
            except StorageError:
                return {}
        return self._marks

    def _look(self) -> dict[int, Any]:
        self.broken.pop(NO_YEAR, None)
        try:
            return dict(self._store.signature())
        except StorageError as error:
            self.broken[NO_YEAR] = str(error)
            raise

    def _note_trouble(self, year: int, error: StorageError) -> None:
        self.broken[year] = str(error)
        if not isinstance(error, BrokenFile):
            self._unread.add(year)  # the disk may let it be read a moment later
