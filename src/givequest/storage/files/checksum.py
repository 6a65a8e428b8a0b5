"""The seal of a file: a checksum of all of it in its first table, so that a changed byte does not go unseen.

Whoever edits a file by hand breaks its seal, and may: the next change seals it anew. What
a seal is for is to be told of it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any
from zlib import crc32

from givequest.storage.files.atomic_files import Bytes

CHECKSUM = "crc32"
"""The field of a file's first table that holds the checksum of all of the file, itself being nought."""
_FIELD = b'"%b":%%d' % CHECKSUM.encode()
HEAD = 160
"""Bytes at the beginning of a file that hold its revision and its checksum."""


def seal(documents: Mapping[str, Any], head: Callable[[], bytes], rest: Iterable[Bytes]) -> bytes:
    """Return a file's first table with the checksum in it, where it has a field for one.

    `head` encodes that table as its documents are at the moment, `rest` is what follows it, in pieces.
    """
    fields = [document for document in documents.values() if CHECKSUM in document]
    for document in fields:
        document[CHECKSUM] = 0
    encoded = head()
    total = crc32(encoded)
    for piece in rest:
        total = crc32(piece, total)
    for document in fields:
        document[CHECKSUM] = total
    return head() if fields else encoded


def is_sealed(data: bytes) -> bool | None:
    """Return whether the checksum of a file is right; None where it has none, or is not laid out as ours are."""
    end = data.find(b"\n},\n")
    if end < 0:
        return None
    try:
        rows = next(iter(json.loads(data[:end] + b"\n}}").values())).values()
        sums = [row[CHECKSUM] for row in rows if type(row.get(CHECKSUM)) is int]
    except (ValueError, AttributeError, TypeError, RecursionError):
        return None
    if not sums:
        return None
    head = data[1 : end + 2].replace(_FIELD % sums[0], _FIELD % 0)
    return bool(crc32(memoryview(data)[end + 4 :], crc32(head)) == sums[0])


def is_meddled(data: bytes) -> bool:
    """Return whether a file has lines as ours do, but a checksum that is not right: an editor was at it, or the disk.

    Stock TinyDB writes a file without lines: that is an edit that nobody need be told of.
    """
    sealed = is_sealed(data)
    if sealed is None:
        head = data[:HEAD]
        return b"\n" in head and b'"%b":' % CHECKSUM.encode() in head
    return not sealed
