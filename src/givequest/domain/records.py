"""Records: the only thing that is ever stored, and from which everything shown is derived.

Nothing in a record can say what another human did: there are fields for what was
given, and none for what came of it.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Any

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
    RecordType.ENTRY: ("text",),
    RecordType.RELEASE: (),
    RecordType.GIFT: ("text",),
    RecordType.REDRAW: ("kind",),
}
"""The fields that each type of record has beyond `type`, `id`, `day` and `at`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
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
    extra: Mapping[str, Any] = field(default_factory=dict, compare=True)
    """Fields that this version does not know: carried along, never read."""

    def edited(self, **changes: Any) -> Record:
        """Return this record with some fields changed and checked, the same record to the ledger."""
        document = to_document(replace(self, **changes))
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
    if not isinstance(document, Mapping):
        raise RecordError("a record is a JSON object with at least a type and a day.")
    try:
        type_ = RecordType(document["type"])
    except KeyError:
        raise RecordError("it has no type.") from None
    except ValueError:
        known = ", ".join(RecordType)
        raise RecordError(f"its type is not one of {known}.") from None
    values: dict[str, Any] = {name: document.get(name) for name in FIELDS[type_]}
    _check_fields(values)
    day = read_day(document.get("day"))
    at = _read_at(document.get("at"), day)
    identity = document.get("id")
    if identity is None:
        identity = derive_id(document)
    elif not (isinstance(identity, str) and _IDENTITY.fullmatch(identity)):
        raise RecordError("its id is not 1 to 80 letters, digits or any of _ . : -")
    known_names = {"type", "id", "day", "at", *FIELDS[type_]}
    extra = {name: value for name, value in document.items() if name not in known_names}
    return Record(type=type_, id=identity, day=day, at=at, extra=extra or NOTHING, **values)


def _check_fields(values: dict[str, Any]) -> None:
    """Check and clean the fields of one type in place."""
    if "kind" in values and not (isinstance(values["kind"], str) and _KIND.fullmatch(values["kind"])):
        raise RecordError("its kind is not a word of small letters, like help.")
    for name in ("person", "note"):
        if values.get(name) is not None:
            if not isinstance(values[name], str):
                raise RecordError(f"its {name} is not text.")
            values[name] = checked_line(values[name], f"the {name}") or None
    if "effort" in values:
        effort = 1 if values["effort"] is None else values["effort"]
        if effort not in (1, 2, 3) or isinstance(effort, (bool, float)):
            raise RecordError("its effort is not 1, 2 or 3.")
        values["effort"] = effort
    card = values.get("card")
    if card is not None and not (isinstance(card, str) and _IDENTITY.fullmatch(card)):
        raise RecordError("its card is not the id of a card, like help.five-minutes.")
    if "text" in values:
        if not isinstance(values["text"], str):
            raise RecordError("it has no text.")
        values["text"] = checked_text(values["text"], "the text")


def read_day(value: Any) -> date:
    """Return the date of an ISO day; `RecordError` when it is not one."""
    if isinstance(value, str) and len(value) == 10:
        try:
            day = date.fromisoformat(value)
        except ValueError:
            pass
        else:
            if day.year < FIRST_YEAR:
                raise RecordError(f"its day is before {FIRST_YEAR}.")
            return day
    raise RecordError("its day is not a date written YYYY-MM-DD." if value else "it has no day.")


def _read_at(value: Any, day: date) -> str:
    if value is None:
        noon = datetime(day.year, day.month, day.day, 12)
        try:
            return noon.astimezone().isoformat()
        except (OverflowError, OSError, ValueError):  # a year that the C library does not know
            return noon.isoformat() + "+00:00"
    try:
        moment = datetime.fromisoformat(value)
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
    digest = hashlib.sha256("\n".join(parts).encode("utf-8", "surrogatepass"))
    return digest.hexdigest()[:16] + (f"-{occurrence}" if occurrence else "")
