"""Dates that come every year: a birthday, a wedding. Whoever does not know the year leaves it out."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from givequest.domain.text import clean_line
from givequest.errors import RecordError
from givequest.named_tuple import NamedTuple

LONGEST_WORDS = 100
LEAP_YEAR = 2000
_WRITTEN = r"([0-9]{4}|-)-([0-9]{2})-([0-9]{2})(?: (.*))?"


class YearlyDate(NamedTuple):
    """A day of the year, and what it is; the 29th of February is one."""

    month: int
    """1 to 12."""
    day: int
    """1 to 31."""
    year: int | None = None
    """The year in which it was first; None: nobody wrote it down."""
    words: str = ""
    """What it is: `birthday`."""

    def __str__(self) -> str:
        """Return it as it is stored: `--12-03 birthday`, `2011-07-18 wedding`."""
        year = "-" if self.year is None else f"{self.year:04}"
        return f"{year}-{self.month:02}-{self.day:02} {self.words}".rstrip()

    def in_year(self, year: int) -> date:
        """Return the day on which it falls in a year: the 29th of February is the last day of any February."""
        try:
            return date(year, self.month, self.day)
        except ValueError:
            return date(year, 2, 28)


@lru_cache(maxsize=4096)
def read_yearly_date(text: str) -> YearlyDate:
    """Return the date that a text like `--12-03 birthday` stands for; `RecordError` when it is none."""
    match = re.fullmatch(_WRITTEN, text)
    if match is not None and len(words := clean_line(match[4] or "")) <= LONGEST_WORDS:
        year = None if match[1] == "-" else int(match[1])
        month, day = int(match[2]), int(match[3])
        try:
            date(LEAP_YEAR if year is None else year, month, day)
        except ValueError:
            pass
        else:
            return YearlyDate(month, day, year, words)
    raise RecordError("a date of it isn't written YYYY-MM-DD WORDS, or --MM-DD WORDS without the year.")
