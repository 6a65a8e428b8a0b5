"""A person in one line, as it comes to mind: `Ana Berg #choir 3 dec close met at the fair`.

The name comes first. After it, in any order: `#tags`, a tie, and dates with a word each for what they are (without one
a birthday). `met` takes the rest of the line.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from givequest.domain.dates.written_dates import WrittenDate, read_dates
from givequest.domain.days import MONTHS
from givequest.domain.people.ties import TIES
from givequest.domain.text import clean_line
from givequest.errors import UsageError
from givequest.named_tuple import NamedTuple

BIRTHDAY = "birthday"
"""What a date is of which nothing is said."""
_MET = "met"
_LONGEST_DATE = 3
"""Words that a date is written in at the most."""


class QuickEntry(NamedTuple):
    """What one line says of a person."""

    name: str
    tie: str | None = None
    tags: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()
    """As records hold them: `--12-03 birthday`, `2011-07-18 wedding`."""
    met: str | None = None


def read_quick_entry(text: str, today: date) -> QuickEntry:
    """Return what a line says of a person; years of two digits are near `today`.

    A tie is one only in small letters and after the name: Glenn Close stays whole. Raises `UsageError` for a line
    that names nobody, and for a date that can be read in two ways.
    """
    words = clean_line(text).split()
    name: list[str] = []
    tags: list[str] = []
    dates: list[tuple[str, list[str]]] = []
    tie: str | None = None
    after_date = False
    at = 0
    while at < len(words):
        word = words[at]
        if word == _MET and name:
            rest = words[at + 1 :]
            tags += [other[1:] for other in rest if _is_tag(other)]
            met = " ".join(other for other in rest if not _is_tag(other))
            return _entry(name, tie, tags, dates, met)
        if _is_tag(word):
            tags.append(word[1:])
        elif name and word in TIES:
            tie, after_date = word, False
        elif name and (found := _date_at(words, at, today)) is not None:
            written, length = found
            dates.append((_stored(written), []))
            at, after_date = at + length, True
            continue
        elif after_date:
            dates[-1][1].append(word)
        else:
            name.append(word)
        at += 1
    return _entry(name, tie, tags, dates, "")


def read_date_of(text: str, today: date) -> str:
    """Return a date of a person as records hold it: `3 dec birthday` is `--12-03 birthday`. Raises `UsageError`."""
    words = clean_line(text).split()
    found = _date_at(words, 0, today) if words else None
    if found is None:
        raise UsageError(f"'{clean_line(text)[:40]}' doesn't begin with a date; write it like 3 dec birthday.")
    return f"{_stored(found[0])} {' '.join(words[found[1] :]) or BIRTHDAY}"


def _is_tag(word: str) -> bool:
    return word.startswith("#") and len(word) > 1


def _entry(
    name: Sequence[str], tie: str | None, tags: Sequence[str], dates: Sequence[tuple[str, Sequence[str]]], met: str
) -> QuickEntry:
    if not name:
        raise UsageError("A person begins with a name: Ana Berg #choir 3 dec close met at the fair.")
    told = tuple(f"{day} {' '.join(words) or BIRTHDAY}" for day, words in dates)
    return QuickEntry(" ".join(name), tie, tuple(dict.fromkeys(tags)), told, met or None)


def _date_at(words: Sequence[str], at: int, today: date) -> tuple[WrittenDate, int] | None:
    """Return the date that begins at a word, and how many words it takes; the longest one there is."""
    for length in range(min(_LONGEST_DATE, len(words) - at), 0, -1):
        written = " ".join(words[at : at + length]).lower()
        if not any(character.isdecimal() for character in written):
            continue
        if written.startswith("--"):  # as it is stored
            written = ".".join(reversed(written[2:].split("-"))) + "."
        found = list(dict.fromkeys(read_dates(written, today)))
        if len(found) > 1:
            meant = " or ".join(_in_words(one) for one in found)
            raise UsageError(f"'{written}' can be {meant}; write it with the month's name.")
        if found:
            return found[0], length
    return None


def _in_words(written: WrittenDate) -> str:
    year = "" if written.year is None else f" {written.year:04}"
    return f"{written.day} {MONTHS[written.month - 1]}{year}"


def _stored(written: WrittenDate) -> str:
    start = "-" if written.year is None else f"{written.year:04}"
    return f"{start}-{written.month:02}-{written.day:02}"
