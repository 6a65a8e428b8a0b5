"""Quarantine: an unusable file is kept under another name, and a good copy takes its place."""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime

from givequest.domain.results import Repaired
from givequest.errors import StorageError
from givequest.storage.backup.contents import INSTALL, Files, is_way_back, path_in_backup, path_on_disk
from givequest.storage.backup.retention import BackupName
from givequest.storage.backup.validation import broken_companions, check_companion
from givequest.storage.files.atomic_files import make_folder, remove_file, replace_file, unused_path
from givequest.storage.files.reading import read_file
from givequest.storage.ledger.ledger import Ledger

Copy = tuple[BackupName | None, Files]
"""A backup with what it holds."""


def replace_partitions(ledger: Ledger, copies: Mapping[int, Copy], now: datetime) -> list[Repaired]:
    """Replace each partition with a good copy, keeping the old file. Raises `StorageError`."""
    return [
        _replace(ledger.path_of(partition), files[path_in_backup(partition)], name, now)
        for partition, (name, files) in sorted(copies.items())
    ]


def replace_companions(ledger: Ledger, copy: Copy, now: datetime) -> list[Repaired]:
    """Quarantine the broken files beside the partitions. Raises `StorageError`.

    The seed is replaced with its copy; a broken pending change is not replaced with one from another time.
    """
    source, files = copy
    return [
        _replace(path_on_disk(ledger.folder, name), good_seed(files) if name == INSTALL else None, source, now)
        for name in broken_companions(ledger)
    ]


def good_seed(files: Files) -> bytes | None:
    """Return the seed's file from a backup; None if it has no good one."""
    with suppress(KeyError, StorageError):
        check_companion(files[INSTALL], INSTALL)
        return files[INSTALL]
    return None


def fill_gaps(ledger: Ledger, files: Files) -> None:
    """Write the seed and the undo files of a backup wherever the file is missing. Raises `StorageError`."""
    for name, data in files.items():
        path = path_on_disk(ledger.folder, name)
        if (name == INSTALL or is_way_back(name)) and not os.path.lexists(path):
            make_folder(os.path.dirname(path))
            replace_file(path, data)


def _replace(path: str, data: bytes | None, source: BackupName | None, now: datetime) -> Repaired:
    """Keep a broken file as `2026.json.broken-20261124-0801`, then put a good copy in its place (or nothing)."""
    kept = None
    found = read_file(path) if os.path.lexists(path) else None
    if found is not None:
        kept = unused_path(f"{path}.broken-{now:%Y%m%d-%H%M}")
        replace_file(kept, found[0])
    if data is not None:
        replace_file(path, data)
    else:
        remove_file(path)
    return Repaired(path, kept, str(source) if source is not None and data is not None else None)
