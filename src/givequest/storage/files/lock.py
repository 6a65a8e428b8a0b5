"""The lock around each read-modify-write: held for milliseconds, freed by the system when its owner dies."""

from __future__ import annotations

import errno
import fcntl
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from givequest.errors import LedgerLocked
from givequest.storage.files.atomic_files import FILE_MODE
from givequest.storage.files.os_errors import told

PATIENCE = 5.0
"""Seconds to wait for another process before telling the person."""
BRIEF = 0.2
"""Seconds to wait for a lock that was waited for in vain: an open board that tries again stands still meanwhile."""
_PAUSE = 0.004
_MARK, _MARK_WIDTH, _LARGEST_MARK = 51, 20, 2**62
"""Where the mark begins, behind the line that names the holder, and how large it may be."""


@contextmanager
def locked(path: str, patience: float = PATIENCE) -> Iterator[int]:
    """Hold the lock file at `path`, and give its descriptor for `read_mark` and `write_mark`.

    `LedgerLocked` names the holder when it is not let go in time.
    """
    with told(path, "opened"):
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, FILE_MODE)
    try:
        _acquire(descriptor, path, patience)
        with suppress(OSError):  # for the message only
            holder = f"{os.getpid():<10}{os.path.basename(sys.argv[0])}".encode("utf-8", "replace")
            os.pwrite(descriptor, holder[: _MARK - 1].ljust(_MARK - 1) + b"\n", 0)
        yield descriptor
    finally:
        os.close(descriptor)


class Lock:
    """A lock file that is waited for with patience, and after that was in vain but for a moment."""

    def __init__(self, path: str, patience: float = PATIENCE) -> None:
        self.path = path
        self._patience = patience
        self._was_in_vain = False

    @contextmanager
    def held(self) -> Iterator[int]:
        """Hold it as `locked` does."""
        try:
            with locked(self.path, min(self._patience, BRIEF) if self._was_in_vain else self._patience) as descriptor:
                self._was_in_vain = False
                yield descriptor
        except LedgerLocked:
            self._was_in_vain = True
            raise


def read_mark(descriptor: int) -> int:
    """Return the number that was left in a held lock file; 0 where there is none."""
    try:
        return max(0, min(int(os.pread(descriptor, _MARK_WIDTH, _MARK)), _LARGEST_MARK))
    except (OSError, ValueError):
        return 0


def write_mark(descriptor: int, number: int) -> None:
    """Leave a number in a held lock file: a hint for whoever holds it next, which need not outlast a power cut."""
    with suppress(OSError):
        os.pwrite(descriptor, f"{number:<{_MARK_WIDTH}}\n".encode(), _MARK)


def _acquire(descriptor: int, path: str, patience: float) -> None:
    deadline = time.monotonic() + patience
    while True:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            if error.errno not in (errno.EWOULDBLOCK, errno.EACCES, errno.EINTR):
                with told(path, "locked"):
                    raise
        else:
            return
        if time.monotonic() > deadline:
            held = f"has been held for {patience:.0f} seconds" if patience >= 1 else "is still held"
            raise LedgerLocked(
                f"{path} {held} by {_holder(descriptor)}; "
                "nothing was changed. Close that program, or wait for it, and try again."
            )
        time.sleep(_PAUSE)


def _holder(descriptor: int) -> str:
    try:
        words = os.pread(descriptor, _MARK, 0).decode("utf-8", "replace").split(None, 1)
        return f"process {int(words[0])} ({words[1].strip()})"
    except (OSError, ValueError, IndexError):
        return "another process"
