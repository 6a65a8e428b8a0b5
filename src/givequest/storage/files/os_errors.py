"""OS errors as sentences that tell the person what to do."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager

from givequest.errors import StorageError

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
    errno.EISDIR: "it's a folder, not a file; move it away",
    errno.ELOOP: "its symbolic links lead in a circle; fix the link",
    errno.ENOMEM: "there isn't enough memory for it; close other programs and try again",
    errno.ENOLCK: "the disk gives no locks; choose another folder with --home",
    errno.ENOTSUP: "the disk can't do that; choose another folder with --home",
    errno.ENAMETOOLONG: "its path is too long; choose a shorter folder with --home",
}


def refusal(error: OSError, path: str, action: str) -> StorageError:
    """Return the StorageError that says what the disk refused, where, and what to do."""
    reason = _REASONS.get(error.errno or 0) or f"{error.strerror or error}; try again, or choose another folder"
    return StorageError(f"{path} couldn't be {action}: {reason}.")


@contextmanager
def os_errors_as(path: str, action: str) -> Iterator[None]:
    """Turn an `OSError` into the `StorageError` that says what could not be done to `path`."""
    try:
        yield
    except OSError as error:
        raise refusal(error, path, action) from error
