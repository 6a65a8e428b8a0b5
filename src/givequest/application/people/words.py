"""The words that went out to each name: the deeds of a year by whom they name, a year at a time, the latest first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from givequest.application.game.fading import has_faded
from givequest.application.game.game import Game
from givequest.application.game.yearly import YearlyValues
from givequest.domain.records import Record, RecordType, order_of
from givequest.domain.text import name_key


class _DeedsByName(YearlyValues[dict[str, list[Record]]]):
    """The deeds of each year by the key of each name in them, newest first. Kept in memory alone."""

    def __init__(self, game: Game) -> None:
        super().__init__(game.years, game.cache, game.this_year)

    def made_by(self) -> Any:
        return None

    def work_out(self, year: int, before: dict[str, list[Record]] | None) -> dict[str, list[Record]]:
        found: dict[str, list[Record]] = {}
        records = self.years.records_of_types(year, (RecordType.DEED,), keep=year == self._this_year())
        for record in sorted(records, key=order_of, reverse=True):
            for key in {name_key(name) for name in (record.person, record.other) if name}:
                found.setdefault(key, []).append(record)
        return found


class WordsSent:
    """Deeds by whom they name. This year is read at once, older ones with `read_on`."""

    AT_ONCE = 1
    """Years that are read when they are first asked for: this one is in memory already."""

    def __init__(self, game: Game) -> None:
        self._game = game
        self._years = game.years
        self._deeds = _DeedsByName(game)
        self._read = self.AT_ONCE

    def to(self, keys: Sequence[str], most: int) -> list[Record]:
        """Return the deeds that name somebody by any of some keys (`text.name_key`), newest first, as far as read.

        None whose names have faded is among them.
        """
        found: list[Record] = []
        for year in self._years.known[::-1][: self._read]:
            by_name = self._deeds.of(year)
            of_year = {record.id: record for key in keys for record in by_name.get(key, ())}
            kept = (record for record in of_year.values() if not has_faded(self._game, record.day))
            found += sorted(kept, key=order_of, reverse=True)
            if len(found) >= most:
                break
        return found[:most]

    def read_on(self) -> bool:
        """Read one more year; False where all are read."""
        known = self._years.known[::-1]
        if self._read >= len(known):
            return False
        self._deeds.of(known[self._read])
        self._read += 1
        return True
