"""Zips, looked into without unpacking anything onto the disk."""

from __future__ import annotations

import os
import zlib
from collections.abc import Iterator
from lzma import LZMAError
from zipfile import BadZipFile, ZipFile, ZipInfo

from givequest.errors import GivequestError
from givequest.importers.files.limits import (
    ENDINGS,
    LARGEST_FILE,
    LARGEST_RATIO,
    LARGEST_VCARDS,
    LARGEST_ZIP,
    MOST_MEMBERS,
)

_SIGNS = (b"PK\x03\x04", b"PK\x05\x06")
_OFFICE = "[Content_Types].xml"
_BROKEN = (BadZipFile, OSError, EOFError, ValueError, RuntimeError, NotImplementedError, zlib.error, LZMAError)
_RATIO_FROM = 1 << 20
"""Bytes from which on it counts how much smaller a member is packed."""


def is_zip(path: str) -> bool:
    """Return whether a file begins as a zip does. Raises `GivequestError` when it cannot be read."""
    try:
        with open(path, "rb") as file:
            return file.read(4) in _SIGNS
    except OSError as error:
        raise GivequestError(f"{path} couldn't be read: {error.strerror}.") from None


def members_of(path: str) -> Iterator[tuple[str, bytes | str]]:
    """Yield the members of a zip that are called as exports are, each with its bytes, or with why it is not read.

    Names of members are words of a sentence and nothing else: nothing is written by them, whatever they say.
    Raises `GivequestError` when it is no zip that can be used.
    """
    name = os.path.basename(path)
    try:
        if os.path.getsize(path) > LARGEST_ZIP:
            raise GivequestError(f"{name} is larger than {LARGEST_ZIP >> 30} GB; unpack it and name the file inside.")
        with ZipFile(path) as file:
            members = file.infolist()
            if any(member.filename == _OFFICE for member in members):
                raise GivequestError(f"{name} is an Office file; save the contacts as CSV.")
            chosen = [member for member in members if _is_chosen(member)][:MOST_MEMBERS]
            left = LARGEST_VCARDS
            for member in chosen:
                found = _read(file, member, left)
                left -= len(found) if isinstance(found, bytes) else 0
                yield member.filename, found
    except _BROKEN:
        raise GivequestError(
            f"{name} is a zip that can't be opened; it may be incomplete, so download it again."
        ) from None


def _is_chosen(member: ZipInfo) -> bool:
    name = member.filename
    is_shadow = name.startswith("__MACOSX/") or name.rpartition("/")[2].startswith(".")
    return not member.is_dir() and not is_shadow and name.lower().endswith(ENDINGS)


def _read(file: ZipFile, member: ZipInfo, left: int) -> bytes | str:
    if member.flag_bits & 1:
        return "is locked with a password."
    if member.file_size > LARGEST_FILE:
        return f"is larger than {LARGEST_FILE >> 20} MB; no address book in a zip is."
    if member.file_size > _RATIO_FROM and member.file_size > LARGEST_RATIO * max(member.compress_size, 1):
        return "is packed far too tightly for an address book, so it isn't opened."
    if member.file_size > left:
        return f"isn't read: there are more than {LARGEST_VCARDS >> 20} MB of files before it."
    try:
        with file.open(member) as opened:
            return opened.read(LARGEST_FILE + 1)[:LARGEST_FILE]
    except _BROKEN:
        return "can't be unpacked; the zip may be incomplete."
