"""Conflict copies: files that a sync folder creates when two computers wrote the same file.

Syncthing names them `2026.sync-conflict-20261101-120000-ABCDEFG.json`, Dropbox `2026 (Ana's
conflicted copy 2026-11-01).json`, Nextcloud `2026 (conflicted copy 2026-11-01 120000).json`,
ownCloud `2026_conflict-20261101-120000.json`; in other languages, other words. So whatever
begins with the name of a partition, goes on and ends with `.json` is one: the ledger itself writes
no such name. rclone puts its mark at the end, and takes the plain name from both sides:
`2026.json.conflict1`, `2026.json.conflict2`; before version 1.66 `2026.json..path1`.
"""

from __future__ import annotations

import fcntl
import os
import re
from collections.abc import Iterable
from contextlib import suppress
from typing import Any

from givequest.domain.records.partitions import NAMES, partition_named
from givequest.errors import StorageError
from givequest.storage.files.json_tables import parse_tables
from givequest.storage.files.os_errors import os_errors_as
from givequest.storage.files.reading import read_file
from givequest.storage.partition.schema import SCHEMA, SUFFIX, of_today, schema_of

MERGED = "merged-"
"""What the name of a copy begins with once it is merged."""
_PARTITION = rf"(\d{{4}}(?![0-9])|(?:{'|'.join(NAMES.values())})(?![a-z0-9]))"
_INSIDE = re.compile(rf"{_PARTITION}.+\.json", re.DOTALL)
_BEHIND = re.compile(rf"{_PARTITION}\.json[. (_-].*(?:conflict|path\d).*", re.DOTALL | re.IGNORECASE)
_LOCK = re.compile(r"\.(?:backups\.)?lock.*(?:conflict|path\d).*|\..*conflict.*\.lock", re.DOTALL | re.IGNORECASE)
_LARGEST_LOCK = 4096
"""Bytes that a lock file, or a copy of one, can have: whatever is larger is something else."""


def conflict_copies(folder: str) -> list[str]:
    """Return the paths of the conflict copies in a ledger's folder, in the order of their names.

    Raises `StorageError` when the folder cannot be read.
    """
    return [os.path.join(folder, name) for name in _names_in(folder) if partition_of_copy(name) is not None]


def partition_of_copy(name: str) -> int | None:
    """Return the partition that a file is a conflict copy of, by its name; None if it is not one."""
    match = _INSIDE.fullmatch(name) or _BEHIND.fullmatch(name)
    is_own = partition_named(name.removesuffix(SUFFIX)) is not None or f"{SUFFIX}.broken-" in name
    return None if match is None or is_own else partition_named(match[1])


def lock_copies(folders: Iterable[str]) -> list[str]:
    """Return the paths of the conflict copies of lock files in some folders, which hold no data.

    Raises `StorageError` when a folder cannot be read.
    """
    paths = [os.path.join(folder, name) for folder in folders for name in _names_in(folder) if _LOCK.fullmatch(name)]
    return [path for path in paths if os.path.isfile(path) and os.path.getsize(path) <= _LARGEST_LOCK]


def remove_lock_copies(folders: Iterable[str]) -> int:
    """Delete the conflict copies of lock files that nobody holds, and return their number.

    Raises `StorageError` when a folder cannot be read; a copy that cannot be deleted stays.
    """
    removed = 0
    for path in lock_copies(folders):
        with suppress(OSError), open(path, "rb") as file:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)  # a process may hold it under its old name
            os.unlink(path)
            removed += 1
    return removed


def read_copy(path: str) -> tuple[bytes, dict[str, dict[str, Any]]]:
    """Return the bytes of a conflict copy, and its tables migrated to the newest schema.

    Raises `StorageError` when it cannot be merged.
    """
    found = read_file(path)
    if found is None:
        raise StorageError(f"{path} is gone; it may have been merged elsewhere.")
    try:
        tables = parse_tables(found[0], path)
        schema = schema_of(tables, path)
    except StorageError:
        raise StorageError(f"{path} can't be read, so it was left where it is; you can move it away.") from None
    if schema > SCHEMA:
        raise StorageError(f"{path} was written by a newer givequest, so it was left where it is; update givequest.")
    return found[0], of_today(tables, schema) or {}


def _names_in(folder: str) -> list[str]:
    try:
        return sorted(os.listdir(folder))
    except (FileNotFoundError, NotADirectoryError):
        return []
    except OSError as error:
        with os_errors_as(folder, "read"):
            raise error
