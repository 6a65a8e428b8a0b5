"""The people of the demo, and what was noticed about them: those among the names of its deeds, and some more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, timedelta
from typing import Any

from givequest.domain.records.person import PersonRecord, read_person
from givequest.domain.records.spot import SpotRecord, read_spot

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


def invent_spots(rows: Iterable[Mapping[str, Any]], now: datetime, today: date) -> Iterator[SpotRecord]:
    """Yield what was noticed as tables of `demo.toml` describe it, each so many days ago."""
    for number, row in enumerate(rows):
        ago = timedelta(days=row["ago"])
        moment = (now - ago).isoformat(timespec="seconds")
        head = {"type": "spot", "id": f"demospot{number:02}", "day": (today - ago).isoformat(), "at": moment}
        yield read_spot({**{name: value for name, value in row.items() if name != "ago"}, **head})
