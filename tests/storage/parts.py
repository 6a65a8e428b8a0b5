"""Records of partitions that are no years: rules, and people."""

from __future__ import annotations

from typing import Any

from givequest.domain.records import AnyRecord, RulesRecord, read_any_record


def rules(day: str = "2026-11-23", core: tuple[str, ...] = ("help",), **fields: Any) -> RulesRecord:
    """Return the rules from a day on."""
    kinds = {"help": {"name": "Help", "giving": True}, "quiet": {"name": "Quiet", "giving": False, "times": 3}}
    document = {"type": "rules", "day": day, "at": f"{day}T08:00:00+01:00", "core": list(core), "kinds": kinds}
    record = read_any_record({**document, "first_weekday": "monday", **fields})
    assert isinstance(record, RulesRecord)
    return record


def person(identity: str, name: str = "Ana", **fields: Any) -> AnyRecord:
    """Return a person."""
    document = {"type": "person", "id": identity, "day": "2026-11-23", "at": "2026-11-23T08:00:00+01:00", "name": name}
    return read_any_record({**document, **fields})
