"""Finding address books where downloads lie: what is recognised there, and how many contacts are in it."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence

from givequest.errors import GivequestError
from givequest.importers.files.candidates import latest_files
from givequest.importers.files.limits import LARGEST_FILE
from givequest.importers.reading import read_address_books
from givequest.named_tuple import NamedTuple

_ENDINGS = (".csv", ".vcf", ".json", ".html", ".zip")
MOST_LOOKED_AT = 60
"""Files of a folder that are opened, the latest first."""


class FoundFile(NamedTuple):
    """A file that holds contacts."""

    path: str
    name: str
    size: int
    """In bytes."""
    title: str
    """What it is, in words: `LinkedIn connections`."""
    contacts: int


def find_address_books(folders: Sequence[str]) -> Iterator[FoundFile]:
    """Yield the files in some folders, not below them, that hold contacts, the latest of each folder first.

    Each is read whole, so this takes a while and is meant to be looked at as it goes on. What cannot be read, is
    larger than 20 MB or holds nobody is passed over without a word.
    """
    for folder in dict.fromkeys(map(os.path.abspath, folders)):
        for path, size in latest_files(folder, _ENDINGS, LARGEST_FILE, MOST_LOOKED_AT):
            try:
                books = read_address_books([path])
            except GivequestError:
                continue
            contacts = sum(len(book.contacts) for book in books)
            if contacts:
                title = ", ".join(book.title for book in books if book.contacts)
                yield FoundFile(path, os.path.basename(path), size, title, contacts)
