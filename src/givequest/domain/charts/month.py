"""The chart of a month: a row of day cells for each series, with weekly totals and a comparison."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from givequest.domain.charts.balance import Balance
from givequest.domain.charts.calendar import month_span, weeks_of
from givequest.domain.charts.traces import Trace
from givequest.domain.progress.day_cells import DayCell
from givequest.domain.progress.day_mark import DayMark


@dataclass(frozen=True, slots=True)
class Comparison:
    """The kept days of a series in a month and in the month before."""

    kept: int
    before: int
    """In the whole month before."""
    before_by_now: int
    """In the month before, up to the same day of the month."""
    is_running: bool
    """Whether the month is still running."""
    has_before: bool
    """Whether anything was recorded by the end of the month before."""


@dataclass(frozen=True, slots=True)
class MonthChart:
    """All series in one month, as seen from `today`."""

    first: date
    today: date
    first_weekday: int
    traces: Mapping[str, Trace]
    """One per series in display order, with a cell for each day of the month."""
    comparisons: Mapping[str, Comparison]
    balance: Balance

    @property
    def days(self) -> range:
        """The ordinals of the month's days."""
        first, last = month_span(self.first)
        return range(first, last + 1)

    def cell(self, series: str, day: int) -> DayCell:
        """Return the cell of a series for a day (an ordinal) of the month. Raises KeyError for an unknown series."""
        return self.traces[series].cells[day - self.days[0]]

    @property
    def is_empty(self) -> bool:
        """Whether no day is kept or off."""
        return not any(
            cell.mark in (DayMark.KEPT, DayMark.REST) for trace in self.traces.values() for cell in trace.cells
        )

    def weeks(self) -> list[tuple[int, ...]]:
        """Return the weeks of the month: seven ordinals each, 0 for a day of another month."""
        return weeks_of(self.days[0], self.days[-1], self.first_weekday)

    def kept_by_week(self, series: str) -> list[int]:
        """Return how many days (0 to 7) a series was kept in each of the month's weeks."""
        cells = self.traces[series].cells
        start = self.days[0]
        return [
            sum(bool(ordinal) and cells[ordinal - start].mark is DayMark.KEPT for ordinal in week)
            for week in self.weeks()
        ]
