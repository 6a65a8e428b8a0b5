"""Words: what a chart says beside its shapes. Numbers are told plainly, and nothing is blamed."""

from __future__ import annotations

from datetime import date

from givequest.domain.charts.calendar import month_span
from givequest.domain.charts.month import Comparison, MonthChart
from givequest.domain.charts.traces import Run
from givequest.domain.charts.year import YearChart
from givequest.domain.days import MONTHS, WEEKDAYS, next_month
from givequest.domain.progress.day_cells import DayCell
from givequest.domain.progress.day_mark import DayMark
from givequest.domain.rules import SERIES_NAMES, Rules

NOTHING_YET = "Nothing here yet. Your first deed draws the first line."
NOTHING_THEN = "Nothing logged here, and that's fine."
NOTHING_SO_FAR = "Nothing logged here so far. Any day can be the first."
NOTHING_PLANNED = "These days are still ahead."

_DAYS = {
    DayMark.KEPT: "kept",
    DayMark.EMPTY: "an empty day",
    DayMark.BRIDGED: "a grace day",
    DayMark.REST: "a day off",
    DayMark.OFF: "not its day",
    DayMark.SLIP: "posted about yourself",
    DayMark.TODAY: "open; the day isn't over",
    DayMark.AHEAD: "to come",
    DayMark.BEFORE: "before you began",
}


def name_of(series: str, rules: Rules) -> str:
    """Return a series' name as people read it."""
    return SERIES_NAMES.get(series) or rules.known[series].name


def day_name(ordinal: int, year: int, *, short: bool = False) -> str:
    """Return a day like `3 October` (`3 Oct`), with its year where that is another than `year`."""
    day = date.fromordinal(ordinal)
    name = f"{day.day} {MONTHS[day.month - 1][: 3 if short else None]}"
    return name if day.year == year else f"{name} {day.year}"


def weekday_name(weekday: int) -> str:
    """Return the two letters of a weekday (0 is Monday), alike for all of them."""
    return WEEKDAYS[weekday][:2].title()


def count(number: int, noun: str = "day") -> str:
    """Return a number with its noun."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def compare(chart: MonthChart, series: str, *, with_numbers: bool = True) -> str:
    """Return a month of a series beside the month before, in a sentence; empty for a month to come."""
    comparison = chart.comparisons.get(series)
    if comparison is None:
        return ""
    before = MONTHS[next_month(chart.first, -1).month - 1]
    if not with_numbers:
        return _compare_in_words(comparison, before)
    kept = (count(comparison.kept) if comparison.kept else "no days") + (" so far" if comparison.is_running else "")
    if not comparison.has_before:
        return f"{kept}, in the month it all began." if comparison.kept else ""
    base = comparison.before_by_now if comparison.is_running else comparison.before
    more = comparison.kept - base
    by_now = f" by the {_nth(min(chart.today.day, _days_in(next_month(chart.first, -1))))}"
    when = f"in {before}{by_now if comparison.is_running else ''}"
    if more > 0:
        return f"{kept}, {more} more than {when}."
    if more == 0 and comparison.kept:
        return f"{kept}, as many as {when}."
    if not comparison.before:
        return ""
    return f"{kept}; {comparison.before} in {before}."


def _compare_in_words(comparison: Comparison, before: str) -> str:
    base = comparison.before_by_now if comparison.is_running else comparison.before
    if comparison.has_before and comparison.kept > base:
        return f"More days than in {before}."
    return f"As many days as in {before}." if comparison.has_before and comparison.kept == base > 0 else ""


def _days_in(first: date) -> int:
    start, last = month_span(first)
    return last - start + 1


def _nth(day: int) -> str:
    ending = "th" if 10 <= day % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
    return f"{day}{ending}"


def tell_run(run: Run, chart: YearChart, *, short: bool = False) -> str:
    """Return when a run was, without its length; `short` for little room."""
    first = f"from before {chart.year - 1}" if run.first is None else day_name(run.first, chart.year, short=short)
    if run.goes_on and chart.today.year > chart.year + 1:
        return f"{first} into {chart.year + 2}"
    if run.goes_on:
        return f"{first} to now"
    return first if run.first == run.last else f"{first} to {day_name(run.last, chart.year, short=short)}"


def tell_day(cell: DayCell, *, with_numbers: bool = True) -> str:
    """Return what a day was to a series, in a few words."""
    if cell.mark is DayMark.BRIDGED and with_numbers:
        return f"{_DAYS[cell.mark]}; the streak stepped over it"
    if cell.mark is DayMark.KEPT and with_numbers:
        return f"kept, day {cell.run} of a streak" if cell.run > 1 else "kept, the first day of a streak"
    return _DAYS[cell.mark]


def empty_line(chart: MonthChart | YearChart, *, is_new: bool) -> str:
    """Return the line for a chart in which there is nothing to see; empty when there is something."""
    if not chart.is_empty:
        return ""
    now = chart.today.toordinal()
    if is_new:
        return NOTHING_YET
    if chart.days[0] > now:
        return NOTHING_PLANNED
    return NOTHING_THEN if chart.days[-1] < now else NOTHING_SO_FAR
