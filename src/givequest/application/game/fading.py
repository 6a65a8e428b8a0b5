"""Names that fade, where they are shown: on the board, in charts, search, echoes and exports that are for reading."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from givequest.application.game.game import Game
from givequest.domain.records import Record, RecordType


def shown_record(game: Game, record: Record) -> Record:
    """Return a record as it is shown today: an old deed with initials, anything else as it is."""
    if not game.settings.fade or record.type is not RecordType.DEED or not has_faded(game, record.day):
        return record
    from givequest.domain.people.fading import faded

    return faded(record, _names(game, record))


def shown_records(game: Game, records: Iterable[Record]) -> Iterator[Record]:
    """Yield records as they are shown today."""
    return (shown_record(game, record) for record in records)


def has_faded(game: Game, day: date) -> bool:
    """Return whether the names of a day's deeds are shown as initials today."""
    months = game.settings.fade
    if not months:
        return False
    from givequest.domain.people.fading import is_faded

    return is_faded(day, game.today(), months)


def _names(game: Game, record: Record) -> Iterator[str]:
    for name in filter(None, (record.person, record.other)):
        person = game.people.person(name)
        if person is not None:
            yield person.name
            yield from person.also
