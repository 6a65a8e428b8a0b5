"""Fading: after some months a name in a deed is shown as initials. Nothing is taken out of what is stored."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from givequest.domain.days import days_in_month, next_month
from givequest.domain.people.initials import initials
from givequest.domain.people.mentions import replaced
from givequest.domain.records import Record

SHORTEST_NAME = 3
"""Letters of a name of one word that is looked for in notes; shorter ones are words like any other."""


def is_faded(day: date, today: date, months: int) -> bool:
    """Return whether the names of a day are shown as initials on another.

    Args:
        day: The day of a deed.
        today: The day on which it is looked at.
        months: After how many months names fade, the day cut to the last of its month; 0: never.

    """
    if not months or day >= today:
        return False
    first = next_month(day.replace(day=1), months)
    return first.replace(day=min(day.day, days_in_month(first))) <= today


def faded(record: Record, names: Iterable[str]) -> Record:
    """Return a deed with initials for whom it names, in its note as well.

    Args:
        record: The deed.
        names: All names of the people whom it names.

    """
    note = record.note
    for name in sorted({*names, *filter(None, (record.person, record.other))}, key=lambda name: (-len(name), name)):
        for written in (name, name.split(" ")[0]):
            if " " in written or (len(written) >= SHORTEST_NAME and written[0].isupper()):
                note = replaced(note, written, initials(written))
    return record._replace(
        person=initials(record.person) if record.person else record.person,
        other=initials(record.other) if record.other else record.other,
        note=note,
    )
