"""The journal archive: everything that was ever written, newest first, read a year at a time."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from givequest.application.game import Game
from givequest.application.yearly import YearlyValues
from givequest.domain.journal.search import Found, Query, fold_record, search
from givequest.domain.journal.tags import tags_in
from givequest.domain.records import Record, RecordType, order_of

WRITTEN = frozenset((RecordType.ENTRY, RecordType.GIFT))


class _YearTexts(NamedTuple):
    """What was written in one year."""

    texts: list[Found]
    """Newest first."""
    tags: list[str]


class _Texts(YearlyValues[_YearTexts]):
    """What was written in each year. Kept in memory alone: nobody's words are copied into a cache."""

    def __init__(self, game: Game) -> None:
        super().__init__(game.years, game.cache, game.this_year)

    def made_by(self) -> Any:
        return None

    def work_out(self, year: int, before: _YearTexts | None) -> _YearTexts:
        records = self.years.records_of_types(year, WRITTEN, keep=year == self._this_year())
        records.sort(key=order_of, reverse=True)
        known = {text.record.id: text for text in before.texts} if before else {}
        tags = list(dict.fromkeys(tag for record in records for tag in tags_in(record.text or "")))
        return _YearTexts([_folded(record, known.get(record.id)) for record in records], tags)


class JournalArchive:
    """Entries and gifts, loaded one year per call of `read_on`, the latest year first.

    Loaded years follow every change, whoever made it.
    """

    def __init__(self, game: Game) -> None:
        self._years = game.years
        self._texts = _Texts(game)
        self._unread = self._years.known[::-1]
        self._all: Sequence[Found] = ()
        self._tags: list[str] = []
        self._joined: tuple[int, int] | None = None
        """The version of the records, and the number of unread years, that the texts were joined at."""

    @property
    def broken(self) -> Mapping[int, str]:
        """The years that could not be read with the reason; key 0 stands for the ledger as a whole."""
        return self._years.broken

    @property
    def is_complete(self) -> bool:
        """Whether every year is loaded."""
        return not self._unread

    @property
    def texts(self) -> Sequence[Found]:
        """The texts of the loaded years, newest first; the same object as long as nothing has changed."""
        self._join()
        return self._all

    @property
    def tags(self) -> list[str]:
        """Every tag of the loaded years, those of later years first."""
        self._join()
        return self._tags

    def read_on(self) -> bool:
        """Load one more year; False if all are loaded. One that cannot be read counts as empty, and is in `broken`."""
        if not self._unread:
            return False
        self._texts.of(self._unread.pop(0))
        return True

    def _join(self) -> None:
        state = (self._years.version, len(self._unread))
        if state == self._joined:
            return
        years = [self._texts.of(year) for year in self._years.known[::-1] if year not in self._unread]
        self._joined = state
        self._all = [text for year in years for text in year.texts]
        self._tags = list(dict.fromkeys(tag for year in years for tag in year.tags))

    def records_on(self, day: date) -> list[Record]:
        """Return the entries and gifts of a day, newest first, if its year is loaded."""
        records = []
        for position in range(_first_of(self.texts, day), len(self.texts)):
            if self.texts[position].record.day != day:
                break
            records.append(self.texts[position].record)
        return records

    def search(self, query: Query) -> list[Found]:
        """Return the texts that contain every word of a query, newest first."""
        return search(self.texts, query)


def _folded(record: Record, before: Found | None) -> Found:
    return before if before is not None and before.record == record else fold_record(record)


def nearest(texts: Sequence[Found], day: date) -> int:
    """Return the index of the first text of a day, or of the next older one; the last index if there is none."""
    return min(_first_of(texts, day), max(len(texts) - 1, 0))


def _first_of(texts: Sequence[Found], day: date) -> int:
    return bisect_left(texts, -day.toordinal(), key=lambda text: -text.record.day.toordinal())


def find_record(texts: Sequence[Found], record: Record) -> int | None:
    """Return the index of the record with the same id, or None."""
    for position in range(_first_of(texts, record.day), len(texts)):
        if texts[position].record.id == record.id:
            return position
        if texts[position].record.day != record.day:
            break
    return None
