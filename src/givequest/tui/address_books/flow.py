"""The way from a file to the first names: which screen comes after which."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any

from textual.app import App

from givequest.application.game.game import Game
from givequest.domain.address_books.titles import listed, title_of, words_for
from givequest.presentation.address_books.import_words import brought_words
from givequest.tui.address_books.brought import Imported
from givequest.tui.address_books.names_screen import FirstNamesScreen
from givequest.tui.address_books.screen import AddressBookScreen

DOWNLOADS = "Downloads"


def import_folders() -> list[str]:
    """Return the folders in which files are looked for."""
    home = os.path.expanduser("~")
    return [os.path.join(home, DOWNLOADS), home]


def bring_address_book(app: App[Any], game: Game, done: Callable[[str], None]) -> None:
    """Show the files that there are, and after an import who might like a word; `done` is told what to say of it."""

    def imported(found: Imported | None) -> None:
        if found is None:
            done("")
            return
        preview, three, ten = found
        books = [each.book.book for each in preview.comparisons]
        if not (three or ten):
            done("It's in your address book now, and nobody is on a list. {change.undo} undoes it.")
            return
        whence = listed([words_for(book) for book in books])
        brought = brought_words(preview, whence, with_numbers=game.settings.numbers)
        title = f"Address book, {listed([title_of(book) for book in books])}"
        app.push_screen(FirstNamesScreen(brought, three, ten, title), lambda said: done(said or ""))

    app.push_screen(AddressBookScreen(import_folders()), imported)
