"""A month at a glance: the mark of each day of one series."""

from __future__ import annotations

from datetime import date, timedelta

from givequest.application.game.game import Game
from givequest.domain.days import days_in_month
from givequest.domain.progress.day_cells import follow_days
from givequest.domain.progress.day_facts import DayFacts
from givequest.domain.progress.day_mark import DayMark
from givequest.domain.records import RecordType
from givequest.domain.rules import GIVING
from givequest.named_tuple import NamedTuple


class Month(NamedTuple):
    """A month, the day that is shown in it, and a mark for each day."""

    first: date
    day: date
    today: date
    marks: tuple[DayMark, ...]


def month_of(game: Game, day: date, series: str = GIVING) -> Month:
    """Return the month that contains a day, with the marks of one series."""
    today, first = game.today(), day.replace(day=1)
    last = first + timedelta(days=days_in_month(first) - 1)
    if first > today:  # nothing leads there that could be folded
        resting = {record.day for record in game.years.records(day.year).values() if record.type is RecordType.REST}
        days_ahead = (date.fromordinal(ordinal) for ordinal in range(first.toordinal(), last.toordinal() + 1))
        return Month(first, day, today, tuple(DayMark.REST if day in resting else DayMark.AHEAD for day in days_ahead))
    history = game.histories.recent(first)

    def facts_of(ordinal: int) -> DayFacts:
        is_here = ordinal <= last.toordinal()  # to know whether a gap was bridged, later days are asked for
        there = history if is_here else game.histories.recent(date.fromordinal(ordinal))
        return there.facts_at(ordinal)

    before = history.state_before(first).streak(series)
    days = (first.toordinal(), last.toordinal(), today.toordinal())
    cells = follow_days(series, before, facts_of, game.rules, *days)
    return Month(first, day, today, tuple(cell.mark for cell in cells))
