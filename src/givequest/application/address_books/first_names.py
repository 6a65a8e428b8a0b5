"""The first names after an import: three with a reason, and ten to be placed."""

from __future__ import annotations

from collections.abc import Sequence

from givequest.application.address_books.book_index import BookIndexes
from givequest.application.address_books.import_books import people_keys
from givequest.application.game.game import Game
from givequest.domain.address_books.suggestions import Suggestion, suggest_ten, suggest_three
from givequest.domain.records.contact import ContactRecord


def first_three(game: Game, new: Sequence[ContactRecord]) -> list[Suggestion]:
    """Return up to three of the contacts that an import has just brought, each with a reason that is true."""
    own = {contact.book for contact in new}
    books = game.derived(BookIndexes).name_keys(without=own if len(own) == 1 else ())

    def books_with(key: str) -> list[str]:
        return [book for book, keys in books.items() if key in keys]

    return suggest_three(new, books_with, people_keys(game), game.today())


def first_ten(game: Game, new: Sequence[ContactRecord]) -> list[ContactRecord]:
    """Return up to ten of the contacts that an import has just brought, to be placed one after the other."""
    return suggest_ten(new, people_keys(game), game.today())
