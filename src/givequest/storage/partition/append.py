"""Appending records to a year's file without parsing those in it.

Where the checksum of a file is right, and its writer had parsed it, its records can be
carried over as bytes: a deed logged from the command line does not take longer at the end
of a full year.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from givequest.named_tuple import NamedTuple
from givequest.storage.files.atomic_files import Bytes
from givequest.storage.files.checksum import fill_checksum
from givequest.storage.files.json_tables import END, Tables, encode_document, encode_table


class Part(NamedTuple):
    """A table as a slice of a file, without copying the bytes."""

    data: bytes
    start: int
    end: int


def split_file(data: bytes, last_table: str) -> tuple[Tables, Part] | None:
    """Return the tables before the last one, and the slice of that one; None if the file has another layout."""
    if not data.endswith(b"\n}}\n"):
        return None
    tables = tables_before(data, last_table)
    return None if tables is None else (tables, Part(data, data.index(opening_of(last_table)) + 2, len(data) - 2))


def opening_of(table: str) -> bytes:
    """Return the bytes with which a table other than the first begins."""
    return b',\n"%b":{\n' % table.encode()


def tables_before(data: bytes, last_table: str) -> Tables | None:
    """Return the tables before the last one, given at least the head of the file; None as for `split_file`."""
    end = data.find(opening_of(last_table))
    if end < 0:
        return None
    try:
        tables = json.loads(data[:end] + b"}")
    except ValueError:
        return None
    if not isinstance(tables, dict) or not all(
        isinstance(rows, dict) and all(isinstance(row, dict) for row in rows.values()) for rows in tables.values()
    ):
        return None
    return tables


def appended(part: Part, documents: Iterable[dict[str, Any]]) -> list[Bytes] | None:
    """Return a table, in pieces, with documents appended; None if their keys may be taken. Raises `StorageError`."""
    end = part.end - len(b"\n}")
    last = part.data.rindex(b"\n", part.start, end) + 1
    last_key = part.data[last + 1 : part.data.index(b'"', last + 1)] if last < end else b"0"
    if not last_key.isdigit():
        return None
    rows = [b'"%d":%b' % (key, encode_document(document)) for key, document in enumerate(documents, int(last_key) + 1)]
    if any(part.data.find(b"\n" + row[: row.index(b"{")], part.start) >= 0 for row in rows):
        return None
    added = (b",\n" if last < end else b"") + b",\n".join(rows) + b"\n}"
    return [memoryview(part.data)[part.start : end], added]


def assemble(tables: Tables, last: Iterable[Bytes]) -> list[Bytes]:
    """Return a whole file, in pieces, from its tables and the last one in pieces. Raises `StorageError`."""
    first, *others = tables
    rest = [*(piece for name in others for piece in (*encode_table(name, tables[name]), b",\n")), *last, END]
    return [
        b"{",
        fill_checksum(tables[first], lambda: b"".join(encode_table(first, tables[first])), rest),
        b",\n",
        *rest,
    ]
