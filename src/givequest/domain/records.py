"""Records: the only thing that is ever stored, and from which everything shown is derived.

Nothing in a record can say what another human did: there are fields for what was
given, and none for what came of it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum
from functools import lru_cache
from typing import Any, NamedTuple

from givequest.domain.text import checked_line, checked_text
from givequest.errors import RecordError

NOTHING: Mapping[str, Any] = {}
FIRST_YEAR = 1970
"""No day lies before this year: every day since the first record is folded once."""
_KIND = re.compile(r"[a-z][a-z0-9-]{0,31}")
_IDENTITY = re.compile(r"[A-Za-z0-9_.:-]{1,80}")


class RecordType(StrEnum):
    """What a record is a record of."""

    DEED = "deed"
    SLIP = "slip"
    REST = "rest"
    ENTRY = "entry"
    RELEASE = "release"
    GIFT = "gift"
    REDRAW = "redraw"


FIELDS: Mapping[RecordType, tuple[str, ...]] = {
    RecordType.DEED: ("kind", "person", "note", "effort", "card"),
    RecordType.SLIP: (),
    RecordType.REST: (),
    RecordType.ENTRY: ("text", "sort"),
    RecordType.RELEASE: (),
    RecordType.GIFT: ("text",),
    RecordType.REDRAW: ("kind",),
}
"""The fields that each type of record has beyond `type`, `id`, `day` and `at`."""

_TYPES: Mapping[str, RecordType] = {type_.value: type_ for type_ in RecordType}
_KNOWN = {type_: frozenset(("type", "id", "day", "at", *fields)) for type_, fields in FIELDS.items()}


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
    extra: Mapping[str, Any] = NOTHING
    """Fields that this version does not know: carried along, never read."""

    def edited(self, **changes: Any) -> Record:
        """Return this record with some fields changed and checked, the same record to the ledger."""
        document = to_document(self._replace(**changes))
        return read_record(document)


def to_document(record: Record) -> dict[str, Any]:
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
        note=_read_line(get("note"), "note") if "note" in has else None,
        effort=_read_effort(get("effort")) if "effort" in has else 1,
        card=_read_card(get("card")) if "card" in has else None,
        text=_read_text(get("text")) if "text" in has else None,
        sort=_read_sort(get("sort")) if "sort" in has else None,
        day=day,
        at=_read_at(get("at"), day),
        id=_read_id(document),
        extra=NOTHING if document.keys() <= _KNOWN[type_] else _unknown(document, _KNOWN[type_]),
    )


def _read_type(document: Mapping[str, Any]) -> RecordType:
    value = document.get("type")
    found = _TYPES.get(value) if isinstance(value, str) else None
    if found is None:
        known = ", ".join(_TYPES)
        raise RecordError(f"its type is not one of {known}." if "type" in document else "it has no type.")
    return found


def _read_kind(value: Any) -> str:
    if isinstance(value, str) and _is_kind(value):
        return value
    raise RecordError("its kind is not a word of small letters, like help.")


def _read_line(value: Any, field: str) -> str | None:
    if value is None:
        return None
    if not isinstance(value, str):
        raise RecordError(f"its {field} is not text.")
    return checked_line(value, field) or None


def _read_effort(value: Any) -> int:
    if value is None:
        return 1
    if type(value) is not int or not 1 <= value <= 3:
        raise RecordError("its effort is not 1, 2 or 3.")
    return value


def _read_card(value: Any) -> str | None:
    if value is None or (isinstance(value, str) and _is_card(value)):
        return value
    raise RecordError("its card is not the id of a card, like help.five-minutes.")


def _read_text(value: Any) -> str:
    if not isinstance(value, str):
        raise RecordError("it has no text.")
    return checked_text(value, "text")


def _read_sort(value: Any) -> str | None:
    if value is None or (isinstance(value, str) and _is_kind(value)):
        return value
    raise RecordError("its sort is not a word of small letters, like letter.")


def _read_id(document: Mapping[str, Any]) -> str:
    identity = document.get("id")
    if identity is None:
        return derive_id(document)
    if isinstance(identity, str) and _IDENTITY.fullmatch(identity):
        return identity
    raise RecordError("its id is not 1 to 80 letters, digits or any of _ . : -")


def _unknown(document: Mapping[str, Any], known: frozenset[str]) -> Mapping[str, Any]:
    return {name: value for name, value in document.items() if name not in known}


# A year has few different days, kinds and cards: what was found good once is good.
@lru_cache(maxsize=64)
def _is_kind(text: str) -> bool:
    return _KIND.fullmatch(text) is not None


@lru_cache(maxsize=1024)
def _is_card(text: str) -> bool:
    return _IDENTITY.fullmatch(text) is not None


@lru_cache(maxsize=1024)
def _parse_iso_day(text: str) -> date | None:
    if len(text) != 10 or text[4] != "-" or text[7] != "-":  # a week date is ISO as well, but not written here
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def read_day(value: Any) -> date:
    """Return the date of an ISO day; `RecordError` when it is not one."""
    day = _parse_iso_day(value) if isinstance(value, str) else None
    if day is None:
        raise RecordError("its day is not a date written YYYY-MM-DD." if value else "it has no day.")
    if day.year < FIRST_YEAR:
        raise RecordError(f"its day is before {FIRST_YEAR}.")
    return day


def _read_at(value: Any, day: date) -> str:
    if value is None:
        noon = datetime(day.year, day.month, day.day, 12)
        try:
            return noon.astimezone().isoformat()
        except (OverflowError, OSError, ValueError):  # a year that the C library does not know
            return noon.isoformat() + "+00:00"
    try:
        moment = datetime.fromisoformat(value)
        if not (value.isascii() and value.isprintable()):  # Python takes any character between date and time
            raise ValueError
    except (TypeError, ValueError):
        raise RecordError("its at is not an ISO timestamp, like 2026-11-01T08:03:11+01:00.") from None
    if moment.tzinfo is None:
        raise RecordError("its at has no UTC offset, like +01:00 at the end.")
    return str(value)


def derive_id(document: Mapping[str, Any], occurrence: int = 0) -> str:
    """Return the id of a record that came without one: the same content, the same id.

    `occurrence` tells equal records of one file apart, so that none swallows another.
    """
    parts = [f"{name}={document[name]!r}" for name in sorted(document) if name != "id"]
    import hashlib

    digest = hashlib.sha256("\n".join(parts).encode("utf-8", "surrogatepass"))
    return digest.hexdigest()[:16] + (f"-{occurrence}" if occurrence else "")
