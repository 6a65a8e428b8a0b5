"""Plantings: what the records of a year put into the ground, small enough to keep for every year."""

from __future__ import annotations

from collections.abc import Iterable
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


def planting_of(record: Record) -> Planting | None:
    """Return what a record plants; None for what plants nothing."""
    if record.type is RecordType.DEED:
        kind, effort = record.kind or "", record.effort
    elif record.type is RecordType.RELEASE:
        kind, effort = RELEASE, 1
    else:
        return None
    spot = (crc32(record.id.encode()) * 0x9E3779B1 >> 8) % SPOTS
    return Planting(record.day.toordinal(), kind, spot, effort)


def plantings_of(records: Iterable[Record]) -> list[Planting]:
    """Return what some records plant, the earliest day first."""
    return sorted(planting for record in records if (planting := planting_of(record)) is not None)


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
