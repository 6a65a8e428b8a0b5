"""The people of the demo: those who are kept in mind among the names of its deeds, and some more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, timedelta
from typing import Any

from givequest.domain.records.person import PersonRecord, read_person

SINCE = 400
"""So many days they have been kept in mind, where nothing else is said."""


def invent_people(rows: Iterable[Mapping[str, Any]], now: datetime, today: date) -> Iterator[PersonRecord]:
    """Yield people as tables of `demo.toml` describe them, their dates so many days from today."""
    for number, row in enumerate(rows):
        since = timedelta(days=row.get("ago", SINCE))
        dates = [
            f"--{today + timedelta(days=ahead):%m-%d} {words}" for words, ahead in dict(row.get("dates", {})).items()
        ]
        moment = (now - since).isoformat(timespec="seconds")
        head = {"type": "person", "id": f"demo{number:02}", "day": (today - since).isoformat(), "at": moment}
        fields = {name: value for name, value in row.items() if name != "ago"}
        yield read_person({**fields, **head, "dates": dates})
