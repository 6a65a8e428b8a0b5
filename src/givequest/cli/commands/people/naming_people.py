"""People as the words of a command line name them."""

from __future__ import annotations

from collections.abc import Sequence

from givequest.application.game.game import Game
from givequest.application.people.listing import PersonRow
from givequest.application.people.resolving import namesakes, written_name
from givequest.cli.output import complain
from givequest.domain.records.person import PersonRecord
from givequest.domain.text import clean_line, name_key
from givequest.errors import UsageError


def named_person(game: Game, name: str) -> PersonRecord:
    """Return the person that a word names: by name, by the first words of one, or by id.

    Raises `UsageError` where nobody has that name, and where several can be meant: those are told on stderr.
    """
    found = namesakes(game, name)
    if not found:
        raise _nobody(name)
    if len(found) > 1:
        for person in found:
            complain(", ".join(filter(None, (person.name, person.tie, person.met, f"id {person.id}"))))
        raise _several(name, len(found))
    return found[0]


def named_people(game: Game, names: Sequence[str]) -> list[PersonRecord]:
    """Return the people that words name, as `named_person` does each, nobody twice."""
    return list({person.id: person for person in (named_person(game, name) for name in names)}.values())


def placed_names(game: Game, names: Sequence[str]) -> list[str]:
    """Return names as an act for several takes them: the ids of people, and names of the log as they are written.

    Raises `UsageError` as `named_person` does, for a name that stands in no deed either.
    """
    found = []
    for name in names:
        written = written_name(game, name) if game.people.person(name) is None else None
        found.append(written if written is not None else named_person(game, name).id)
    return found


def meant_among(game: Game, rows: Sequence[PersonRow], name: str) -> PersonRow:
    """Return the row that a word names, of people or of names in the log; `UsageError` as for `named_person`."""
    key = name_key(clean_line(name))
    exact = [row for row in rows if key in row.profile.keys or (row.record and row.record.id == name)]
    found = exact or [row for row in rows if any(other.startswith(f"{key} ") for other in row.profile.keys if key)]
    if not found:
        raise _nobody(name)
    if len(found) > 1:
        for row in found:
            complain(", ".join(filter(None, (row.name, row.profile.tie, row.word))))
        raise _several(name, len(found))
    return found[0]


def _nobody(name: str) -> UsageError:
    return UsageError(f"Nobody here is called '{clean_line(name)[:80]}'; 'givequest people' lists everybody.")


def _several(name: str, count: int) -> UsageError:
    return UsageError(f"'{clean_line(name)[:80]}' can be any of these {count}; say which by the whole name or the id.")
