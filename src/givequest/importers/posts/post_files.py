"""The files of an archive: one that is named, those of a folder, or the members of a zip, opened as streams.

Nothing is unpacked onto the disk. Whatever is read is counted, so that no archive is read for ever.
"""

from __future__ import annotations

import io
import os
import stat
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cached_property
from lzma import LZMAError
from typing import Any, BinaryIO, cast
from zipfile import BadZipFile, ZipFile, ZipInfo

from givequest.errors import GivequestError
from givequest.importers.book_builder import shortened
from givequest.importers.files.decoding import decode
from givequest.importers.files.zips import is_zip

ENDINGS = (".json", ".js", ".csv", ".car", ".html")
LARGEST_FILE = 2 * 2**30
"""Bytes of a file, unpacked: a million posts with all that is beside them."""
LARGEST_RATIO = 400
"""How much larger than it is packed a member of a zip may be; JSON of posts comes to a tenth of that."""
_RATIO_FROM = 64 * 2**20
MOST_FILES = 5_000
DEEPEST_FOLDER = 6
HEAD = 4096
LONGEST_PLACE = 100
_BROKEN = (BadZipFile, OSError, EOFError, ValueError, RuntimeError, NotImplementedError, zlib.error, LZMAError)


class PostFile:
    """One file of an archive, which can be opened as often as it is needed."""

    def __init__(self, name: str, path: str, size: int, opener: Callable[[], BinaryIO]) -> None:
        """`name` is what sentences call it; `path` is where in the archive it is, in small letters with slashes."""
        self.name = name
        self.path = path
        self.size = size
        self._opener = opener

    @property
    def file_name(self) -> str:
        """What it is called alone, in small letters."""
        return self.path.rpartition("/")[2]

    @contextmanager
    def open(self) -> Iterator[BinaryIO]:
        """Open it as a stream of bytes. Raises `GivequestError` where the disk or the zip refuses, now or later."""
        try:
            with self._opener() as stream:
                yield stream
        except _BROKEN as error:
            reason = error.strerror if isinstance(error, OSError) and error.strerror else "it may be incomplete"
            raise GivequestError(f"{self.name} couldn't be read: {reason}. Nothing was counted.") from None

    @cached_property
    def head_bytes(self) -> bytes:
        """Its first bytes. Raises `GivequestError`."""
        with self.open() as stream:
            return stream.read(HEAD)

    @cached_property
    def head(self) -> str:
        """Its beginning as text. Raises `GivequestError`."""
        return decode(self.head_bytes).lstrip()


class Counted(io.RawIOBase):
    """A stream that says how far it is, and ends where it is longer than any archive."""

    def __init__(self, stream: BinaryIO, name: str, note: Callable[[int], object]) -> None:
        super().__init__()
        self._stream = stream
        self._name = name
        self._note = note
        self.count = 0
        """Bytes that were read."""

    def readable(self) -> bool:
        """Return that it can be read."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Fill a buffer with the next bytes and return how many those are. Raises `GivequestError`."""
        data = self.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)

    def read(self, size: int = -1) -> bytes:
        """Return the next bytes. Raises `GivequestError` beyond the largest file."""
        data = self._stream.read(min(size, 2**16) if size > 0 else 2**16)
        self.count += len(data)
        if self.count > LARGEST_FILE:
            raise GivequestError(f"{self._name} is larger than {LARGEST_FILE >> 30} GB; nothing was counted.")
        self._note(self.count)
        return data


def post_files_at(path: str) -> list[PostFile]:
    """Return the file at a path, or those of the folder or zip there that can be an archive's.

    Raises `GivequestError` where there is nothing, or a zip that cannot be opened.
    """
    name = shortened(os.path.basename(os.path.abspath(path)), LONGEST_PLACE) or path
    try:
        status = os.stat(path)
    except (OSError, ValueError):
        raise GivequestError(f"No such file: {path}. Check the name.") from None
    if stat.S_ISDIR(status.st_mode):
        return [_plain(each, os.path.relpath(each, path), os.stat(each).st_size) for each in _below(path)]
    if not stat.S_ISREG(status.st_mode):
        raise GivequestError(f"{path} isn't a file, a folder or a zip.")
    if is_zip(path):
        return _members(path, name)
    return [_plain(path, name, status.st_size)]


def _plain(path: str, name: str, size: int) -> PostFile:
    return PostFile(shortened(name, LONGEST_PLACE), name.replace(os.sep, "/").lower(), size, lambda: open(path, "rb"))


def _below(folder: str) -> list[str]:
    found: list[str] = []
    for place, folders, names in os.walk(folder):
        depth = os.path.relpath(place, folder).count(os.sep) + (place != folder)
        folders[:] = sorted(each for each in folders if not each.startswith(".")) if depth < DEEPEST_FOLDER else []
        paths = (os.path.join(place, name) for name in sorted(names) if _is_chosen(name))
        found += [path for path in paths if os.path.isfile(path)]
        if len(found) >= MOST_FILES:
            break
    return found[:MOST_FILES]


def _members(path: str, name: str) -> list[PostFile]:
    try:
        file = ZipFile(path)
    except _BROKEN:
        raise GivequestError(
            f"{name} is a zip that can't be opened; it may be incomplete, so download it again."
        ) from None
    members = [each for each in file.infolist() if not each.is_dir() and _is_chosen(each.filename)]
    found = []
    for member in members[:MOST_FILES]:
        if member.file_size > _RATIO_FROM and member.file_size > LARGEST_RATIO * max(member.compress_size, 1):
            continue  # nothing but a bomb is packed so tightly
        where = f"{shortened(member.filename.rpartition('/')[2], LONGEST_PLACE)} in {name}"
        found.append(PostFile(where, member.filename.lower(), member.file_size, _opener(file, member)))
    return found


def _opener(file: ZipFile, member: ZipInfo) -> Callable[[], BinaryIO]:
    return lambda: cast("BinaryIO", file.open(member))  # all members share the zip: its list is read once


def _is_chosen(path: str) -> bool:
    name = path.rpartition("/")[2]
    return name.lower().endswith(ENDINGS) and not name.startswith(".") and not path.startswith("__MACOSX/")
