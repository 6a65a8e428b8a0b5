"""Records of spots: something that was noticed about a person, and could become a good deed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from givequest.domain.records.field_values import (
    document_of,
    read_field,
    read_name,
    read_optional_day,
    read_optional_name,
)
from givequest.domain.records.head import HEAD, NOTHING, SEQ, read_at, read_day, read_id, unknown_fields
from givequest.domain.records.own_fields import SPOT_FIELDS
from givequest.errors import RecordError
from givequest.named_tuple import NamedTuple

TYPE = "spot"
SORTS = ("win", "need", "seeker", "hello", "meet")
MEET = "meet"
LONGEST_TEXT = 160
_IDENTITY = re.compile(r"[a-z0-9]{1,32}")
_KNOWN = frozenset((*HEAD, SEQ, *SPOT_FIELDS))


class SpotRecord(NamedTuple):
    """Something noticed: a win, a need, somebody who looks for work, a hello, two who should meet."""

    id: str
    """Small letters and digits: it is a part of the cards that are written from it."""
    day: date
    at: str
    sort: str
    """One of `SORTS`."""
    person: str
    other: str | None = None
    """The second of two who should meet."""
    text: str | None = None
    until: date | None = None
    """The day until which it rests."""
    closed: date | None = None
    """The day on which it was let be; why is stored nowhere."""
    extra: Mapping[str, Any] = NOTHING
    """Fields that this version does not know: carried along, never read."""

    @property
    def type(self) -> str:
        """The type that it is stored under."""
        return TYPE

    def to_document(self) -> dict[str, Any]:
        """Return it as plain JSON values."""
        return document_of(self, SPOT_FIELDS)

    def edited(self, **changes: Any) -> SpotRecord:
        """Return it with some fields changed and checked, the same record to the ledger. Raises `RecordError`."""
        return read_spot(self._replace(**changes).to_document())


def read_spot(document: Mapping[str, Any]) -> SpotRecord:
    """Return the spot that a mapping describes; `RecordError` says in words what is wrong with it."""
    get = document.get
    day, sort = read_day(get("day")), get("sort")
    identity = read_id(document)
    if not _IDENTITY.fullmatch(identity):
        raise RecordError("its id isn't 1 to 32 small letters and digits.")
    if not (isinstance(sort, str) and sort in SORTS):
        raise RecordError(f"its sort isn't one of {', '.join(SORTS)}.")
    text, other = read_field(get("text"), "text", LONGEST_TEXT), read_optional_name(get("other"), "other person")
    if text is None and sort != MEET:
        raise RecordError("it has no text.")
    if (other is None) == (sort == MEET):
        raise RecordError("two people are named where they should meet, and nowhere else.")
    return SpotRecord(
        id=identity,
        day=day,
        at=read_at(get("at"), day),
        sort=sort,
        person=read_name(get("person"), "person"),
        other=other,
        text=text,
        until=read_optional_day(get("until"), "until"),
        closed=read_optional_day(get("closed"), "closed"),
        extra=unknown_fields(document, _KNOWN),
    )
