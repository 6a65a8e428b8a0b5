"""The backups of a ledger as the application asks for them: taken, looked at, brought back, merged."""

from __future__ import annotations

from datetime import datetime

from givequest.domain.diagnostics import Inspection
from givequest.domain.results import BackupTaken, Merged, Restored
from givequest.storage.backup.backups import Backups
from givequest.storage.ledger.ledger import Ledger


class BackupService:
    """A ledger with its backups. What is not needed for the backup of a day is imported when it is asked for."""

    def __init__(self, ledger: Ledger, backups: Backups) -> None:
        self.ledger = ledger
        self.backups = backups

    def take_daily(self, now: datetime) -> BackupTaken | None:
        """Take the backup of this day; None when there is one, or nothing to keep. Raises `StorageError`."""
        return self._take(now, daily=True) if self.backups.is_due(now) else None

    def take(self, now: datetime, reason: str = "") -> BackupTaken | None:
        """Take a backup of what can be read; None when there is nothing to keep. Raises `StorageError`."""
        return self._take(now, reason)

    def _take(self, now: datetime, reason: str = "", *, daily: bool = False) -> BackupTaken | None:
        from givequest.storage.backup.create import create_backup

        return create_backup(self.ledger, self.backups, now, reason, daily=daily)

    def names(self) -> list[str]:
        """Return the names of the backups by what is in them, the newest first. Raises `StorageError`."""
        return list(map(str, self.backups.ranked()))

    def named_ahead(self, now: datetime) -> list[str]:
        """Return the backups whose names are of a day to come: a clock was ahead. Raises `StorageError`."""
        return list(map(str, self.backups.named_ahead(now)))

    def restore(self, word: str, now: datetime) -> Restored:
        """Make the ledger what it was when a backup was taken: `word` is its name, the beginning of it, or `latest`.

        Raises `GivequestError` when there is no such backup, `StorageError` when it or the ledger cannot be used.
        """
        from givequest.storage.backup.restore import restore

        return restore(self.ledger, self.backups, self.backups.find(word), now)

    def repair(self, now: datetime) -> Restored | None:
        """Bring back the newest good copy of whatever cannot be used; None when all can.

        Raises `GivequestError` when a year is in no good backup, and `StorageError`.
        """
        from givequest.storage.backup.repair import repair

        return repair(self.ledger, self.backups, now)

    def copies(self) -> list[str]:
        """Return the paths of the conflict copies that a sync folder left. Raises `StorageError`."""
        from givequest.storage.ledger.conflict_copies import conflict_copies

        return conflict_copies(self.ledger.folder)

    def merge(self) -> Merged:
        """Take the records of all conflict copies in, in one change, and keep the copies under another name.

        Raises `StorageError`; a copy that cannot be read is named in the result instead.
        """
        from givequest.storage.ledger.conflict_copies import merge_copies

        return merge_copies(self.ledger, self.copies())

    def inspect(self, now: datetime) -> Inspection:
        """Look at everything below the data folder, and change nothing; what cannot be read is in the result."""
        from givequest.storage.doctor.check import inspect

        return inspect(self.ledger, self.backups, now)

    def moment_ahead(self, now: datetime) -> datetime | None:
        """Return when a record was logged that is more than a day ahead of now; None when there is none."""
        from givequest.storage.doctor.clock_check import moment_ahead

        return moment_ahead(self.ledger.folder, now)
