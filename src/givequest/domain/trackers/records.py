"""The records that another tracker's history becomes, each with an id that a second import arrives at again."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import datetime, time

from givequest.domain.records import Record, RecordType, read_at
from givequest.domain.trackers.imported import ImportedEntry, ImportedHabit, ImportedHistory
from givequest.domain.trackers.mapping import HabitMapping


def deeds_of(source: str, habit: ImportedHabit, mapping: HabitMapping) -> Iterator[Record]:
    """Yield a deed of effort 1 for each day on which a habit was done; its note is kept."""
    for done in habit.days:
        yield Record(
            RecordType.DEED,
            _id_of(source, habit.key, done.day.isoformat()),
            done.day,
            read_at(None, done.day),
            kind=mapping.kind,
            person=mapping.person,
            note=done.note or None,
        )


def entries_of(history: ImportedHistory) -> Iterator[Record]:
    """Yield a page of the journal for each day on which something was written."""
    for entry in history.entries:
        identity = _id_of(history.source, entry.day.isoformat())
        yield Record(RecordType.ENTRY, identity, entry.day, _written_at(entry), text=entry.text)


def _id_of(source: str, *parts: str) -> str:
    # Of 20,000 deeds one pair would share a CRC-32 in every twenty histories, and one of the two would be gone.
    digest = hashlib.sha256("|".join(parts).encode("utf-8", "surrogatepass")).hexdigest()
    return f"{source}.{digest[:16]}"


def _written_at(entry: ImportedEntry) -> str:
    if not entry.time:
        return read_at(None, entry.day)
    moment = datetime.combine(entry.day, time.fromisoformat(entry.time))
    return moment.astimezone().isoformat()
