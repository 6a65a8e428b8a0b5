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
    """Whoever is in an address book, by name, line and tag; made by `game.derived(ContactFinder)`."""

    def __init__(self, game: Game) -> None:
        self._indexes = game.derived(BookIndexes)
        self._made_from: BookIndex | None = None
        self._index = NameIndex([])

    def find(self, typed: str, most: int, enough: int, known: frozenset[str]) -> FoundContacts:
        """Return who is found for what is typed, but for those whose ids are `known` as people."""
        book = self._fresh()
        if not typed.strip() or not len(book):
            return FoundContacts(among=len(book))
        places, near = self._index.find(typed, most + len(known), enough)
        rows = [[row for row in map(book.row, found) if row.id not in known] for found in (places, near)]
        return FoundContacts(tuple(rows[0][:most]), tuple(rows[1][:most]), len(book))

    def load(self) -> NameIndex:
        """Return the index of all books, read by now; its `prepare` can be called in a thread."""
        self._fresh()
        return self._index

    def _fresh(self) -> BookIndex:
        book = self._indexes.all()
        if book is not self._made_from:
            self._made_from, self._index = book, NameIndex(book.names, book.lines)
        return book
