"""The forest of a home: its grove on any day, with what past years planted kept in the cache."""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from givequest.application.game import Game
from givequest.application.yearly import PastYears
from givequest.domain.forest.grove import Grove
from givequest.domain.forest.moment import MORNING, Moment
from givequest.domain.forest.planting import Origin, Planting, origin_of, pack, plantings_of, unpack
from givequest.domain.forest.species import species_by_kind
from givequest.domain.forest.visitors import NOBODY, Guests, guests_of

VERSION = 2
"""To be raised when the same records come to be planted otherwise."""
LIGHT_STEP = 10
"""Minutes after which the light of the present day changes."""


class Forest:
    """The groves of one home. What it has worked out once it keeps while it is true.

    The land is that of the deed which was logged first, whatever day it was for. So the forest is
    made of the records alone, and grows on any machine that reads them as it grew on this one.
    """

    def __init__(self, game: Game, cache_folder: str | None = None) -> None:
        self._game = game
        self._species = species_by_kind(game.kinds.values())
        folder = os.path.join(cache_folder, "forest") if cache_folder else None
        self._past = PastYears(folder, [VERSION, [[kind, species.id] for kind, species in self._species.items()]])
        self._marks: Mapping[int, Any] = {}
        self._seed = ""
        self._plantings: dict[int, list[Planting]] = {}
        self._origins: dict[int, Origin | None] = {}
        self._closed: dict[int, Grove] = {}  # the groves at the ends of years

    def refresh(self) -> None:
        """Forget what is no longer so: of a year that was changed, and all that grew after it."""
        marks = dict(self._game.store.signature())
        changed = [year for year in marks.keys() | self._marks.keys() if marks.get(year) != self._marks.get(year)]
        self._marks = marks
        for year in changed:
            self._plantings.pop(year, None)
            self._origins.pop(year, None)
        if changed:
            first, seed = min(changed), self._first_planted()
            self._closed = {year: grove for year, grove in self._closed.items() if year < first and seed == self._seed}
            self._seed = seed

    def _first_planted(self) -> str:
        """Return the id of the deed that was logged first; a later one for an earlier day changes nothing."""
        found: Origin | None = None
        for year in sorted(self._marks):
            if found is not None and found.at.year < year:
                break
            origins = [found, self._origin_in(year)]
            found = min((origin for origin in origins if origin is not None), default=None)
        return found.id if found else ""

    def moment(self, day: date) -> Moment:
        """Return when a day is looked at: today in the light of this hour, any other day in that of the morning."""
        hemisphere = self._game.settings.hemisphere
        if day != self._game.today():
            return Moment(day, MORNING, hemisphere)
        now = self._game.now()
        return Moment(day, (now.hour * 60 + now.minute) // LIGHT_STEP * LIGHT_STEP, hemisphere)

    def grove_on(self, day: date) -> Grove:
        """Return the grove at the end of a day."""
        last = day.toordinal()
        plantings = self._of_year(day.year)
        if not plantings or plantings[-1].day <= last:
            return self._closing(day.year)
        grove = self._closing(day.year - 1).copy()
        grove.plant(planting for planting in plantings if planting.day <= last)
        return grove

    def guests(self, day: date) -> Guests:
        """Return who comes by today, for what was written or came back unasked; on no other day is anybody there."""
        return guests_of(self._game.histories.records_on(day)) if day == self._game.today() else NOBODY

    def origins(self) -> dict[str, str]:
        """Return where the plants of each kind come from, in words, by its id."""
        return {kind.id: kind.origin for kind in self._game.kinds.values()}

    def first_day(self) -> date | None:
        """Return the day of the first planting; None while there is none."""
        for year in sorted(self._marks):
            if plantings := self._of_year(year):
                return date.fromordinal(plantings[0].day)
        return None

    def walk(self, steps: int) -> list[date]:
        """Return at most so many days from the first planting to today, evenly spread, the last one today."""
        first, today = self.first_day(), self._game.today()
        if first is None or first >= today:
            return [today]
        span = (today - first).days
        count = max(min(steps, span + 1), 2)
        return [first + timedelta(days=round(span * step / (count - 1))) for step in range(count)]

    def _closing(self, year: int) -> Grove:
        """Return the grove at the end of a year."""
        years = [known for known in self._marks if known <= year]
        if not years:
            return Grove(self._seed, self._species)
        year = max(years)
        grove = self._closed.get(year)
        if grove is None:
            is_past = year < self._game.today().year
            grove = self._load_grove(year) if is_past else None
            if grove is None:
                grove = self._closing(year - 1).copy()
                grove.plant(self._of_year(year))
                if is_past:
                    self._save(year, grove)
            self._closed[year] = grove
        return grove

    def _of_year(self, year: int) -> list[Planting]:
        if year not in self._marks:
            return []
        plantings = self._plantings.get(year)
        if plantings is None:
            is_past = year < self._game.today().year
            plantings = self._load_plantings(year) if is_past else None
            if plantings is None:
                records = list(self._game.histories.records(year, keep=not is_past))
                plantings, self._origins[year] = plantings_of(records), origin_of(records)
            self._plantings[year] = plantings
        return plantings

    def _origin_in(self, year: int) -> Origin | None:
        """Return which planting of a year was logged first."""
        if year not in self._origins:
            is_past = year < self._game.today().year
            kept = self._past.load(year, self._marks) if is_past else None
            try:
                self._origins[year] = Origin.read((kept or {})["origin"])
            except (ValueError, KeyError, TypeError):
                self._origins[year] = origin_of(self._game.histories.records(year, keep=not is_past))
        return self._origins[year]

    def _load_grove(self, year: int) -> Grove | None:
        kept = self._past.load(year, self._marks)
        try:
            is_of_this_land = kept is not None and kept["seed"] == self._seed
            return Grove.read(kept["grove"], self._seed, self._species) if kept and is_of_this_land else None
        except (ValueError, KeyError, TypeError, AttributeError):
            return None

    def _load_plantings(self, year: int) -> list[Planting] | None:
        kept = self._past.load(year, self._marks)
        try:
            return unpack(kept["plantings"], date(year, 1, 1).toordinal()) if kept else None
        except (ValueError, KeyError, TypeError, AttributeError):
            return None

    def _save(self, year: int, grove: Grove) -> None:
        if not self._game.histories.broken:
            origin = self._origin_in(year)
            kept = {
                "seed": self._seed,
                "origin": origin and origin.document(),
                "grove": grove.document(),
                "plantings": pack(self._of_year(year), date(year, 1, 1).toordinal()),
            }
            self._past.save(year, self._marks, kept)
