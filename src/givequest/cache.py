"""Files under `cache/`: anything there can be deleted at any time, and failing to write it is no failure."""

from __future__ import annotations

import os
from contextlib import suppress


def write_cache(path: str, data: bytes) -> None:
    """Write a cache file, readable by its owner alone; a disk that refuses costs time later and nothing else."""
    temporary = f"{path}.{os.getpid()}.part"
    with suppress(OSError):
        _make_folder(os.path.dirname(path))
        descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with open(descriptor, "wb") as file:
            file.write(data)
        os.replace(temporary, path)


def _make_folder(path: str) -> None:
    """Create a folder and those above it, each for its owner alone: `os.makedirs` does that for the last one only."""
    if not os.path.isdir(path):
        _make_folder(os.path.dirname(path))
        with suppress(FileExistsError):
            os.mkdir(path, 0o700)
