"""Partitions: the parts that a ledger is kept in. Each is one file, written as a whole.

What happened on a day is in the partition of its year. What is of no year, a person or an address book, is in a
partition with a name; to the ledger that is a number below the first year.
"""

from __future__ import annotations

from collections.abc import Mapping

from givequest.domain.records.head import FIRST_YEAR

PEOPLE, POSTS, RULES = 0, 10, 11
NAMES: Mapping[int, str] = {
    PEOPLE: "people",
    1: "book-linkedin",
    2: "book-google",
    3: "book-vcard",
    4: "book-outlook",
    5: "book-mastodon",
    7: "book-instagram",
    8: "book-facebook",
    9: "book-list",
    POSTS: "posts",
    RULES: "rules",
}
"""The names of the partitions that are no years. A number is never given twice: 6 was taken once."""
_NUMBERS = {name: number for number, name in NAMES.items()}
_BOOK = "book-"
BOOKS: Mapping[int, str] = {
    number: name.removeprefix(_BOOK) for number, name in NAMES.items() if name.startswith(_BOOK)
}
"""The partitions that are address books, with the names of these: `linkedin`."""


def is_year(partition: int) -> bool:
    """Return whether a partition is a year."""
    return partition >= FIRST_YEAR


def name_of(partition: int) -> str:
    """Return what a partition is called, in file names and sentences: `2026`, `people`."""
    return NAMES.get(partition) or f"{partition:04}"


def partition_named(name: str) -> int | None:
    """Return the partition of a name; None where it is that of none, as 0000 to 1969 are."""
    if len(name) == 4 and name.isascii() and name.isdigit():
        return int(name) if is_year(int(name)) else None
    return _NUMBERS.get(name)


def book_partition(book: str) -> int | None:
    """Return the partition of an address book by its name (`linkedin`); None where there is no such book."""
    return _NUMBERS.get(_BOOK + book)
