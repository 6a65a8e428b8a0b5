"""Forest news: what is new in a forest on a morning, and the deed that it began with."""

from __future__ import annotations

from collections.abc import Iterable

from givequest.domain.forest.grove import AGES, Grove, Plant
from givequest.domain.forest.landmarks import Landmark, landmarks_of
from givequest.domain.forest.planting import plantings_of
from givequest.domain.forest.visitors import NOBODY, Guests
from givequest.domain.kinds import QUIET
from givequest.domain.records import Record, order_of
from givequest.named_tuple import NamedTuple

POND_FROM = 5
"""Quiet days that fill a pond."""
WOODS_FROM = (150, 1500)
"""Deeds from which woods climb the near hill, and cover the hills behind."""


_TREE = 0.7
"""The height from which a species is a tree, in parts of the tallest."""


class ForestNews(NamedTuple):
    """What is new on a morning; nothing on most."""

    plant: Plant | None = None
    """What came of an age overnight."""
    age: str = ""
    """The word for that age, one of `AGES`."""
    deed: Record | None = None
    """What the plant began with; None where it is not known."""
    has_pond: bool = False
    """Whether yesterday's quiet filled a pond."""
    woods: int = 0
    """How many hills the woods reached with yesterday's deeds."""
    landmark: Landmark | None = None
    """What yesterday's giving brought."""
    guests: Guests = NOBODY
    """Who was there last night."""


def grown_overnight(grove: Grove, day: int) -> tuple[Plant, str] | None:
    """Return the plant that came of an age on a day (an ordinal), and the age: the oldest, then the nearest of them.

    That a seedling is young is no news, nor is a flower bed: there is one on most days. Trees are.
    """
    grown = [(plant, plant.age(day)) for plant in grove.plants() if plant.age(day) != plant.age(day - 1)]
    grown = [(plant, age) for plant, age in grown if age not in AGES[:2] and plant.place.species.height >= _TREE]
    return max(grown, key=lambda found: (AGES.index(found[1]), found[0].place.depth), default=None)


def first_deed_of(plant: Plant, grove: Grove, records: Iterable[Record]) -> Record | None:
    """Return which of the records of its first day a plant began with; None where none of them was planted there."""
    planted = [
        record
        for record in sorted(records, key=order_of)
        for planting in plantings_of([record])
        if planting.day == plant.born and grove.number_of(planting) == plant.place.number
    ]
    return planted[0] if planted else None


def landscape_news(before: Grove, after: Grove) -> ForestNews:
    """Return what one day did to the land: the pond, the woods, what stands on the hills."""
    has_pond = before.counts.get(QUIET, 0) < POND_FROM <= after.counts.get(QUIET, 0)
    woods = sum(before.deeds < number <= after.deeds for number in WOODS_FROM) and sum(
        after.deeds >= number for number in WOODS_FROM
    )
    old, new = landmarks_of(before.days), landmarks_of(after.days)
    return ForestNews(has_pond=has_pond, woods=woods, landmark=new[-1] if len(new) > len(old) else None)
