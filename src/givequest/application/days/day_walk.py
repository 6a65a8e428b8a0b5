"""Stepping from day to day: one at a time as far as days off can be planned, beyond that from record to record.

Beyond lies what a clock that was ahead has logged; it is gone to so that it can be taken away.
"""

from __future__ import annotations

from datetime import date

from givequest.application.deeds import LONGEST_REST
from givequest.application.game.game import Game

LAST = date.max.toordinal()


def planned_until(game: Game) -> date:
    """Return the last day that can be taken off: `LONGEST_REST` days from today."""
    return date.fromordinal(min(game.today().toordinal() + LONGEST_REST, LAST))


def next_day(game: Game, day: date) -> date:
    """Return the next day; past `planned_until`, the next day with a record, or the same day if there is none."""
    if day < planned_until(game):
        return date.fromordinal(day.toordinal() + 1)
    return first_recorded(game, date.fromordinal(min(day.toordinal() + 1, LAST))) or day


def previous_day(game: Game, day: date) -> date:
    """Return the day before; past `planned_until`, the one before with a record, or `planned_until` itself."""
    before, planned = date.fromordinal(max(day.toordinal() - 1, 1)), planned_until(game)
    if before <= planned:
        return before
    years = [year for year in game.years.known if planned.year <= year <= day.year]
    recorded = (record.day for year in years for record in game.years.records(year).values())
    return max((other for other in recorded if planned < other < day), default=planned)


def first_recorded(game: Game, day: date) -> date | None:
    """Return the first day with a record on or after a day; None if there is none."""
    for year in game.years.known:
        if year >= day.year:
            days = [record.day for record in game.years.records(year).values() if record.day >= day]
            if days:
                return min(days)
    return None
