"""Files that are whole at any moment: written beside, flushed, then put in place."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable
from contextlib import suppress

from givequest.storage.files.os_errors import told
from givequest.storage.files.reading import Signature, close_quietly, read_file, signature_of_open

FILE_MODE = 0o600
FOLDER_MODE = 0o700
TEMP_SUFFIX = ".part"

Bytes = bytes | memoryview


def replace_file(path: str, data: bytes | Iterable[Bytes]) -> Signature:
    """Write a file so that at any moment, whatever fails, it holds its old bytes or these.

    When this returns, `data` survives a crash and a power cut. A symbolic link stays one:
    the file that it points to is replaced. Raises `StorageError`; the old file is then
    untouched, unless only the last step, making the new name durable, failed.
    """
    target = os.path.realpath(path)
    temporary = f"{target}.{os.getpid()}{TEMP_SUFFIX}"
    with told(path, "written"):
        try:
            signature = _write_new(temporary, data)
            os.replace(temporary, target)
        except BaseException:
            with suppress(OSError):
                os.unlink(temporary)
            raise
    with told(path, "made to last, though it is written"):
        sync_folder(os.path.dirname(target))
    return signature


def renew_file(path: str) -> None:
    """Write a file anew as it is: whoever wrote it may have died, or been refused, before it was made to last."""
    found = read_file(path)
    if found is not None:
        replace_file(path, found[0])


def _write_new(path: str, data: bytes | Iterable[Bytes]) -> Signature:
    with suppress(FileNotFoundError):
        os.unlink(path)  # left by a process of the same number that was killed
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC | getattr(os, "O_NOFOLLOW", 0)
    descriptor = os.open(path, flags, FILE_MODE)
    try:
        for chunk in (data,) if isinstance(data, bytes) else data:
            view = memoryview(chunk)
            while view:
                written = os.write(descriptor, view)
                if not written:
                    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
                view = view[written:]
        flush_to_disk(descriptor)
        return signature_of_open(descriptor)
    finally:
        close_quietly(descriptor)  # what was written is on the disk by then, or was refused above


def flush_to_disk(descriptor: int) -> None:
    """Wait until what was written is on the disk itself; a failure is final and never tried again."""
    try:
        from fcntl import F_FULLFSYNC, fcntl  # type: ignore[attr-defined,unused-ignore]
    except ImportError:
        os.fsync(descriptor)
    else:  # macOS: fsync alone stops at the drive's own cache
        fcntl(descriptor, F_FULLFSYNC)


def sync_folder(path: str) -> None:
    """Make names that were created, replaced or removed in a folder durable."""
    descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def make_folder(path: str) -> None:
    """Create a folder, and those above it, for their owner alone (0700)."""
    if os.path.isdir(path):
        return
    parent = os.path.dirname(path)
    if parent and not os.path.isdir(parent):
        make_folder(parent)
    with told(path, "created"):
        try:
            os.mkdir(path, FOLDER_MODE)
        except FileExistsError:
            if not os.path.isdir(path):
                raise
            return
        try:
            os.chmod(path, FOLDER_MODE)  # whatever the umask was
            sync_folder(parent or os.curdir)  # or a power cut takes the folder, and what is in it
        except OSError:
            with suppress(OSError):
                os.rmdir(path)
            raise


def sweep_parts(folder: str) -> None:
    """Remove what processes that were killed while they wrote have left in a folder; nobody may be writing there."""
    with suppress(OSError):
        for name in os.listdir(folder):
            if name.endswith(TEMP_SUFFIX):
                os.unlink(os.path.join(folder, name))


def remove_file(path: str) -> None:
    """Remove a file for good; no error when there is none."""
    with told(path, "removed"):
        try:
            os.unlink(path)
        except FileNotFoundError:
            return
        sync_folder(os.path.dirname(path))


def unused_path(path: str) -> str:
    """Return the path, or with a number behind it the first that nothing has: `name`, `name-2`, `name-3`."""
    number, unused = 1, path
    while os.path.lexists(unused):
        number += 1
        unused = f"{path}-{number}"
    return unused
