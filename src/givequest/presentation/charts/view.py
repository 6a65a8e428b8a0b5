"""What a chart on screen is of: the chart, and what of it the person looks at."""

from __future__ import annotations

from dataclasses import dataclass

from givequest.domain.charts.details import DayDetails
from givequest.domain.charts.month import MonthChart
from givequest.domain.charts.year import YearChart
from givequest.domain.rules import Rules


@dataclass(frozen=True, slots=True)
class ChartView:
    """A month or a year with a cursor on a series and a day."""

    chart: MonthChart | YearChart
    series: str
    day: int
    """An ordinal; on paper 0."""
    details: DayDetails | None
    """What was done on that day; on paper nothing is told of it."""
    rules: Rules
    with_numbers: bool
    is_printed: bool = False
    """Whether it is on paper, as it were: without a cursor, and without a frame."""
    empty: str = ""
    """A line for a chart in which there is nothing to see."""
    year: YearChart | None = None
    """The year of the series beside a month, the year before below a year, to be drawn where there is room."""
