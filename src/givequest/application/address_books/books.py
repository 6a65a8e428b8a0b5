"""The address books that there are."""

from __future__ import annotations

from givequest.application.address_books.book_index import BookIndexes
from givequest.application.game.game import Game
from givequest.domain.address_books.titles import title_of, words_for
from givequest.domain.records.partitions import BOOKS
from givequest.domain.text import fold_text, nearest
from givequest.errors import UsageError
from givequest.named_tuple import NamedTuple


class BookInfo(NamedTuple):
    """An address book in a list."""

    partition: int
    book: str
    """Its name: `linkedin`."""
    title: str
    """What it is called: `LinkedIn`."""
    contacts: int


def list_books(game: Game) -> list[BookInfo]:
    """Return the address books that hold anybody, as far as they can be read."""
    sizes = game.derived(BookIndexes).sizes()
    return [BookInfo(part, BOOKS[part], title_of(BOOKS[part]), count) for part, count in sizes.items() if count]


def find_book(game: Game, word: str) -> BookInfo:
    """Return the address book that a word names, `linkedin` or `LinkedIn`. Raises `UsageError` where there is none."""
    books = list_books(game)
    folded = fold_text(word.strip())
    for info in books:
        if folded in (info.book, fold_text(info.title), fold_text(words_for(info.book))):
            return info
    near = nearest(folded, [info.book for info in books])
    there = f"you have {', '.join(info.book for info in books)}." if books else "you have none."
    hint = f"did you mean {near}?" if near else there
    raise UsageError(f"You have no address book called '{word[:40]}'; {hint}")
