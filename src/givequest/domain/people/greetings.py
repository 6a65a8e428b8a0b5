"""Greetings: dates of people, greeted on their day and, as late is fine, for six days after."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from givequest.domain.people.profiles import NamedOn, Profile
from givequest.domain.people.ties import NEVER_NAMED, Tie
from givequest.domain.records.yearly_dates import YearlyDate, read_yearly_date
from givequest.named_tuple import NamedTuple

LATE = 6
"""Days after a date on which it is greeted still."""
SOON = 14
"""Days ahead that a list of dates looks."""
_NEARNESS = {Tie.CLOSE: 0, Tie.EDGE: 1, Tie.FADED: 2}


class Greeting(NamedTuple):
    """A date of somebody, and the day on which it falls."""

    profile: Profile
    written: YearlyDate
    day: date


def greeted_day(written: YearlyDate, last: int, today: date) -> date | None:
    """Return the day of a date that is greeted today: today itself or one of the six days before; None where none is.

    Args:
        written: The date.
        last: The last day before today (an ordinal) on which a deed named them; 0: there is none.
        today: The day that is looked at.

    """
    for year in (today.year, today.year - 1):
        if year < 1 or (written.year is not None and year < written.year):
            continue
        day = written.in_year(year)
        if day == today or (0 < (today - day).days <= LATE and last < day.toordinal()):
            return day
    return None


def greetings_on(people: Iterable[Profile], named: NamedOn, today: date) -> list[Greeting]:
    """Return the dates that are greeted on a day: the latest first, then those of whoever is nearest."""
    found: list[Greeting] = []
    near = _written_days(today)
    for profile in people:
        for text in profile.dates:
            if (text[2:7] if text.startswith("-") else text[5:10]) in near:
                found += _greeted(profile, text, named, today)
    return sorted(found, key=_order)


def _greeted(profile: Profile, text: str, named: NamedOn, today: date) -> Iterator[Greeting]:
    if profile.gentle or profile.tie in NEVER_NAMED:
        return
    days, written = profile.days_in(named), read_yearly_date(text)
    day = greeted_day(written, days[-1] if days else 0, today)
    if day is not None:
        yield Greeting(profile, written, day)


def _written_days(today: date) -> set[str]:
    """Return how the month and day of a date can be written that is greeted: most need no more reading than that."""
    first = max(today.toordinal() - LATE, 1)
    days = {date.fromordinal(ordinal).isoformat()[5:] for ordinal in range(first, today.toordinal() + 1)}
    return days | {"02-29"} if "02-28" in days else days


def coming(profile: Profile, today: date, ahead: int = SOON) -> Iterator[Greeting]:
    """Yield the dates of somebody in the days from today on, so many ahead; none of theirs who are never greeted."""
    if profile.gentle or profile.tie in NEVER_NAMED:
        return
    for text in profile.dates:
        day = next_day(written := read_yearly_date(text), today)
        if day is not None and day - today <= timedelta(days=ahead):
            yield Greeting(profile, written, day)


def next_day(written: YearlyDate, today: date) -> date | None:
    """Return the day on which a date falls next, today included; None past the end of all calendars."""
    first = max(today.year, written.year or 0)
    days = (written.in_year(year) for year in (first, first + 1) if year <= date.max.year)
    return next((day for day in days if day >= today), None)


def _order(greeting: Greeting) -> tuple[int, int, str]:
    profile = greeting.profile
    return -greeting.day.toordinal(), _NEARNESS.get(Tie(profile.tie), 3) if profile.tie else 3, profile.keys[0]
