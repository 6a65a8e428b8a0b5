"""The list of people: everybody with the last word, who rests, and whom the day names."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from givequest.application.game.fading import has_faded
from givequest.application.game.game import Game
from givequest.application.people.names import everybody, named_on, names_of_day
from givequest.domain.people.greetings import Greeting, coming
from givequest.domain.people.last_word import last_word
from givequest.domain.people.profiles import Profile
from givequest.domain.people.resting import IN_PEACE, rests_until
from givequest.domain.people.ties import Tie
from givequest.domain.records import Record, RecordType, order_of
from givequest.domain.records.person import PersonRecord
from givequest.domain.text import name_key
from givequest.named_tuple import NamedTuple


class PersonRow(NamedTuple):
    """Somebody, as they stand in the list."""

    name: str
    profile: Profile
    record: PersonRecord | None
    """None: a name of the log that nobody has placed."""
    last: date | None
    """The last day with a deed that names them, that of the list included."""
    word: str
    """The same in soft words: `some weeks ago`."""
    rests_until: date | None
    """The first day on which they rest no more, with a rest that was asked for; None where they do not rest."""
    in_peace: bool
    """Whether it is a wall that is left alone for good."""
    named: bool
    """Whether the day names them."""
    coming: Greeting | None
    """Their next date of the two weeks to come."""


def list_people(game: Game, day: date | None = None, *, with_aside: bool = False) -> list[PersonRow]:
    """Return everybody in the order of their names: people, and the names of the log that nobody has placed.

    Whoever is set aside is on no list, unless it is asked for.
    """
    day = day or game.today()
    named = named_on(game.progress(day).people)
    today = {*names_of_day(game, day)}
    records = {name_key(record.name): record for record in game.people.records.values()}
    rows = []
    for profile in everybody(game, game.progress(day).people):
        if profile.tie == Tie.ASIDE and not with_aside:
            continue
        days = profile.days_in(named)
        until = max(rests_until(profile.tie, days), profile.snooze)
        next_date = min(coming(profile, day), key=lambda greeting: greeting.day, default=None)
        rows.append(
            PersonRow(
                profile.name,
                profile,
                records.get(profile.keys[0]),
                date.fromordinal(days[-1]) if days else None,
                last_word(days[-1] if days else None, day.toordinal()),
                date.fromordinal(until) if day.toordinal() < until < IN_PEACE else None,
                until >= IN_PEACE,
                profile.name in today,
                next_date,
            )
        )
    return sorted(rows, key=lambda row: row.profile.keys[0])


def deeds_of(game: Game, name: str) -> list[Record]:
    """Return the deeds that name somebody by any of their names, the newest first; none whose names have faded."""
    profile = game.people.profile(name)
    keys = {*profile.keys} if profile else {name_key(name)}
    found = [
        record
        for year in game.years.known
        for record in game.years.records_of_types(year, (RecordType.DEED,), keep=False)
        if any(text and name_key(text) in keys for text in (record.person, record.other))
        and not has_faded(game, record.day)
    ]
    return sorted(found, key=order_of, reverse=True)


def people_document(game: Game, rows: Sequence[PersonRow]) -> dict[str, Any]:
    """Return people as `givequest people --json` prints them; who is left in peace rests till the last day there is."""
    names = names_of_day(game)
    return {
        "as_of": game.today().isoformat(),
        "names": {"near": names.near, "far": names.far},
        "people": [_row_document(row) for row in rows],
    }


def _row_document(row: PersonRow) -> dict[str, Any]:
    record = row.record
    until = date.max if row.in_peace else row.rests_until
    return {
        "name": row.name,
        "also": list(record.also) if record else [],
        "tie": row.profile.tie,
        "tags": list(record.tags) if record else [],
        "dates": list(row.profile.dates),
        "last": row.last.isoformat() if row.last else None,
        "word": row.word,
        "rests_until": until.isoformat() if until else None,
        "snooze": record.snooze.isoformat() if record and record.snooze else None,
        "gentle": row.profile.gentle,
        "books": list(record.books) if record else [],
    }
