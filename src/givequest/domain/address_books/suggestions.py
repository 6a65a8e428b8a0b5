"""Whom an import brings to mind: three names with a reason out of the file, and ten to be placed.

A file says since when two are connected, and when somebody was born. It does not say when they last spoke, and nothing
here claims to know it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from datetime import date

from givequest.domain.address_books.imported import BIRTHDAY, DEATH
from givequest.domain.address_books.titles import listed, words_for
from givequest.domain.days import MONTHS
from givequest.domain.records.contact import ContactRecord
from givequest.domain.records.yearly_dates import YearlyDate, read_yearly_date
from givequest.domain.text import name_key
from givequest.named_tuple import NamedTuple

THREE, TEN = 3, 10
NEAR_BIRTHDAY, NEAR_ANNIVERSARY, NEAR_FOR_TEN = 14, 3, 30
"""Days within which a date counts as near."""
_NO_YEAR = 9999
_NUMBERS = (
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
)  # fmt: skip


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
    what: YearlyDate
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
    open_to = [contact for contact in new if name_key(contact.name) not in people and not _is_remembered(contact)]
    longest = _longest_first(open_to)

    def take(suggestions: Iterable[Suggestion], most: int) -> None:
        for suggestion in suggestions:
            if most <= 0 or len(found) >= THREE:
                return
            if name_key(suggestion.contact.name) not in found:
                found[name_key(suggestion.contact.name)] = suggestion
                most -= 1

    take(_by_nearness(open_to, today), 1)
    take((Suggestion(contact, _tell_longest(contact)) for contact in longest[:1]), 1)
    take(_in_several(open_to, books_of), 1)
    take((Suggestion(contact, _tell_since(contact)) for contact in longest), THREE)
    take((Suggestion(contact) for contact in open_to), THREE)
    return list(found.values())


def suggest_ten(new: Sequence[ContactRecord], people: Collection[str], today: date) -> list[ContactRecord]:
    """Return up to ten contacts to be placed: those with a date near, then the longest connected, then by name."""
    open_to = [contact for contact in new if name_key(contact.name) not in people and not _is_remembered(contact)]
    measured = ((_nearest(contact, today, NEAR_FOR_TEN, NEAR_FOR_TEN), contact) for contact in open_to)
    near = sorted(((near[:3], contact) for near, contact in measured if near is not None), key=lambda row: row[0])
    by_name = sorted(open_to, key=lambda contact: name_key(contact.name))
    found: dict[str, ContactRecord] = {}
    for contact in (*(contact for _, contact in near), *_longest_first(open_to), *by_name):
        found.setdefault(name_key(contact.name), contact)
        if len(found) == TEN:
            break
    return list(found.values())


def _is_remembered(contact: ContactRecord) -> bool:
    return any(text.endswith(f" {DEATH}") for text in contact.dates)


def _longest_first(contacts: Iterable[ContactRecord]) -> list[ContactRecord]:
    since = [(contact.since, name_key(contact.name), contact) for contact in contacts if contact.since is not None]
    return [contact for _, _, contact in sorted(since, key=lambda row: row[:2])]


def _by_nearness(contacts: Iterable[ContactRecord], today: date) -> Iterator[Suggestion]:
    measured = ((_nearest(contact, today, NEAR_BIRTHDAY, NEAR_ANNIVERSARY), contact) for contact in contacts)
    near = [(found, contact) for found, contact in measured if found is not None]
    for found, contact in sorted(near, key=lambda row: row[0][:3]):
        yield Suggestion(contact, _tell_birthday(found) if found.is_birthday else _tell_day(contact, found, today))


def _nearest(contact: ContactRecord, today: date, birthdays: int, anniversaries: int) -> _Near | None:
    key = name_key(contact.name)
    found = []
    for text in contact.dates:
        if text.endswith(f" {BIRTHDAY}"):
            yearly = read_yearly_date(text)
            days = min(d for d in _distances(yearly, today) if d >= 0)
            if days <= birthdays:
                found.append(_Near(days, yearly.year or _NO_YEAR, key, days, yearly, True))
    if contact.since is not None:
        yearly = YearlyDate(contact.since.month, contact.since.day, contact.since.year)
        days = min(_distances(yearly, today), key=lambda d: (abs(d), -d))
        if abs(days) <= anniversaries and _years(contact.since, today, days) > 0:
            found.append(_Near(abs(days), contact.since.year, key, days, yearly, False))
    return min(found, default=None, key=lambda near: near[:3])


def _distances(yearly: YearlyDate, today: date) -> list[int]:
    """Return the days to a date last year, this year and next."""
    years = (year for year in (today.year - 1, today.year, today.year + 1) if year <= date.max.year)
    return [(yearly.in_year(year) - today).days for year in years]


def _years(since: date, today: date, days: int) -> int:
    return date.fromordinal(today.toordinal() + days).year - since.year


def _tell_day(contact: ContactRecord, near: _Near, today: date) -> str:
    since = contact.since or today
    years = _count(_years(since, today, near.days), "year")
    tense = "was" if near.days < 0 else "is"
    told = {0: "Today it's", 1: "Tomorrow it's", -1: "Yesterday it was"}.get(near.days)
    if told is None:
        number = _NUMBERS[near.distance]
        told = f"In {number} days it's" if tense == "is" else f"{number.title()} days ago it was"
    return f"{_tell_since(contact)} {told} {years}."


def _tell_since(contact: ContactRecord) -> str:
    if contact.since is None:
        return ""
    what = "You two became friends there on" if contact.book == "facebook" else "You two connected there on"
    return f"{what} {_written(contact.since)}."


def _tell_longest(contact: ContactRecord) -> str:
    assert contact.since is not None  # those without are in no such list
    line = contact.line or ""
    end = "" if not line or line.endswith((".", "…")) else "."
    return f"The first one there: {_written(contact.since)}. {line}{end}".rstrip()


def _tell_birthday(near: _Near) -> str:
    day = f"{near.what.day} {MONTHS[near.what.month - 1]}"
    if near.days < 2:
        return f"It's a birthday {'tomorrow' if near.days else 'today'}, {day}."
    return f"A birthday on {day}, in {_count(near.days, 'day')}."


def _in_several(contacts: Iterable[ContactRecord], books_of: Callable[[str], Collection[str]]) -> Iterator[Suggestion]:
    several = []
    for place, contact in enumerate(contacts):
        key = name_key(contact.name)
        books = {*books_of(key), contact.book}
        if len(books) > 1:
            several.append((-len(books), key, place, contact, books))
    for number, _, _, contact, books in sorted(several, key=lambda row: row[:3]):
        words = [words_for(book) for book in (contact.book, *sorted(books - {contact.book}))]
        yield Suggestion(contact, f"In {_NUMBERS[-number]} of your address books: {listed(words)}.")


def _count(number: int, one: str) -> str:
    words = _NUMBERS[number] if number < len(_NUMBERS) else str(number)
    return f"{words} {one}{'' if number == 1 else 's'}"


def _written(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
