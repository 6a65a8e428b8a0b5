"""Repair: each unusable file is replaced with its newest good copy, and nothing else changes."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from datetime import datetime

from givequest.domain.change_labels import Act
from givequest.domain.results import Restored
from givequest.errors import GivequestError, StorageError
from givequest.storage.backup.backups import Backups
from givequest.storage.backup.contents import Files, documents_in, path_in_backup
from givequest.storage.backup.create import create_backup
from givequest.storage.backup.quarantine import fill_gaps, good_seed, replace_companions, replace_partitions
from givequest.storage.backup.restore import BEFORE_RESTORE
from givequest.storage.backup.retention import BackupName
from givequest.storage.backup.validation import broken_companions, broken_partitions
from givequest.storage.ledger.ledger import Ledger


def repair(ledger: Ledger, backups: Backups, now: datetime) -> Restored | None:
    """Replace each unusable file with its newest good copy; None if there are none.

    Raises `GivequestError` when a partition is in no good backup, and then nothing was changed; `StorageError`
    when a file cannot be read or written.
    """
    broken = broken_partitions(ledger)
    if not broken and not broken_companions(ledger):
        return None
    copies = _newest_copies(ledger, backups, broken)
    before = create_backup(ledger, backups, now, BEFORE_RESTORE)
    with ledger.held():
        repaired = replace_companions(ledger, _seed_in(backups), now)
        repaired += replace_partitions(ledger, copies, now)
        for _, files in copies.values():
            fill_gaps(ledger, files)
    sources = {name for name, _ in copies.values()}
    newest = str(next((name for name in backups.ranked() if name in sources), ""))
    if copies:
        ledger.commit_built(Act.RESTORE.label(newest), lambda: dict.fromkeys(copies, ((), ())))
    return Restored(newest, before, tuple(repaired))


def _newest_copies(ledger: Ledger, backups: Backups, partitions: Iterable[int]) -> dict[int, tuple[BackupName, Files]]:
    """Return the backup with the newest good copy of each partition. Raises `GivequestError` when one has none."""
    copies: dict[int, tuple[BackupName, Files]] = {}
    opened: dict[BackupName, Files] = {}
    for partition in partitions:
        path = path_in_backup(partition)
        for name in backups.copies_of(path):
            with suppress(StorageError):
                files = opened[name] = opened.get(name) or backups.read(name)
                documents_in(files[path], path)
                copies[partition] = name, files
                break
        else:
            raise GivequestError(
                f"{ledger.path_of(partition)} can't be used, and no good backup in {backups.folder} holds it; "
                "it was left alone. A copy from elsewhere can be put in its place."
            )
    return copies


def _seed_in(backups: Backups) -> tuple[BackupName | None, Files]:
    """Return the newest backup with a good seed and what it holds; nothing when there is none."""
    for name in backups.ranked():
        with suppress(StorageError):
            files = backups.read(name)
            if good_seed(files) is not None:
                return name, files
    return None, {}
