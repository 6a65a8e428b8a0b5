"""Reading of files, with what they look like from outside; nothing is ever written here."""

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
    """What a file looks like from outside; a changed file has another."""

    inode: int
    size: int
    modified: int
    """In nanoseconds."""


class Appearance(NamedTuple):
    """What a file looks like from outside, and how it begins: two writes within a tick of the disk's clock differ."""

    signature: Signature
    head: bytes


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
    with _opened(path) as descriptor:
        if descriptor is None:
            return None
        signature = signature_of_open(descriptor)
        return _read_rest(descriptor, signature.size), signature


def read_unless(path: str, known: Appearance | None, head: int) -> tuple[Appearance | None, bytes | None]:
    """Return what a file looks like, by its first `head` bytes too, and all its bytes unless that is `known`.

    Nothing and nothing where there is no file. Raises `StorageError`.
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
    """Return a file's bytes up to the piece that a mark ends in, whole where it is nowhere; None when there is none.

    The beginning of a file of many megabytes costs no more than that. Raises `StorageError`.
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
    """Return what an open file looks like."""
    status = os.fstat(descriptor)
    return Signature(status.st_ino, status.st_size, status.st_mtime_ns)


def _read_rest(descriptor: int, size: int) -> bytes:
    chunks = []
    while chunk := os.read(descriptor, max(size + 1, PIECE)):
        chunks.append(chunk)
    return b"".join(chunks)


def close_quietly(descriptor: int) -> None:
    """Close a descriptor whose work is done: what is refused then, by some disks over a network, changes nothing."""
    with suppress(OSError):
        os.close(descriptor)
