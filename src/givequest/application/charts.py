"""The charts: a month of all series, a year of one, and what was done on a day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from givequest.application.game.fading import shown_records
from givequest.application.game.game import Game
from givequest.domain.charts.balance import Balance, balance_of
from givequest.domain.charts.calendar import month_span, year_span
from givequest.domain.charts.details import DayDetails, details_of
from givequest.domain.charts.month import Comparison, MonthChart
from givequest.domain.charts.traces import Run, Span, Trace, begin_of_run, follow_run, trace_series
from givequest.domain.charts.year import YearChart, levels_of, scale_of
from givequest.domain.days import next_month
from givequest.domain.progress.day_facts import NOTHING_DONE, DayFacts, gather_facts
from givequest.domain.progress.day_mark import DayMark
from givequest.domain.progress.due import FactsOf
from givequest.domain.progress.history import History
from givequest.domain.progress.state import own_mark
from givequest.domain.progress.streaks import START, Streak

YEARS_KEPT = 4
"""How many charted years stay in memory."""


class Charts:
    """Charts of one game. The last few years that were charted stay in memory until a history they used changes."""

    def __init__(self, game: Game) -> None:
        self._game = game
        self._traced: dict[int, _Traced] = {}

    def month(self, month: date, today: date | None = None) -> MonthChart:
        """Return the chart of the month that contains a day, as seen from `today` (default: the game's today)."""
        today = today or self._game.today()
        first = month.replace(day=1)
        start, last = month_span(first)
        series = self.series(start, last, today)
        traced = self._traces(first.year, today)
        traces = {name: traced[name].part(start, last) for name in series}
        return MonthChart(
            first=first,
            today=today,
            first_weekday=self._game.settings.first_weekday,
            traces=traces,
            comparisons=self._comparisons(first, today, series),
            balance=self._balance(start, last, today),
        )

    def year(self, year: int, series: str, today: date | None = None) -> YearChart:
        """Return the chart of one series through a year, seen from `today`. Raises KeyError for an unknown series."""
        today = today or self._game.today()
        rules = self._game.rules
        start, last = year_span(year)
        trace, facts_of = self._traces(year, today)[series], self._facts_of(today)
        return YearChart(
            year=year,
            today=today,
            first_weekday=self._game.settings.first_weekday,
            trace=trace,
            levels=levels_of(series, range(start, last + 1), today.toordinal(), facts_of, rules),
            scale=scale_of(series),
            runs=self._runs(trace, year, today),
            balance=self._balance(start, last, today),
        )

    def series(self, first: int, last: int, today: date | None = None) -> tuple[str, ...]:
        """Return the series that have a place in a chart of some days (ordinals): a retired kind has it in its time."""
        rules, facts_of = self._game.rules, self._facts_of(today or self._game.today())
        shown = rules.kinds_between(first, last)
        if not shown.issuperset(rules.known):
            shown = shown.union(*(facts_of(day).deeds for day in range(first, last + 1)))
        return tuple(name for name in rules.series if name in shown or name not in rules.known)

    def read_ahead(self, year: int, today: date | None = None) -> None:
        """Work out a year that may be opened next, unless it is before the first record."""
        first_year = self._game.years.first()
        if first_year is not None and year >= first_year:
            self._traces(year, today or self._game.today())

    def day(self, day: date) -> DayDetails:
        """Return what is recorded for a day, for display."""
        records = shown_records(self._game, self._game.years.records_on(day))
        return details_of(day, records, self._game.rules)

    def months(self, today: date | None = None) -> tuple[date, date]:
        """Return the first days of the first and the last month to offer.

        They are January of the first year with records, and the month of the last record or that in a year from
        now, whichever is later.
        """
        now = (today or self._game.today()).replace(day=1)
        first_year = self._game.years.first()
        earliest = now if first_year is None else min(now, date(first_year, 1, 1))
        last = self._game.years.last_day() or now
        return earliest, max(next_month(now, 12), last.replace(day=1))

    def _traces(self, year: int, today: date) -> Mapping[str, Trace]:
        known = self._traced.get(year)
        if known is not None and known.today == today and self._is_true(known.seen):
            return known.traces
        seen: dict[int, History] = {}
        facts_of = self._facts_of(today, seen)
        before, _ = self._state_before(year, today, seen)
        span = Span(*year_span(year), today.toordinal())
        rules = self._game.rules
        traces = {name: trace_series(name, before.get(name, START), facts_of, rules, span) for name in rules.series}
        if year <= today.year:
            self._traced.pop(year, None)
            self._traced[year] = _Traced(today, seen, traces)
            if len(self._traced) > YEARS_KEPT:
                del self._traced[next(iter(self._traced))]
        return traces

    def _is_true(self, seen: Mapping[int, History]) -> bool:
        """Return whether the histories that something was made from are what they were."""
        return all(self._game.histories.history(year) is history for year, history in seen.items())

    def _state_before(self, year: int, today: date, seen: dict[int, History]) -> tuple[Mapping[str, Streak], int]:
        """Return where each series stood on the eve of a year, and the day (ordinal) of the first record."""
        if year > today.year:  # seen from today, all that is to come stands where today does
            return {name: trace.after for name, trace in self._traces(today.year, today).items()}, 0
        history = seen[year] = self._game.histories.history(year)
        if history.base.day:
            return history.base.series, 0
        now = today.toordinal()
        return {}, min(history.first_day or now, now)

    def _facts_of(self, today: date, seen: dict[int, History] | None = None) -> FactsOf:
        """Return the facts of any day; the histories that were asked are noted in `seen`."""
        years: dict[int, Mapping[int, DayFacts]] = {}
        known: Mapping[int, DayFacts] = {}
        first = last = 0

        end = date.max.toordinal() if today >= self._game.today() else today.toordinal()

        def facts_of(ordinal: int) -> DayFacts:
            nonlocal known, first, last
            if ordinal > end:  # what was logged or planned after a day of the past is not seen from it
                return NOTHING_DONE
            if not first <= ordinal <= last:
                year = date.fromordinal(ordinal).year
                first, last = year_span(year)
                if year not in years:
                    years[year] = self._facts_of_year(year, today, {} if seen is None else seen)
                known = years[year]
            return known.get(ordinal, NOTHING_DONE)

        return facts_of

    def _facts_of_year(self, year: int, today: date, seen: dict[int, History]) -> Mapping[int, DayFacts]:
        if year > today.year:  # of a year to come nothing is folded: only its days off are asked for
            return gather_facts(self._game.years.records(year).values(), self._game.rules)
        seen[year] = self._game.histories.history(year)
        return seen[year].facts

    def _runs(self, trace: Trace, year: int, today: date) -> tuple[Run, ...]:
        """Return the runs of a year, those at its ends whole as far as the years next to it tell."""
        now, rules, facts_of = today.toordinal(), self._game.rules, self._facts_of(today)
        start, last = year_span(year)
        runs = trace.runs(goes_on=trace.after.current > 0)
        if runs and runs[0].first is None:
            look_back, _ = year_span(max(year - 1, 1))
            begin = begin_of_run(trace.series, trace.before.current, start - 1, look_back, facts_of, rules)
            runs[0] = replace(runs[0], first=begin)
        if runs and runs[-1].goes_on and now > last:
            _, limit = year_span(year + 1)
            runs[-1] = follow_run(runs[-1], trace, limit, now, facts_of, rules)
        return tuple(runs)

    def _comparisons(self, first: date, today: date, series: Iterable[str]) -> Mapping[str, Comparison]:
        facts_of, rules, now = self._facts_of(today), self._game.rules, today.toordinal()
        start, last = month_span(first)
        if start > now:
            return {}
        start_before, last_before = month_span(next_month(first, -1))
        by_now = min(start_before + now - start, last_before) if now <= last else last_before
        _, begin = self._state_before(first.year, today, {})
        kept = {
            name: [
                ordinal
                for ordinal in range(start_before, min(last, now) + 1)
                if own_mark(name, ordinal, facts_of, rules) is DayMark.KEPT
            ]
            for name in series
        }
        return {
            name: Comparison(
                kept=sum(day >= start for day in days),
                before=sum(day < start for day in days),
                before_by_now=sum(day <= by_now for day in days),
                is_running=now <= last,
                has_before=begin <= last_before,
            )
            for name, days in kept.items()
        }

    def _balance(self, first: int, last: int, today: date) -> Balance:
        facts_of, rules = self._facts_of(today), self._game.rules
        last = min(last, today.toordinal())
        if first > last:
            return Balance({})
        return balance_of(first, last, facts_of, rules)


@dataclass(frozen=True, slots=True)
class _Traced:
    """All series through a year, and what they were made from."""

    today: date
    seen: Mapping[int, History]
    traces: Mapping[str, Trace]
