"""Taking of backups: a snapshot of a ledger, written as one zip file."""

from __future__ import annotations

import os
from datetime import datetime

from givequest.storage.backup.backups import Backups
from givequest.storage.backup.snapshot import Snapshot
from givequest.storage.ledger.ledger import Ledger
from givequest.storage.ledger.schema import partition_files


def create_backup(
    ledger: Ledger, backups: Backups, now: datetime, reason: str = "", *, daily: bool = False
) -> str | None:
    """Take a backup of what can be read and return its name; None when there is nothing to keep.

    With `daily`, None also when this day has one already. Raises `StorageError` (`LedgerLocked` among them).
    """
    if not partition_files(ledger.folder):
        return None
    with ledger.held():
        snapshot = _snapshot_of(ledger)
    return _write(snapshot, backups, now, reason, daily=daily)  # nobody need wait for that


def create_backup_while_held(ledger: Ledger, backups: Backups, now: datetime, reason: str) -> str | None:
    """Take a backup for a caller that holds the ledger's lock. Raises `StorageError`."""
    return _write(_snapshot_of(ledger), backups, now, reason)


def _snapshot_of(ledger: Ledger) -> Snapshot:
    return Snapshot(os.path.dirname(ledger.folder), ledger.folder)


def _write(snapshot: Snapshot, backups: Backups, now: datetime, reason: str, *, daily: bool = False) -> str | None:
    try:
        name = backups.write(snapshot.files(), now, reason, daily=daily)
    finally:
        snapshot.close()
    return None if name is None else str(name)
