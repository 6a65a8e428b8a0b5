"""Dates as people write them: in numbers in any order, or with the name of the month."""

from __future__ import annotations

import re
from datetime import MAXYEAR, date, datetime

from givequest.domain.days import MONTHS
from givequest.named_tuple import NamedTuple

_NUMBERS = re.compile(r"(\d{1,4}) ?([./-]) ?(\d{1,2})(?: ?\2 ?(\d{1,4}))?( ?\.)?")
_LETTERS = re.compile(r"[a-z]{3,}")
_YEARS_AROUND = 9
"""Years among which there is a 29 February, even around 2100."""
_PIVOT = 50
"""A year of two digits is the one within so many years of today."""


class WrittenDate(NamedTuple):
    """A date as it was written, with its year or without."""

    day: int
    month: int
    year: int | None = None

    def nearest(self, start: date, *, ahead: bool) -> date | None:
        """Return the day; without a year, the next such day from `start` on, or the last one up to it."""
        if self.year is not None:
            return self.in_year(self.year)
        step = 1 if ahead else -1
        days = (self.in_year(start.year + step * number) for number in range(_YEARS_AROUND))
        return next((day for day in days if day is not None and (day - start).days * step >= 0), None)

    def in_year(self, year: int) -> date | None:
        """Return the day of a year, None where that year has none."""
        try:
            return date(year, self.month, self.day) if 1 <= year <= MAXYEAR else None
        except ValueError:
            return None


def read_dates(words: str, today: date) -> list[WrittenDate]:
    """Return every date that words in small letters can be read as; `today` decides on years of two digits."""
    match = _NUMBERS.fullmatch(words)
    return _orders(match, today) if match else _with_month_name(words, today)


def _orders(match: re.Match[str], today: date) -> list[WrittenDate]:
    """Return a date of numbers in every order in which people write it.

    Beside a year, or with a dot at its end, a dotted date has its day first, all over the world,
    unless only the other order is a date.
    """
    first, second, third = match[1], match[3], match[4]
    orders = [(third or "", second, first)] if len(first) == 4 else [(first, second, third), (second, first, third)]
    if third is not None and match[2] != ".":
        orders.append((third, second, first))
    found = [written for parts in orders if (written := _date_of(*parts, today)) is not None]
    is_dotted = match[2] == "." and (third is not None or match[5] is not None)
    return found[:1] if is_dotted else found


def _date_of(day: str, month: str, year: str | None, today: date) -> WrittenDate | None:
    """Return the date of a day, a month and a year in digits, None where no calendar has it."""
    if not (1 <= len(day) <= 2 and 1 <= len(month) <= 2 and (year is None or len(year) in (2, 4))):
        return None
    written = WrittenDate(int(day), int(month), None if year is None else _full_year(int(year), len(year), today))
    return written if written.in_year(2000 if written.year is None else written.year) is not None else None


def _full_year(year: int, digits: int, today: date) -> int:
    if digits == 4:
        return year
    year += today.year // 100 * 100
    return year + 100 * ((year <= today.year - _PIVOT) - (year > today.year + _PIVOT))


def _with_month_name(words: str, today: date) -> list[WrittenDate]:
    """Return a date with the name of its month in it, as `dateutil` reads it."""
    has_month = any(month.lower().startswith(name) for name in _LETTERS.findall(words) for month in MONTHS)
    if not has_month or not any(character.isdecimal() for character in words) or ":" in words:
        return []
    # Two defaults that differ in every part show which parts the words leave out.
    first, second = (_read(words, default, today) for default in (datetime(2000, 1, 1), datetime(2004, 2, 2)))
    if first is None or second is None or (first.month, first.day) != (second.month, second.day):
        return []
    return [WrittenDate(first.day, first.month, first.year if first.year == second.year else None)]


def _read(words: str, default: datetime, today: date) -> date | None:
    from dateutil import parser

    class English(parser.parserinfo):
        def __init__(self) -> None:
            super().__init__(dayfirst=True)
            self._year, self._century = today.year, today.year // 100 * 100  # it would ask the clock

    try:
        return parser.parse(words, parserinfo=English(), default=default, ignoretz=True).date()
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError):  # all of them happen
        return None
