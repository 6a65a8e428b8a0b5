"""A month at a glance: what each of its days was to one series."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from givequest.application.game import Game
from givequest.domain.days import days_in_month
from givequest.domain.progress.streaks import Sign
from givequest.domain.rules import GIVING


class DayMark(StrEnum):
    """How a day is drawn in a small calendar."""

    KEPT = "kept"
    EMPTY = "empty"
    REST = "rest"
    OFF = "off"
    AHEAD = "ahead"


class Month(NamedTuple):
    """A month, the day that is shown in it, and a mark for each day."""

    first: date
    day: date
    today: date
    marks: tuple[DayMark, ...]


def month_of(game: Game, day: date, series: str = GIVING) -> Month:
    """Return the month around a day as one series saw it."""
    today = game.today()
    first = day.replace(day=1)
    history = game.histories.history(day.year)
    marks = []
    for number in range(days_in_month(first)):
        current = first + timedelta(days=number)
        facts = history.facts_of(current)
        sign = history.sign_on(series, current, today=today)
        if facts.rest and sign is not Sign.KEPT:
            mark = DayMark.REST
        elif current > today or (current == today and sign is Sign.EMPTY):
            mark = DayMark.AHEAD
        else:
            mark = {Sign.KEPT: DayMark.KEPT, Sign.BRIDGED: DayMark.OFF}.get(sign, DayMark.EMPTY)
        marks.append(mark)
    return Month(first, day, today, tuple(marks))
