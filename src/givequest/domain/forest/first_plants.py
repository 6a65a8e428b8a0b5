"""The first plants: the ten that were logged first stand by the bench, each by itself, where they can be loved.

Which they are, and in whose order they choose their seats, goes by when they were logged and never by their day. So
nothing that's logged later moves one of them, and undoing the last deed takes its own plant and no other.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from functools import lru_cache
from heapq import nsmallest

from givequest.domain.forest.places import Place, path_at, unit
from givequest.domain.forest.planting import Planting, planting_of
from givequest.domain.forest.species import ALL, Species
from givequest.domain.records import Record
from givequest.named_tuple import NamedTuple

FIRST = 10
"""How many of them there are."""
FIRST_NUMBER = 10_000
"""From here on numbers of places are those of seats."""
BENCH_DEPTH = 0.8
_SEATS = (
    (0.155, 0.74, 0.88), (0.205, 0.63, 0.95), (0.255, 0.76, 0.85), (0.305, 0.66, 0.92), (0.355, 0.78, 0.87),
    (0.405, 0.62, 0.95), (0.455, 0.72, 0.86),
    (-0.075, 0.66, 0.93), (-0.125, 0.77, 0.86), (-0.175, 0.62, 0.95), (-0.225, 0.74, 0.88), (-0.275, 0.66, 0.92),
)  # fmt: skip
"""How far from the path, on the bench's side or (below 0) on the other one; how near trees stand, and what is low."""
_NEARER = 2.0
"""How much more a seat is liked that is nearer to the path and the bench."""
_ELBOW_ROOM, _CROWDED = 0.13, 1.5
"""How far from each other two crowns have room, in parts of the picture, and how little a crowd is liked."""
_TREE = 0.7
"""The height from which a species is a tree, in parts of the tallest."""


class FirstPlanting(NamedTuple):
    """A planting with when it was logged, and the id of its record: the first of all names the land."""

    at: datetime
    id: str
    planting: Planting

    def document(self) -> list[object]:
        """Return it as plain JSON values, to be read again by `read`."""
        return [self.at.isoformat(), self.id, *self.planting]

    @classmethod
    def read(cls, document: Sequence[object]) -> FirstPlanting:
        """Return the planting of a document; ValueError or TypeError when it describes none."""
        at, identity, day, kind, spot, effort = document
        planting = Planting(int(str(day)), str(kind), int(str(spot)), int(str(effort)))
        return cls(datetime.fromisoformat(str(at)), str(identity), planting)


def first_plantings(records: Iterable[Record]) -> list[FirstPlanting]:
    """Return the ten plantings of some records that were logged first, whatever day they are for."""
    found = ((record, planting_of(record)) for record in records)
    firsts = (
        FirstPlanting(datetime.fromisoformat(record.at), record.id, planting)
        for record, planting in found
        if planting is not None
    )
    return nsmallest(FIRST, firsts)


def seats_of(firsts: Sequence[FirstPlanting], species: Mapping[str, Species]) -> dict[Planting, int]:
    """Return the numbers of the places of the first plantings: each chooses a free seat, the first logged first.

    The liking for a seat is a planting's own, so that one that's taken away moves only whom it was in the way of. A
    kind without a species keeps its seat free.
    """
    free, seats = set(range(len(_SEATS))), {}
    for first in firsts[:FIRST]:
        taken = [_SEATS[seat][0] for seat in range(len(_SEATS)) if seat not in free]
        seat = min(free, key=lambda seat: _dislike(first.id, seat, taken))
        free.remove(seat)
        if (plant := species.get(first.planting.kind)) is not None:
            seats[first.planting] = FIRST_NUMBER + seat * len(ALL) + ALL.index(plant)
    return seats


def _dislike(identity: str, seat: int, taken: Sequence[float]) -> float:
    """Return how little a planting likes a seat, beside those that are taken: room first, and the bench."""
    away = _SEATS[seat][0]
    crowd = sum(max(1 - abs(away - other) / _ELBOW_ROOM, 0) for other in taken)
    return unit(f"{identity}/seat/{seat}") + _NEARER * abs(away) + _CROWDED * crowd


def is_seat(number: int) -> bool:
    """Return whether a number is that of a first plant's place."""
    return FIRST_NUMBER <= number < FIRST_NUMBER + len(_SEATS) * len(ALL)


def bench_side(seed: str) -> int:
    """Return on which side of the path the bench is: 1 right, -1 left, where there is more room."""
    return 1 if path_at(BENCH_DEPTH, seed) < 0.5 else -1


@lru_cache(maxsize=256)
def seat_at(number: int, seed: str) -> Place:
    """Return the place of a first plant. ValueError when the number is that of none."""
    if not is_seat(number):
        raise ValueError("there's no such seat")
    seat, index = divmod(number - FIRST_NUMBER, len(ALL))
    species = ALL[index]
    away, far, near = _SEATS[seat]
    depth = far if species.height >= _TREE else near
    depth += 0.03 * (unit(f"{seed}/seat/{seat}") - 0.5)
    x = path_at(depth, seed) + bench_side(seed) * away
    return Place(number, species, max(0.02, min(x, 0.98)), depth)
