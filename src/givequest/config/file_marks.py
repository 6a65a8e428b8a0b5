"""What the files of a config look like from outside: whether any of them was changed is seen without reading them."""

from __future__ import annotations

import os

FileMark = tuple[str, int, int, int]
"""The path, modification time (ns), size and inode of a file."""


def marks_of(file: str, folder: str) -> tuple[FileMark, ...]:
    """Return the marks of a file and of the TOML files in a folder, as far as they exist; another after any change."""
    try:
        names = sorted(name for name in os.listdir(folder) if name.endswith(".toml"))
    except (OSError, ValueError):
        names = []
    found = []
    for path in (file, *(os.path.join(folder, name) for name in names)):
        try:
            status = os.stat(path)
        except (OSError, ValueError):
            continue
        found.append((path, status.st_mtime_ns, status.st_size, status.st_ino))
    return tuple(found)
