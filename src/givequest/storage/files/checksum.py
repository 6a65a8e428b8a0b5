"""The checksum of a file, stored in its first table to detect changed bytes.

A file may be edited by hand: the next change writes a new checksum. The checksum is there so that
`doctor` can report the edit, or the fault of the disk.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any
from zlib import crc32

from givequest.named_tuple import NamedTuple
from givequest.storage.files.atomic_files import Bytes

CHECKSUM = "crc32"
"""The field of a file's first table that holds the checksum of all of the file, itself being nought."""
_FIELD = b'"%b":%%d' % CHECKSUM.encode()
VERIFIED = "verified"
"""The field of a file's first table that holds the revision at which its writer had parsed all that it carried over."""
HEAD = 160
"""Bytes at the beginning of a file that hold its revision and its checksum."""


def fill_checksum(documents: Mapping[str, Any], head: Callable[[], bytes], rest: Iterable[Bytes]) -> bytes:
    """Return a file's first table with the checksum filled in, if it has a field for one.

    `head` encodes that table as its documents are now; `rest` is the remainder of the file, in pieces.
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


class ChecksumState(NamedTuple):
    """The state of a file's checksum."""

    is_whole: bool | None
    """Whether it is right; None where there is none, or the file is not laid out as ours are."""
    is_verified: bool = False
    """Whether it is, and whoever wrote the file had parsed all of it: it need not be parsed again to be trusted."""


def read_checksum(data: bytes) -> ChecksumState:
    """Return the state of a file's checksum.

    A whole one alone says that nothing has changed since the file was written. Earlier versions carried lines over that
    they had not read, so that it takes the mark of a writer that never does to say that it is JSON.
    """
    end = data.find(b"\n},\n")
    if end < 0:
        return ChecksumState(None)
    try:
        rows = next(iter(json.loads(data[:end] + b"\n}}").values())).values()
        row = next((row for row in rows if type(row.get(CHECKSUM)) is int), None)
    except (ValueError, AttributeError, TypeError, RecursionError):
        return ChecksumState(None)
    if row is None:
        return ChecksumState(None)
    head = data[1 : end + 2].replace(_FIELD % row[CHECKSUM], _FIELD % 0)
    is_whole = crc32(memoryview(data)[end + 4 :], crc32(head)) == row[CHECKSUM]
    return ChecksumState(is_whole, is_whole and type(row.get(VERIFIED)) is int and row[VERIFIED] == row.get("revision"))


def has_whole_checksum(data: bytes) -> bool | None:
    """Return whether the checksum of a file is right; None if it has none or the file has another layout."""
    return read_checksum(data).is_whole


def has_checksum_mismatch(data: bytes) -> bool:
    """Return whether a file has our layout but a wrong checksum: it was edited, or the disk changed it.

    Stock TinyDB writes another layout: such an edit is legitimate and not reported.
    """
    return shows_mismatch(data, has_whole_checksum(data))


def shows_mismatch(data: bytes, is_whole: bool | None) -> bool:
    """As `has_checksum_mismatch`, for a file whose checksum was verified already."""
    if is_whole is None:
        head = data[:HEAD]
        return b"\n" in head and b'"%b":' % CHECKSUM.encode() in head
    return not is_whole
