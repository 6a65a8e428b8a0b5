"""Importing another tracker's history: what its habits would become, and then all of it in one change.

Nothing counts that was not done, and nothing is written over: a deed that is here stays as it is unless its habit is
said to be something else now, and a page that was edited here is kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from givequest.application.data.import_export import Incoming, records_by_id, save_import
from givequest.application.game.game import Game
from givequest.domain.change_labels import count_words
from givequest.domain.records import AnyRecord, Record, RecordType
from givequest.domain.text import name_key
from givequest.domain.trackers.imported import ImportedHabit, ImportedHistory
from givequest.domain.trackers.mapping import HabitMapping
from givequest.domain.trackers.records import deeds_of, entries_of
from givequest.named_tuple import NamedTuple


class HabitPreview(NamedTuple):
    """A habit, and what an import would make of it."""

    habit: ImportedHabit
    mapping: HabitMapping | None
    """None: it becomes nothing."""
    new: int = 0
    """Deeds that would be added."""
    known: int = 0
    """Deeds of it that are here already."""


class HistoryPreview(NamedTuple):
    """What an import would do, before anything is saved."""

    history: ImportedHistory
    habits: tuple[HabitPreview, ...]
    incoming: Incoming
    ahead: int = 0
    """Days that have not come yet, so nothing can have been done on them: they are left out."""
    kept: int = 0
    """Pages that say something else here than in the file, and stay as they are."""

    @property
    def new_pages(self) -> int:
        """How many pages of the journal would be added."""
        return sum(isinstance(record, Record) and record.type is RecordType.ENTRY for record in self.incoming.new)

    @property
    def changes_anything(self) -> bool:
        """Whether there is anything to save."""
        return bool(self.incoming.new or self.incoming.changed)


def preview_history(
    game: Game, history: ImportedHistory, mappings: Mapping[str, HabitMapping] | None = None
) -> HistoryPreview:
    """Return what importing a history would do; nothing is saved.

    Args:
        game: The game whose ledger it comes into.
        history: What was read.
        mappings: What the habits become, by their names; whatever is not among them becomes nothing.

    Raises:
        StorageError: The ledger cannot be read.
        RecordError: A page has grown longer than one can be.

    """
    mappings = {name: _resolved(game, mapping) for name, mapping in (mappings or {}).items()}
    of_habits: dict[str, list[Record]] = {}
    for habit in history.habits:
        mapping = mappings.get(habit.name)
        of_habits[habit.name] = [] if mapping is None else list(deeds_of(history.source, habit, mapping))
    pages = list(entries_of(history))
    found = {record.id: record for records in (*of_habits.values(), pages) for record in records}
    there = records_by_id(game, found)
    today, ahead, kept = game.today(), 0, 0
    new: dict[str, Record] = {}
    changed: list[AnyRecord] = []
    for identity, record in found.items():
        old = there.get(identity)
        if record.day > today:
            ahead += 1
        elif old is None:
            new[identity] = record
        elif not isinstance(old, Record) or old.type is not record.type:
            kept += 1
        elif record.type is RecordType.ENTRY:
            if (old.text or "") != record.text and (record.text or "").startswith(old.text or ""):
                changed.append(old.edited(text=record.text))
            else:
                kept += old.text != record.text
        elif old.kind != record.kind or _key(old.person) != _key(record.person):
            changed.append(old.edited(kind=record.kind, person=record.person))
    habits = tuple(
        HabitPreview(
            habit,
            mappings.get(habit.name),
            sum(record.id in new for record in of_habits[habit.name]),
            sum(record.id in there for record in of_habits[habit.name]),
        )
        for habit in history.habits
    )
    incoming = Incoming(tuple(new.values()), tuple(changed), known=len(there) - len(changed))
    return HistoryPreview(history, habits, incoming, ahead, kept)


def save_history(game: Game, preview: HistoryPreview) -> None:
    """Save what a preview says, in one change that undo takes back.

    Raises `StorageError`; then nothing is saved.
    """
    save_import(game, preview.incoming, f"{_count(preview.incoming)} from {preview.history.title}")


def _count(incoming: Incoming) -> str:
    records: Iterable[AnyRecord] = (*incoming.new, *incoming.changed)
    deeds = sum(isinstance(record, Record) and record.type is RecordType.DEED for record in records)
    pages = len(incoming.new) + len(incoming.changed) - deeds
    counted = ((deeds, "deed"), (pages, "journal page"))
    return " and ".join(count_words(count, what) for count, what in counted if count)


def _resolved(game: Game, mapping: HabitMapping) -> HabitMapping:
    return mapping._replace(person=game.people.resolve(mapping.person))


def _key(person: str | None) -> str:
    return name_key(person) if person else ""
