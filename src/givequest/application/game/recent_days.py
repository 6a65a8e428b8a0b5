"""The last weeks of a year as they are kept in the cache, so that a launch need not read and fold the whole of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from givequest.domain.progress.day_facts import gather_facts
from givequest.domain.progress.history import History
from givequest.domain.progress.state import ProgressState
from givequest.domain.records import Record, read_record, to_document
from givequest.domain.rules import Rules
from givequest.errors import RecordError

LEAST = 21
"""Days that are kept at the least: the board asks for what was done on some days before."""


class RecentDays:
    """The days from `first` (an ordinal) to the end of a year: their history and records.

    `kept_on` is the day (an ordinal) on which they were kept.
    """

    __slots__ = ("first", "history", "kept_on", "records")

    def __init__(self, first: int, history: History, records: tuple[Record, ...], kept_on: int) -> None:
        self.first = first
        self.history = history
        self.records = records
        self.kept_on = kept_on


def first_kept(today: date) -> date:
    """Return the first day that is kept for a launch on some day: yesterday's month, and `LEAST` days, of this year."""
    yesterday = date.fromordinal(max(today.toordinal() - 1, 1))
    least = date.fromordinal(max(today.toordinal() - LEAST, 1))
    return max(date(today.year, 1, 1), min(yesterday.replace(day=1), least))


def write_recent(history: History, records: Iterable[Record], today: date) -> dict[str, Any]:
    """Return the days from `first_kept` on as plain JSON values; `history` knows them.

    With them are the states before the first of them and before today, so that nothing before today is folded.
    """
    first = first_kept(today)
    return {
        "first": first.toordinal(),
        "first_day": history.first_day,
        "before": history.state_before(first).document(),
        "kept_on": today.toordinal(),
        "latest": history.dealt_before(today).document(),
        "records": [to_document(record) for record in records if record.day >= first],
    }


def read_recent(document: Mapping[str, Any], rules: Rules) -> RecentDays | None:
    """Return the days that `write_recent` has made a document of; None for any other."""
    try:
        records = tuple(map(read_record, document["records"]))
        before, latest = ProgressState.read(document["before"]), ProgressState.read(document["latest"])
        history = History(gather_facts(records, rules), rules, before, first_day=int(document["first_day"]))
        if latest.day:
            history.resume(latest)
        return RecentDays(int(document["first"]), history, records, int(document["kept_on"]))
    except (KeyError, TypeError, ValueError, AttributeError, RecordError):
        return None
