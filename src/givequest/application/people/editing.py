"""Add people, and change what is written of them; each is one change, which undo takes back to the byte."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from givequest.application.game.game import Game, new_id
from givequest.domain.change_labels import Act, ActLabel, name_people, shortened
from givequest.domain.records.person import PersonRecord, read_person
from givequest.domain.text import clean_line, name_key
from givequest.errors import ChangedElsewhere, UsageError

LONGEST_HINT = 30
"""Characters that a bracket behind a name can hold and still be read as one."""
ATTEMPTS = 5
"""How often an edit is begun again where another process was there first."""


def new_person(game: Game, name: str, **fields: Any) -> PersonRecord:
    """Return the record of a person that is not saved yet. Raises `RecordError`, and `UsageError` for a name in use."""
    head = {"type": "person", "id": new_id(), "day": game.today().isoformat()}
    given = {key: list(value) if isinstance(value, tuple) else value for key, value in fields.items()}
    document = {**head, "at": game.now().isoformat(timespec="seconds"), "name": name, **given}
    return checked(game, read_person(document))


def add_person(
    game: Game,
    name: str,
    *,
    tie: str | None = None,
    also: Sequence[str] = (),
    dates: Sequence[str] = (),
    tags: Sequence[str] = (),
    met: str | None = None,
    note: str | None = None,
    links: Sequence[str] = (),
    books: Sequence[str] = (),
) -> PersonRecord:
    """Save a new person and return the record.

    Raises `UsageError` for a name that is somebody's already, `RecordError` for a value that no record can have, and
    `StorageError`.
    """
    lists = {"also": also, "dates": dates, "tags": tags, "links": links, "books": books}
    person = new_person(game, name, tie=tie, met=met, note=note, **{key: tuple(value) for key, value in lists.items()})
    game.save(Act.ADD.label(f"new person {shortened(person.name)}"), puts=[person])
    return person


def edit_person(game: Game, person: PersonRecord, **changes: Any) -> PersonRecord:
    """Save a person with some fields changed, and return the record. The name is changed by `rename_person`.

    Raises `ChangedElsewhere` where the record is not what it was thought to be, `UsageError` for a name in use,
    `RecordError` and `StorageError`.
    """
    edited = checked(game, person.edited(**changes), person)
    if edited != person:
        game.save(Act.EDIT.label(shortened(person.name)), puts=[edited], expects=[person])
    return edited


def set_tie(game: Game, names: Sequence[str], tie: str | None) -> list[PersonRecord]:
    """Give people a tie (None: none) in one change; a name that nobody has placed becomes a person by it.

    Raises as `checked` does, and ChangedElsewhere, StorageError.
    """
    return _save_all(game, names, Act.TIE.label(_named(game, names)), lambda _: {"tie": tie})


def rest_people(game: Game, names: Sequence[str], until: date | None) -> list[PersonRecord]:
    """Let people rest until a day (None: no more) in one change; a name that nobody has placed becomes a person.

    Raises as `checked` does, and ChangedElsewhere, StorageError.
    """
    return _save_all(game, names, Act.SNOOZE.label(_named(game, names)), lambda _: {"snooze": until})


def set_gentle(game: Game, names: Sequence[str], gentle: bool) -> list[PersonRecord]:
    """Set in one change that there is grief or illness, or no more; a name that nobody has placed becomes a person.

    Raises as `checked` does, and ChangedElsewhere, StorageError.
    """
    return _save_all(game, names, Act.GENTLE.label(_named(game, names)), lambda _: {"gentle": gentle})


def change_people(
    game: Game, names: Sequence[str], change: Callable[[PersonRecord], dict[str, Any]]
) -> list[PersonRecord]:
    """Save what `change` makes of people, in one change; a name that nobody has placed becomes a person by it.

    Names may be ids. `change` returns the fields to change; it is asked again where another process was there first.
    Raises `ChangedElsewhere` where that goes on, `UsageError` for a name in use, `RecordError` and `StorageError`.
    """
    return _save_all(game, names, Act.EDIT.label(_named(game, names)), change)


def with_item(items: Sequence[str], item: str) -> tuple[str, ...]:
    """Return a list with one more item, unless it is there in whatever capitals."""
    line = clean_line(item)
    return tuple(items) if name_key(line) in map(name_key, items) else (*items, line)


def without_item(items: Sequence[str], item: str) -> tuple[str, ...]:
    """Return a list without an item, in whatever capitals it is there."""
    return tuple(kept for kept in items if name_key(kept) != name_key(clean_line(item)))


def checked(game: Game, person: PersonRecord, *others: PersonRecord) -> PersonRecord:
    """Return a person whose names are nobody else's; `others` are records that this one takes the place of.

    A second spelling of one and the same name is left out. Raises `UsageError` for a name that is in use, RecordError
    for names that no record can have.
    """
    ids = {person.id, *(other.id for other in others)}
    taken = {
        name_key(name): record.name
        for record in game.people.records.values()
        if record.id not in ids
        for name in (record.name, *record.also)
    }
    own: dict[str, str] = {}
    for name in (person.name, *person.also):
        key = name_key(name)
        if key in taken:
            whose = "" if name_key(taken[key]) == key else f", which is {shortened(taken[key])}"
            proposed = shortened(bracketed(game, person.name, person.met))
            raise UsageError(f"'{shortened(name)}' is among your people already{whose}; '{proposed}' tells them apart.")
        own.setdefault(key, name)
    names = list(own.values())
    return person if len(names) == 1 + len(person.also) else person.edited(also=tuple(names[1:]))


def bracketed(game: Game, name: str, hint: str | None = None) -> str:
    """Return a name for somebody beside another of the same: with a hint in brackets, or the first free number."""
    line = clean_line(name)
    if hint and len(hint) <= LONGEST_HINT and game.people.profile(proposed := f"{line} ({clean_line(hint)})") is None:
        return proposed
    number = 2
    while game.people.profile(f"{line} ({number})") is not None:
        number += 1
    return f"{line} ({number})"


def _named(game: Game, names: Sequence[str]) -> str:
    known = game.people.records
    return name_people([known[name].name if name in known else game.people.shown_name(name) for name in names])


def _save_all(
    game: Game, names: Sequence[str], label: ActLabel, change: Callable[[PersonRecord], dict[str, Any]]
) -> list[PersonRecord]:
    for _ in range(ATTEMPTS):
        before = [game.people.records.get(name) or game.people.person(name) for name in names]
        made = {name_key(clean_line(name)): name for name, found in zip(names, before, strict=True) if found is None}
        known = {found.id: found for found in before if found is not None}
        people = [*known.values(), *(new_person(game, name) for name in made.values())]
        edited = [checked(game, person.edited(**change(person)), person) for person in people]
        puts = [person for person in edited if known.get(person.id) != person]
        try:
            game.save(label, puts=puts, expects=known.values())
        except ChangedElsewhere:
            game.people.refresh()
        else:
            return edited
    raise ChangedElsewhere("This was changed elsewhere in the meantime.")
