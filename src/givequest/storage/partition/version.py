"""The version of a ledger file: how far its history goes, taken from its head, never from a clock."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from givequest.named_tuple import NamedTuple
from givequest.storage.files.json_tables import Tables
from givequest.storage.partition.schema import META, RECORDS, changes_in

_BEFORE_RECORDS = b',\n"%b":{' % RECORDS.encode()
_CHUNK = 1 << 14


class Version(NamedTuple):
    """The version of one ledger file; later versions compare greater."""

    seq: int = 0
    """The number of its latest change or undo; the ledger's numbers grow even where a clock goes back."""
    revision: int = 0
    """How often it was written. Tells versions of one change apart, of copies that go back to one file."""


def version_of(tables: Mapping[str, Mapping[str, Any]]) -> Version:
    """Return the version of a file with these tables; the records table is not needed."""
    rows = tables.get(META, {}).values()
    revision = next((row["revision"] for row in rows if type(row.get("revision")) is int), 0)
    seqs = [latest_seq(change) for change in changes_in(tables)]
    seqs += [row["seq"] for row in tables.get(RECORDS, {}).values() if type(row.get("seq")) is int]
    return Version(max(seqs, default=0), revision)


def latest_seq(change: Mapping[str, Any]) -> int:
    """Return the number under which a change was last made, undone or redone."""
    marks = (change.get(name) for name in ("seq", "undone_at", "redone_at"))
    return max(mark for mark in marks if isinstance(mark, int))


def read_version(read: Callable[[int], bytes]) -> Version | None:
    """Return the version of a file, reading only its head if possible.

    `read(n)` returns up to the next n bytes, none at the end. None if the file is no database.
    """
    data = b""
    while chunk := read(_CHUNK):
        start = max(0, len(data) - len(_BEFORE_RECORDS))
        data += chunk
        end = data.find(_BEFORE_RECORDS, start)
        if end >= 0 and (tables := _tables_in(data[:end] + b"}")) is not None:
            return version_of(tables)
    tables = _tables_in(data)
    return None if tables is None else version_of(tables)


def _tables_in(data: bytes) -> Tables | None:
    try:
        tables: Any = json.loads(data)
    except (ValueError, RecursionError):
        return None
    is_database = isinstance(tables, dict) and all(
        isinstance(rows, dict) and all(isinstance(row, dict) for row in rows.values()) for rows in tables.values()
    )
    return tables if is_database else None
