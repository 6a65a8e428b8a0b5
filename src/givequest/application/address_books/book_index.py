"""The index of address books: folded names and lines of all contacts, to be looked through as somebody types.

A book of 30,000 contacts takes a tenth of a second and more to be read. What is looked through is kept in the cache,
and made anew where its book is not the one that it was made from.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from givequest.application.game.game import Game
from givequest.application.people.contacts import books_of, contacts_in
from givequest.domain.people.find import folded_line
from givequest.domain.records.contact import ContactRecord
from givequest.domain.records.partitions import BOOKS, book_partition
from givequest.errors import StorageError
from givequest.named_tuple import NamedTuple

CACHE = "books"
VERSION = 1
_COLUMNS = ("ids", "names", "lines", "shown_names", "shown_lines")


class BookRow(NamedTuple):
    """A contact as a list shows it."""

    id: str
    name: str
    line: str
    book: str


class BookIndex(NamedTuple):
    """What is looked through in one book, or in all of them; each list has a place for each contact."""

    ids: Sequence[str] = ()
    names: Sequence[str] = ()
    """Folded."""
    lines: Sequence[str] = ()
    """Folded: lines, other names and tags. No mail address is in them."""
    shown_names: Sequence[str] = ()
    shown_lines: Sequence[str] = ()

    def __len__(self) -> int:
        """Return how many contacts there are."""
        return len(self.ids)

    def row(self, place: int) -> BookRow:
        """Return the contact at a place."""
        identity = self.ids[place]
        return BookRow(identity, self.shown_names[place], self.shown_lines[place], identity.partition(".")[0])


class BookIndexes:
    """The indexes of a game's books; made by `game.derived(BookIndexes)`."""

    def __init__(self, game: Game) -> None:
        self._game = game
        self._marks: dict[int, Any] = {}
        self._of_books: dict[int, BookIndex] = {}
        self._all: BookIndex | None = None
        self.broken: dict[int, str] = {}
        """By partition: why a book cannot be looked through."""

    def all(self) -> BookIndex:
        """Return the index of all books, one after the other; of one that cannot be read, nothing.

        It is the same object until a book has changed.
        """
        self._refresh()
        if self._all is None:
            columns = [[item for part in column for item in part] for column in zip(*self._loaded(), strict=True)]
            self._all = BookIndex(*columns)
        return self._all

    def contact(self, identity: str) -> ContactRecord | None:
        """Return a contact by its id; None where it is not there any more. Raises `StorageError`."""
        partition = book_partition(identity.partition(".")[0])
        if partition is None or partition not in books_of(self._game):
            return None
        return contacts_in(self._game, partition).get(identity)

    def name_keys(self, without: Collection[str] = ()) -> dict[str, frozenset[str]]:
        """Return the keys of all names (`name_key`) in each book but some, by the names of the books."""
        self._refresh()
        wanted = [partition for partition in sorted(self._marks) if BOOKS[partition] not in without]
        return {BOOKS[partition]: frozenset(self._index(partition).names) for partition in wanted}

    def sizes(self) -> dict[int, int]:
        """Return how many contacts are in each book, by its partition."""
        self._refresh()
        return {partition: len(self._index(partition)) for partition in sorted(self._marks)}

    def forget(self, partition: int) -> None:
        """Take what is kept of a book out of the cache: nobody of a book that was taken away lies about there."""
        self._game.cache.save(CACHE, partition, [VERSION], {"count": 0})
        self._marks.pop(partition, None)
        self._of_books.pop(partition, None)
        self._all = None

    def _refresh(self) -> None:
        """Let go of the books that have changed."""
        try:
            marks = dict(self._game.store.signature(books_of(self._game)))
        except StorageError:
            return
        for partition in marks.keys() | self._marks.keys():
            if partition not in marks or self._marks.get(partition) != marks[partition]:
                self._of_books.pop(partition, None)
                self.broken.pop(partition, None)
                self._all = None
        self._marks = marks

    def _loaded(self) -> list[BookIndex]:
        return [BookIndex(), *(self._index(partition) for partition in sorted(self._marks))]

    def _index(self, partition: int) -> BookIndex:
        """Return the index of one book; of one that cannot be read, an empty one."""
        if partition not in self._of_books:
            try:
                self._of_books[partition] = self._load(partition, self._marks[partition])
            except StorageError as error:
                self._of_books[partition] = BookIndex()
                self.broken[partition] = str(error)
        return self._of_books[partition]

    def _load(self, partition: int, mark: Any) -> BookIndex:
        made_from = [VERSION, *([] if mark is None else mark)]
        kept = self._game.cache.load(CACHE, partition, made_from)
        if kept is not None and (index := _read(kept)) is not None:
            return index
        index = _index_of(list(contacts_in(self._game, partition).values()))
        document = {name: "\n".join(column) for name, column in zip(_COLUMNS, index, strict=True)}
        self._game.cache.save(CACHE, partition, made_from, {**document, "count": len(index)})
        return index


def _index_of(contacts: Sequence[ContactRecord]) -> BookIndex:
    return BookIndex(
        [contact.id for contact in contacts],
        [folded_line(contact.name) for contact in contacts],
        [folded_line(" ".join((contact.line or "", *contact.also, *contact.tags))) for contact in contacts],
        [contact.name for contact in contacts],
        [contact.line or "" for contact in contacts],
    )


def _read(kept: Any) -> BookIndex | None:
    """Return an index as it was kept; None where it is not what was."""
    count = kept.get("count")
    if count == 0:
        return BookIndex()
    try:
        columns = [kept[name].split("\n") for name in _COLUMNS]
    except (KeyError, AttributeError):
        return None
    return BookIndex(*columns) if all(len(column) == count for column in columns) else None
