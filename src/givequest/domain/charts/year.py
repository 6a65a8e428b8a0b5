"""The chart of a year: one series as a heatmap, with monthly totals and the longest runs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from givequest.domain.charts.balance import Balance
from givequest.domain.charts.calendar import month_span, weeks_of, year_span
from givequest.domain.charts.traces import Run, Trace
from givequest.domain.progress.day_cells import DayCell
from givequest.domain.progress.day_mark import DayMark
from givequest.domain.progress.due import FactsOf
from givequest.domain.progress.state import due_on
from givequest.domain.rules import BOARD, GIVING, Rules

LEVELS = 4
"""The number of heatmap levels above 0."""
EFFORT_STEPS = (1, 2, 4, 7)
"""The total effort of a day's giving deeds at which each level starts."""
RUNS_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Scale:
    """What the levels of a heatmap mean."""

    unit: str
    """`effort`, `share` (of the day's core quests) or `kept`: all of one kind, which is full with its first deed."""
    steps: tuple[str, ...]
    """A label for each level above 0."""


@dataclass(frozen=True, slots=True)
class YearChart:
    """One series in one year, as seen from `today`."""

    year: int
    today: date
    first_weekday: int
    trace: Trace
    levels: tuple[int, ...]
    """The heatmap level, 0 to `LEVELS`, of each day of the year."""
    scale: Scale
    runs: tuple[Run, ...]
    """All runs with a kept day in the year, in order."""
    balance: Balance

    @property
    def days(self) -> range:
        """The ordinals of the year's days."""
        first, last = year_span(self.year)
        return range(first, last + 1)

    def cell(self, series: str, day: int) -> DayCell:
        """Return the cell of a day (an ordinal) of the year. `series` is ignored; it matches `MonthChart.cell`."""
        return self.trace.cells[day - self.days[0]]

    @property
    def is_empty(self) -> bool:
        """Whether no day is kept or off."""
        return not any(cell.mark in (DayMark.KEPT, DayMark.REST) for cell in self.trace.cells)

    def weeks(self) -> list[tuple[int, ...]]:
        """Return the weeks of the year (53 or 54): seven ordinals each, 0 for a day of another year."""
        return weeks_of(self.days[0], self.days[-1], self.first_weekday)

    def kept_by_month(self) -> list[int]:
        """Return the number of kept days in each of the twelve months."""
        return [self.trace.part(*month_span(date(self.year, month, 1))).kept for month in range(1, 13)]

    def longest_runs(self, most: int = RUNS_SHOWN) -> list[Run]:
        """Return at most `most` runs, the longest first; of two equally long runs the later first."""
        return sorted(self.runs, key=lambda run: (-run.length, -run.last))[:most]


def levels_of(series: str, days: Iterable[int], today: int, facts_of: FactsOf, rules: Rules) -> tuple[int, ...]:
    """Return the heatmap level of each day; 0 for days after today."""
    return tuple(_level_of(series, day, facts_of, rules, is_open=day == today) if day <= today else 0 for day in days)


def _level_of(series: str, ordinal: int, facts_of: FactsOf, rules: Rules, *, is_open: bool) -> int:
    """Return the step (0 to `LEVELS`) of a series' scale that a day reached."""
    facts = facts_of(ordinal)
    if series == GIVING:
        effort = sum(facts.efforts)
        return sum(effort >= step for step in EFFORT_STEPS)
    if series == BOARD:
        due = due_on(ordinal, facts_of, rules, is_open=is_open)
        kept = sum(map(facts.keeps, due))
        if kept == len(due):
            return LEVELS if due else 0
        return min(-(-kept * LEVELS // len(due)), LEVELS - 1)
    if not facts.keeps(series):
        return 0
    return LEVELS


def scale_of(series: str) -> Scale:
    """Return what the heatmap levels of a series mean."""
    if series == GIVING:
        ends = [step - 1 for step in EFFORT_STEPS[1:]]
        labels = [f"{low}-{high}" if low < high else f"{low}" for low, high in zip(EFFORT_STEPS, ends, strict=False)]
        return Scale("effort", (*labels, f"{EFFORT_STEPS[-1]}+"))
    if series == BOARD:
        return Scale("share", ("1/4", "1/2", "3/4", "all"))
    return Scale("kept", ("kept",))
