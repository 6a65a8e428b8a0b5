"""An importer of a tracker: how its files are told, and how what is in them becomes a history."""

from __future__ import annotations

from collections.abc import Callable

from givequest.importers.files.contents import Content
from givequest.importers.trackers.history_builder import HistoryBuilder
from givequest.named_tuple import NamedTuple


class TrackerImporter(NamedTuple):
    """One source whose history is in a single file."""

    source: str
    """What the ids of its records begin with."""
    title: str
    """What it is, as a sentence calls it."""
    fits: Callable[[Content], bool]
    """Returns whether a file is one of its, by what is in it."""
    read: Callable[[Content, HistoryBuilder], None]
    """Adds what is in a file to a history."""
