"""What page 5 says: about whom a word might reach today, and never about whom none has reached."""

from __future__ import annotations

from datetime import date

from givequest.domain.days import MONTHS, WEEKDAYS
from givequest.domain.people.last_word import last_word
from givequest.domain.people.quick_entry import QuickEntry
from givequest.domain.records.yearly_dates import YearlyDate, read_yearly_date
from givequest.domain.text import end_sentence

FIRST_NAME = "Who came to mind first?"
PLENTY = "One word a day is plenty."
MOVING = "c close  f faded  e edge  w wall  r remembered  a aside  - none"
"""The keys that place whoever is chosen, after the one that asks for it."""
VIEWS = ("mine", "not placed", "dates", "books")
ORDERS = {"name": "by name", "quiet": "quietest first", "date": "nearest date first"}
TIES = {"c": "close", "f": "faded", "e": "edge", "w": "wall", "r": "remembered", "a": "aside", "-": None}
"""What each key places somebody as."""
PLACED = {
    "close": "close", "faded": "faded, and may come back", "edge": "at the edge", "wall": "a wall",
    "remembered": "remembered", "aside": "set aside", None: "not placed",
}  # fmt: skip


def plenty(far: str | None, near: str | None) -> str:
    """Return the line below the list: whom this day names."""
    if far and near:
        return end_sentence(f"Two names a day are plenty: {far} or {near}")
    if far or near:
        return f"One word a day is plenty: {far or near}, say."
    return PLENTY


def told_entry(entry: QuickEntry, bullet: str) -> str:
    """Return how a line for a new person is read; a bullet stands between its parts."""
    parts = [entry.name, *([entry.tie] if entry.tie else []), *(f"#{tag}" for tag in entry.tags)]
    parts += [told_date(read_yearly_date(text)) for text in entry.dates]
    parts += [told_met(entry.met)] if entry.met else []
    return f" {bullet} ".join(parts)


def first_name_of(name: str) -> str:
    """Return what somebody is called in a sentence where there is little room: the first word of the name."""
    return name.split(" ")[0]


def told_date(one: YearlyDate) -> str:
    """Return a date of a person in words: `3 December, birthday`, `18 July 2011, wedding`."""
    year = "" if one.year is None else f" {one.year}"
    words = f", {one.words}" if one.words else ""
    return f"{one.day} {MONTHS[one.month - 1]}{year}{words}"


def short_date(one: YearlyDate) -> str:
    """Return a date of a person in few letters, the year left out: `3 Dec, birthday`."""
    return f"{one.day} {MONTHS[one.month - 1][:3]}" + (f", {one.words}" if one.words else "")


def short_day(day: date) -> str:
    """Return a day of the coming weeks: `Thu  3 Dec`."""
    return f"{WEEKDAYS[day.weekday()][:3].title()} {day.day:>2} {MONTHS[day.month - 1][:3]}"


def told_met(met: str) -> str:
    """Return where somebody was met as a sentence: `Met at the fair in Lund.`, `Met: Lund, 2011.`"""
    first, _, rest = met.partition(" ")
    begins = first.lower() in {
        "at", "in", "on", "by", "through", "via", "during", "when", "while", "as", "after", "before", "where", "with",
        "over", "near", "from", "under", "around", "online",
    }  # fmt: skip
    words = f"Met {first.lower()} {rest}" if begins and rest else f"Met: {met}"
    return end_sentence(words)


def heard_from(name: str, days: int, *, with_numbers: bool) -> str:
    """Return the one line of the guard, which never refuses a deed; `days` is on how many of thirty they heard."""
    often = "twice this month" if days == 2 else "more than twice this month"
    return f"{name} has heard from you {often if with_numbers else 'lately'}. Let it land."


def word_of(day: date, today: date) -> str:
    """Return how long ago a day was, as the beginning of a line."""
    words = last_word(day.toordinal(), today.toordinal())
    return words[0].upper() + words[1:]
