"""Loop Habit Tracker: when a day of a habit is done, whether it comes from the zip or from the database."""

from __future__ import annotations

from givequest.importers.trackers.history_builder import NOT_BY_HAND, SKIPPED, HistoryBuilder
from givequest.named_tuple import NamedTuple

SOURCE, TITLE = "loop", "Loop Habit Tracker"
THOUSANDTHS = 1000
"""Loop stores what was measured as a whole number of thousandths."""
DONE, AUTOMATIC, SKIP = 2, 1, 3
WORDS = {"YES_MANUAL": DONE, "YES_AUTO": AUTOMATIC, "SKIP": SKIP, "NO": 0, "UNKNOWN": -1}


class Target(NamedTuple):
    """What a habit that is measured asks for."""

    value: float
    at_least: bool
    """False: at most, so that a day on which nothing was done would count."""


def is_done(value: int, target: Target | None, builder: HistoryBuilder) -> bool:
    """Return whether a day's value says that somebody did it; what is skipped or done by Loop itself is counted."""
    if target is not None:
        return target.at_least and value > 0 and value >= target.value * THOUSANDTHS
    if value == SKIP:
        builder.leave_out(SKIPPED)
    elif value == AUTOMATIC:
        builder.leave_out(NOT_BY_HAND)
    return value == DONE
