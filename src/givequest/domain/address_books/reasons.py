"""Why somebody comes to mind after an import, in a sentence or two that are true by the file."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta

from givequest.domain.address_books.titles import listed, words_for
from givequest.domain.days import MONTHS
from givequest.domain.records.contact import ContactRecord
from givequest.domain.text import end_sentence

_NUMBERS = (
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
)  # fmt: skip


def tell_anniversary(contact: ContactRecord, days: int, years: int) -> str:
    """Return since when two are connected, and how many years that is in so many days, negative for days ago."""
    told = {0: "Today it's", 1: "Tomorrow it's", -1: "Yesterday it was"}.get(days)
    if told is None:
        number = _NUMBERS[abs(days)]
        told = f"In {number} days it's" if days > 0 else f"{number.title()} days ago it was"
    return f"{tell_since(contact)} {told} {_count(years, 'year')}."


def tell_since(contact: ContactRecord) -> str:
    """Return since when two are connected; nothing where the file does not say it."""
    if contact.since is None:
        return ""
    what = "You two became friends there on" if contact.book == "facebook" else "You two connected there on"
    return f"{what} {_written(contact.since)}."


def tell_longest(contact: ContactRecord) -> str:
    """Return that nobody is connected longer, and what the file says of them."""
    since = "" if contact.since is None else f": {_written(contact.since)}"
    line = end_sentence(contact.line) if contact.line else ""
    return f"The first one there{since}. {line}".rstrip()


def tell_birthday(today: date, days: int) -> str:
    """Return that there is a birthday in so many days."""
    day = today + timedelta(days=days)
    words = f"{day.day} {MONTHS[day.month - 1]}"
    if days < 2:
        return f"It's a birthday {'tomorrow' if days else 'today'}, {words}."
    return f"A birthday on {words}, in {_count(days, 'day')}."


def tell_books(contact: ContactRecord, books: Collection[str]) -> str:
    """Return in which address books somebody is, the one of the contact first."""
    words = [words_for(book) for book in (contact.book, *sorted({*books} - {contact.book}))]
    return f"In {_NUMBERS[len(words)]} of your address books: {listed(words)}."


def _count(number: int, one: str) -> str:
    words = _NUMBERS[number] if number < len(_NUMBERS) else str(number)
    return f"{words} {one}{'' if number == 1 else 's'}"


def _written(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
