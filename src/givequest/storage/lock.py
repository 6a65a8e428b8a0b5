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
from givequest.storage.files import FILE_MODE, told

PATIENCE = 5.0
"""Seconds to wait for another process before telling the person."""
_PAUSE = 0.004


@contextmanager
def locked(path: str, patience: float = PATIENCE) -> Iterator[None]:
    """Hold the lock file at `path`; `LedgerLocked` names the holder when it is not let go in time."""
    with told(path, "opened"):
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, FILE_MODE)
    try:
        _acquire(descriptor, path, patience)
        with suppress(OSError):  # for the message only
            os.pwrite(descriptor, f"{os.getpid():<10}{os.path.basename(sys.argv[0])[:40]:<40}\n".encode(), 0)
        yield
    finally:
        os.close(descriptor)


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
            raise LedgerLocked(
                f"{path} has been held for {patience:.0f} seconds by {_holder(descriptor)}; "
                "nothing was changed. Close that program, or wait for it, and try again."
            )
        time.sleep(_PAUSE)


def _holder(descriptor: int) -> str:
    try:
        words = os.pread(descriptor, 60, 0).decode("utf-8", "replace").split(None, 1)
        return f"process {int(words[0])} ({words[1].strip()})"
    except (OSError, ValueError, IndexError):
        return "another process"
