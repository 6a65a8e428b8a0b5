"""The types of records: how each is read and written, and which partition it lives in.

A type of a year's day is one of `day_record.RecordType`. Any other has a module and a class of
its own, and a line in `OWN_TYPES`: a deed carries none of its fields.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any, TypeAlias

from givequest.domain.records.day_record import FIELDS as FIELDS_OF_DAYS
from givequest.domain.records.day_record import Record, document_of_day, read_record
from givequest.domain.records.own_fields import CONTACT_FIELDS, PERSON_FIELDS, POSTS_FIELDS, RULES_FIELDS, SPOT_FIELDS
from givequest.domain.records.partitions import PEOPLE, POSTS, RULES, book_partition
from givequest.domain.records.rules import RulesRecord, read_rules
from givequest.errors import RecordError
from givequest.named_tuple import NamedTuple

if TYPE_CHECKING:
    from givequest.domain.records.contact import ContactRecord
    from givequest.domain.records.person import PersonRecord
    from givequest.domain.records.posts import PostsRecord
    from givequest.domain.records.spot import SpotRecord

AnyRecord: TypeAlias = "Record | RulesRecord | PersonRecord | SpotRecord | ContactRecord | PostsRecord"


class OwnType(NamedTuple):
    """A type that is not of a year's day."""

    fields: tuple[str, ...]
    """The fields that it has beyond those of every record."""
    read: Callable[[Mapping[str, Any]], AnyRecord]
    home: Callable[[Any], int]
    """Returns the partition that such a record lives in."""


# Neither a deed nor a launch needs the next four: each is loaded with the first record of its type.
def _read_person(document: Mapping[str, Any]) -> PersonRecord:
    from givequest.domain.records.person import read_person

    return read_person(document)


def _read_spot(document: Mapping[str, Any]) -> SpotRecord:
    from givequest.domain.records.spot import read_spot

    return read_spot(document)


def _read_contact(document: Mapping[str, Any]) -> ContactRecord:
    from givequest.domain.records.contact import read_contact

    return read_contact(document)


def _read_posts(document: Mapping[str, Any]) -> PostsRecord:
    from givequest.domain.records.posts import read_posts

    return read_posts(document)


def _home_of_contact(contact: ContactRecord) -> int:
    found = book_partition(contact.book)
    assert found is not None, "a contact of no book isn't read"
    return found


OWN_TYPES: Mapping[str, OwnType] = {
    "rules": OwnType(RULES_FIELDS, read_rules, lambda _: RULES),
    "person": OwnType(PERSON_FIELDS, _read_person, lambda _: PEOPLE),
    "spot": OwnType(SPOT_FIELDS, _read_spot, lambda _: PEOPLE),
    "contact": OwnType(CONTACT_FIELDS, _read_contact, _home_of_contact),
    "posts": OwnType(POSTS_FIELDS, _read_posts, lambda _: POSTS),
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


def kinds_of(records: Iterable[AnyRecord]) -> list[str]:
    """Return the kinds that some records are of, in the order of the alphabet."""
    return sorted({record.kind for record in records if isinstance(record, Record) and record.kind is not None})


def _own_type(document: Mapping[str, Any]) -> OwnType | None:
    if not isinstance(document, Mapping):
        return None
    name = document.get("type")
    if not isinstance(name, str) or name in FIELDS_OF_DAYS:
        return None
    own = OWN_TYPES.get(name)
    if own is None:
        raise RecordError(f"its type isn't one of {', '.join(FIELDS)}.")
    return own
