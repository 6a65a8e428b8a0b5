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
    """An ordinal."""
    details: DayDetails
    """What was done on that day."""
    rules: Rules
    with_numbers: bool
    empty: str = ""
    """A line for a chart in which there is nothing to see."""
