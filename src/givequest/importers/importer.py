"""An importer: how one source's files are told, and how what is in them becomes contacts."""

from __future__ import annotations

from collections.abc import Callable

from givequest.importers.book_builder import BookBuilder
from givequest.importers.files.contents import Content
from givequest.importers.files.tables import Columns
from givequest.named_tuple import NamedTuple


def no_header(_: Columns) -> bool:
    """Return that no row of a table is the header of these files."""
    return False


class Importer(NamedTuple):
    """One source of address books."""

    name: str
    """What it is called on the command line."""
    book: str
    """The address book that its contacts go into, as records call it."""
    title: str
    """What its files are, in words: `LinkedIn connections`."""
    fits: Callable[[Content], bool]
    """Returns whether a file is one of these, by what is in it."""
    read: Callable[[Content, BookBuilder], None]
    """Adds what is in a file to a book."""
    header: Callable[[Columns], bool] = no_header
    """Returns whether columns are those of such a file, where it is a table."""
