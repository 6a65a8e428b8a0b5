"""Records of people: whom somebody has chosen to keep in mind, by the name that deeds refer to them by."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from givequest.domain.records.field_values import document_of, read_field, read_list, read_name, read_optional_day
from givequest.domain.records.head import HEAD, NOTHING, SEQ, is_card, read_at, read_day, read_id, unknown_fields
from givequest.domain.records.own_fields import PERSON_FIELDS
from givequest.domain.records.yearly_dates import read_yearly_date
from givequest.errors import RecordError
from givequest.named_tuple import NamedTuple

TYPE = "person"
TIES = ("close", "faded", "edge", "wall", "remembered", "aside")
"""How near a person is; `domain.people.ties` tells what each means."""
MOST_NAMES, MOST_DATES, MOST_TAGS, MOST_LINKS, MOST_BOOKS = 8, 12, 24, 24, 24
LONGEST_TAG, LONGEST_LINK, LONGEST_DATE = 40, 500, 120
_KNOWN = frozenset((*HEAD, SEQ, *PERSON_FIELDS))


class PersonRecord(NamedTuple):
    """A person. Deeds refer to them by `name` or any of `also`, which are nobody else's."""

    id: str
    day: date
    """The day on which they came to be here."""
    at: str
    name: str
    also: tuple[str, ...] = ()
    """Other names of theirs."""
    tie: str | None = None
    """One of `TIES`; None: not placed."""
    dates: tuple[str, ...] = ()
    """Each as `records.yearly_dates` reads them."""
    tags: tuple[str, ...] = ()
    met: str | None = None
    """Where and when somebody has met them."""
    note: str | None = None
    links: tuple[str, ...] = ()
    """Addresses, a mail address among them: copied, never opened."""
    books: tuple[str, ...] = ()
    """The ids of the contacts in address books that they are the same as."""
    snooze: date | None = None
    """The day until which nobody is to be reminded of them."""
    gentle: bool = False
    """Whether there is grief or illness: no congratulation, no surprise, no date on the board."""
    extra: Mapping[str, Any] = NOTHING
    """Fields that this version does not know: carried along, never read."""

    @property
    def type(self) -> str:
        """The type that it is stored under."""
        return TYPE

    def to_document(self) -> dict[str, Any]:
        """Return it as plain JSON values."""
        return document_of(self, PERSON_FIELDS)

    def edited(self, **changes: Any) -> PersonRecord:
        """Return it with some fields changed and checked, the same record to the ledger. Raises `RecordError`."""
        return read_person(self._replace(**changes).to_document())


def read_person(document: Mapping[str, Any]) -> PersonRecord:
    """Return the person that a mapping describes; `RecordError` says in words what is wrong with it."""
    get = document.get
    day = read_day(get("day"))
    return PersonRecord(
        id=read_id(document),
        day=day,
        at=read_at(get("at"), day),
        name=read_name(get("name")),
        also=tuple(read_name(name, "other name") for name in read_list(get("also"), "also", MOST_NAMES)),
        tie=_read_tie(get("tie")),
        dates=_read_dates(get("dates")),
        tags=read_list(get("tags"), "tags", MOST_TAGS, LONGEST_TAG),
        met=read_field(get("met"), "met"),
        note=read_field(get("note"), "note"),
        links=read_list(get("links"), "links", MOST_LINKS, LONGEST_LINK),
        books=_read_books(get("books")),
        snooze=read_optional_day(get("snooze"), "snooze"),
        gentle=_read_gentle(get("gentle")),
        extra=unknown_fields(document, _KNOWN),
    )


def _read_tie(value: Any) -> str | None:
    if value is None or (isinstance(value, str) and value in TIES):
        return value
    raise RecordError(f"its tie isn't one of {', '.join(TIES)}.")


def _read_dates(value: Any) -> tuple[str, ...]:
    return tuple(str(read_yearly_date(text)) for text in read_list(value, "dates", MOST_DATES, LONGEST_DATE))


def _read_books(value: Any) -> tuple[str, ...]:
    books = read_list(value, "books", MOST_BOOKS)
    if not all(map(is_card, books)):
        raise RecordError("its books aren't the ids of contacts.")
    return books


def _read_gentle(value: Any) -> bool:
    if value is None or type(value) is bool:
        return bool(value)
    raise RecordError("its gentle is neither true nor false.")
