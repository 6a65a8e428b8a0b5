"""Walking from day to day: one by one as far as days off can be planned, and beyond that from record to record.

Beyond lies what a clock that was ahead has logged; it is gone to so that it can be taken away.
"""

from __future__ import annotations

from datetime import date

from givequest.application.deeds import LONGEST_REST
from givequest.application.game import Game

LAST = date.max.toordinal()


def planned_until(game: Game) -> date:
    """Return the last day that can be taken off."""
    return date.fromordinal(min(game.today().toordinal() + LONGEST_REST, LAST))


def next_day(game: Game, day: date) -> date:
    """Return the day after a day; beyond what can be planned the next one with a record, or the same where none is."""
    if day < planned_until(game):
        return date.fromordinal(day.toordinal() + 1)
    return first_recorded(game, date.fromordinal(min(day.toordinal() + 1, LAST))) or day


def previous_day(game: Game, day: date) -> date:
    """Return the day before a day; beyond what can be planned the one before with a record, or the last such day."""
    before, planned = date.fromordinal(max(day.toordinal() - 1, 1)), planned_until(game)
    if before <= planned:
        return before
    years = [year for year in game.years.known if planned.year <= year <= day.year]
    recorded = (record.day for year in years for record in game.years.records(year).values())
    return max((other for other in recorded if planned < other < day), default=planned)


def first_recorded(game: Game, day: date) -> date | None:
    """Return the first day from a day on that anything is recorded for; None where there is none."""
    for year in game.years.known:
        if year >= day.year:
            days = [record.day for record in game.years.records(year).values() if record.day >= day]
            if days:
                return min(days)
    return None
