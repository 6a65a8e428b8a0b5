"""Where files are looked for: a file that is named, all of a folder, or a zip as it was downloaded."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Sequence
from contextlib import suppress

from givequest.errors import GivequestError
from givequest.importers.files.limits import DEEPEST_FOLDER, ENDINGS, LARGEST_FILE, LARGEST_VCARDS, MOST_MEMBERS
from givequest.importers.files.zips import is_zip, members_of

_VCARD = b"BEGIN:VCARD"


class Unreadable(GivequestError):
    """A file or a member of a zip is not there, too large, or refused by the disk; the sentence says which."""


class Found:
    """A file that was found: what sentences call it, what it is called alone, and its bytes."""

    __slots__ = ("data", "file_name", "name")

    def __init__(self, name: str, file_name: str, data: bytes) -> None:
        self.name = name
        self.file_name = file_name
        self.data = data


def files_at(path: str) -> Iterator[Found | Unreadable]:
    """Yield the file at a path, or what is in the folder or zip there; of what cannot be read, the error.

    Raises `Unreadable` for the path itself.
    """
    name = os.path.basename(os.path.abspath(path)) or path
    try:
        mode = os.stat(path).st_mode
    except (OSError, ValueError) as error:
        missing = isinstance(error, FileNotFoundError | ValueError)
        raise Unreadable(f"There's no file {path}." if missing else _refused(path, error)) from None
    if stat.S_ISDIR(mode):
        for each in newest_first(path):
            try:
                yield Found(os.path.relpath(each, path), os.path.basename(each), read_within(each))
            except Unreadable as error:
                yield error
        return
    if not stat.S_ISREG(mode):
        raise Unreadable(f"{path} isn't a file, a folder or a zip.")
    try:
        if is_zip(path):
            for member, found in members_of(path):
                short = os.path.basename(member) or member
                where = f"{short} in {name}"
                yield Unreadable(f"{where} {found}") if isinstance(found, str) else Found(where, short, found)
            return
    except GivequestError as error:
        raise Unreadable(str(error)) from None
    yield Found(name, name, read_within(path))


def newest_first(folder: str, deepest: int = DEEPEST_FOLDER) -> list[str]:
    """Return the files of a folder and those below it that are called as exports are, the latest first."""
    found: list[tuple[float, str]] = []
    for place, folders, names in os.walk(folder):
        depth = os.path.relpath(place, folder).count(os.sep) + (place != folder)
        folders[:] = sorted(each for each in folders if not each.startswith(".")) if depth < deepest else []
        for name in sorted(names):
            if name.lower().endswith(ENDINGS) and not name.startswith("."):
                path = os.path.join(place, name)
                with suppress(OSError):
                    found.append((-os.stat(path).st_mtime, path))
        if len(found) >= MOST_MEMBERS:
            break
    return [path for _, path in sorted(found)[:MOST_MEMBERS]]


def latest_first(paths: Sequence[str]) -> list[str]:
    """Return paths, the file that was changed last first: what it says counts, where several say something."""

    def age(path: str) -> float:
        try:
            return -os.stat(path).st_mtime
        except (OSError, ValueError):
            return 0.0

    return sorted(paths, key=age)


def read_within(path: str) -> bytes:
    """Return the bytes of a file that is no larger than any address book. Raises `Unreadable`."""
    try:
        if not stat.S_ISREG(os.stat(path).st_mode):
            raise Unreadable(f"{path} isn't a file.")
        with open(path, "rb") as file:
            data = file.read(LARGEST_FILE + 1)
            largest = LARGEST_VCARDS if _VCARD in data[:200].upper() else LARGEST_FILE
            if len(data) > LARGEST_FILE and largest > LARGEST_FILE:
                data += file.read(largest + 1 - len(data))
    except (OSError, ValueError) as error:
        raise Unreadable(_refused(path, error)) from None
    if len(data) > largest:
        raise Unreadable(f"{path} is larger than {largest >> 20} MB; no address book is.")
    return data


def _refused(path: str, error: OSError | ValueError) -> str:
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return f"{path} couldn't be read: {reason}."
