"""Take people off the list, or take a name out of everything that was written down."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from givequest.application.game.game import Game
from givequest.application.people.renaming import records_of_all
from givequest.domain.change_labels import Act, count_words, name_people
from givequest.domain.people.mentions import SOMEONE, holds_name, renamed_in
from givequest.domain.records import AnyRecord, Record, RecordType
from givequest.domain.records.person import PersonRecord
from givequest.domain.text import clean_line, name_key
from givequest.errors import UsageError
from givequest.named_tuple import NamedTuple


class Forgotten(NamedTuple):
    """What has become of a name that was to be forgotten."""

    names: tuple[str, ...]
    """Every way in which it was written."""
    records: int
    """So many records were changed."""
    pages: int
    """So many journal pages and gifts still hold it: what was written there is left as it was."""


def delete_people(game: Game, people: Sequence[PersonRecord]) -> None:
    """Take people off the list in one change; deeds keep their names. Raises `ChangedElsewhere`, `StorageError`."""
    if people:
        what = name_people([person.name for person in people])
        game.save(Act.REMOVE.label(what), drops=people, expects=people)


def forget_name(game: Game, name: str) -> Forgotten:
    """Take somebody, and every name of theirs, out of people, deeds, notes and what was noticed, in one change.

    A deed stays, for nobody; in notes "someone" stands for the name. Journal pages are left as they are, and counted.
    Raises `UsageError` where the name stands nowhere, `ChangedElsewhere` and `StorageError`.
    """
    person = game.people.records.get(name) or game.people.person(name)
    known = (person.name, *person.also) if person else (clean_line(name),)
    keys = set(map(name_key, known))
    found = list(records_of_all(game))
    written = dict.fromkeys(known)
    for record in found:
        if record.type == "deed":
            fields = (getattr(record, "person", None), getattr(record, "other", None))
            written.update(dict.fromkeys(text for text in fields if text and name_key(text) in keys))
    names = tuple(sorted(written, key=len, reverse=True))
    puts: list[AnyRecord] = []
    drops: list[AnyRecord] = [person] if person else []
    before: list[AnyRecord] = [*drops]
    for record in found:
        if person is not None and record.id == person.id and record.type == "person":
            continue
        left = _without(record, names, keys)
        if left is None:
            drops.append(record)
        elif left != record:
            puts.append(left)
        if left != record:
            before.append(record)
    if not (puts or drops):
        raise UsageError(f"'{clean_line(name)[:80]}' stands nowhere, so there's nothing to forget.")
    game.save(Act.FORGET.label(), puts=puts, drops=drops, expects=before)
    return Forgotten(names, len(puts) + len(drops), _pages_with(game, names))


def _without(record: AnyRecord, names: Sequence[str], keys: set[str]) -> AnyRecord | None:
    """Return a record without a name; None where nothing is left of it."""
    if record.type == "spot" and any(
        text and name_key(text) in keys for text in (getattr(record, "person", None), getattr(record, "other", None))
    ):
        return None
    for name in names:
        record = renamed_in(record, name, SOMEONE, ())
    if isinstance(record, Record):
        gone: dict[str, Any] = {
            field: None
            for field in ("person", "other")
            if (text := getattr(record, field)) is not None and name_key(text) in keys
        }
        record = record._replace(**gone) if gone else record
    return record


def _pages_with(game: Game, names: Sequence[str]) -> int:
    pages = (RecordType.ENTRY, RecordType.GIFT)
    return sum(
        any(holds_name(record.text, name) for name in names)
        for year in game.store.years()
        for record in game.store.page(year, keep=False).of_types(pages)
    )


def forgotten_words(forgotten: Forgotten) -> str:
    """Return in a sentence what was done."""
    left = count_words(forgotten.pages, "journal page still holds it", "journal pages still hold it")
    rest = f" {left}, as you wrote it there." if forgotten.pages else ""
    return f"The name is out of {count_words(forgotten.records, 'record')}.{rest}"
