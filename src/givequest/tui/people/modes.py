"""What page 5 can show, how wide each part of it is, and which keys it names then."""

from __future__ import annotations

from enum import Enum

NARROW = 72
"""Columns below which the list stands alone, and one person over it."""
LIST_SHARE, SMALLEST_LIST, WIDEST_LIST = 0.6, 46, 112
"""How much of the width the list has, and its columns at the least and at the most."""
NEXT_YEAR = 0.02
"""Seconds between two years that are read, in which keys are heard."""


class Mode(Enum):
    """What the page shows."""

    LIST = "list"
    OPEN = "open"
    FIND = "find"
    NEW = "new"
    NOBODY = "nobody"
    PLACING = "placing"


KEYS = {
    Mode.OPEN: ("person.word", "person.rest", "person.edit", "person.leave", "change.undo", "app.help"),
    Mode.FIND: ("person.up", "person.down", "person.open", "person.leave"),
    Mode.NEW: ("person.leave",),
    Mode.PLACING: ("person.leave", "change.undo", "app.help", "app.leave"),
    Mode.NOBODY: ("person.new", "person.books", "app.help", "app.leave"),
}
"""What the key strip shows where not everything is of use."""
CONTACT_KEYS = ("person.word", "person.join", "person.open", "person.leave")
"""What it shows while somebody of an address book is looked at."""


def is_narrow(width: int) -> bool:
    """Return whether a screen of so many columns has no room for one person beside the list."""
    return width < NARROW


def list_width(width: int) -> int:
    """Return how many columns the list takes on a screen that has room for both."""
    return max(min(round(width * LIST_SHARE), WIDEST_LIST), SMALLEST_LIST)
