"""Notes made in one go: entries, gifts that came unasked, and releases, of which only the day is kept."""

from __future__ import annotations

from datetime import date

from givequest.application.deeds import past_day
from givequest.application.game import Game
from givequest.domain.acts import Act, name_record
from givequest.domain.records import Record, RecordType
from givequest.errors import UsageError

POCKET, LETTER, HUSHED = "pocket", "letter", "hushed"
"""Sorts of entries: a good thought kept, a monthly letter, and one that is not to be shown unasked."""


def write_entry(game: Game, text: str, day: date | None = None) -> Record:
    """Save a journal entry for a day (today when none is given)."""
    return _write(game, RecordType.ENTRY, text, day)


def pocket(game: Game, text: str) -> Record:
    """Save a good thought as an entry of today that is looked back on first."""
    return _write(game, RecordType.ENTRY, text, None, sort=POCKET)


def hush(game: Game, entry: Record) -> Record:
    """Save that an entry is not to be shown unasked again, and return it."""
    hushed = entry.edited(sort=HUSHED)
    game.save(Act.HUSH.label(), puts=[hushed], expects=[entry])
    return hushed


def note_gift(game: Game, text: str, day: date | None = None) -> Record:
    """Save a gift: something that came back unasked. It is tied to nobody and counted nowhere."""
    return _write(game, RecordType.GIFT, text, day)


def release(game: Game, day: date | None = None) -> Record:
    """Save that an expectation was let go; what it was is never handed to this function."""
    record = game.new_record(RecordType.RELEASE, past_day(game, day))
    game.save(Act.ADD.label(name_record(record, game.kinds, game.today())), puts=[record])
    return record


def _write(game: Game, type_: RecordType, text: str, day: date | None, **fields: str) -> Record:
    if not text.strip():
        raise UsageError("There is nothing to write down: the text is empty.")
    record = game.new_record(type_, past_day(game, day), text=text, **fields)
    game.save(Act.ADD.label(name_record(record, game.kinds, game.today())), puts=[record])
    return record
