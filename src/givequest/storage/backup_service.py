"""The backups of a ledger, for the application: take, list, check, restore, merge."""

from __future__ import annotations

import os
from collections.abc import Collection, Sequence
from contextlib import suppress
from datetime import date, datetime

from givequest.domain.change_labels import Act, count_words
from givequest.domain.diagnostics import Diagnostic, Inspection
from givequest.domain.results import BackupTaken, Merged, Restored
from givequest.errors import StorageError
from givequest.storage.backup.backups import Backups
from givequest.storage.ledger.ledger import Ledger


class BackupService:
    """A ledger with its backups. What a daily backup does not need is imported on demand."""

    def __init__(self, ledger: Ledger, backups: Backups, state: str) -> None:
        self.ledger = ledger
        self.backups = backups
        self._state = state
        """The folder for what is known on this machine alone."""

    def take_daily(self, now: datetime) -> BackupTaken | None:
        """Take the backup of the day; None if there is one already or nothing to back up. Raises `StorageError`."""
        return self._take(now, daily=True) if self.backups.is_due(now) else None

    def take(self, now: datetime, reason: str = "") -> BackupTaken | None:
        """Take a backup of everything readable; None if there is nothing to back up. Raises `StorageError`."""
        return self._take(now, reason)

    def _take(self, now: datetime, reason: str = "", *, daily: bool = False) -> BackupTaken | None:
        from givequest.storage.backup.create import create_backup

        return create_backup(self.ledger, self.backups, now, reason, daily=daily)

    def names(self) -> list[str]:
        """Return the names of the backups, ordered by their contents, newest first. Raises `StorageError`."""
        return list(map(str, self.backups.ranked()))

    def named_ahead(self, now: datetime) -> list[str]:
        """Return the backups named for a future day, which a wrong clock made. Raises `StorageError`."""
        return list(map(str, self.backups.named_ahead(now)))

    def find(self, word: str) -> str:
        """Return the backup with this name, or whose name starts with it, or for `latest` the newest good one.

        Raises `GivequestError` when there is no such backup, and `StorageError`.
        """
        return str(self.backups.find(word))

    def restore(self, word: str, now: datetime) -> Restored:
        """Restore the ledger to a backup; `word` is as for `find`.

        Raises `GivequestError` when there is no such backup, `StorageError` when it or the ledger cannot be used.
        """
        from givequest.storage.backup.restore import restore

        restored = restore(self.ledger, self.backups, self.backups.find(word), now)
        self._settle()
        return restored

    def repair(self, now: datetime) -> Restored | None:
        """Replace each unusable file with its newest good copy; None if there are none.

        Raises `GivequestError` when a year is in no good backup, and `StorageError`.
        """
        from givequest.storage.backup.repair import repair

        repaired = repair(self.ledger, self.backups, now)
        if repaired is not None:
            self._settle()
        return repaired

    def is_apart(self) -> bool:
        """Return whether there is anything to merge: a conflict copy, or a record in two years.

        Raises `StorageError`.
        """
        from givequest.storage.merge.conflict_copies import conflict_copies, lock_copies
        from givequest.storage.merge.plan import repeated_ids

        if conflict_copies(self.ledger.folder) or lock_copies(self._folders):
            return True
        pages = (self.ledger.page(partition, keep=False) for partition in self.ledger.partitions())
        return bool(repeated_ids(page.stored for page in pages))

    def merge(self) -> Merged:
        """Merge the records of all conflict copies, in one change, and rename the copies.

        Conflict copies of lock files are deleted. A copy that cannot be read is named in the result. Raises
        `StorageError`.
        """
        from givequest.storage.merge.conflict_copies import conflict_copies, remove_lock_copies
        from givequest.storage.merge.merge_copies import merge_conflict_copies

        paths = conflict_copies(self.ledger.folder)
        what = count_words(len(paths), "conflict copy", "conflict copies") if paths else "records with one id"
        merged = merge_conflict_copies(self.ledger, paths, Act.MERGE.label(what))
        self._settle()
        return merged._replace(locks=remove_lock_copies(self._folders))

    def merge_backup(self, word: str) -> Merged:
        """Merge the records of a backup, in one change that deletes nothing; `word` is as for `find`.

        Raises `GivequestError` when there is no such backup, `StorageError` when it or the ledger cannot be used.
        """
        from givequest.storage.backup.contents import copies_in
        from givequest.storage.merge.merge_copies import merge_copies

        name = self.backups.find(word)
        merged = merge_copies(self.ledger, copies_in(self.backups.read(name)), Act.MERGE.label(str(name)))
        self._settle()
        return merged._replace(source=str(name))

    def forget_ways(self, words: Collection[str]) -> int:
        """Forget every change whose way back holds one of some words, for good; return how many. `StorageError`."""
        count = self.ledger.forget_ways(words)
        self._settle()
        return count

    def erase(self, partition: int) -> list[str]:
        """Remove a partition with all ways back that are of it, for good; return the backups that still hold it.

        Raises `StorageError`.
        """
        from givequest.storage.backup.contents import path_in_backup
        from givequest.storage.doctor.last_seen import ABSENT, LastSeen, versions_now

        path = path_in_backup(partition)
        manifests = self.backups.manifests()
        held = {name: manifest.versions[path] for name, manifest in manifests.items() if path in manifest.versions}
        latest = max([*versions_now(self.ledger.folder, (partition,)).values(), *held.values()])
        self.ledger.erase(partition)
        last_seen = LastSeen(self._state)
        seen = last_seen.load()
        versions, settled = {**seen.versions, partition: ABSENT}, {**seen.settled, partition: latest}
        last_seen.save(seen._replace(versions=versions, settled=settled))
        return sorted(map(str, held), reverse=True)

    def holding(self, words: Collection[str]) -> list[str]:
        """Return the names of the backups in which one of some words stands, the newest first. Raises `StorageError`.

        One that cannot be read may hold it, and is among them.
        """
        from givequest.storage.backup.holding import holds

        return [str(name) for name in self.backups.ranked() if holds(self.backups, name, words)]

    def _settle(self) -> None:
        """Note that the files are now as they are to be: what was just done is no reason to wonder."""
        with suppress(StorageError):  # it is done; a notice too many harms nobody
            self.note_versions(settled=True)

    @property
    def _folders(self) -> tuple[str, str]:
        """The folders that have lock files."""
        return os.path.dirname(self.ledger.folder), self.ledger.folder

    def inspect(self, now: datetime, today: date, others: Sequence[str] = ()) -> Inspection:
        """Check everything below the data folder and change nothing; what cannot be read is in the result.

        `today` is the giving day; `others` are further folders this program writes to. Raises `StorageError` when a
        folder cannot be listed.
        """
        from givequest.storage.doctor.inspection import inspect
        from givequest.storage.doctor.last_seen import LastSeen

        return inspect(self.ledger, self.backups, LastSeen(self._state).load(), now, today, others)

    def notice_rollbacks(self, written: Collection[int] | None = None) -> list[Diagnostic]:
        """Return warnings, each only once, about files that something else put back, removed or duplicated.

        `written` are the partitions just written; None checks all. Raises `StorageError`.
        """
        from givequest.storage.doctor.last_seen import LastSeen
        from givequest.storage.doctor.rollback_check import notice_rollbacks

        return notice_rollbacks(self.ledger, self.backups, LastSeen(self._state), written)

    def note_versions(self, *, settled: bool = False) -> None:
        """Record the current versions of the files as seen; older ones than before only if `settled`.

        Raises `StorageError`.
        """
        from givequest.storage.doctor.last_seen import LastSeen
        from givequest.storage.doctor.rollback_check import note_versions

        note_versions(self.ledger, LastSeen(self._state), settled=settled)

    def moment_ahead(self, now: datetime) -> datetime | None:
        """Return the timestamp of a record logged more than a day after `now`; None if there is none."""
        from givequest.storage.doctor.day_check import moment_ahead

        return moment_ahead(self.ledger, now)
