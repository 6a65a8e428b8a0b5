"""What importers put together: the contacts of one address book, each once, with all that was left out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from givequest.domain.address_books.imported import ImportedBook, ImportedContact, LeftOut
from givequest.domain.diagnostics import Diagnostic
from givequest.domain.records import FIRST_YEAR
from givequest.domain.text import clean_line, name_key, quoted_value
from givequest.errors import GivequestError
from givequest.importers.files.limits import MOST_ROWS

Progress = Callable[[int, int], object]
"""Called now and then with how much of how much is read; what it raises ends the reading."""
LONGEST_NAME, LONGEST_LINE, LONGEST_WORD, LONGEST_KEY = 100, 160, 60, 300
MOST_ALSO, MOST_DATES, MOST_TAGS, MOST_LINKS = 8, 12, 12, 8
NAMELESS, COMPANY, GROUP = "without a name", "companies", "groups"
MAIL_ALONE, PHONE_ALONE = "with only a mail address", "with only a phone number"
TWICE = "listed twice"
_EVERY = 500


class TooLarge(GivequestError):
    """A file has more in it than any address book; the sentence says how much."""


def no_progress(_: int, __: int) -> None:
    """Tell nobody how far it is."""


class BookBuilder:
    """The contacts of one book, as they are read from one file after the other."""

    def __init__(self, book: str, title: str, progress: Progress = no_progress) -> None:
        self._book = book
        self._title = title
        self._progress = progress
        self._contacts: dict[str, ImportedContact] = {}
        self._places: list[str] = []
        self._left_out: list[LeftOut] = []
        self._problems: list[Diagnostic] = []
        self._count = 0
        self.total = 0
        """How many rows, cards or bytes there are, as far as is known."""

    def begin(self, place: str) -> None:
        """Go on with a file; what follows is said of it."""
        self._count = 0
        self._places.append(place)

    def advance(self, done: int | None = None) -> None:
        """Count one more row or card, or note how much of the total is done. Raises `TooLarge`."""
        self._count += 1
        if self._count > MOST_ROWS:
            raise TooLarge(f"{self._places[-1]} has more than {MOST_ROWS:,} rows; no address book is that long.")
        if self._count % _EVERY == 0:
            self._progress(self._count if done is None else done, max(self.total, done or self._count))

    def add(
        self,
        place: int,
        name: str,
        key: str,
        *,
        line: str | None = None,
        since: date | None = None,
        also: Iterable[str] = (),
        dates: Iterable[str] = (),
        tags: Iterable[str] = (),
        links: Iterable[str] = (),
    ) -> None:
        """Add a contact that begins in a line of the file, cleaned and cut to what a record holds."""
        if len(name) > LONGEST_NAME:
            self.report(
                place, f"the name is {len(name):,} characters long and at most {LONGEST_NAME} fit, so it's left out."
            )
            return
        others = (other for other in _cleaned(also, LONGEST_NAME) if name_key(other) != name_key(name))
        contact = ImportedContact(
            clean_line(key)[:LONGEST_KEY],
            name,
            shortened(line, LONGEST_LINE) or None,
            since if since is not None and since.year >= FIRST_YEAR else None,
            tuple(dict.fromkeys(others))[:MOST_ALSO],
            tuple(dict.fromkeys(shortened(text, LONGEST_WORD) for text in dates))[:MOST_DATES],
            tuple(dict.fromkeys(_cleaned(tags, LONGEST_WORD)))[:MOST_TAGS],
            tuple(dict.fromkeys(links))[:MOST_LINKS],
        )
        known = self._contacts.setdefault(contact.key, contact)
        if known is contact:
            return
        if name_key(known.name) == name_key(name):
            self.leave_out(place, TWICE)
            return
        # Two of one household have one mail address, and neither may swallow the other.
        contact = contact._replace(key=f"{contact.key}|{name_key(name)}")
        if self._contacts.setdefault(contact.key, contact) is not contact:
            self.leave_out(place, TWICE)

    def leave_out(self, place: int, reason: str) -> None:
        """Leave out a row or card that can be read, and is nobody to write to."""
        self._left_out.append(LeftOut(self._place(place), reason))

    def report(self, place: int, message: str) -> None:
        """Say what cannot be read in a line; the message goes on after the file and the line."""
        self._problems.append(Diagnostic(self._place(place), message))

    def report_file(self, message: str) -> None:
        """Say of a file beside those that are read that it cannot be."""
        self._problems.append(Diagnostic(self._title, message))

    def report_date(self, place: int, name: str, what: str, value: str, why: str = "isn't a date") -> None:
        """Say that a date of somebody cannot be read, and that they are taken without it."""
        date_words = f"the {what} {quoted_value(value, 40)} {why}"
        self.report(place, f"{date_words}; {shortened(name, 40)} comes in without it.")

    def build(self) -> ImportedBook:
        """Return the book."""
        return ImportedBook(
            self._book,
            self._title,
            tuple(self._places),
            tuple(self._contacts.values()),
            tuple(self._left_out),
            tuple(self._problems),
        )

    def _place(self, line: int) -> str:
        file = self._places[-1] if self._places else self._title
        return f"{file}, line {line}" if line else file


def shortened(text: str | None, longest: int) -> str:
    """Return text as one line of at most so many characters."""
    line = clean_line(text or "")
    return line if len(line) <= longest else line[: longest - 1].rstrip() + "…"


def _cleaned(texts: Iterable[str], longest: int) -> Iterable[str]:
    lines = (" ".join(clean_line(text).split()) for text in texts)
    return (line for line in lines if line and len(line) <= longest)
