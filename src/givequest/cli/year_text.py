"""A year of one series in words, for whoever hears it read or pipes it on."""

from __future__ import annotations

from collections.abc import Iterator

from givequest.domain.charts.year import YearChart
from givequest.domain.days import MONTHS
from givequest.domain.rules import Rules
from givequest.presentation.charts.captions import count, empty_line, name_of, tell_run


def year_words(chart: YearChart, series: str, rules: Rules, *, with_numbers: bool, is_new: bool) -> Iterator[str]:
    """Yield the year in sentences: its months, its longest runs, and the ways of giving; no figure without numbers."""
    yield f"{name_of(series, rules)} in {chart.year}, as of {chart.today.isoformat()}."
    if empty := empty_line(chart, is_new=is_new):
        yield empty
        return
    kept = {name: days for name, days in zip(MONTHS, chart.kept_by_month(), strict=True) if days}
    if kept and with_numbers:
        yield f"Kept on {count(chart.trace.kept)}: {', '.join(f'{name} {days}' for name, days in kept.items())}."
    elif kept:
        yield f"Kept in {', '.join(kept)}."
    for run in chart.longest_runs():
        told = f"A long streak: {count(run.length)}, " if with_numbers else "A long stretch: "
        yield f"{told}{tell_run(run, chart)}."
    deeds = {name_of(kind, rules): number for kind, number in chart.balance.deeds.items() if number}
    if deeds:
        shown = (f"{name} {number}" if with_numbers else name for name, number in deeds.items())
        yield f"Deeds of each kind: {', '.join(shown)}."
