"""Records of contacts: the people of an address book, as the file that was brought has them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from givequest.domain.records.field_values import document_of, read_field, read_list, read_name, read_optional_day
from givequest.domain.records.head import HEAD, NOTHING, SEQ, read_at, read_day, read_id, unknown_fields
from givequest.domain.records.own_fields import CONTACT_FIELDS
from givequest.domain.records.partitions import book_partition
from givequest.domain.records.yearly_dates import read_yearly_date
from givequest.errors import RecordError
from givequest.named_tuple import NamedTuple

TYPE = "contact"
MOST_LINES, MOST_OF_EACH = 50, 24
LONGEST_KEY, LONGEST_LINK, LONGEST_DATE = 500, 500, 120
_KNOWN = frozenset((*HEAD, SEQ, *CONTACT_FIELDS))


class ContactRecord(NamedTuple):
    """One entry of an address book; it is nobody's list, and no person."""

    id: str
    """The book, and what its key comes to: `linkedin.5b1e07c2a94d`."""
    day: date
    """The day on which it was first brought."""
    at: str
    name: str
    key: str
    """What it is known by again in a newer file of the same source."""
    line: str | None = None
    """What the file says of them now: `Head of Design, Nordlicht`."""
    since: date | None = None
    """Since when they are in that book."""
    was: tuple[str, ...] = ()
    """What the line was before, each with the day until which it was: `2027-03-02 Designer, Kelp & Co`."""
    also: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()
    """Each as `records.yearly_dates` reads them."""
    tags: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    extra: Mapping[str, Any] = NOTHING
    """Fields that this version does not know: carried along, never read."""

    @property
    def type(self) -> str:
        """The type that it is stored under."""
        return TYPE

    @property
    def book(self) -> str:
        """The name of its book: `linkedin`."""
        return self.id.partition(".")[0]

    def to_document(self) -> dict[str, Any]:
        """Return it as plain JSON values."""
        return document_of(self, CONTACT_FIELDS)

    def edited(self, **changes: Any) -> ContactRecord:
        """Return it with some fields changed and checked, the same record to the ledger. Raises `RecordError`."""
        return read_contact(self._replace(**changes).to_document())


def contact_id(book: str, key: str) -> str:
    """Return the id of the contact with a key in a book (`linkedin`)."""
    import hashlib

    return f"{book}.{hashlib.sha256(key.encode('utf-8', 'surrogatepass')).hexdigest()[:12]}"


def read_contact(document: Mapping[str, Any]) -> ContactRecord:
    """Return the contact that a mapping describes; `RecordError` says in words what is wrong with it."""
    get = document.get
    day, identity = read_day(get("day")), read_id(document)
    if book_partition(identity.partition(".")[0]) is None:
        raise RecordError("its id doesn't begin with the name of an address book, like linkedin.")
    key = read_field(get("key"), "key", LONGEST_KEY)
    if key is None:
        raise RecordError("it has no key.")
    dates = read_list(get("dates"), "dates", MOST_OF_EACH, LONGEST_DATE)
    return ContactRecord(
        id=identity,
        day=day,
        at=read_at(get("at"), day),
        name=read_name(get("name")),
        key=key,
        line=read_field(get("line"), "line"),
        since=read_optional_day(get("since"), "since"),
        was=read_list(get("was"), "was", MOST_LINES, 2_020),
        also=read_list(get("also"), "also", MOST_OF_EACH),
        dates=tuple(str(read_yearly_date(text)) for text in dates),
        tags=read_list(get("tags"), "tags", MOST_OF_EACH),
        links=read_list(get("links"), "links", MOST_OF_EACH, LONGEST_LINK),
        extra=unknown_fields(document, _KNOWN),
    )
