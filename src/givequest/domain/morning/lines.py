"""Morning lines: one a day, the same all day long, and none of them twice in `APART` days."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any
from zlib import crc32

from givequest.domain.days import MONTHS, WEEKDAYS
from givequest.domain.text import clean_line
from givequest.named_tuple import NamedTuple

APART = 60
"""Days between two mornings with the same line; there are more lines for any day than that."""
LONGEST = 72
"""Characters of a line: it has a place of its own on 80 columns."""
SOUTH = "south"
_WEEKS = 4
"""On each day of the week a line of that day comes once in so many weeks."""
_PER_MONTH = 7
"""On one of so many days a line of the month comes, as long as there are any."""
_YEARS = (
    "A year", "Two years", "Three years", "Four years", "Five years", "Six years", "Seven years", "Eight years",
    "Nine years", "Ten years", "Eleven years", "Twelve years", "Thirteen years", "Fourteen years", "Fifteen years",
    "Sixteen years", "Seventeen years", "Eighteen years", "Nineteen years", "Twenty years",
)  # fmt: skip


class Mornings(NamedTuple):
    """All the lines there are."""

    any: tuple[str, ...] = ()
    weekday: tuple[tuple[str, ...], ...] = ()
    """The lines of each day of the week, Monday first."""
    season: tuple[tuple[str, ...], ...] = ()
    """The lines of each month's weather, as the northern year goes."""
    calendar: tuple[tuple[str, ...], ...] = ()
    """The lines of each month that are the same everywhere."""
    dates: Mapping[str, str] = {}
    """The lines of small dates: by month and day (`02-29`), or by what such a day is called (`friday-13`)."""

    def of_day(self, day: date, seed: str, hemisphere: str = "north", first_deed: date | None = None) -> str:
        """Return the line of a day; `first_deed` is the day of the first deed ever, whose anniversaries are told."""
        return (
            self._of_date(day, hemisphere, first_deed)
            or self._of_month(day, seed, hemisphere)
            or self._of_weekday(day, seed)
            or self._of_any_day(day, seed)
        )

    def _of_date(self, day: date, hemisphere: str, first_deed: date | None) -> str:
        if first_deed is not None and (years := years_between(first_deed, day)):
            return self.dates.get("first-deed", "").replace("{years}", years_in_words(years))
        for name in (f"{day:%m-%d}", *_names_of(day, hemisphere)):
            if name in self.dates:
                return self.dates[name]
        return ""

    def _of_month(self, day: date, seed: str, hemisphere: str) -> str:
        if not self.calendar:
            return ""
        weather = (day.month - 1 + (6 if hemisphere == SOUTH else 0)) % 12
        lines = self.calendar[day.month - 1] + self.season[weather]
        chance = _mix(seed, "month", f"{day:%Y-%m}")
        week, position = divmod(day.day - 1, _PER_MONTH)
        if position != chance % _PER_MONTH or week >= len(lines):
            return ""
        return lines[(week + (chance >> 8)) % len(lines)]

    def _of_weekday(self, day: date, seed: str) -> str:
        week, weekday = divmod(day.toordinal() - 1, 7)
        lines = self.weekday[weekday] if self.weekday else ()
        if not lines or (week + weekday + _mix(seed, "week")) % _WEEKS:
            return ""
        return lines[(week // _WEEKS) % len(lines)]

    def _of_any_day(self, day: date, seed: str) -> str:
        ordered = sorted(self.any, key=lambda line: (_mix(seed, line), line))
        return ordered[day.toordinal() % len(ordered)] if ordered else ""


NO_MORNINGS = Mornings()


def years_between(first: date, day: date) -> int:
    """Return how many whole years ago a day was, on its anniversaries; 0 on all other days."""
    return day.year - first.year if (day.month, day.day) == (first.month, first.day) and day > first else 0


def years_in_words(years: int) -> str:
    """Return a number of years (1 or more) in words: "Two years"; beyond twenty, "Many years"."""
    return _YEARS[years - 1] if years <= len(_YEARS) else "Many years"


def _names_of(day: date, hemisphere: str) -> list[str]:
    """Return what a small date is called; two days of the same name are more than `APART` days apart."""
    names = []
    if (day.month, day.day) in ((6, 21), (12, 21)):
        names.append("longest-day" if (day.month == 6) == (hemisphere != SOUTH) else "shortest-day")
    if day.weekday() == WEEKDAYS.index("friday"):
        if day.day == 13 and (day - timedelta(days=28)).day != 13:
            names.append("friday-13")
        if day.month % 3 == 1 and (day + timedelta(days=7)).month != day.month:
            names.append("last-friday")
    return names


def read_mornings(document: Mapping[str, Any]) -> Mornings:
    """Return the lines that a packaged document holds; `ValueError`, `KeyError` or `TypeError` where it does not."""
    weekday, season, calendar = (document[name] for name in ("weekday", "season", "calendar"))
    months = [name.casefold() for name in MONTHS]
    return Mornings(
        any=_checked(document["any"]),
        weekday=tuple(_checked(weekday[name]) for name in WEEKDAYS),
        season=tuple(_checked(season[name]) for name in months),
        calendar=tuple(_checked(calendar[name]) for name in months),
        dates={name: _checked([line])[0] for name, line in document["date"].items()},
    )


def _checked(lines: Sequence[Any]) -> tuple[str, ...]:
    if any(not isinstance(line, str) or not 0 < len(clean_line(line)) <= LONGEST for line in lines):
        raise ValueError(f"a line takes 1 to {LONGEST} characters")
    return tuple(map(clean_line, lines))


def _mix(*parts: str) -> int:
    return crc32("/".join(parts).encode()) * 0x9E3779B1 & 0xFFFFFFFF
