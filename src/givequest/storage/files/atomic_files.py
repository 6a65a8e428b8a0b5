"""Files that are whole at any moment: written beside, flushed, then put in place."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from typing import NamedTuple

from givequest.errors import StorageError

FILE_MODE = 0o600
FOLDER_MODE = 0o700
TEMP_SUFFIX = ".part"
PIECE = 1 << 16
"""Bytes of a file that are read at a time where its beginning will do."""

Bytes = bytes | memoryview

_REASONS = {
    errno.ENOSPC: "the disk is full; free some space and try again",
    errno.EDQUOT: "the disk quota is used up; free some space and try again",
    errno.EFBIG: "the file may not grow any further; raise the limit on file sizes and try again",
    errno.EROFS: "the disk is read-only; make it writable or choose another folder with --home",
    errno.EACCES: "permission was denied; check who owns the file and its folder",
    errno.EPERM: "permission was denied; check who owns the file and its folder",
    errno.EIO: "the disk reported an error; check the disk and your backups before going on",
    errno.EMFILE: "too many files are open; close other programs and try again",
    errno.ENFILE: "too many files are open; close other programs and try again",
    errno.ENOTDIR: "a part of its path is a file, not a folder; move that file away",
    errno.EEXIST: "a file is in its place; move that file away",
    errno.EISDIR: "it is a folder, not a file; move it away",
    errno.ELOOP: "its symbolic links lead in a circle; mend the link",
    errno.ENAMETOOLONG: "its path is too long; choose a shorter folder with --home",
}


class Signature(NamedTuple):
    """What a file looks like from outside; a changed file has another."""

    inode: int
    size: int
    modified: int
    """In nanoseconds."""


def refusal(error: OSError, path: str, action: str) -> StorageError:
    """Return the error that tells a person what the disk refused, where, and what to do."""
    reason = _REASONS.get(error.errno or 0) or f"{error.strerror or error}; try again, or choose another folder"
    return StorageError(f"{path} could not be {action}: {reason}.")


@contextmanager
def told(path: str, action: str) -> Iterator[None]:
    """Turn an `OSError` into the `StorageError` that says what could not be done to `path`."""
    try:
        yield
    except OSError as error:
        raise refusal(error, path, action) from error


def check_absence(path: str) -> None:
    """Raise `StorageError` where a file is not there because a link leads nowhere: its drive may be unplugged."""
    if os.path.islink(path):
        raise StorageError(
            f"{path} could not be read: it is a link to {os.readlink(path)}, which is not there; "
            "bring that back, or remove the link."
        )


def signature_of(path: str) -> Signature | None:
    """Return what a file looks like now; None when there is none."""
    try:
        status = os.stat(path)
    except FileNotFoundError:
        check_absence(path)
        return None
    except OSError as error:
        raise refusal(error, path, "read") from error
    return Signature(status.st_ino, status.st_size, status.st_mtime_ns)


def read_file(path: str) -> tuple[bytes, Signature] | None:
    """Return a file's bytes and what it looked like when they were read; None when there is none."""
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    except FileNotFoundError:
        check_absence(path)
        return None
    except OSError as error:
        raise refusal(error, path, "read") from error
    with told(path, "read"):
        try:
            status = os.fstat(descriptor)
            chunks = []
            while chunk := os.read(descriptor, max(status.st_size + 1, 65536)):
                chunks.append(chunk)
        finally:
            os.close(descriptor)
    return b"".join(chunks), Signature(status.st_ino, status.st_size, status.st_mtime_ns)


def read_until(path: str, mark: bytes) -> bytes | None:
    """Return a file's bytes up to the piece that a mark ends in, whole where it is nowhere; None when there is none.

    The beginning of a file of many megabytes costs no more than that. Raises `StorageError`.
    """
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    except FileNotFoundError:
        check_absence(path)
        return None
    except OSError as error:
        raise refusal(error, path, "read") from error
    data = b""
    with told(path, "read"):
        try:
            while chunk := os.read(descriptor, PIECE):
                data += chunk
                if data.find(mark, max(0, len(data) - len(chunk) - len(mark))) >= 0:
                    break
        finally:
            os.close(descriptor)
    return data


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
        status = os.fstat(descriptor)
    finally:
        os.close(descriptor)
    return Signature(status.st_ino, status.st_size, status.st_mtime_ns)


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
