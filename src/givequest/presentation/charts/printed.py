"""Charts on paper: a month of every series, and a year of one, without frame and cursor."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from givequest.domain.charts.month import MonthChart
from givequest.domain.charts.year import YearChart
from givequest.domain.days import MONTHS, days_in_month
from givequest.domain.rules import GIVING, Rules
from givequest.presentation.charts.captions import compare, empty_line, tell_rest
from givequest.presentation.charts.heatmap import heat_lines, scale_lines
from givequest.presentation.charts.month import title_of as month_title
from givequest.presentation.charts.parts import LABEL, balance_lines, bar_line, legend_lines
from givequest.presentation.charts.rows import row_lines, ruler_lines
from givequest.presentation.charts.view import ChartView
from givequest.presentation.charts.year import run_lines
from givequest.presentation.charts.year import title_of as year_title
from givequest.presentation.lines import Line, wrap
from givequest.presentation.paint import Paint

COLUMNS = 80
MOST_BAR, LEAST_BAR = 20, 1
NUMBER = 4
"""Columns of a number behind a bar."""
MOST_RUNS = 6
"""Lines of the longest runs, with their heading."""


def month_page(
    chart: MonthChart, rules: Rules, paint: Paint, width: int, *, with_numbers: bool, is_new: bool
) -> list[Line]:
    """Return a month: a row for each series with its figures, the legend, and what it comes to in words."""
    view = ChartView(chart, "", 0, None, rules, with_numbers, is_printed=True)
    lines = [_title(month_title(chart), paint), *ruler_lines(view, chart, width, paint)]
    lines += [*row_lines(view, chart, width, paint), *legend_lines(rules, width, paint)]
    if chart.balance.total:
        balance = balance_lines(chart.balance, rules, width, paint, with_numbers=with_numbers)
        lines += [[], _title("Deeds of each kind", paint), *balance]
    compared = compare(chart, GIVING, with_numbers=with_numbers)
    words = [
        empty_line(chart, is_new=is_new) or (f"Giving: {compared}" if compared else ""),
        tell_rest(chart.balance, rules, chart.days[-1], chart.today),
    ]
    return lines + _sentences(words, width, paint)


def year_page(
    chart: YearChart, series: str, rules: Rules, paint: Paint, width: int, *, with_numbers: bool, is_new: bool
) -> list[Line]:
    """Return a year of one series: its heatmap with the scale, its months, its longest runs, and the balance."""
    view = ChartView(chart, series, 0, None, rules, with_numbers, is_printed=True)
    lines = [_title(year_title(view, chart), paint), *heat_lines(view, chart, width, paint)]
    lines += scale_lines(view, chart, width, paint)
    if empty := empty_line(chart, is_new=is_new):
        return lines + _sentences([empty], width, paint)
    lines += [[], _title("Days of each month", paint), *_months(chart, paint, width, with_numbers=with_numbers)]
    if runs := run_lines(view, chart, width, MOST_RUNS, paint):
        lines += [[], *runs]
    if chart.balance.total:
        balance = balance_lines(chart.balance, rules, width, paint, with_numbers=with_numbers)
        lines += [[], _title("Deeds of each kind", paint), *balance]
    return lines + _sentences([tell_rest(chart.balance, rules, chart.days[-1], chart.today)], width, paint)


def _title(words: str, paint: Paint) -> Line:
    return [(words, paint.style(bold=True))]


def _months(chart: YearChart, paint: Paint, width: int, *, with_numbers: bool) -> list[Line]:
    cells = max(min(MOST_BAR, width - LABEL - NUMBER), LEAST_BAR)
    lines = []
    for month, kept in enumerate(chart.kept_by_month(), 1):
        share = kept / days_in_month(date(chart.year, month, 1))
        lines.append(bar_line(MONTHS[month - 1], share, kept if with_numbers else None, cells, "kept", paint))
    return lines


def _sentences(words: Sequence[str], width: int, paint: Paint) -> list[Line]:
    said: list[Line] = [[(line, paint.style())] for sentence in words for line in wrap(sentence, max(width, 1))]
    return [[], *said] if said else []
