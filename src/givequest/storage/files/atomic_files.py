"""Atomic files: written beside the target, flushed to disk, then renamed into place."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterable
from contextlib import suppress

from givequest.storage.files.os_errors import os_errors_as
from givequest.storage.files.reading import Signature, close_quietly, read_file, signature_of_open

FILE_MODE = 0o600
FOLDER_MODE = 0o700
TEMP_SUFFIX = ".part"

Bytes = bytes | memoryview


UNSUPPORTED = frozenset((errno.EINVAL, errno.EBADF, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EPERM, errno.ENOSYS))
"""What disks that cannot flush a folder, or know no modes, answer: virtiofs, SMB, 9p, FAT."""
OLD = 3600 * 10**9
"""Nanoseconds after which no write can still be going on."""


def allow_always() -> None:
    """Allow a write: the `check` for files without a lock."""


def replace_file(path: str, data: bytes | Iterable[Bytes], *, check: Callable[[], object] = allow_always) -> Signature:
    """Write a file so that at any moment, whatever fails, it holds its old bytes or these.

    When this returns, `data` survives a crash and a power cut, as far as the disk promises such
    a thing. A symbolic link stays one: the file that it points to is replaced. `check` is called
    last before that, and may raise what keeps it from being done. Raises `StorageError`; the old
    file is then untouched, unless only the last step, making the new name durable, failed.
    """
    target = os.path.realpath(path)
    temporary = f"{target}.{os.getpid()}{TEMP_SUFFIX}"
    with os_errors_as(path, "written"):
        try:
            signature = _write_new(temporary, data)
            check()
            try:
                os.replace(temporary, target)
            except FileNotFoundError:
                check()  # whoever holds the lock instead of us may have swept it away
                raise
        except BaseException:
            with suppress(OSError):
                os.unlink(temporary)
            raise
    for left in leftovers_of(target, signature.modified):
        with suppress(OSError):
            os.unlink(left)
    with os_errors_as(path, "made to last, though it's written"):
        sync_folder(os.path.dirname(target))
    return signature


def leftovers_of(target: str, now: int | None = None) -> list[str]:
    """Return the names of the temporary files that interrupted writes of a file left beside it.

    With `now`, the time of that disk's clock in nanoseconds since 1970, only those too old to belong to a write in
    progress.
    """
    folder, name = os.path.split(target)
    found = []
    with suppress(OSError):
        for other in os.listdir(folder):
            number = other.removeprefix(name + ".").removesuffix(TEMP_SUFFIX)
            if other == f"{name}.{number}{TEMP_SUFFIX}" and number.isdecimal():
                path = os.path.join(folder, other)
                if now is None or abs(now - os.stat(path).st_mtime_ns) > OLD:
                    found.append(path)
    return found


def renew_file(path: str, *, check: Callable[[], object] = allow_always) -> None:
    """Rewrite a file unchanged, durably: its writer may have died before flushing it. Raises StorageError."""
    found = read_file(path)
    if found is not None:
        replace_file(path, found[0], check=check)


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
    """Flush a file to the disk itself. A failure is final: never retry after it. Raises OSError."""
    try:
        from fcntl import F_FULLFSYNC, fcntl  # type: ignore[attr-defined,unused-ignore]
    except ImportError:
        os.fsync(descriptor)
        return
    try:  # macOS: fsync alone stops at the drive's own cache
        fcntl(descriptor, F_FULLFSYNC)
    except OSError as error:
        if error.errno not in UNSUPPORTED:
            raise
        os.fsync(descriptor)  # a disk over a network has no such cache


def sync_folder(path: str) -> bool:
    """Make created, renamed or deleted names in a folder durable; False if the disk cannot guarantee it.

    Raises `OSError` if it fails otherwise.
    """
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
        try:
            os.fsync(descriptor)
        finally:
            close_quietly(descriptor)
    except OSError as error:
        if error.errno not in UNSUPPORTED:
            raise
        return False
    return True


def make_folder(path: str) -> None:
    """Create a folder and its parents with mode 0700, where the disk supports modes.

    Raises `StorageError`.
    """
    if os.path.isdir(path):
        return
    parent = os.path.dirname(path)
    if parent and not os.path.isdir(parent):
        make_folder(parent)
    with os_errors_as(path, "created"):
        try:
            os.mkdir(path, FOLDER_MODE)
        except FileExistsError:
            if not os.path.isdir(path):
                raise
            return
        try:
            _close_to_others(path)
            sync_folder(parent or os.curdir)  # or a power cut takes the folder, and what is in it
        except OSError:
            with suppress(OSError):
                os.rmdir(path)
            raise


def _close_to_others(folder: str) -> None:
    try:
        os.chmod(folder, FOLDER_MODE)  # whatever the umask was
    except OSError as error:
        if error.errno not in UNSUPPORTED:
            raise


def sweep_parts(folder: str) -> None:
    """Delete the temporary files that killed processes left in a folder; to be called while nobody writes there."""
    with suppress(OSError):
        for name in os.listdir(folder):
            if name.endswith(TEMP_SUFFIX):
                os.unlink(os.path.join(folder, name))


def remove_file(path: str, *, check: Callable[[], object] = allow_always) -> None:
    """Delete a file durably, unless `check` raises; no error if it does not exist. Raises `StorageError`."""
    check()
    with os_errors_as(path, "removed"):
        try:
            os.unlink(path)
        except FileNotFoundError:
            return
        sync_folder(os.path.dirname(path))


def unused_path(path: str) -> str:
    """Return the first of `path`, `path-2`, `path-3` … that does not exist."""
    number, unused = 1, path
    while os.path.lexists(unused):
        number += 1
        unused = f"{path}-{number}"
    return unused
