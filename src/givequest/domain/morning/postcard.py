"""The postcard: on Mondays, some of last week's own notes, and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, timedelta

from givequest.domain.records import Record, RecordType, order_of

MONDAY = 0
MOST = 3
"""Notes on a postcard."""
_LONGEST = 40
"""Characters of a note that is short enough to stand beside others."""


def postcard_days(today: date) -> tuple[date, ...]:
    """Return the days of the week before a Monday; none on any other day."""
    if today.weekday() != MONDAY or today.toordinal() <= 7:
        return ()
    return tuple(today - timedelta(days=back) for back in range(7, 0, -1))


def postcard_notes(
    today: date,
    records_on: Callable[[date], Iterable[Record]],
    may_name: Callable[[str], bool] = lambda person: True,
) -> tuple[str, ...]:
    """Return what stands on the postcard of a day: at most three notes of last week's deeds, spread over the week.

    Notes of deeds for somebody who is not to be named stay at home, and so do long ones.
    """
    notes: dict[str, None] = {}
    for day in postcard_days(today):
        for record in sorted(records_on(day), key=order_of):
            if record.type is not RecordType.DEED or not record.note or len(record.note) > _LONGEST:
                continue
            if record.person is None or may_name(record.person):
                notes.setdefault(record.note.rstrip("."))
    told = list(notes)
    if len(told) > MOST:
        told = [told[0], told[len(told) // 2], told[-1]]
    return tuple(told)


def write_postcard(notes: Iterable[str], room: int = 200) -> str:
    """Return a postcard in a line of at most `room` characters, with as many of the notes as fit; nothing for none."""
    written = ""
    for note in notes:
        longer = f'{written}, "{note}"' if written else f'Last week: "{note}"'
        if len(longer) + 1 > room:
            break
        written = longer
    return f"{written}." if written else ""
