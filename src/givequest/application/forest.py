"""The forest: the grove of any day, with past years in the cache."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from givequest.application.game.fading import shown_record
from givequest.application.game.game import Game
from givequest.application.game.yearly import YearlyFold, YearlyValues
from givequest.domain.forest.first_plants import FIRST, FirstPlanting, first_plantings
from givequest.domain.forest.grove import Grove
from givequest.domain.forest.moment import MORNING, Moment
from givequest.domain.forest.news import ForestNews, first_deed_of, grown_overnight, landscape_news
from givequest.domain.forest.planting import Planting, pack, planting_of, plantings_of, unpack
from givequest.domain.forest.species import Species, species_by_kind
from givequest.domain.forest.visitors import NOBODY, Guests, guests_of
from givequest.named_tuple import NamedTuple

VERSION = 7
"""Raise this when the same records would be planted differently."""
LIGHT_STEP = 10
"""The light of today changes every so many minutes."""


class _YearPlantings(NamedTuple):
    """What one year plants."""

    plantings: list[Planting]
    """In the order of their days."""
    firsts: list[FirstPlanting]
    """Those that were logged first, ten at the most."""


class _Plantings(YearlyValues[_YearPlantings]):
    """The plantings of each year, and which were logged first."""

    name = "plantings"

    def __init__(self, game: Game) -> None:
        super().__init__(game.years, game.cache, game.this_year)

    def made_by(self) -> Any:
        return VERSION

    def work_out(self, year: int, before: _YearPlantings | None) -> _YearPlantings:
        records = self.years.records(year, keep=year >= self._this_year()).values()
        return _YearPlantings(plantings_of(records), first_plantings(records))

    def write(self, value: _YearPlantings, year: int) -> Mapping[str, Any]:
        packed = pack(value.plantings, date(year, 1, 1).toordinal())
        return {"firsts": [first.document() for first in value.firsts], "plantings": packed}

    def read(self, document: Mapping[str, Any], year: int) -> _YearPlantings:
        plantings = unpack(document["plantings"], date(year, 1, 1).toordinal())
        return _YearPlantings(plantings, [FirstPlanting.read(first) for first in document["firsts"]])

    def firsts(self) -> list[FirstPlanting]:
        """Return what was logged first of all, ten at the most; a later one for an earlier day changes nothing."""
        found: list[FirstPlanting] = []
        for year in self.years.known:
            if len(found) == FIRST and found[-1].at.year < year:
                break
            found = sorted([*found, *self.of(year).firsts])[:FIRST]
        return found

    def seed(self) -> str:
        """Return the id of the deed that was logged first of all, which the land is named after."""
        firsts = self.firsts()
        return firsts[0].id if firsts else ""


class _Groves(YearlyFold[Grove]):
    """The groves at the ends of years."""

    name = "forest"

    def __init__(self, game: Game, plantings: _Plantings) -> None:
        super().__init__(game.years, game.cache, game.this_year)
        self._game = game
        self._plantings = plantings

    @property
    def _species(self) -> Mapping[str, Species]:
        return species_by_kind(self._game.kinds.values())

    def made_by(self) -> Any:
        species = [[kind, plant.id] for kind, plant in self._species.items()]
        return [VERSION, species, [first.document() for first in self._plantings.firsts()]]

    def start(self) -> Grove:
        return Grove(self._plantings.seed(), self._species, self._plantings.firsts())

    def carry_on(self, state: Grove, year: int) -> Grove:
        grove = state.copy()
        grove.plant(self._plantings.of(year).plantings)
        return grove

    def write(self, value: Grove, year: int) -> Mapping[str, Any]:
        return value.document()

    def read(self, document: Mapping[str, Any], year: int) -> Grove:
        return Grove.read(document, self._plantings.seed(), self._species, self._plantings.firsts())


class Forest:
    """The groves of one home.

    The landscape is seeded with the id of the record that was logged first, whatever its day, so the same records
    grow the same forest on any machine.
    """

    def __init__(self, game: Game) -> None:
        self._game = game
        self._plantings = _Plantings(game)
        self._groves = _Groves(game, self._plantings)

    def moment(self, day: date) -> Moment:
        """Return the moment to draw a day at: now for today, `MORNING` for any other day."""
        hemisphere = self._game.settings.hemisphere
        if day != self._game.today():
            return Moment(day, MORNING, hemisphere)
        now = self._game.now()
        return Moment(day, (now.hour * 60 + now.minute) // LIGHT_STEP * LIGHT_STEP, hemisphere)

    def grove_on(self, day: date) -> Grove:
        """Return the grove at the end of a day, on which the newest plant glows if it's today."""
        grove = self._grove_on(day)
        if day == self._game.today() and (newest := self._newest(day)) is not None:
            grove = grove.copy()
            grove.newest = grove.number_of(newest)
        return grove

    def _newest(self, today: date) -> Planting | None:
        """Return what was logged last for the latest day of this year that anything was planted on."""
        plantings = self._plantings.of(today.year).plantings
        latest = next((planting.day for planting in reversed(plantings) if planting.day <= today.toordinal()), None)
        if latest is None:
            return None
        found = map(planting_of, self._game.years.records_on(date.fromordinal(latest)))
        return [planting for planting in found if planting is not None][-1]

    def _grove_on(self, day: date) -> Grove:
        last = day.toordinal()
        plantings = self._plantings.of(day.year).plantings
        if not plantings or plantings[-1].day <= last:
            return self._groves.closing(day.year)
        grove = self._groves.closing(day.year - 1).copy()
        grove.plant(planting for planting in plantings if planting.day <= last)
        return grove

    def guests(self, day: date) -> Guests:
        """Return today's visitors, which depend on what was written today; none for any other day."""
        return guests_of(self._game.years.records_on(day)) if day == self._game.today() else NOBODY

    def news(self, day: date) -> ForestNews:
        """Return what is new in the forest on the morning of a day."""
        yesterday = day - timedelta(days=1)
        grove = self.grove_on(yesterday)
        news = landscape_news(self.grove_on(yesterday - timedelta(days=1)), grove)
        news = news._replace(guests=guests_of(self._game.years.records_on(yesterday)))
        grown = grown_overnight(grove, day.toordinal())
        if grown is None:
            return news
        born = date.fromordinal(grown[0].born)
        records = self._game.years.records(born.year, keep=born.year == self._game.this_year()).values()
        deed = first_deed_of(grown[0], grove, (record for record in records if record.day == born))
        return news._replace(plant=grown[0], age=grown[1], deed=deed and shown_record(self._game, deed))

    def origins(self) -> dict[str, str]:
        """Return what to say of where the plants of each kind come from, by kind."""
        return {kind.id: kind.origin for kind in self._game.kinds.values()}

    def first_day(self) -> date | None:
        """Return the day of the first planting; None while there is none."""
        for year in self._game.years.known:
            if plantings := self._plantings.of(year).plantings:
                return date.fromordinal(plantings[0].day)
        return None

    def walk(self, steps: int) -> list[date]:
        """Return at most `steps` evenly spaced days from the first planting to today, both included."""
        first, today = self.first_day(), self._game.today()
        if first is None or first >= today:
            return [today]
        span = (today - first).days
        count = max(min(steps, span + 1), 2)
        return [first + timedelta(days=round(span * step / (count - 1))) for step in range(count)]
