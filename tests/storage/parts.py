"""Partitions that are no years: rules, and a type of one's own for those that no version knows yet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from typing import Any, NamedTuple

import pytest

from givequest.domain.records import AnyRecord, RulesRecord, read_any_record, registry
from givequest.domain.records.partitions import PEOPLE


def rules(day: str = "2026-11-23", core: tuple[str, ...] = ("help",), **fields: Any) -> RulesRecord:
    """Return the rules from a day on."""
    kinds = {"help": {"name": "Help", "giving": True}, "quiet": {"name": "Quiet", "giving": False, "times": 3}}
    document = {"type": "rules", "day": day, "at": f"{day}T08:00:00+01:00", "core": list(core), "kinds": kinds}
    record = read_any_record({**document, "first_weekday": "monday", **fields})
    assert isinstance(record, RulesRecord)
    return record


class Card(NamedTuple):
    """A record of a type that is of no year."""

    id: str
    day: date
    at: str
    name: str
    extra: Mapping[str, Any]

    @property
    def type(self) -> str:
        """The type that it is stored under."""
        return "card"

    def to_document(self) -> dict[str, Any]:
        """Return it as plain JSON values."""
        return {"type": "card", "id": self.id, "day": self.day.isoformat(), "at": self.at, "name": self.name}


def card(identity: str, name: str = "Ana") -> AnyRecord:
    """Return such a record."""
    return Card(identity, date(2026, 11, 23), "2026-11-23T08:00:00+01:00", name, {})  # type: ignore[return-value]


def _read(document: Mapping[str, Any]) -> Any:
    day = date.fromisoformat(document["day"])
    return Card(document["id"], day, document["at"], document["name"], {})


@contextmanager
def card_type(patch: pytest.MonkeyPatch) -> Iterator[None]:
    """Teach the program that type, which lives in `people.json`, for a while."""
    with patch.context() as taught:
        taught.setitem(registry.OWN_TYPES, "card", registry.OwnType(("name",), _read, lambda _: PEOPLE))
        taught.setitem(registry.FIELDS, "card", ("name",))
        yield
