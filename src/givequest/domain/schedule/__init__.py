"""Schedules: the days on which a kind is due, written as an RRULE of RFC 5545 and read with dateutil.

The calendar knows days alone: of UNTIL, DTSTART, RDATE and EXDATE the date counts as it is written, and time of day
and time zone are ignored. A rule without a DTSTART is in step with a day that the caller names, its anchor:
with INTERVAL=2 that day is one of its days, as is the second before and the second after it, and COUNT counts from it.
"""

from givequest.domain.schedule.days import comes_from, due_days, is_anchored, is_due
from givequest.domain.schedule.reading import AHEAD, EXAMPLE, LONGEST, Schedule, read_schedule

__all__ = [
    "AHEAD",
    "EXAMPLE",
    "LONGEST",
    "Schedule",
    "comes_from",
    "due_days",
    "is_anchored",
    "is_due",
    "read_schedule",
]
