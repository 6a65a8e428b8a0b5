"""Creating backups: a snapshot of a ledger, written as one ZIP file."""

from __future__ import annotations

from datetime import datetime

from givequest.domain.diagnostics import warning
from givequest.domain.results import BackupTaken
from givequest.errors import StorageError
from givequest.storage.backup.backups import Backups
from givequest.storage.backup.manifest import with_manifest
from givequest.storage.backup.snapshot import Snapshot
from givequest.storage.ledger.ledger import Ledger
from givequest.storage.partition.schema import partition_files

BEFORE_MIGRATION = "before-migration"
"""The reason of the backup that is taken before a file of an earlier schema is written anew."""


def create_backup(
    ledger: Ledger, backups: Backups, now: datetime, reason: str = "", *, daily: bool = False
) -> BackupTaken | None:
    """Take a backup of everything readable; None if there is nothing to back up.

    With `daily`, None also if this day has one already. Raises `StorageError`, for example `LedgerLocked`.
    """
    if not partition_files(ledger.folder):
        return None
    with ledger.held():
        snapshot = _snapshot_of(ledger)
    return _write(snapshot, backups, now, reason, daily=daily)  # nobody need wait for that


def back_up_before_migration(ledger: Ledger, backups: Backups, now: datetime, path: str) -> None:
    """Take a backup that includes the file at `path`; the ledger's lock must be held. Raises `StorageError`."""
    taken = _write(_snapshot_of(ledger), backups, now, BEFORE_MIGRATION)
    if taken is None or any(gap.place == path for gap in taken.left_out):
        raise StorageError(f"{path} couldn't be backed up, so it wasn't upgraded, and nothing was changed.")


def _snapshot_of(ledger: Ledger) -> Snapshot:
    return Snapshot(ledger.folder)


def _write(
    snapshot: Snapshot, backups: Backups, now: datetime, reason: str, *, daily: bool = False
) -> BackupTaken | None:
    try:
        files = with_manifest(snapshot.files(), snapshot.left_out)
        name = backups.write(files, now, reason, daily=daily)
    finally:
        snapshot.close()
    if name is None:
        return None
    remedy = "'givequest doctor' tells you more."
    left_out = [
        warning("left-out", snapshot.paths[path], f"{why} It isn't in the backup {name}.", remedy)
        for path, why in snapshot.left_out.items()
    ]
    return BackupTaken(str(name), tuple(left_out))
