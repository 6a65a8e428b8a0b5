"""Visitors: who comes to the forest for one day and is counted nowhere. An entry brings fireflies, a gift a bird."""

from __future__ import annotations

from collections.abc import Iterable

from givequest.domain.records import Record, RecordType
from givequest.named_tuple import NamedTuple


class Guests(NamedTuple):
    """Who is there on a day, whatever else has been given."""

    fireflies: bool = False
    bird: bool = False


NOBODY = Guests()


def guests_of(records: Iterable[Record]) -> Guests:
    """Return who comes for the records of one day."""
    types = {record.type for record in records}
    return Guests(RecordType.ENTRY in types, RecordType.GIFT in types)
