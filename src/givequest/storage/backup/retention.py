"""Which backups are kept: decided by their names alone, whatever clock or file times say."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import Any

from givequest.named_tuple import NamedTuple

DAILY, WEEKLY, MONTHLY = 7, 4, 12
"""The last backup of each of this many latest days, weeks and months that have any stays."""
KEEP_ALL_DAYS = 2
"""Every backup of this many latest days stays, those taken before an import or a restore too."""
LONGEST_PAUSE = timedelta(days=31)
"""A gap longer than this suggests a clock jump; backups from before it stay until the clock has run that long again."""
SUFFIX = ".zip"
_NAME = re.compile(r"(\d{4}-\d\d-\d\d)-(\d{6})(?:-(\d{1,4}))?(?:-([a-z][a-z-]*))?\.zip")


class BackupName(NamedTuple):
    """The parsed name of a backup. Later names compare greater, whatever the contents."""

    taken: datetime
    """When it was taken: local time, to the second."""
    number: int
    """Tells backups of one second apart; 0 for the first."""
    reason: str
    """Why it was taken, `before-import`; empty for a daily one and for one that was asked for."""

    def __str__(self) -> str:
        number = f"-{self.number}" if self.number else ""
        reason = f"-{self.reason}" if self.reason else ""
        return f"{self.taken.date().isoformat()}-{self.taken:%H%M%S}{number}{reason}{SUFFIX}"


def read_name(text: str) -> BackupName | None:
    """Parse a file name; None if it is not that of a backup."""
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
    """Return the backups that are no longer needed at `now`.

    Backups named for later than `now` were made by a wrong clock: they are kept and otherwise ignored.
    """
    past = sorted((name for name in names if name.taken <= now), reverse=True)
    days = sorted({name.taken.date() for name in past}, reverse=True)
    if not days or now.date() - days[0] > LONGEST_PAUSE:
        return set()
    since = _start_of_latest_run(days)
    if days[0] - since <= LONGEST_PAUSE:
        past = [name for name in past if name.taken.date() >= since]
    kept = {name for name in past if name.taken.date() in days[:KEEP_ALL_DAYS]}
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


def _start_of_latest_run(days: Sequence[date]) -> date:
    """Return the first day of the latest run without a gap longer than `LONGEST_PAUSE`; `days` are the latest first."""
    for later, earlier in pairwise(days):
        if later - earlier > LONGEST_PAUSE:
            return later
    return days[-1]
