"""The grove: all that has been planted up to a day, place by place.

What stands at a place is the sum of its deeds, so that it does not matter in which order
they come in, nothing that is added takes anything away, and twenty years are as small
as one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from math import exp
from typing import Any

from givequest.domain.forest.first_plants import FirstPlanting, is_seat, seat_at, seats_of
from givequest.domain.forest.places import Place, numbers_for, places_by_number
from givequest.domain.forest.planting import Planting
from givequest.domain.forest.species import Species
from givequest.named_tuple import NamedTuple

AGES = ("seedling", "young", "grown", "old", "ancient")
_GROWN_BY = ((0, 0.3), (1, 0.35), (4, 0.44), (10, 0.54), (30, 0.68), (90, 0.8), (200, 0.9), (400, 1.0))
"""How much of its height a plant has at an age in days."""


class Plant(NamedTuple):
    """What stands at a place."""

    place: Place
    born: int
    """The ordinal of its first day."""
    deeds: int
    strength: int
    """The efforts of all its deeds together."""

    def height(self, day: int) -> float:
        """Return its height on a day, from above 0 to 1: by age, and by what was given to it.

        One of the first, which stands by itself, needs nothing but its years.
        """
        days = day - self.born
        cared = 1 - exp(-(self.strength - 1) / 7)
        if self.is_first:
            cared = max(cared, min(max(days, 0) / _GROWN_BY[-1][0], 1))
        return grown(days) * (0.6 + 0.4 * cared)

    @property
    def is_first(self) -> bool:
        """Whether it is one of the first plants, by the bench."""
        return is_seat(self.place.number)

    def age(self, day: int) -> str:
        """Return the word for its age on a day."""
        height = self.height(day)
        steps = (0.22, 0.4, 0.64, 0.93)
        return AGES[sum(height >= step for step in steps)]


def grown(days: int) -> float:
    """Return the share of its height that a plant has after some days; never less on a later day."""
    before = _GROWN_BY[0]
    for knot in _GROWN_BY[1:]:
        if days < knot[0]:
            share = (days - before[0]) / (knot[0] - before[0])
            return before[1] + (knot[1] - before[1]) * max(share, 0)
        before = knot
    return before[1]


class Grove:
    """Plants by their places, and how many deeds of each kind there were."""

    def __init__(self, seed: str, species: Mapping[str, Species], firsts: Sequence[FirstPlanting] = ()) -> None:
        """`firsts` are the plantings that were logged first of all, in that order, planted yet or not."""
        self.seed = seed
        self.species = species
        """What each kind grows into, by its id; other kinds plant nothing."""
        self.counts: dict[str, int] = dict.fromkeys(species, 0)
        """Deeds by kind."""
        self.newest: int | None = None
        """The number of the place that glows, because what was logged last grows there. In no document."""
        self._firsts = firsts
        self._seats = seats_of(firsts, species)
        self._of_kind = {kind: numbers_for(plant.id, seed) for kind, plant in species.items()}
        self._days_before, self._days = 0, set[int]()
        self._plants: dict[int, tuple[int, int, int]] = {}

    def copy(self) -> Grove:
        """Return a grove that can be planted on without changing this one."""
        other = Grove(self.seed, self.species, self._firsts)
        other.counts = dict(self.counts)
        other._plants = dict(self._plants)
        other._days_before, other._days = self._days_before, set(self._days)
        return other

    def plant(self, plantings: Iterable[Planting]) -> None:
        """Put plantings into the ground, in any order."""
        days = self._days
        plants, counts, of_kind, seats = self._plants, self.counts, self._of_kind, self._seats
        for planting in plantings:
            day, kind, spot, effort = planting
            numbers = of_kind.get(kind)
            if numbers is None:
                continue
            counts[kind] += 1
            days.add(day)
            number = seats.get(planting) or numbers[spot >> 6]
            before = plants.get(number)
            if before is None:
                plants[number] = (day, 1, effort)
            else:
                born, deeds, strength = before
                plants[number] = (born if born < day else day, deeds + 1, strength + effort)

    def number_of(self, planting: Planting) -> int | None:
        """Return the number of the place where something is planted; None for what plants nothing."""
        numbers = self._of_kind.get(planting.kind)
        return None if numbers is None else self._seats.get(planting) or numbers[planting.spot >> 6]

    def document(self) -> dict[str, Any]:
        """Return the grove as plain JSON values, to be read again by `read`.

        It's to be planted on with later days alone: of days, only their number is written.
        """
        plants = [[number, *plant] for number, plant in sorted(self._plants.items())]
        return {"counts": self.counts, "days": self.days, "plants": plants}

    @classmethod
    def read(
        cls,
        document: Mapping[str, Any],
        seed: str,
        species: Mapping[str, Species],
        firsts: Sequence[FirstPlanting] = (),
    ) -> Grove:
        """Return the grove of a document; ValueError, KeyError or TypeError when it describes none."""
        grove, places = cls(seed, species, firsts), places_by_number(seed)
        grove.counts |= {kind: int(document["counts"][kind]) for kind in species}
        grove._days_before = int(document["days"])
        for number, born, deeds, strength in document["plants"]:
            if not ((number in places or is_seat(number)) and born > 0 and 0 < deeds <= strength):
                raise ValueError("this is no plant")
            grove._plants[number] = (born, deeds, strength)
        return grove

    @property
    def days(self) -> int:
        """How many days have a planting."""
        return self._days_before + len(self._days)

    @property
    def deeds(self) -> int:
        """How many deeds it has grown from."""
        return sum(self.counts.values())

    def deeds_of(self, species: Species) -> int:
        """Return how many deeds there were of the kinds that grow into a species."""
        return sum(count for kind, count in self.counts.items() if self.species[kind] == species)

    def plants(self) -> list[Plant]:
        """Return everything that stands, the farthest first."""
        places, seed = places_by_number(self.seed), self.seed
        found = [Plant(places.get(number) or seat_at(number, seed), *grown) for number, grown in self._plants.items()]
        found.sort(key=lambda plant: (plant.place.depth, plant.place.number))
        return found
