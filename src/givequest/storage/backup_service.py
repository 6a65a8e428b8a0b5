"""The backups of a ledger as the application asks for them: taken, looked at, brought back, merged."""

from __future__ import annotations

import os
from datetime import datetime

from givequest.domain.acts import Act, count_words
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

    def is_apart(self) -> bool:
        """Return whether there is anything to merge: a conflict copy, or a record that stands in two years.

        Raises `StorageError`.
        """
        from givequest.storage.ledger.conflict_copies import conflict_copies, lock_copies
        from givequest.storage.ledger.merge_plan import repeated_ids

        if conflict_copies(self.ledger.folder) or lock_copies(self._folders):
            return True
        pages = (self.ledger.page(partition, keep=False) for partition in self.ledger.partitions())
        return bool(repeated_ids(page.stored for page in pages))

    def merge(self) -> Merged:
        """Take the records of all conflict copies in, in one change, and keep the copies under another name.

        Conflict copies of locks hold nothing, and are removed. Raises `StorageError`; a copy that cannot be
        read is named in the result instead.
        """
        from givequest.storage.ledger.conflict_copies import conflict_copies, remove_lock_copies
        from givequest.storage.ledger.merge import merge_copies

        paths = conflict_copies(self.ledger.folder)
        what = count_words(len(paths), "conflict copy", "conflict copies") if paths else "records with one id"
        merged = merge_copies(self.ledger, paths, Act.MERGE.label(what))
        return merged._replace(locks=remove_lock_copies(self._folders))

    def merge_backup(self, word: str) -> Merged:
        """Take the records of a backup in, in one change that drops nothing; `word` is as for `restore`.

        Raises `GivequestError` when there is no such backup, `StorageError` when it or the ledger cannot be used.
        """
        from givequest.storage.backup.contents import tables_of_partitions
        from givequest.storage.ledger.merge import merge_tables

        name = self.backups.find(word)
        merged = merge_tables(self.ledger, tables_of_partitions(self.backups.read(name)), Act.MERGE.label(str(name)))
        return merged._replace(source=str(name))

    @property
    def _folders(self) -> tuple[str, str]:
        """The folders that have lock files."""
        return os.path.dirname(self.ledger.folder), self.ledger.folder

    def inspect(self, now: datetime) -> Inspection:
        """Look at everything below the data folder, and change nothing; what cannot be read is in the result."""
        from givequest.storage.doctor.check import inspect

        return inspect(self.ledger, self.backups, now)

    def moment_ahead(self, now: datetime) -> datetime | None:
        """Return when a record was logged that is more than a day ahead of now; None when there is none."""
        from givequest.storage.doctor.clock_check import moment_ahead

        return moment_ahead(self.ledger.folder, now)
