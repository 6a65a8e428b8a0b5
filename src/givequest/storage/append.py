"""Appending of records to a year's file without reading those that are in it.

The file says the checksum of its own records. Where it is right, they are what was
written last, and can be carried over as bytes: a deed logged from the command line does
not take longer at the end of a full year.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any
from zlib import crc32

from givequest.storage.database import CHECKSUM, Tables, encode_document, encode_table


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


def is_sealed(tables: Tables, part: bytes) -> bool:
    """Return whether the checksum of a file's last table is right."""
    return any(row.get(CHECKSUM) == crc32(part) for row in next(iter(tables.values()), {}).values())


def appended(part: bytes, documents: Iterable[dict[str, Any]]) -> bytes:
    """Return a table, as bytes, with more documents at its end."""
    body = part[: -len(b"\n}")]
    last_row = body[body.rindex(b"\n") + 1 :]
    number = int(last_row[1 : last_row.index(b'"', 1)]) if last_row else 0
    rows = [b'"%d":%b' % (key, encode_document(document)) for key, document in enumerate(documents, number + 1)]
    return body + (b",\n" if last_row else b"") + b",\n".join(rows) + b"\n}"


def assemble(tables: Tables, part: bytes) -> bytes:
    """Return a whole file: the tables before the last one, and that one as bytes, sealed."""
    for row in next(iter(tables.values()), {}).values():
        row[CHECKSUM] = crc32(part)
    parts = [encode_table(name, documents) for name, documents in tables.items()]
    return b"{" + b",\n".join([*parts, part]) + b"}\n"
