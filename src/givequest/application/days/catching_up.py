"""Catching up: what was given on the days before today, written down in one go."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from givequest.application.deeds import past_day
from givequest.application.game.game import Game
from givequest.domain.change_labels import Act, name_record
from givequest.domain.kinds import QUIET, Kind
from givequest.domain.records import FIRST_YEAR, Record, RecordType
from givequest.named_tuple import NamedTuple

LEAST_DAYS, MOST_DAYS = 7, 28
"""Days before today that are shown: a week at the least, and as many as lie empty, up to four weeks."""

Tick = tuple[date, str]
"""A day, and the id of a kind."""


class EarlierDay(NamedTuple):
    """What is known of a day before today."""

    day: date
    kinds: frozenset[str] = frozenset()
    """The kinds of which there is a deed."""
    rest: bool = False
    slip: bool = False

    def can_have(self, kind: str) -> bool:
        """Return whether a deed of a kind can be ticked: there is none yet, and no post stands against the vow."""
        return kind not in self.kinds and not (kind == QUIET and self.slip)


class CatchUp(NamedTuple):
    """The days to catch up on, the latest first, and the kinds of deed."""

    days: tuple[EarlierDay, ...]
    kinds: tuple[Kind, ...]


def catch_up_of(game: Game) -> CatchUp:
    """Return the days before today with what is logged for them: a week, or all since the last one with a deed."""
    today = game.today().toordinal()
    last = max(today - MOST_DAYS, date(FIRST_YEAR, 1, 1).toordinal())
    ordinals = range(today - 1, last - 1, -1)
    days = [_known(day, game.years.records_on(day)) for day in map(date.fromordinal, ordinals)]
    empty = next((place for place, day in enumerate(days) if day.kinds), 0)
    return CatchUp(tuple(days[: max(empty, LEAST_DAYS)]), tuple(game.rules.kinds.values()))


def _known(day: date, records: list[Record]) -> EarlierDay:
    types = {record.type for record in records}
    kinds = frozenset(record.kind or "" for record in records if record.type is RecordType.DEED)
    return EarlierDay(day, kinds, RecordType.REST in types, RecordType.SLIP in types)


def log_ticked(game: Game, ticks: Collection[Tick]) -> int:
    """Save a plain deed of effort 1 for each tick, as one change that undo takes back; return how many.

    What has been logged meanwhile, here or elsewhere, isn't logged again. Raises UsageError for a day that has not come
    or lies before `FIRST_YEAR`, RecordError for what is no kind, and StorageError.
    """
    game.years.refresh()
    known = {day: _known(day, game.years.records_on(day)) for day in {day for day, _ in ticks}}
    deeds = [
        game.new_record(RecordType.DEED, past_day(game, day), kind=kind)
        for day, kind in sorted(ticks)
        if known[day].can_have(kind)
    ]
    if not deeds:
        return 0
    name = name_record(deeds[0], game.kinds, game.today()) if len(deeds) == 1 else f"{len(deeds)} deeds, caught up on"
    game.save(Act.ADD.label(name), puts=deeds)
    return len(deeds)
