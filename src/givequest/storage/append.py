"""Appending of records to a year's file without reading those that are in it.

Where the seal of a file is whole, its records are what was written last, and can be
carried over as bytes: a deed logged from the command line does not take longer at the end
of a full year.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from givequest.storage.database import END, Tables, encode_document, encode_table
from givequest.storage.seal import seal


def split_file(data: bytes, last_table: str) -> tuple[Tables, bytes] | None:
    """Return the tables before the last one, and that one as bytes; None where a file is not laid out as ours."""
    head, marker, _ = data.partition(b',\n"%b":{\n' % last_table.encode())
    if not marker or not data.endswith(b"\n}}\n"):
        return None
    try:
        tables = json.loads(head + b"}")
    except ValueError:
        return None
    if not isinstance(tables, dict) or not all(
        isinstance(rows, dict) and all(isinstance(row, dict) for row in rows.values()) for rows in tables.values()
    ):
        return None
    return tables, data[len(head) + 2 : -2]


def appended(part: bytes, documents: Iterable[dict[str, Any]]) -> bytes | None:
    """Return a table, as bytes, with more documents at its end; None where their numbers may be taken."""
    body = part[: -len(b"\n}")]
    last_row = body[body.rindex(b"\n") + 1 :]
    last_key = last_row[1 : last_row.index(b'"', 1)] if last_row else b"0"
    if not last_key.isdigit():
        return None
    rows = [b'"%d":%b' % (key, encode_document(document)) for key, document in enumerate(documents, int(last_key) + 1)]
    if any(row[: row.index(b"{")] in part for row in rows):
        return None
    return body + (b",\n" if last_row else b"") + b",\n".join(rows) + b"\n}"


def assemble(tables: Tables, part: bytes) -> bytes:
    """Return a whole file: the tables before the last one, and that one as bytes, sealed."""
    first, *others = tables
    tail = [piece for name in others for piece in (encode_table(name, tables[name]), b",\n")]
    rest = [*tail, part, END]
    return b"".join((b"{", seal(tables[first], lambda: encode_table(first, tables[first]), rest), b",\n", *rest))
