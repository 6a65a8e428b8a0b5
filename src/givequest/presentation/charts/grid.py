"""The grid: which column of a row a day of the month has, at the widest spacing that fits."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from givequest.domain.charts.calendar import column_of

SPACINGS = ((3, 1), (3, 0), (2, 1), (2, 0), (1, 1), (1, 0))
"""Columns of a day, and more between two weeks, from the roomiest to the tightest."""


@dataclass(frozen=True)
class Grid:
    """The columns of some days in a row."""

    days: range
    """Ordinals."""
    first_weekday: int
    cell: int
    """Columns a day takes."""
    gap: int = 0
    """Columns between two weeks."""

    def begins_week(self, day: int) -> bool:
        """Return whether a day is the first of its week."""
        return column_of(day, self.first_weekday) == 0

    @cached_property
    def columns(self) -> Mapping[int, int]:
        """The first column of each day."""
        columns: dict[int, int] = {}
        free = 0
        for day in self.days:
            if columns and self.begins_week(day):
                free += self.gap
            columns[day] = free
            free += self.cell
        return columns

    @property
    def width(self) -> int:
        """Columns of the whole row."""
        return self.columns[self.days[-1]] + self.cell


def fit_grid(days: range, first_weekday: int, room: int) -> Grid:
    """Return the roomiest grid for a month that fits into some columns, or the tightest where none does.

    Months are laid out as if they had 31 days, so that stepping from one to the next moves nothing.
    """
    for cell, gap in SPACINGS:
        if 31 * cell + 5 * gap <= room:
            return Grid(days, first_weekday, cell, gap)
    return Grid(days, first_weekday, *SPACINGS[-1])
