"""The journal archive: all entries and gifts, newest first, read one year at a time.

Pages and gifts come first; names and notes of deeds only when somebody searches, since there are far more of them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from givequest.application.game.fading import shown_records
from givequest.application.game.game import Game
from givequest.application.game.yearly import YearlyValues
from givequest.domain.journal.search import Found, Query, fold_record, search
from givequest.domain.journal.tags import tags_in
from givequest.domain.records import Record, RecordType, order_of
from givequest.named_tuple import NamedTuple

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


class _Deeds(YearlyValues[list[Found]]):
    """The deeds of each year that name somebody or have a note, newest first. Kept in memory alone."""

    def __init__(self, game: Game) -> None:
        super().__init__(game.years, game.cache, game.this_year)
        self._game = game

    def made_by(self) -> Any:
        return self._game.settings.fade and (self._game.settings.fade, self._game.today())

    def work_out(self, year: int, before: list[Found] | None) -> list[Found]:
        records = self.years.records_of_types(year, (RecordType.DEED,), keep=year == self._this_year())
        told = [record for record in records if record.person or record.note]
        known = {found.record.id: found for found in before or ()}
        told.sort(key=order_of, reverse=True)
        return [_folded(record, known.get(record.id)) for record in shown_records(self._game, told)]


class JournalArchive:
    """Entries and gifts, loaded one year per call of `read_on`, the latest year first; deeds with `read_deeds_on`.

    Loaded years reflect every later change, here or elsewhere.
    """

    def __init__(self, game: Game) -> None:
        self._years = game.years
        self._texts, self._deeds = _Texts(game), _Deeds(game)
        self._unread = self._years.known[::-1]
        self._unread_deeds = self._years.known[::-1]
        self._merged: dict[int, tuple[list[Found], list[Found], list[Found]]] = {}
        """Texts, deeds and both in order, of each year whose deeds are loaded."""
        self._searched: tuple[Sequence[Found], tuple[int, int], list[Found]] | None = None
        """What was searched last, and what it was made from."""
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
        """Whether the entries and gifts of every year are loaded."""
        return not self._unread

    @property
    def is_all_searched(self) -> bool:
        """Whether a search covers everything, including the deeds of every year."""
        return not self._unread and not self._unread_deeds

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
        """Load one more year; False if all are loaded. An unreadable year counts as empty and is in `broken`."""
        if not self._unread:
            return False
        self._texts.of(self._unread.pop(0))
        return True

    def read_deeds_on(self) -> bool:
        """Load the names and notes of the deeds of one more year; False if all are loaded."""
        if not self._unread_deeds:
            return False
        self._deeds.of(self._unread_deeds.pop(0))
        return True

    @property
    def searched(self) -> Sequence[Found]:
        """What a search covers, newest first: the same object until something changes or is loaded."""
        texts = self.texts
        state = (self._years.version, len(self._unread_deeds))
        if self._searched is None or self._searched[0] is not texts or self._searched[1] != state:
            everything = [found for year in self._years.known[::-1] for found in self._of_year(year)]
            self._searched = (texts, state, everything)
        return self._searched[2]

    def _of_year(self, year: int) -> list[Found]:
        texts = [] if year in self._unread else self._texts.of(year).texts
        if year in self._unread_deeds:
            return texts
        deeds, merged = self._deeds.of(year), self._merged.get(year)
        if merged is None or merged[0] is not texts or merged[1] is not deeds:
            both = sorted([*texts, *deeds], key=lambda found: order_of(found.record), reverse=True)
            self._merged[year] = merged = (texts, deeds, both)
        return merged[2]

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
        """Return everything loaded that contains every word of a query, newest first."""
        return search(self.searched, query)


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
