"""Reading files together with their signatures; never writes."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from givequest.errors import StorageError
from givequest.named_tuple import NamedTuple
from givequest.storage.files.os_errors import os_errors_as, refusal

PIECE = 1 << 16
"""Bytes of a file that are read at a time where its beginning will do."""


class Signature(NamedTuple):
    """The size, times and inode of a file; a changed file has another signature."""

    inode: int
    size: int
    modified: int
    """In nanoseconds."""


class Appearance(NamedTuple):
    """A signature and the first bytes of a file, which tell two writes within one tick of the disk's clock apart."""

    signature: Signature
    head: bytes


def check_absence(path: str) -> None:
    """Raise `StorageError` if a file is missing because a link dangles: its drive may be unplugged."""
    if os.path.islink(path):
        raise StorageError(
            f"{path} couldn't be read: it's a link to {os.readlink(path)}, which isn't there; "
            "bring that back, or remove the link."
        )


def signature_of(path: str) -> Signature | None:
    """Return the signature of a file; None if it does not exist. Raises `StorageError`."""
    try:
        status = os.stat(path)
    except FileNotFoundError:
        check_absence(path)
        return None
    except OSError as error:
        raise refusal(error, path, "read") from error
    return Signature(status.st_ino, status.st_size, status.st_mtime_ns)


def read_file(path: str) -> tuple[bytes, Signature] | None:
    """Return the bytes and the signature of a file; None if it does not exist. Raises `StorageError`."""
    with _opened(path) as descriptor:
        if descriptor is None:
            return None
        signature = signature_of_open(descriptor)
        return _read_rest(descriptor, signature.size), signature


def read_unless(path: str, known: Appearance | None, head: int) -> tuple[Appearance | None, bytes | None]:
    """Return the appearance of a file (by its first `head` bytes too), and its bytes unless the appearance is `known`.

    None and None if there is no file. Raises `StorageError`.
    """
    with _opened(path) as descriptor:
        if descriptor is None:
            return None, None
        signature = signature_of_open(descriptor)
        found = Appearance(signature, os.read(descriptor, head))
        if found == known:
            return found, None
        return found, found.head + _read_rest(descriptor, signature.size)


def read_until(path: str, mark: bytes) -> bytes | None:
    """Return a file's bytes up to the first block that contains `mark`, or all; None if there is no file.

    So the head of a large file is cheap to read. Raises `StorageError`.
    """
    with _opened(path) as descriptor:
        if descriptor is None:
            return None
        data = b""
        while chunk := os.read(descriptor, PIECE):
            data += chunk
            if data.find(mark, max(0, len(data) - len(chunk) - len(mark))) >= 0:
                break
        return data


@contextmanager
def _opened(path: str) -> Iterator[int | None]:
    """Give a descriptor for reading, None where there is no file; what the disk refuses then is a `StorageError`."""
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    except FileNotFoundError:
        check_absence(path)
        yield None
        return
    except OSError as error:
        raise refusal(error, path, "read") from error
    with os_errors_as(path, "read"):
        try:
            yield descriptor
        except MemoryError:
            raise OSError(errno.ENOMEM, os.strerror(errno.ENOMEM)) from None
        finally:
            close_quietly(descriptor)


def signature_of_open(descriptor: int) -> Signature:
    """Return the signature of an open file."""
    status = os.fstat(descriptor)
    return Signature(status.st_ino, status.st_size, status.st_mtime_ns)


def _read_rest(descriptor: int, size: int) -> bytes:
    chunks = []
    while chunk := os.read(descriptor, max(size + 1, PIECE)):
        chunks.append(chunk)
    return b"".join(chunks)


def close_quietly(descriptor: int) -> None:
    """Close a descriptor, ignoring errors, which some network disks report although all is written."""
    with suppress(OSError):
        os.close(descriptor)
