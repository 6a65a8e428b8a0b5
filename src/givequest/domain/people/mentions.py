"""Mentions: where a name stands in records, and records in which another stands instead."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Any, TypeVar, cast

from givequest.domain.records import AnyRecord, Record
from givequest.domain.text import name_key

R = TypeVar("R", bound=AnyRecord)
SOMEONE = "someone"
"""What stands in a note where a forgotten name stood."""


def replaced(text: str | None, name: str, other: str) -> str | None:
    """Return a text in which another name stands wherever one stood as a word of its own, written like that."""
    return text and re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", lambda _: other, text)


def holds_name(text: str | None, name: str) -> bool:
    """Return whether a name stands in a text as a word of its own, written like that."""
    return bool(text) and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", cast(str, text)) is not None


def renamed_in(record: R, name: str, other: str, keys: Collection[str]) -> R:
    """Return a record in which another name stands for one: in the fields that name people, and in its notes.

    `keys` are what the names of that person are compared by (`text.name_key`). Raises `RecordError` where the other
    name makes a note longer than it can be.
    """
    changes: dict[str, Any] = {}
    if record.type in ("deed", "spot"):
        for field in ("person", "other"):
            value = getattr(record, field)
            if value is not None and name_key(value) in keys:
                changes[field] = other
    for field in _texts(record):
        value = getattr(record, field)
        if holds_name(value, name):
            changes[field] = replaced(value, name, other)
    return cast(R, cast(Any, record).edited(**changes)) if changes else record


def _texts(record: AnyRecord) -> tuple[str, ...]:
    if isinstance(record, Record):
        return ("note",)
    return {"person": ("met", "note"), "spot": ("text",)}.get(record.type, ())
