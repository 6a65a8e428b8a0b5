"""How long the giving has gone on, kept in the cache: so a deed can be told what day it was without any history.

Kept is a number for each of the next days: what the run comes to if something is given on it, and on none between. It
holds for the very files and rules that it was made from.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from givequest.domain.kinds import Kind
from givequest.domain.records import Record
from givequest.domain.records.partitions import RULES
from givequest.errors import StorageError

if TYPE_CHECKING:
    from givequest.application.game.game import Game

RUN = "run"
"""The folder in the cache."""
VERSION = 1
DAYS = 14
"""Days ahead for which it is kept."""

Run = Mapping[str, int]
"""The length of the run by the day (an ordinal, in digits) that it would reach to."""


def keep_run(game: Game) -> None:
    """Keep the run for the days from today on, unless it is kept already as it is."""
    today, made_from = game.today(), _made_from(game)
    if made_from is None or game.years.broken:
        return
    known = game.cache.load(RUN, today.year, made_from)
    if known is not None and str(today.toordinal()) in known:
        return
    from givequest.domain.progress.day_mark import DayMark
    from givequest.domain.rules import GIVING

    history, grace = game.histories.recent(today), game.rules.grace
    streak = history.state_before(today).streak(GIVING)
    run: dict[str, int] = {}
    last = min(today.toordinal() + DAYS, date(today.year, 12, 31).toordinal())
    for ordinal in range(today.toordinal(), last + 1):
        run[str(ordinal)] = streak.after(DayMark.KEPT, grace).current
        day, after = date.fromordinal(ordinal), date.fromordinal(ordinal + 1)
        streak = streak.after(history.own_mark(GIVING, day, today=after), grace)
    game.cache.save(RUN, today.year, made_from, run)


def kept_run(game: Game) -> Run | None:
    """Return the run as it was kept; None where it was not, or where anything has changed since."""
    made_from = _made_from(game)
    return None if made_from is None else game.cache.load(RUN, game.this_year(), made_from)


def run_with(game: Game, deed: Record, kind: Kind, before: Run | None) -> int | None:
    """Return the day of the run that a deed has reached which was saved just now; None where nobody knows.

    `before` is what was kept before it was saved. What holds after it is kept for the next one.
    """
    today = game.today()
    if before is None or (kind.giving and deed.day != today):
        return None
    here = today.toordinal()
    reached = before.get(str(here)) if kind.giving else None
    if kind.giving and reached is None:
        return None
    after = before
    if reached is not None:
        # The day after goes on with it; so does the next, wherever one empty day ends nothing.
        after = {str(here): reached, str(here + 1): reached + 1}
        if game.settings.grace:
            after[str(here + 2)] = reached + 1
    made_from = _made_from(game)
    if made_from is not None:
        game.cache.save(RUN, today.year, made_from, after)
    return reached


def _made_from(game: Game) -> list[Any] | None:
    """Return what differs wherever the run may; None where the ledger can't be looked at."""
    settings = game.settings
    try:
        marks = {**game.store.signature(), **game.store.signature((RULES,))}
    except StorageError:
        return None
    files = [[partition, *mark] for partition, mark in sorted(marks.items()) if mark is not None]
    kinds = [[kind.id, kind.giving, kind.schedule, kind.times] for kind in settings.kinds.values()]
    return [VERSION, files, kinds, [*settings.core], settings.grace, settings.first_weekday]
