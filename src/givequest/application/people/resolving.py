"""Whom a typed name can mean."""

from __future__ import annotations

from collections.abc import Iterator

from givequest.application.game.game import Game
from givequest.domain.records.person import PersonRecord
from givequest.domain.text import clean_line, name_key


def namesakes(game: Game, text: str) -> list[PersonRecord]:
    """Return the people that a text can mean: the one of that id or name, else all whose names begin with its words."""
    by_id = game.people.records.get(text)
    exact = by_id or game.people.person(text)
    if exact is not None:
        return [exact]
    key = name_key(clean_line(text))
    if not key:
        return []
    return [record for record in game.people.records.values() if any(_begins(name, key) for name in _names(record))]


def completions(game: Game, text: str) -> list[str]:
    """Return the names that a text can be completed to, in their order; none where it is a whole name already.

    They are of people and, as they were written, of the log; one of them is offered, several are a list, and none is
    ever taken unasked.
    """
    key = name_key(clean_line(text))
    if not key or game.people.profile(text) is not None:
        return []
    found = {record.name for record in namesakes(game, text)}
    named = game.progress(game.today()).people
    found |= {game.people.shown_name(last.name) for last in named.values() if _begins(last.name, key)}
    return sorted(found, key=name_key)


def written_name(game: Game, text: str) -> str | None:
    """Return a name as the log has it last, whatever its capitals and accents; None where it stands in no deed."""
    last = game.progress(game.today()).people.get(name_key(clean_line(text)))
    return None if last is None else last.name


def _names(record: PersonRecord) -> Iterator[str]:
    yield record.name
    yield from record.also


def _begins(name: str, key: str) -> bool:
    return name_key(name).startswith(f"{key} ")
