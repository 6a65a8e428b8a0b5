"""Drafts: an entry while it is being written, saved repeatedly, never overwriting what someone else wrote."""

from __future__ import annotations

from datetime import date

from givequest.application.deeds import past_day
from givequest.application.game.game import Game, new_id
from givequest.domain.change_labels import Act, name_known, name_record
from givequest.domain.journal.sorts import HUSHED
from givequest.domain.records import Record, RecordType
from givequest.errors import ChangedElsewhere, StorageError


class Draft:
    """An entry of one day while it is being written; it may exist already.

    It keeps the day on which it was begun, even past midnight.
    """

    def __init__(self, game: Game, day: date, entry: Record | None = None, *, sort: str | None = None) -> None:
        self.day = past_day(game, day) if entry is None else entry.day  # what is there can be gone on with
        self.entry = entry
        """The page as it was last read or saved; none: nothing is there yet."""
        self.sort = entry.sort if entry is not None else sort
        self._was_there = entry is not None
        """Whether the page stood there before this sitting, all of which is one change."""
        self._game = game
        self._coalescing = new_id()

    @property
    def text(self) -> str:
        """The saved text."""
        return (self.entry.text or "") if self.entry is not None else ""

    def save(self, text: str) -> bool:
        """Save the entry as it is now, or delete it if empty. Raises StorageError, RecordError.

        Returns whether it was saved as a new entry because the original had been
        changed or deleted elsewhere; that version is left as it is.
        """
        if not text.strip():
            return self._take_out()
        entry = self._entry_of(text)
        if entry == self.entry:
            return False
        try:
            self._commit(entry)
        except ChangedElsewhere:
            self.entry = None
            self._was_there = False
            entry = self._entry_of(text)
            self._commit(entry)
            return True
        return False

    def renew(self) -> bool:
        """Load the entry as it was changed elsewhere; return whether it could be read."""
        if self.entry is None:
            return False
        try:
            now = self._game.store.page(self.day.year).records.get(self.entry.id)
        except StorageError:
            return False
        changed = now != self.entry
        self.entry = now
        return changed

    def _entry_of(self, text: str) -> Record:
        if self.entry is not None:
            return self.entry.edited(text=text)
        return self._game.new_record(RecordType.ENTRY, self.day, text=text, sort=self.sort)

    def _commit(self, entry: Record) -> None:
        act, name = (Act.EDIT, name_known) if self._was_there else (Act.ADD, name_record)
        label = act.label(name(entry, self._game.kinds, self._game.today()))
        expects = [self.entry] if self.entry is not None else []
        self._game.save(label, puts=[entry], expects=expects, coalescing=self._coalescing)
        self.entry = entry

    def _take_out(self) -> bool:
        if self.entry is not None:
            gone, self.entry = self.entry, None
            try:
                label = Act.REMOVE.label(name_known(gone, self._game.kinds, self._game.today()))
                self._game.save(label, drops=[gone], expects=[gone], coalescing=self._coalescing)
            except ChangedElsewhere:  # theirs is not ours to take out
                return False
            except BaseException:
                self.entry = gone
                raise
        return False


def page_of(game: Game, day: date) -> Record | None:
    """Return the entry that writing on a day continues: the latest plain one, if any."""
    entries = [record for record in game.years.records_on(day) if record.type is RecordType.ENTRY]
    pages = [record for record in entries if record.sort in (None, HUSHED)]
    return pages[-1] if pages else None
