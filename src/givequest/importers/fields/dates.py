"""Days as foreign programs write them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta

from givequest.domain.text import clean_line, fold_text

NO_YEAR = 1604
"""What Apple writes for a year that nobody gave."""
_MONTHS: dict[str, int] = {}
for _number, _names in enumerate(
    (
        "jan janv ene gen sty tam",
        "feb fevr fev lut hel",
        "mar mars mrt maa",
        "apr avr abr kwi huh",
        "may mai mag mei maj tou",
        "jun juin giu cze kes",
        "jul juil lug lip hei",
        "aug aout ago sie elo",
        "sep sept set wrz syy",
        "oct okt ott out paz lok",
        "nov lis marr",
        "dec dez dic des gru jou",
    ),
    1,
):
    for _name in _names.split():
        _MONTHS.setdefault(_name, _number)
_NAMED = re.compile(r"(\d{1,2})(?:\.|er|ª|º)?(?:\s+|-)(?:de\s+)?([^\W\d_]{3,12})\.?(?:\s+|-)(?:de\s+)?(\d{4}|\d\d)")
_NAMED_FIRST = re.compile(r"([^\W\d_]{3,12})\.?\s+(\d{1,2}),?\s+(\d{4})")
_ISO = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)(?:[T ].*)?")
_YEARLESS = re.compile(r"--(\d\d)-?(\d\d)")
_DOTS = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})")
_SLASHES = re.compile(r"(\d{1,2})([/-])(\d{1,2})\2(\d{4})")
_NOTHING = re.compile(r"[0/\-.: ]*")


def named_month_day(text: str) -> date | None:
    """Return the day of `14 Mar 2009`, `7-Feb-22`, `3. Mär 2022` or `2009-03-14`; None where it is none."""
    text = clean_line(text)
    if match := _ISO.fullmatch(text):
        return day_of(*map(int, match.groups()))
    if match := _NAMED.fullmatch(text):
        day, month, year = match.groups()
        if len(year) == 2:
            if "-" not in text:  # 14 Mar 20 may be a year that is cut off
                return None
            year = f"20{year}"
        return day_of(int(year), _month(month), int(day))
    if match := _NAMED_FIRST.fullmatch(text):
        month, day, year = match.groups()
        return day_of(int(year), _month(month), int(day))
    return None


def yearly_day(text: str) -> str | None:
    """Return a birthday or the like as records have it, `1985-12-03` or `--12-03`; None where it names no one day.

    Understood are ISO dates with and without signs between, times behind them, and a year that stands for none.
    """
    text = text.strip().rstrip(";").strip()
    if match := _YEARLESS.match(text):
        month, day = map(int, match.groups())
        whole = len(text) == match.end() or text[match.end()] == "T"
        return f"--{month:02}-{day:02}" if whole and day_of(2000, month, day) else None
    if match := _ISO.fullmatch(text):
        return _written(*map(int, match.groups()))
    return None


class DayOrder:
    """The order of day and month in a file whose dates are written with numbers alone, as far as the file proves it."""

    def __init__(self, texts: Iterable[str]) -> None:
        """`texts` are all the dates of the file."""
        pairs = [match.group(1, 3) for text in texts if (match := _SLASHES.fullmatch(text.strip()))]
        self._day_first = any(int(first) > 12 for first, _ in pairs)
        self._month_first = any(int(second) > 12 for _, second in pairs)

    def yearly_day(self, text: str) -> str | None:
        """Return a date as records have it; None where it is none, or where both orders would do."""
        text = text.strip()
        if match := _DOTS.fullmatch(text):
            day, month, year = map(int, match.groups())
            return _written(year, month, day)
        match = _SLASHES.fullmatch(text)
        if match is None:
            return yearly_day(text)
        first, second, year = (int(match[group]) for group in (1, 3, 4))
        if first == second:
            return _written(year, first, second)
        if self._day_first == self._month_first:
            return None
        return _written(year, second, first) if self._day_first else _written(year, first, second)

    def why_none(self, text: str) -> str:
        """Return why a text names no day."""
        return "could be two different dates" if _SLASHES.fullmatch(text.strip()) else "isn't a date"


def is_no_date(text: str) -> bool:
    """Return whether a cell says that there is no date, as `0/0/00` does."""
    return _NOTHING.fullmatch(text) is not None


def day_of_timestamp(seconds: object) -> date | None:
    """Return the day, in UTC, of a number of seconds since 1970; None where it is none."""
    if not isinstance(seconds, int | float) or not 0 < seconds < 2**33:
        return None
    return date(1970, 1, 1) + timedelta(days=int(seconds // 86400))


def day_of(year: int, month: int, day: int) -> date | None:
    """Return a day, None where the calendar does not have it."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _written(year: int, month: int, day: int) -> str | None:
    if day_of(year, month, day) is None:
        return None
    return f"--{month:02}-{day:02}" if year <= NO_YEAR else f"{year:04}-{month:02}-{day:02}"


def _month(name: str) -> int:
    """Return the month of a name in one of a dozen languages, 0 where it is none."""
    word = fold_text(name)
    return _MONTHS.get(word[:4]) or _MONTHS.get(word[:3], 0)
