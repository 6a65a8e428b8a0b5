"""The journal archive: everything that was ever written, newest first, read a year at a time."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from datetime import date

from givequest.application.game import Game
from givequest.domain.journal.search import Found, Query, fold_record, search
from givequest.domain.journal.tags import tags_in
from givequest.domain.records import Record, RecordType
from givequest.errors import StorageError

NO_YEAR = 0
"""Where the trouble with all years at once stands among the broken ones."""
WRITTEN = frozenset((RecordType.ENTRY, RecordType.GIFT))


class JournalArchive:
    """Entries and gifts. Years are read when `read_on` is called, until there are none left."""

    def __init__(self, game: Game) -> None:
        self._game = game
        self.broken: dict[int, str] = {}
        """What is wrong with the years that could not be read."""
        self._years: dict[int, list[Found]] = {}
        self._tags: dict[int, list[str]] = {}
        self._seen: dict[int, object] = {}
        self._all: list[Found] | None = None
        self._unread = sorted(self._known() or (), reverse=True)

    @property
    def is_complete(self) -> bool:
        """Whether every year was read."""
        return not self._unread

    @property
    def texts(self) -> Sequence[Found]:
        """What was written in the years read so far, newest first."""
        if self._all is None:
            self._all = [text for year in sorted(self._years, reverse=True) for text in self._years[year]]
        return self._all

    @property
    def tags(self) -> list[str]:
        """The tags used, those of the latest years first."""
        return list(dict.fromkeys(tag for year in sorted(self._tags, reverse=True) for tag in self._tags[year]))

    def read_on(self) -> bool:
        """Read one more year; return whether there was one."""
        if not self._unread:
            return False
        self._read(self._unread.pop(0))
        return True

    def refresh(self) -> bool:
        """Read again the years that were changed since; return whether there were any."""
        known = self._known()
        if known is None:
            return False  # what was read before is shown still
        new = {year for year in known if year not in self._seen and year not in self._unread}
        changed = {year for year, mark in self._seen.items() if known.get(year) != mark}
        for year in new | changed:
            self._read(year)
        return bool(new or changed)

    def records_on(self, day: date) -> list[Record]:
        """Return what was written on a day, of the years read so far, newest first."""
        records = []
        for position in range(_first_of(self.texts, day), len(self.texts)):
            if self.texts[position].record.day != day:
                break
            records.append(self.texts[position].record)
        return records

    def search(self, query: Query) -> list[Found]:
        """Return what holds every word of a query, newest first."""
        return search(self.texts, query)

    def _known(self) -> dict[int, object] | None:
        self.broken.pop(NO_YEAR, None)
        try:
            return dict(self._game.store.signature())
        except StorageError as error:
            self.broken[NO_YEAR] = str(error)
            return None

    def _read(self, year: int) -> None:
        self._seen[year] = None
        is_now = year == self._game.today().year
        self.broken.pop(year, None)
        try:
            self._seen[year] = self._game.store.signature([year]).get(year)
            records = self._game.store.page(year, keep=is_now).of_types(WRITTEN)
        except StorageError as error:
            self.broken[year] = str(error)
            records = []
        records.sort(key=lambda record: (record.day, record.at, record.id), reverse=True)
        before = {text.record.id: text for text in self._years.get(year, ())}
        self._years[year] = [_folded(record, before.get(record.id)) for record in records]
        self._tags[year] = list(dict.fromkeys(tag for record in records for tag in tags_in(record.text or "")))
        self._all = None


def _folded(record: Record, before: Found | None) -> Found:
    return before if before is not None and before.record == record else fold_record(record)


def nearest(texts: Sequence[Found], day: date) -> int:
    """Return the position of the first text of a day, or of the next older one; the last one where there is none."""
    return min(_first_of(texts, day), max(len(texts) - 1, 0))


def _first_of(texts: Sequence[Found], day: date) -> int:
    return bisect_left(texts, -day.toordinal(), key=lambda text: -text.record.day.toordinal())


def find_record(texts: Sequence[Found], record: Record) -> int | None:
    """Return the position of a record, by its id."""
    for position in range(_first_of(texts, record.day), len(texts)):
        if texts[position].record.id == record.id:
            return position
        if texts[position].record.day != record.day:
            break
    return None
