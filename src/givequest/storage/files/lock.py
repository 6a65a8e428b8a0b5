"""The lock around each read-modify-write (flock): held for milliseconds, freed by the system if its owner dies.

The lock file is made once and never written again, so that a sync folder has no reason to replace it. Where one
does, whoever holds the old file holds nothing any more: that is noticed after locking, and before every write. The
folder that it is in is locked as well, where the disk can do that: nothing replaces a folder.
"""

from __future__ import annotations

import errno
import fcntl
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from givequest.errors import LedgerLocked, LockReplaced
from givequest.storage.files.atomic_files import FILE_MODE
from givequest.storage.files.os_errors import os_errors_as
from givequest.storage.files.reading import close_quietly

PATIENCE = 5.0
"""Seconds to wait for another process before telling the person."""
BRIEF = 0.2
"""Seconds to wait for a lock that was waited for in vain: an open board that tries again stands still meanwhile."""
_PAUSE = 0.004
_LONGEST_HOLDER = 64
"""Bytes of the file that names the holder."""


@contextmanager
def locked(path: str, patience: float = PATIENCE, holder: str | None = None) -> Iterator[int]:
    """Hold the lock on the file at `path` and on its folder; gives the descriptor for `is_in_place`.

    `holder` is a file that records who holds it. Raises `LedgerLocked`, naming the holder, after `patience` seconds,
    and `StorageError` when the file cannot be opened or locked.
    """
    deadline = time.monotonic() + patience
    while not (descriptors := _acquire(path, deadline)):
        if time.monotonic() > deadline:
            held = f"has been held for {patience:.0f} seconds" if patience >= 1 else "is still held"
            raise LedgerLocked(
                f"{path} {held} by {_read_holder(holder)}; "
                "nothing was changed. Close that program, or wait for it, and try again."
            )
    try:
        if holder is not None:
            _write_holder(holder)
        yield descriptors[0]
    finally:
        for descriptor in descriptors:
            close_quietly(descriptor)


def is_in_place(descriptor: int, path: str) -> bool:
    """Return whether a locked file is still the one at its path."""
    try:
        there = os.stat(path)
    except OSError:
        return False
    own = os.fstat(descriptor)
    return (there.st_dev, there.st_ino) == (own.st_dev, own.st_ino)


class Lock:
    """A lock file. Waits `patience` seconds; after one timeout only `BRIEF`, so that an open board stands still once.

    `holder` is where it is noted who holds it; None: nowhere.
    """

    def __init__(self, path: str, patience: float = PATIENCE, holder: str | None = None) -> None:
        self.path = path
        self._patience = patience
        self._holder = holder
        self._was_in_vain = False
        self._descriptor: int | None = None

    @contextmanager
    def held(self) -> Iterator[None]:
        """Hold the lock as `locked` does. Raises as `locked` does."""
        patience = min(self._patience, BRIEF) if self._was_in_vain else self._patience
        try:
            with locked(self.path, patience, self._holder) as self._descriptor:
                self._was_in_vain = False
                yield
        except LedgerLocked:
            self._was_in_vain = True
            raise
        finally:
            self._descriptor = None

    def is_in_place(self) -> bool:
        """Return whether it is held and is still the file at its path."""
        return self._descriptor is not None and is_in_place(self._descriptor, self.path)

    def check(self) -> None:
        """Raise `LockReplaced` if it is held but another file is at its path by now."""
        if self._descriptor is not None and not is_in_place(self._descriptor, self.path):
            raise LockReplaced(
                f"{self.path} was replaced by another program, a sync folder perhaps, while it was held; "
                "nothing was changed. Try again, and leave that file out of the sync if this comes back."
            )


def _acquire(path: str, deadline: float) -> list[int]:
    """Return what is locked, to be closed; nothing when it was not let go in time, or another file is in its place."""
    descriptors: list[int] = []
    try:
        with os_errors_as(path, "opened"):
            descriptors.append(os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, FILE_MODE))
        with os_errors_as(path, "locked"):
            is_held = _wait_for(descriptors[0], descriptors[0], path, deadline)
        if is_held:
            with suppress(OSError):  # a disk that locks no folders
                descriptors.append(os.open(os.path.dirname(path) or os.curdir, os.O_RDONLY | os.O_CLOEXEC))
                is_held = _wait_for(descriptors[1], descriptors[0], path, deadline)
        if is_held:
            found, descriptors = descriptors, []
            return found
    finally:
        for descriptor in descriptors:
            close_quietly(descriptor)
    return []


def _wait_for(descriptor: int, file: int, path: str, deadline: float) -> bool:
    """Lock an open file or folder; False when it was not let go in time, or `file` is not at its path by then."""
    while True:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            if error.errno not in (errno.EWOULDBLOCK, errno.EACCES, errno.EINTR):
                raise
            if time.monotonic() > deadline or not is_in_place(file, path):
                return False
            time.sleep(_PAUSE)
        else:
            return is_in_place(file, path)


def _write_holder(path: str) -> None:
    with suppress(OSError):  # it is for a message only
        words = f"{os.getpid()} {os.path.basename(sys.argv[0])}".encode("utf-8", "replace")
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_CLOEXEC, FILE_MODE)
        try:
            os.pwrite(descriptor, words[: _LONGEST_HOLDER - 1].ljust(_LONGEST_HOLDER - 1) + b"\n", 0)
        finally:
            close_quietly(descriptor)


def _read_holder(path: str | None) -> str:
    try:
        with open(path or "", "rb") as file:
            words = file.read(_LONGEST_HOLDER).decode("utf-8", "replace").split(None, 1)
        return f"process {int(words[0])} ({words[1].strip()})"
    except (OSError, ValueError, IndexError):
        return "another process"
