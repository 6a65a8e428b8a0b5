"""The people of the demo: those who are kept in mind among the names of its deeds, and some more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, timedelta
from typing import Any

from givequest.domain.records.person import PersonRecord, read_person

SINCE = timedelta(days=400)
"""So long they have been kept in mind."""


def invent_people(rows: Iterable[Mapping[str, Any]], now: datetime, today: date) -> Iterator[PersonRecord]:
    """Yield people as tables of `demo.toml` describe them, their dates so many days from today."""
    for number, row in enumerate(rows):
        day = today - SINCE
        dates = [
            f"--{today + timedelta(days=ahead):%m-%d} {words}" for words, ahead in dict(row.get("dates", {})).items()
        ]
        moment = (now - SINCE).isoformat(timespec="seconds")
        head = {"type": "person", "id": f"demo{number:02}", "day": day.isoformat(), "at": moment}
        yield read_person({**row, **head, "dates": dates})
