"""The types of records: how each is read and written, and which partition it lives in.

A type of a year's day is one of `daily.RecordType`. Any other has a module and a class of
its own, and a line in `OWN_TYPES`: a deed carries none of its fields.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple, TypeAlias

from givequest.domain.records.day_record import FIELDS as FIELDS_OF_DAYS
from givequest.domain.records.day_record import Record, document_of_day, read_record
from givequest.domain.records.partitions import RULES
from givequest.domain.records.rules import RULES_FIELDS, RulesRecord, read_rules
from givequest.errors import RecordError

AnyRecord: TypeAlias = Record | RulesRecord


class OwnType(NamedTuple):
    """A type that is not of a year's day."""

    fields: tuple[str, ...]
    """The fields that it has beyond those of every record."""
    read: Callable[[Mapping[str, Any]], AnyRecord]
    home: Callable[[Any], int]
    """Returns the partition that such a record lives in."""


OWN_TYPES: Mapping[str, OwnType] = {
    "rules": OwnType(RULES_FIELDS, read_rules, lambda _: RULES),
}
FIELDS: Mapping[str, tuple[str, ...]] = {
    **{str(name): fields for name, fields in FIELDS_OF_DAYS.items()},
    **{name: own.fields for name, own in OWN_TYPES.items()},
}
"""The fields that each type of record has beyond those of every record."""


def read_any_record(document: Mapping[str, Any]) -> AnyRecord:
    """Return the record that a mapping describes; `RecordError` says in words what is wrong with it."""
    own = _own_type(document)
    return read_record(document) if own is None else own.read(document)


def to_document(record: AnyRecord) -> dict[str, Any]:
    """Return a record as plain JSON values, fields that hold nothing left out."""
    return document_of_day(record) if isinstance(record, Record) else record.to_document()


def home_of(record: AnyRecord) -> int:
    """Return the partition that a record lives in: the year of its day, or that of its type."""
    return record.day.year if isinstance(record, Record) else OWN_TYPES[record.type].home(record)


def _own_type(document: Mapping[str, Any]) -> OwnType | None:
    if not isinstance(document, Mapping):
        return None
    name = document.get("type")
    if not isinstance(name, str) or name in FIELDS_OF_DAYS:
        return None
    own = OWN_TYPES.get(name)
    if own is None:
        raise RecordError(f"its type is not one of {', '.join(FIELDS)}.")
    return own
