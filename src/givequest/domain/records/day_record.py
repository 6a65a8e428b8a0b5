"""Records of a day: what was done, kept or written on it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from givequest.domain.records.head import (
    HEAD,
    NOTHING,
    SEQ,
    is_card,
    is_kind,
    read_at,
    read_day,
    read_id,
    unknown_fields,
)
from givequest.domain.text import checked_line, checked_text
from givequest.errors import RecordError
from givequest.named_tuple import NamedTuple


class RecordType(StrEnum):
    """What a record of a day is a record of."""

    DEED = "deed"
    SLIP = "slip"
    REST = "rest"
    ENTRY = "entry"
    RELEASE = "release"
    GIFT = "gift"
    REDRAW = "redraw"


FIELDS: Mapping[RecordType, tuple[str, ...]] = {
    RecordType.DEED: ("kind", "person", "other", "note", "effort", "card"),
    RecordType.SLIP: (),
    RecordType.REST: (),
    RecordType.ENTRY: ("text", "sort"),
    RecordType.RELEASE: (),
    RecordType.GIFT: ("text",),
    RecordType.REDRAW: ("kind", "card"),
}
"""The fields that each type of record has beyond `type`, `id`, `day` and `at`."""

if TYPE_CHECKING:  # for types alone: to make them takes a launch 2 ms
    from typing import TypedDict

    class DeedFields(TypedDict, total=False):
        """What a person says of a deed; what is not given is left as it is, of a new deed empty."""

        person: str | None
        """Whom it was for."""
        other: str | None
        """The second of two who were brought together."""
        note: str | None
        effort: int
        """1 to 3: a breath, a walk, a climb."""
        card: str | None
        """The id of the card that it was done for."""


_TYPES: Mapping[str, RecordType] = {type_.value: type_ for type_ in RecordType}
_KNOWN = {type_: frozenset((*HEAD, SEQ, *fields)) for type_, fields in FIELDS.items()}


class Record(NamedTuple):
    """One thing that happened on one day."""

    type: RecordType
    id: str
    day: date
    """The civil date it counts for, fixed when it was logged."""
    at: str
    """When it was logged: an ISO timestamp with its UTC offset."""
    kind: str | None = None
    person: str | None = None
    note: str | None = None
    effort: int = 1
    card: str | None = None
    text: str | None = None
    sort: str | None = None
    """What sort of entry it is; none: a plain one."""
    other: str | None = None
    """The second person of an introduction."""
    extra: Mapping[str, Any] = NOTHING
    """Fields that this version does not know: carried along, never read."""

    def edited(self, **changes: Any) -> Record:
        """Return this record with some fields changed and checked, the same record to the ledger."""
        document = document_of_day(self._replace(**changes))
        return read_record(document)


def document_of_day(record: Record) -> dict[str, Any]:
    """Return a record as plain JSON values, fields that hold nothing left out."""
    document: dict[str, Any] = {
        "type": record.type.value,
        "id": record.id,
        "day": record.day.isoformat(),
        "at": record.at,
    }
    for name in FIELDS[record.type]:
        value = getattr(record, name)
        if value is not None:
            document[name] = value
    if record.extra:
        document.update({name: value for name, value in record.extra.items() if name not in document})
    return document


def read_record(document: Mapping[str, Any]) -> Record:
    """Return the record that a mapping describes; `RecordError` says in words what is wrong with it.

    Only `type`, `day` and (of a deed or redraw) `kind` are required.
    """
    if not isinstance(document, (dict, Mapping)):
        raise RecordError("a record is a JSON object with at least a type and a day.")
    get = document.get
    type_ = _read_type(document)
    has = FIELDS[type_]
    day = read_day(get("day"))
    return Record(
        type=type_,
        kind=_read_kind(get("kind")) if "kind" in has else None,
        person=_read_line(get("person"), "person") if "person" in has else None,
        other=_read_line(get("other"), "other person") if "other" in has else None,
        note=_read_line(get("note"), "note") if "note" in has else None,
        effort=_read_effort(get("effort")) if "effort" in has else 1,
        card=_read_card(get("card")) if "card" in has else None,
        text=_read_text(get("text")) if "text" in has else None,
        sort=_read_sort(get("sort")) if "sort" in has else None,
        day=day,
        at=read_at(get("at"), day),
        id=read_id(document),
        extra=unknown_fields(document, _KNOWN[type_]),
    )


def _read_type(document: Mapping[str, Any]) -> RecordType:
    value = document.get("type")
    found = _TYPES.get(value) if isinstance(value, str) else None
    if found is None:
        known = ", ".join(_TYPES)
        raise RecordError(f"its type isn't one of {known}." if "type" in document else "it has no type.")
    return found


def _read_kind(value: Any) -> str:
    if isinstance(value, str) and is_kind(value):
        return value
    raise RecordError("its kind isn't a word of small letters, like help.")


def _read_line(value: Any, field: str) -> str | None:
    if value is None:
        return None
    if not isinstance(value, str):
        raise RecordError(f"its {field} isn't text.")
    return checked_line(value, field) or None


def _read_effort(value: Any) -> int:
    if value is None:
        return 1
    if type(value) is not int or not 1 <= value <= 3:
        raise RecordError("its effort isn't 1, 2 or 3.")
    return value


def _read_card(value: Any) -> str | None:
    if value is None or (isinstance(value, str) and is_card(value)):
        return value
    raise RecordError("its card isn't the id of a card, like help.five-minutes.")


def _read_text(value: Any) -> str:
    if not isinstance(value, str):
        raise RecordError("it has no text.")
    return checked_text(value, "text")


def _read_sort(value: Any) -> str | None:
    if value is None or (isinstance(value, str) and is_kind(value)):
        return value
    raise RecordError("its sort isn't a word of small letters, like letter.")
