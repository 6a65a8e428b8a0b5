"""What a newer file says that an older one did not: new contacts, changed ones, and those that are gone."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from givequest.domain.address_books.imported import ImportedBook, ImportedContact
from givequest.domain.days import MONTHS
from givequest.domain.records.contact import ContactRecord, contact_id
from givequest.domain.text import end_sentence
from givequest.named_tuple import NamedTuple

MOST_FORMER_LINES = 20


class Changed(NamedTuple):
    """A contact of which a newer file says something else."""

    old: ContactRecord
    new: ContactRecord

    @property
    def has_other_line(self) -> bool:
        """Whether its line says something else now, and said something before."""
        return bool(self.new.line and self.old.line) and self.new.line != self.old.line


class BookComparison(NamedTuple):
    """What an import would make of one address book."""

    book: ImportedBook
    new: tuple[ContactRecord, ...] = ()
    changed: tuple[Changed, ...] = ()
    same: int = 0
    """How many contacts the file says nothing new of."""
    gone: tuple[ContactRecord, ...] = ()
    """Those that the file does not have any more. People leave a network, not somebody's life: they stay."""


def compare_book(book: ImportedBook, known: Mapping[str, ContactRecord], day: date, at: str) -> BookComparison:
    """Return what is new, changed, the same and gone, when a file is brought on a day.

    `known` are the contacts of the book by their ids, `at` is the timestamp of new ones.
    """
    new, changed, same, seen = [], [], 0, set()
    for imported in book.contacts:
        identity = contact_id(book.book, imported.key)
        seen.add(identity)
        old = known.get(identity)
        if old is None:
            new.append(_record(imported, identity, day, at))
            continue
        record = _newer(old, imported, day)
        if record == old:
            same += 1
        else:
            changed.append(Changed(old, record))
    gone = tuple(contact for identity, contact in known.items() if identity not in seen)
    return BookComparison(book, tuple(new), tuple(changed), same, gone)


def _record(imported: ImportedContact, identity: str, day: date, at: str) -> ContactRecord:
    return ContactRecord(
        id=identity,
        day=day,
        at=at,
        name=imported.name,
        key=imported.key,
        line=imported.line,
        since=imported.since,
        also=imported.also,
        dates=imported.dates,
        tags=imported.tags,
        links=imported.links,
    )


def _newer(old: ContactRecord, imported: ImportedContact, day: date) -> ContactRecord:
    """Return a contact as a newer file has it; of a line that it had, it is kept until when."""
    was = old.was
    if old.line and old.line != imported.line:
        was = (*was, f"{day.isoformat()} {old.line}")[-MOST_FORMER_LINES:]
    return old._replace(
        name=imported.name,
        key=imported.key,
        line=imported.line,
        since=imported.since or old.since,
        was=was,
        also=imported.also,
        dates=imported.dates,
        tags=imported.tags,
        links=imported.links,
    )


def tell_line(contact: ContactRecord, today: date) -> str | None:
    """Return the sentence about a line that has changed; None where it has not.

    `Ana Berg's line reads Head of Design, Nordlicht now; until March it read Designer, Kelp & Co.` When it has changed
    is in no file: what is told is the import up to which it read so.
    """
    if not (contact.line and contact.was):
        return None
    written, _, former = contact.was[-1].partition(" ")
    try:
        until = date.fromisoformat(written)
    except ValueError:
        return None
    if until == today:
        when = "today"
    else:
        when = MONTHS[until.month - 1] + ("" if until.year == today.year else f" {until.year}")
    return end_sentence(f"{contact.name}'s line reads {contact.line} now; until {when} it read {former}")
