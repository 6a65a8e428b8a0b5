"""What importers make of another tracker's file: habits with the days on which they were done, and diary entries."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from givequest.domain.diagnostics import Diagnostic
from givequest.named_tuple import NamedTuple


class HabitDay(NamedTuple):
    """A day on which a habit was done."""

    day: date
    note: str = ""
    """What was written beside it, one line."""


class ImportedHabit(NamedTuple):
    """A habit, and every day on which it was done: nothing that was skipped, and nothing that was only due."""

    key: str
    """What the source knows it by, so that a second import finds the same deeds."""
    name: str
    """As it is called there; two of one name are told apart by a number."""
    days: tuple[HabitDay, ...]
    """The earliest first, each once."""


class ImportedEntry(NamedTuple):
    """All that was written in a diary on one day."""

    day: date
    time: str
    """When the first of it was written, `HH:MM`; empty where nobody wrote that down."""
    text: str


class ImportedHistory(NamedTuple):
    """What one file, folder or zip of another program holds."""

    source: str
    """What ids of its records begin with: `loop`."""
    title: str
    """What it is from, as a sentence calls it: `Loop Habit Tracker`."""
    place: str
    """The file, as sentences call it."""
    habits: tuple[ImportedHabit, ...] = ()
    entries: tuple[ImportedEntry, ...] = ()
    left_out: Mapping[str, int] = {}
    """Why something that can be read is not taken, with the number of it: `days that were skipped`."""
    problems: tuple[Diagnostic, ...] = ()
    """What cannot be read, with file and line."""
