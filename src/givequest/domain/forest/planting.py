"""Plantings: what the records of a year put into the ground, small enough to keep for every year."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from zlib import crc32

from givequest.domain.forest.places import SPOTS
from givequest.domain.forest.species import RELEASE
from givequest.domain.records import Record, RecordType
from givequest.named_tuple import NamedTuple


class Planting(NamedTuple):
    """One deed as the forest knows it."""

    day: int
    """An ordinal."""
    kind: str
    spot: int
    """Which of the places of its species; the deed's own, whatever else is planted."""
    effort: int = 1


class Origin(NamedTuple):
    """When a planting was logged, and its id: the first of all is the one that the land is named after."""

    at: datetime
    id: str

    def document(self) -> list[str]:
        """Return it as plain JSON values, to be read again by `read`."""
        return [self.at.isoformat(), self.id]

    @classmethod
    def read(cls, document: list[str] | None) -> Origin | None:
        """Return the origin of a document; ValueError or TypeError when it describes none."""
        if document is None:
            return None
        at, identity = document
        return cls(datetime.fromisoformat(at), str(identity))


def origin_of(records: Iterable[Record]) -> Origin | None:
    """Return which of some plantings was logged first, whatever day it is for; None where there is none."""
    plants = (record for record in records if record.type in (RecordType.DEED, RecordType.RELEASE))
    return min((Origin(datetime.fromisoformat(record.at), record.id) for record in plants), default=None)


def plantings_of(records: Iterable[Record]) -> list[Planting]:
    """Return what some records plant, the earliest day first."""
    found = []
    for record in records:
        if record.type is RecordType.DEED:
            kind, effort = record.kind or "", record.effort
        elif record.type is RecordType.RELEASE:
            kind, effort = RELEASE, 1
        else:
            continue
        spot = (crc32(record.id.encode()) * 0x9E3779B1 >> 8) % SPOTS
        found.append(Planting(record.day.toordinal(), kind, spot, effort))
    found.sort()
    return found


def pack(plantings: Iterable[Planting], first_day: int) -> dict[str, list[int]]:
    """Return the plantings of a year as plain numbers by kind; `first_day` is the ordinal of its first day."""
    packed: dict[str, list[int]] = {}
    for day, kind, spot, effort in plantings:
        packed.setdefault(kind, []).append(((day - first_day) << 18) | (spot << 2) | effort)
    return packed


def unpack(packed: dict[str, list[int]], first_day: int) -> list[Planting]:
    """Return the plantings that were packed; ValueError or TypeError when these were none."""
    found = []
    for kind, numbers in packed.items():
        for number in numbers:
            if not 0 <= number >> 18 <= 366 or not number & 3:
                raise ValueError("these are no plantings")
            found.append(Planting(first_day + (number >> 18), kind, number >> 2 & SPOTS - 1, number & 3))
    found.sort()
    return found
