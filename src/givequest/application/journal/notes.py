"""Save entries, gifts and releases in one step. Of a release only the day is stored."""

from __future__ import annotations

from datetime import date

from givequest.application.deeds import past_day
from givequest.application.game.game import Game
from givequest.domain.change_labels import Act, name_record
from givequest.domain.journal.sorts import HUSHED, POCKET
from givequest.domain.records import Record, RecordType
from givequest.errors import UsageError


def write_entry(game: Game, text: str, day: date | None = None) -> Record:
    """Save a journal entry for a day (default: today) and return it.

    Raises UsageError for an empty text or a future day, RecordError for a text that is too long, and StorageError.
    """
    return _write(game, RecordType.ENTRY, text, day)


def pocket(game: Game, text: str) -> Record:
    """Save a good thought as an entry of today that is shown again before others. Raises as `write_entry` does."""
    return _write(game, RecordType.ENTRY, text, None, sort=POCKET)


def hush(game: Game, entry: Record) -> Record:
    """Mark an entry so that it is never shown unasked again, and return it. Raises ChangedElsewhere, StorageError."""
    hushed = entry.edited(sort=HUSHED)
    game.save(Act.HUSH.label(), puts=[hushed], expects=[entry])
    return hushed


def note_gift(game: Game, text: str, day: date | None = None) -> Record:
    """Save a gift; it has no person and earns nothing. Raises as `write_entry` does."""
    return _write(game, RecordType.GIFT, text, day)


def release(game: Game, day: date | None = None) -> Record:
    """Save that an expectation was let go; its words never reach this function. Raises UsageError, StorageError."""
    record = game.new_record(RecordType.RELEASE, past_day(game, day))
    game.save(Act.ADD.label(name_record(record, game.kinds, game.today())), puts=[record])
    return record


def _write(game: Game, type_: RecordType, text: str, day: date | None, **fields: str) -> Record:
    if not text.strip():
        raise UsageError("There's nothing to write down: the text is empty.")
    record = game.new_record(type_, past_day(game, day), text=text, **fields)
    game.save(Act.ADD.label(name_record(record, game.kinds, game.today())), puts=[record])
    return record
