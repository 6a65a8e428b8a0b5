"""The seal of a file: a checksum of all of it in its first table, so that a changed byte does not go unseen.

Whoever edits a file by hand breaks its seal, and may: the next change seals it anew. What
a seal is for is to be told of it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple
from zlib import crc32

from givequest.storage.files.atomic_files import Bytes

CHECKSUM = "crc32"
"""The field of a file's first table that holds the checksum of all of the file, itself being nought."""
_FIELD = b'"%b":%%d' % CHECKSUM.encode()
VERIFIED = "verified"
"""The field of a file's first table that holds the revision at which its writer had parsed all that it carried over."""
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


class Seal(NamedTuple):
    """What the checksum of a file says."""

    is_whole: bool | None
    """Whether it is right; None where there is none, or the file is not laid out as ours are."""
    is_verified: bool = False
    """Whether it is, and whoever wrote the file had parsed all of it: it need not be parsed again to be trusted."""


def read_seal(data: bytes) -> Seal:
    """Return what the checksum of a file says.

    A whole one alone says that nothing has changed since the file was written. Earlier versions carried lines over that
    they had not read, so that it takes the mark of a writer that never does to say that it is JSON.
    """
    end = data.find(b"\n},\n")
    if end < 0:
        return Seal(None)
    try:
        rows = next(iter(json.loads(data[:end] + b"\n}}").values())).values()
        row = next((row for row in rows if type(row.get(CHECKSUM)) is int), None)
    except (ValueError, AttributeError, TypeError, RecursionError):
        return Seal(None)
    if row is None:
        return Seal(None)
    head = data[1 : end + 2].replace(_FIELD % row[CHECKSUM], _FIELD % 0)
    is_whole = crc32(memoryview(data)[end + 4 :], crc32(head)) == row[CHECKSUM]
    return Seal(is_whole, is_whole and type(row.get(VERIFIED)) is int and row[VERIFIED] == row.get("revision"))


def is_sealed(data: bytes) -> bool | None:
    """Return whether the checksum of a file is right; None where it has none, or is not laid out as ours are."""
    return read_seal(data).is_whole


def is_meddled(data: bytes) -> bool:
    """Return whether a file has lines as ours do, but a checksum that is not right: an editor was at it, or the disk.

    Stock TinyDB writes a file without lines: that is an edit that nobody need be told of.
    """
    return looks_meddled(data, is_sealed(data))


def looks_meddled(data: bytes, sealed: bool | None) -> bool:
    """Return the same where it is known already whether the checksum is right."""
    if sealed is None:
        head = data[:HEAD]
        return b"\n" in head and b'"%b":' % CHECKSUM.encode() in head
    return not sealed
