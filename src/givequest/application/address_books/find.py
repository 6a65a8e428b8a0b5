"""Finding names in address books while they are typed."""

from __future__ import annotations

from givequest.application.address_books.book_index import BookIndex, BookIndexes, BookRow
from givequest.application.game.game import Game
from givequest.domain.people.find import NameIndex
from givequest.named_tuple import NamedTuple


class FoundContacts(NamedTuple):
    """Who was found in address books."""

    contacts: tuple[BookRow, ...] = ()
    near: tuple[BookRow, ...] = ()
    among: int = 0
    """How many contacts were looked through."""


class ContactFinder:
    """Whoever is in an address book, by name, line and tag; made by `game.derived(ContactFinder)`.

    It looks through what was loaded last, so that no letter that is typed waits for a disk.
    """

    def __init__(self, game: Game) -> None:
        self._indexes = game.derived(BookIndexes)
        self._loaded = (BookIndex(), NameIndex([]))

    @property
    def book(self) -> BookIndex:
        """All address books as they were loaded last."""
        return self._loaded[0]

    def load(self) -> bool:
        """Read the books that have changed, which can be done in a thread; return whether any has."""
        book = self._indexes.all()
        if book is self._loaded[0]:
            return False
        index = NameIndex(book.names, book.lines)
        index.prepare()
        self._loaded = (book, index)
        return True

    def find(self, typed: str, most: int, enough: int, known: frozenset[str]) -> FoundContacts:
        """Return who is found for what is typed, but for those whose ids are `known` as people."""
        book, index = self._loaded
        if not typed.strip() or not len(book):
            return FoundContacts(among=len(book))
        places, near = index.find(typed, most + len(known), enough)
        rows = [[row for row in map(book.row, found) if row.id not in known] for found in (places, near)]
        return FoundContacts(tuple(rows[0][:most]), tuple(rows[1][:most]), len(book))
