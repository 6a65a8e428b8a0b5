"""Files in a folder that may be worth a look: those that are called as exports are, the latest first."""

from __future__ import annotations

import os
import stat


def latest_files(folder: str, endings: tuple[str, ...], largest: int, most: int) -> list[tuple[str, int]]:
    """Return the paths and sizes of files in a folder, not below it; none where it cannot be looked into.

    Args:
        folder: Where to look.
        endings: How the names of the files end, in small letters.
        largest: Bytes that a file has at most.
        most: How many are returned at most.

    """
    found = []
    try:
        entries = list(os.scandir(folder))
    except OSError:
        return []
    for entry in entries:
        if entry.name.startswith(".") or not entry.name.lower().endswith(endings):
            continue
        try:
            status = entry.stat()
        except OSError:
            continue
        if stat.S_ISREG(status.st_mode) and 0 < status.st_size <= largest:
            found.append((-status.st_mtime_ns, entry.path, status.st_size))
    return [(path, size) for _, path, size in sorted(found)[:most]]
