"""Values of the fields of records that are of no day: names, lines, lists of them, and what is left out when empty."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from givequest.domain.records.head import read_day
from givequest.domain.text import clean_line
from givequest.errors import RecordError

LONGEST_NAME = 100
LONGEST_FIELD = 2_000
"""Characters of a line about a person, or of an address."""


def read_name(value: Any, field: str = "name") -> str:
    """Return a name of 1 to `LONGEST_NAME` characters, cleaned, its inner spaces single ones; `RecordError`."""
    name = " ".join(clean_line(value).split()) if isinstance(value, str) else ""
    if not 0 < len(name) <= LONGEST_NAME:
        raise RecordError(f"its {field} isn't 1 to {LONGEST_NAME} characters long.")
    return name


def read_optional_name(value: Any, field: str) -> str | None:
    """Return a name, or None where there is none; `RecordError`."""
    return None if value is None else read_name(value, field)


def read_field(value: Any, field: str, longest: int = LONGEST_FIELD) -> str | None:
    """Return a cleaned line, None where nothing is written; `RecordError` when it is no text, or too long a one."""
    if value is None:
        return None
    if not isinstance(value, str):
        raise RecordError(f"its {field} isn't text.")
    line = clean_line(value)
    if len(line) > longest:
        raise RecordError(f"its {field} is {len(line):,} characters long; at most {longest:,} fit.")
    return line or None


def read_list(value: Any, field: str, most: int, longest: int = LONGEST_NAME) -> tuple[str, ...]:
    """Return a list of lines, those that say nothing left out; `RecordError` when it is no such list, or too long."""
    if value is None:
        return ()
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise RecordError(f"its {field} isn't a list of texts.")
    found = [line for item in value if (line := read_field(item, field, longest)) is not None]
    if len(found) > most:
        raise RecordError(f"its {field} holds {len(found)} texts; at most {most} fit.")
    return tuple(found)


def read_optional_day(value: Any, field: str) -> date | None:
    """Return a day, None where there is none; `RecordError`."""
    if value is None:
        return None
    try:
        return read_day(value)
    except RecordError:
        raise RecordError(f"its {field} isn't a date written YYYY-MM-DD.") from None


def document_of(record: Any, fields: tuple[str, ...]) -> dict[str, Any]:
    """Return a record as plain JSON values, fields that hold nothing left out."""
    document: dict[str, Any] = {
        "type": record.type,
        "id": record.id,
        "day": record.day.isoformat(),
        "at": record.at,
    }
    for name in fields:
        value = getattr(record, name)
        if value not in (None, (), False):
            document[name] = _plain(value)
    extra: Mapping[str, Any] = record.extra
    return {**document, **{name: value for name, value in extra.items() if name not in document}}


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value
