"""The check of days: records ahead of today, and what they say about the clock."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta

from givequest.domain.change_labels import count_words
from givequest.domain.diagnostics import Diagnostic, note
from givequest.domain.records import Record, RecordType
from givequest.errors import StorageError
from givequest.storage.ledger.ledger import Ledger

MARGIN = timedelta(days=1)
"""A traveller's wall clock may be this far from what was logged at home."""
MOST_DAYS = 5
"""Days to come that are named one by one."""


def check_days(folder: str, records: Iterable[Record], today: date) -> Iterator[Diagnostic]:
    """Yield diagnostics about records on future days, except planned days off."""
    ahead = [record.day for record in records if record.day > today and record.type is not RecordType.REST]
    if not ahead:
        return
    days = sorted(set(ahead))
    named = ", ".join(day.isoformat() for day in days[:MOST_DAYS]) + (" and later" if len(days) > MOST_DAYS else "")
    count = count_words(len(ahead), "record lies", "records lie")
    words = f"{count} on days that haven't come: {named}."
    remedy = "A clock was ahead, or you've flown west. They count once their day comes; ']' in the app goes to them."
    yield note("days-ahead", folder, words, remedy)


def moment_ahead(ledger: Ledger, now: datetime) -> datetime | None:
    """Return the latest timestamp in the newest year if it is more than a day after `now`.

    None if there is no such record or nothing can be read.
    """
    try:
        years = ledger.years()
        records = ledger.page(years[-1], keep=False).records.values() if years else ()
    except StorageError:
        return None
    moments = [datetime.fromisoformat(record.at) for record in records if not _is_planned(record)]
    latest = max(moments, default=None)
    return latest if latest is not None and latest - now > MARGIN else None


def _is_planned(record: Record) -> bool:
    """Return whether a day off says no more than its day: one that was written without a moment has its noon."""
    moment = datetime.fromisoformat(record.at)
    return record.type is RecordType.REST and moment.date() == record.day and moment.time() == time(12)
