"""The charts: a month of all series, a year of one, and what was done on a day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from givequest.application.game import Game
from givequest.domain.charts.balance import Balance, balance_of
from givequest.domain.charts.calendar import month_span, same_day_of, year_span
from givequest.domain.charts.details import DayDetails, details_of
from givequest.domain.charts.month import Comparison, MonthChart
from givequest.domain.charts.traces import Span, Trace, trace_series, will_go_on
from givequest.domain.charts.year import YearChart, levels_of, scale_of
from givequest.domain.days import next_month
from givequest.domain.facts import NOTHING_DONE, DayFacts, gather_facts
from givequest.domain.history import History
from givequest.domain.standing import sign_of
from givequest.domain.streaks import START, Sign


class Charts:
    """Charts over one game. A year that was traced is kept until its history is another."""

    def __init__(self, game: Game) -> None:
        self._game = game
        self._facts: dict[int, tuple[object, Mapping[int, DayFacts]]] = {}
        self._traced: dict[int, tuple[object, Mapping[str, Trace]]] = {}

    def month(self, month: date, today: date | None = None) -> MonthChart:
        """Return the chart of the month that a day lies in, seen from `today` (the game's today when none is given)."""
        today = today or self._game.today()
        first, (start, last) = month.replace(day=1), month_span(month.replace(day=1))
        traces = {name: trace.part(start, last) for name, trace in self._traces(first.year, today).items()}
        return MonthChart(
            first=first,
            today=today,
            first_weekday=self._game.settings.first_weekday,
            traces=traces,
            comparisons=self._comparisons(first, traces, today),
            balance=self._balance(start, last, today),
        )
