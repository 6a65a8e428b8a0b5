"""The seal of a file: a checksum in its first table of all that follows, so that a changed byte does not go unseen.

Whoever edits a file by hand breaks its seal, and may: the next change seals it anew. What
a seal is for is to be told of it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any
from zlib import crc32

CHECKSUM = "crc32"
"""The field of a file's first table that holds the checksum of all that follows that table, byte by byte."""
HEAD = 160
"""Bytes at the beginning of a file that hold its revision and its checksum."""


def seal(documents: Mapping[str, Any], rest: bytes) -> None:
    """Fill the checksum of what follows the first table into that table, where it has a field for it."""
    for document in documents.values():
        if CHECKSUM in document:
            document[CHECKSUM] = crc32(rest)


def is_sealed(data: bytes) -> bool | None:
    """Return whether the checksum of a file is right; None where it has none, or is not laid out as ours are."""
    end = data.find(b"\n},\n")
    if end < 0:
        return None
    try:
        rows = next(iter(json.loads(data[:end] + b"\n}}").values())).values()
        sums = [row[CHECKSUM] for row in rows if CHECKSUM in row]
    except (ValueError, AttributeError, TypeError, RecursionError):
        return None
    return crc32(memoryview(data)[end + 4 :]) in sums if sums else None


def is_meddled(data: bytes) -> bool:
    """Return whether a file has lines as ours do, but a checksum that is not right: an editor was at it, or the disk.

    Stock TinyDB writes a file without lines: that is an edit that nobody need be told of.
    """
    sealed = is_sealed(data)
    if sealed is None:
        head = data[:HEAD]
        return b"\n" in head and b'"%b"' % CHECKSUM.encode() in head
    return not sealed
