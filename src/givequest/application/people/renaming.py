"""Rename people: for what is shown from now on, or in every deed that was ever logged."""

from __future__ import annotations

from collections.abc import Iterator

from givequest.application.game.game import Game
from givequest.application.people.editing import checked
from givequest.domain.change_labels import Act, shortened
from givequest.domain.people.mentions import renamed_in
from givequest.domain.records import AnyRecord, Record
from givequest.domain.records.person import PersonRecord
from givequest.domain.text import name_key


def rename_person(game: Game, person: PersonRecord, name: str, *, everywhere: bool = False) -> PersonRecord:
    """Save a person under another name and return the record; the earlier name still leads to them.

    With `everywhere` it is one change over all years: the earlier name is replaced in deeds, in what was noticed and,
    as a whole word, in notes, and leads to nobody any more. Raises `ChangedElsewhere`, `UsageError` for a name in use,
    `RecordError` and `StorageError`.
    """
    old = name_key(person.name)
    kept = (*(() if everywhere else (person.name,)), *person.also)
    renamed = checked(game, person.edited(name=name, also=()), person)
    also = tuple(other for other in kept if name_key(other) != name_key(renamed.name))
    renamed = checked(game, renamed.edited(also=also), person)
    if renamed == person:
        return person
    puts: list[AnyRecord] = []
    before: list[AnyRecord] = [person]
    if everywhere:
        renamed = renamed_in(renamed, person.name, renamed.name, {old})
        for record in records_of_all(game):
            if record.id != person.id and (edited := renamed_in(record, person.name, renamed.name, {old})) != record:
                puts.append(edited)
                before.append(record)
    game.save(Act.RENAME.label(shortened(renamed.name)), puts=[renamed, *puts], expects=before)
    return renamed


def records_of_all(game: Game) -> Iterator[AnyRecord]:
    """Yield the deeds of all years, the people and what was noticed about them. Raises `StorageError`."""
    yield from game.people.records.values()
    yield from game.people.spot_records.values()
    for year in game.store.years():
        yield from (record for record in game.store.page(year, keep=False).records.values() if _is_about(record))


def _is_about(record: Record) -> bool:
    return bool(record.person or record.other or record.note)
