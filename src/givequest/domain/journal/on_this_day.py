"""Echoes: an older page that comes back on its day, at most one a day."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from zlib import crc32

from givequest.domain.journal.sorts import HUSHED, POCKET
from givequest.domain.records import Record, RecordType
from givequest.named_tuple import NamedTuple

_IN_WORDS = {30: "30 days ago", 90: "90 days ago", 365: "about a year ago", 730: "about two years ago"}
DISTANCES = tuple(_IN_WORDS)
"""Days that lie between a page and its echo; whole years do as well."""


class Echo(NamedTuple):
    """An older page, and how long ago it was, in words."""

    entry: Record
    distance: str


def echo_days(today: date, first_year: int) -> dict[date, str]:
    """Return the days that a day looks back on, with the words for the distance."""
    days = {}
    for years in range(1, max(today.year - first_year, 0) + 1):
        try:
            days[today.replace(year=today.year - years)] = "a year ago" if years == 1 else f"{years} years ago"
        except ValueError:  # there was no 29 February
            continue
    for distance in DISTANCES:
        day = date.fromordinal(max(today.toordinal() - distance, 1))
        if day.year >= first_year:
            days.setdefault(day, _IN_WORDS[distance])
    return days


def find_echo(
    today: date, first_year: int, records_on: Callable[[date], Iterable[Record]], seed: str = ""
) -> Echo | None:
    """Return the older page that a day brings back, the same all day long; None where there is none.

    A page that is not to come back leaves its turn empty: another in its place would
    be a second one on the same day.
    """
    pages: list[Echo] = []
    for day, distance in echo_days(today, first_year).items():
        pages += [Echo(record, distance) for record in records_on(day) if _can_come_back(record)]
    if not pages:
        return None
    pages.sort(key=lambda page: crc32(f"{seed} {today} {page.entry.id}".encode()))
    # What was put aside may have been pocketed before, and keeps its place: no other page comes in its stead.
    pages.sort(key=lambda page: page.entry.sort is None)
    return None if pages[0].entry.sort == HUSHED else pages[0]


def _can_come_back(record: Record) -> bool:
    has_words = bool((record.text or "").strip())
    return record.type is RecordType.ENTRY and record.sort in (None, POCKET, HUSHED) and has_words
