"""`givequest people books`: the address books that there are, and one of them taken away."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence

from givequest.application.address_books.book_index import BookIndexes
from givequest.application.address_books.books import find_book, list_books
from givequest.cli.output import print_json, print_line
from givequest.composition import Home, open_backups
from givequest.domain.change_labels import count_words

EXAMPLE = "people books --remove linkedin"


def configure(parser: ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("--remove", metavar="NAME", help="delete an address book for good, undo and all")
    parser.add_argument("--json", action="store_true", help="print them as JSON")


def run(arguments: Namespace, home: Home) -> int:
    """List the address books, or take one away."""
    if arguments.remove is not None:
        info = find_book(home.game, arguments.remove)
        backups = open_backups(home).erase(info.partition)
        home.game.derived(BookIndexes).forget(info.partition)
        if arguments.json:
            print_json({"removed": info.book, "contacts": info.contacts, "backups": backups})
            return 0
        count = count_words(info.contacts, "contact")
        print_line(f"{info.title} is deleted, {count} and their undo with it. People you took out of it stay.")
        if backups:
            print_line(_still_in(backups))
        return 0
    books = list_books(home.game)
    if arguments.json:
        print_json({"books": [{"book": info.book, "title": info.title, "contacts": info.contacts} for info in books]})
        return 0
    for info in books:
        print_line(f"{info.book}  {info.title}, {count_words(info.contacts, 'contact')}")
    if not books:
        print_line("You have no address books; 'givequest people import FILE' brings one in.")
    return 0


def _still_in(backups: Sequence[str]) -> str:
    """Return the sentence about backups that still hold it."""
    if len(backups) == 1:
        return f"One backup still has it: {backups[0]}. It goes in time, or when you delete it."
    return f"{len(backups)} backups still have it, the latest {backups[0]}. They go in time, or when you delete them."
