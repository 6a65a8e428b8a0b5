"""What the ledger knows of the time: a record of later than now means that a clock is, or was, wrong."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from givequest.errors import StorageError
from givequest.storage.files.reading import read_file
from givequest.storage.ledger.schema import year_files

_AT = re.compile(rb'"at":\s*"([0-9T:.+Z-]{16,40})"')
MARGIN = timedelta(days=1)
"""A traveller's wall clock may be this far from what was logged at home."""


def latest_moment(folder: str) -> str | None:
    """Return when the latest record of the newest year was logged; None where nothing says so.

    The records are not read for it: a text cannot hold this field, since its quotes are escaped.
    """
    try:
        years = year_files(folder)
        found = read_file(years[max(years)]) if years else None
    except StorageError:
        return None
    stamps = _AT.findall(found[0]) if found is not None else []
    return max(stamps).decode("ascii") if stamps else None


def moment_ahead(folder: str, now: datetime) -> datetime | None:
    """Return the moment of a record that was logged later than now, by more than a day; None when there is none."""
    stamp = latest_moment(folder)
    try:
        moment = datetime.fromisoformat(stamp) if stamp else None
        return moment if moment is not None and moment - now > MARGIN else None
    except (ValueError, TypeError, OverflowError):
        return None
