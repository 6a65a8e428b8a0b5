"""Files under `cache/`: anything there can be deleted or damaged at any time, and failing to write it is no failure.

The last line of each is a checksum. A file whose checksum is wrong counts as missing, so that it is made anew.
"""

from __future__ import annotations

import os
from contextlib import suppress
from zlib import crc32

SUFFIX = ".part"


def read_cache(path: str) -> bytes | None:
    """Return what a cache file holds; None where there is none, or where any byte of it is not what was written."""
    try:
        with open(path, "rb") as file:
            data, _, checksum = file.read().rpartition(b"\n")
    except (OSError, ValueError):
        return None
    return data if checksum == _checksum(data) else None


def _checksum(data: bytes) -> bytes:
    return b"%08x" % crc32(data)


def write_cache(path: str, data: bytes) -> None:
    """Write a cache file, readable by its owner alone; a disk that refuses costs time later and nothing else."""
    folder = os.path.dirname(path)
    temporary = f"{path}.{os.getpid()}{SUFFIX}"
    with suppress(OSError):
        _make_folder(folder)
        _sweep(path, folder)
        try:
            descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            with open(descriptor, "wb") as file:
                file.write(b"%b\n%b" % (data, _checksum(data)))
            os.replace(temporary, path)
        except OSError:
            os.unlink(temporary)
            raise


def _sweep(path: str, folder: str) -> None:
    """Remove what processes that were killed have left of a file; one that still writes it loses nothing but time."""
    stem = f"{os.path.basename(path)}."
    for name in os.listdir(folder):
        if name.startswith(stem) and name.endswith(SUFFIX):
            os.unlink(os.path.join(folder, name))


def _make_folder(path: str) -> None:
    """Create a folder and those above it, each for its owner alone: `os.makedirs` does that for the last one only."""
    if not os.path.isdir(path):
        _make_folder(os.path.dirname(path))
        with suppress(FileExistsError):
            os.mkdir(path, 0o700)
