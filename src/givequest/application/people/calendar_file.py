"""The dates of people as a file for calendar programs (iCalendar, RFC 5545)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from givequest.application.game.game import Game
from givequest.domain.people.initials import initials
from givequest.domain.people.occasions import named_date
from givequest.domain.people.ties import NEVER_NAMED
from givequest.domain.records.person import PersonRecord
from givequest.domain.records.yearly_dates import YearlyDate, read_yearly_date

if TYPE_CHECKING:
    from icalendar import Event

PRODUCT = "-//givequest//people//EN"
REMINDER = "Two minutes for someone"
"""What the daily reminder says: no number, and no name."""
NAMES: Mapping[str, Callable[[str], str]] = {
    "full": lambda name: name,
    "first": lambda name: name.split()[0],
    "initials": initials,
    "none": lambda name: "",
}
"""How a name stands in the file."""


def calendar_file(game: Game, *, names: str = "full", remind: time | None = None) -> bytes:
    """Return the file: an event every year for each date of somebody, and one a day to `remind` of two minutes.

    The same people, the same bytes, all year: a calendar that is given the file again replaces what it has. Whoever is
    gentle, a wall, remembered or set aside is not in it.
    """
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    for event in _yearly_events(game, NAMES[names]):
        calendar.add_component(event)
    if remind is not None:
        calendar.add_component(_daily_event(remind, game.today().year))
    return bytes(calendar.to_ical())


def _yearly_events(game: Game, shown: Callable[[str], str]) -> Iterator[Event]:
    for person in game.people.records.values():
        if person.gentle or person.tie in NEVER_NAMED:
            continue
        for text in person.dates:
            yield _yearly_event(person, read_yearly_date(text), shown(person.name), game.today().year)


def _yearly_event(person: PersonRecord, written: YearlyDate, name: str, this_year: int) -> Event:
    from icalendar import Event

    event = Event()
    start = written.in_year(written.year or this_year)
    rule: dict[str, object] = {"freq": "yearly"}
    if (written.month, written.day) == (2, 29):  # the last day of February, in any year
        rule |= {"bymonth": 2, "bymonthday": -1}
    what = written.words or "day"
    event.add("uid", f"{person.id}-{written.month:02}{written.day:02}-{_slug(what)}@givequest")
    event.add("dtstamp", datetime.fromisoformat(person.at).astimezone(UTC))
    event.add("dtstart", start)
    event.add("dtend", start + timedelta(days=1))
    event.add("rrule", rule)
    event.add("summary", named_date(name, written.words) if name else f"A {what}")
    event.add("transp", "TRANSPARENT")
    event.add("class", "PRIVATE")
    return event


def _daily_event(at: time, year: int) -> Event:
    from icalendar import Alarm, Event

    event, alarm = Event(), Alarm()
    start = datetime.combine(date(year, 1, 1), at)
    event.add("uid", "two-minutes@givequest")
    event.add("dtstamp", datetime(year, 1, 1, tzinfo=UTC))
    event.add("dtstart", start)
    event.add("dtend", start + timedelta(minutes=2))
    event.add("rrule", {"freq": "daily"})
    event.add("summary", REMINDER)
    event.add("transp", "TRANSPARENT")
    event.add("class", "PRIVATE")
    alarm.add("action", "DISPLAY")
    alarm.add("description", REMINDER)
    alarm.add("trigger", timedelta())
    event.add_component(alarm)
    return event


def _slug(words: str) -> str:
    """Return words as a part of an id: letters and digits, and a checksum where anything else is in them."""
    from zlib import crc32

    kept = "".join(letter if letter.isascii() and letter.isalnum() else "-" for letter in words.lower())[:40]
    return kept if kept == words else f"{kept}-{crc32(words.encode()):08x}"
