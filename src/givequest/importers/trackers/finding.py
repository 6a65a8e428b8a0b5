"""Finding histories of other trackers where downloads lie, and where trackers keep them themselves."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence

from givequest.errors import GivequestError
from givequest.importers.files.candidates import latest_files
from givequest.importers.files.limits import LARGEST_FILE
from givequest.importers.trackers.reading import read_history
from givequest.named_tuple import NamedTuple

_ENDINGS = (".zip", ".db", ".json", ".txt", "log")
MOST_LOOKED_AT = 60
KEPT_AT = (".config/harsh", ".local/share/jrnl")
"""Below a person's own folder: where harsh and jrnl keep what they know."""


class FoundHistory(NamedTuple):
    """A file that holds a history."""

    path: str
    size: int
    """In bytes."""
    title: str
    """What it is from: `Loop Habit Tracker`."""
    habits: int
    entries: int


def find_histories(folders: Sequence[str]) -> Iterator[FoundHistory]:
    """Yield the files in some folders, not below them, that hold a history, the latest of each folder first.

    Each is read whole, so this is meant to be looked at as it goes on. What cannot be read is passed over.
    """
    for folder in dict.fromkeys(map(os.path.abspath, folders)):
        for path, size in latest_files(folder, _ENDINGS, LARGEST_FILE, MOST_LOOKED_AT):
            try:
                history = read_history(path)
            except GivequestError:
                continue
            if history.habits or history.entries:
                yield FoundHistory(path, size, history.title, len(history.habits), len(history.entries))
