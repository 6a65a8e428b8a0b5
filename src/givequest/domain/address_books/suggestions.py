"""Whom an import brings to mind: three names with a reason out of the file, and ten to be placed.

A file says since when two are connected, and when somebody was born. It does not say when they last spoke, and nothing
here claims to know it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta

from givequest.domain.address_books.imported import BIRTHDAY, DEATH
from givequest.domain.address_books.reasons import (
    tell_anniversary,
    tell_birthday,
    tell_books,
    tell_longest,
    tell_since,
)
from givequest.domain.days import is_leap_year
from givequest.domain.records.contact import ContactRecord
from givequest.domain.text import name_key
from givequest.named_tuple import NamedTuple

THREE, TEN = 3, 10
NEAR_BIRTHDAY, NEAR_ANNIVERSARY, NEAR_FOR_TEN = 14, 3, 30
"""Days within which a date counts as near."""
_NO_YEAR = 9999
_BIRTHDAY = f" {BIRTHDAY}"
Keyed = tuple[str, ContactRecord]
"""A contact behind the key of its name."""


class Suggestion(NamedTuple):
    """Somebody who comes to mind, and why."""

    contact: ContactRecord
    reason: str = ""
    """One or two sentences that are true by the file; empty where none is claimed."""


class _Near(NamedTuple):
    """A date that is near, ordered by how near it is, then by how old."""

    distance: int
    year: int
    key: str
    days: int
    """Days from today, negative for one that has passed."""
    is_birthday: bool


def suggest_three(
    new: Sequence[ContactRecord], books_of: Callable[[str], Collection[str]], people: Collection[str], today: date
) -> list[Suggestion]:
    """Return up to three of the contacts that an import has brought.

    The first is whose birthday or day of connecting is nearest, the second the one they are longest connected with, the
    third somebody who is in several books. Where a rule finds nobody, the next longest connections take its place,
    and then the first of the book without a reason.

    Args:
        new: The contacts, in the order of the file.
        books_of: Returns the books that have somebody of a name key.
        people: The name keys of those who are people already: they are left out.
        today: The giving day.

    """
    found: dict[str, Suggestion] = {}
    open_to = _open_to(new, people)
    longest = _longest_first(open_to)

    def take(suggestions: Iterable[tuple[str, Suggestion]], most: int) -> None:
        for key, suggestion in suggestions:
            if most <= 0 or len(found) >= THREE:
                return
            if key not in found:
                found[key] = suggestion
                most -= 1

    take(_by_nearness(open_to, today), 1)
    take(((key, Suggestion(contact, tell_longest(contact))) for key, contact in longest[:1]), 1)
    take(_in_several(open_to, books_of), 1)
    take(((key, Suggestion(contact, tell_since(contact))) for key, contact in longest), THREE)
    take(((key, Suggestion(contact)) for key, contact in open_to), THREE)
    return list(found.values())


def suggest_ten(new: Sequence[ContactRecord], people: Collection[str], today: date) -> list[ContactRecord]:
    """Return up to ten contacts to be placed: those with a date near, then the longest connected, then by name."""
    open_to = _open_to(new, people)
    near = (each[1:] for each in _near(open_to, today, NEAR_FOR_TEN, NEAR_FOR_TEN))
    found: dict[str, ContactRecord] = {}
    for key, contact in (*near, *_longest_first(open_to), *sorted(open_to, key=lambda each: each[0])):
        found.setdefault(key, contact)
        if len(found) == TEN:
            break
    return list(found.values())


def _open_to(new: Iterable[ContactRecord], people: Collection[str]) -> list[Keyed]:
    """Return the contacts that may be suggested: who is a person already is not, nor whoever has died."""
    keyed = ((name_key(contact.name), contact) for contact in new)
    return [(key, contact) for key, contact in keyed if key not in people and not _is_remembered(contact)]


def _is_remembered(contact: ContactRecord) -> bool:
    return any(text.endswith(f" {DEATH}") for text in contact.dates)


def _longest_first(contacts: Iterable[Keyed]) -> list[Keyed]:
    since = [(contact.since, key, contact) for key, contact in contacts if contact.since is not None]
    return [(key, contact) for _, key, contact in sorted(since, key=lambda row: row[:2])]


def _by_nearness(contacts: Iterable[Keyed], today: date) -> Iterator[tuple[str, Suggestion]]:
    for near, key, contact in _near(contacts, today, NEAR_BIRTHDAY, NEAR_ANNIVERSARY):
        if near.is_birthday or contact.since is None:
            reason = tell_birthday(today, near.days)
        else:
            reason = tell_anniversary(contact, near.days, _years(contact.since, today, near.days))
        yield key, Suggestion(contact, reason)


def _near(
    contacts: Iterable[Keyed], today: date, birthdays: int, anniversaries: int
) -> list[tuple[_Near, str, ContactRecord]]:
    """Return the contacts with a date near, the nearest first."""
    ahead = _days_around(today, range(birthdays + 1))
    around = _days_around(today, range(-anniversaries, anniversaries + 1))
    found = []
    for key, contact in contacts:
        dates = [*_near_birthdays(key, contact, ahead), *_near_anniversary(key, contact, around, today)]
        if dates:
            found.append((min(dates), key, contact))
    return sorted(found, key=lambda row: row[0])


def _near_birthdays(key: str, contact: ContactRecord, ahead: Mapping[str, int]) -> Iterator[_Near]:
    for text in contact.dates:
        if text.endswith(_BIRTHDAY):
            written = text.removesuffix(_BIRTHDAY)
            days = ahead.get(written[-5:])
            if days is not None:
                yield _Near(days, _NO_YEAR if written.startswith("-") else int(written[:4]), key, days, True)


def _near_anniversary(key: str, contact: ContactRecord, around: Mapping[str, int], today: date) -> Iterator[_Near]:
    if contact.since is not None:
        days = around.get(contact.since.isoformat()[5:])
        if days is not None and _years(contact.since, today, days) > 0:
            yield _Near(abs(days), contact.since.year, key, days, False)


def _days_around(today: date, offsets: Iterable[int]) -> dict[str, int]:
    """Return the days so far from today, written MM-DD, each with how far; a February without a 29th ends on it."""
    found: dict[str, int] = {}
    known = (offset for offset in offsets if today.toordinal() + offset <= date.max.toordinal())
    for offset in sorted(known, key=lambda offset: (abs(offset), -offset)):
        day = today + timedelta(days=offset)
        found.setdefault(day.isoformat()[5:], offset)
        if (day.month, day.day) == (2, 28) and not is_leap_year(day.year):
            found.setdefault("02-29", offset)
    return found


def _years(since: date, today: date, days: int) -> int:
    return (today + timedelta(days=days)).year - since.year


def _in_several(
    contacts: Iterable[Keyed], books_of: Callable[[str], Collection[str]]
) -> Iterator[tuple[str, Suggestion]]:
    several = []
    for place, (key, contact) in enumerate(contacts):
        others = books_of(key)
        if len(books := {*others, contact.book}) > 1:
            several.append((-len(books), key, place, contact, books))
    for _, key, _, contact, books in sorted(several, key=lambda row: row[:3]):
        yield key, Suggestion(contact, tell_books(contact, books))
