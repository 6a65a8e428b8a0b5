"""What importers make of a file: contacts, what they have left out and why, and what nobody could read."""

from __future__ import annotations

from collections import Counter
from datetime import date

from givequest.domain.diagnostics import Diagnostic
from givequest.named_tuple import NamedTuple

BIRTHDAY, ANNIVERSARY, DEATH = "birthday", "anniversary", "died"
"""Words of the dates that every address book has; whoever has the last one is remembered, and suggested to nobody."""


class ImportedContact(NamedTuple):
    """One row or card of a file, cleaned."""

    key: str
    """What it is known by within its book, so that a second import changes nothing."""
    name: str
    line: str | None = None
    """What the file says of them in one line: `Head of Design, Nordlicht`."""
    since: date | None = None
    """The day from which they are in touch there. It is never the day of a last word."""
    also: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()
    """Dates as records have them: `--12-03 birthday`."""
    tags: tuple[str, ...] = ()
    links: tuple[str, ...] = ()


class LeftOut(NamedTuple):
    """A row or card that is not taken, though it can be read."""

    place: str
    """The file and the line."""
    reason: str
    """In a few words that fit behind a number: `companies`."""


class ImportedBook(NamedTuple):
    """What one or several files hold of one address book."""

    book: str
    """Its name in records: `linkedin`."""
    title: str
    """What the files are, in words: `LinkedIn connections`."""
    places: tuple[str, ...]
    """The files, as sentences call them."""
    contacts: tuple[ImportedContact, ...]
    left_out: tuple[LeftOut, ...] = ()
    problems: tuple[Diagnostic, ...] = ()
    """What cannot be read, with its file and line; what is said of a contact was left out of it."""

    def reasons(self) -> list[tuple[str, int]]:
        """Return why rows were left out, and how many for each reason, the commonest first."""
        return Counter(each.reason for each in self.left_out).most_common()
