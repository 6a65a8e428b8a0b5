"""Which backups stay: worked out from their names alone, so that no clock and no copying of files can mislead it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import Any, NamedTuple

DAILY, WEEKLY, MONTHLY = 7, 4, 12
"""Of so many days, weeks and months that have backups at all, the last of each stays."""
WHOLE_DAYS = 2
"""Of so many latest days every backup stays: those taken before an import or a restore are among them."""
LONGEST_PAUSE = timedelta(days=31)
"""After a longer pause than this the clock may have jumped: what is from before it stays, until it has run so long."""
SUFFIX = ".zip"
_NAME = re.compile(r"(\d{4}-\d\d-\d\d)-(\d{6})(?:-(\d{1,4}))?(?:-([a-z][a-z-]*))?\.zip")


class BackupName(NamedTuple):
    """What the name of a backup says; later ones are greater."""

    taken: datetime
    """When, by the clock on the wall."""
    number: int
    """Tells those of one second apart."""
    reason: str
    """`before-import`, or nothing for one of every day."""

    def __str__(self) -> str:
        number = f"-{self.number}" if self.number else ""
        reason = f"-{self.reason}" if self.reason else ""
        return f"{self.taken.date().isoformat()}-{self.taken:%H%M%S}{number}{reason}{SUFFIX}"


def read_name(text: str) -> BackupName | None:
    """Return what a file's name says; None when it is not that of a backup."""
    match = _NAME.fullmatch(text)
    if match is None:
        return None
    day, time, number, reason = match.groups()
    try:
        taken = datetime.fromisoformat(f"{day}T{time[:2]}:{time[2:4]}:{time[4:]}")
    except ValueError:
        return None
    name = BackupName(taken, int(number or 0), reason or "")
    return name if str(name) == text else None


def names_to_remove(names: Iterable[BackupName], now: datetime) -> set[BackupName]:
    """Return the backups that are not needed any more, now that one was taken at `now`.

    Backups of the future come from a clock that was wrong: they stay, and count for nothing.
    """
    past = sorted((name for name in names if name.taken <= now), reverse=True)
    days = sorted({name.taken.date() for name in past}, reverse=True)
    if not days or now.date() - days[0] > LONGEST_PAUSE:
        return set()
    since = _last_start(days)
    if days[0] - since <= LONGEST_PAUSE:
        past = [name for name in past if name.taken.date() >= since]
    kept = {name for name in past if name.taken.date() in days[:WHOLE_DAYS]}
    periods: list[tuple[int, Callable[[date], Any]]] = [
        (DAILY, lambda day: day),
        (WEEKLY, lambda day: day.isocalendar()[:2]),
        (MONTHLY, lambda day: (day.year, day.month)),
    ]
    for count, period_of in periods:
        seen: set[Any] = set()
        for name in past:
            period = period_of(name.taken.date())
            if period not in seen and len(seen) < count:
                seen.add(period)
                kept.add(name)
    return set(past) - kept


def _last_start(days: Sequence[date]) -> date:
    """Return the first of some days, the latest first, that no long pause parts from the latest one."""
    for later, earlier in pairwise(days):
        if later - earlier > LONGEST_PAUSE:
            return later
    return days[-1]
