"""The vault: copies of a ledger, taken and brought back."""

from __future__ import annotations

import os
from contextlib import suppress
from datetime import datetime
from typing import TYPE_CHECKING

from givequest.domain.text import clean_line
from givequest.errors import GivequestError, StorageError
from givequest.storage.backup.backups import Backups
from givequest.storage.backup.repair import is_broken
from givequest.storage.backup.retention import SUFFIX, BackupName
from givequest.storage.backup.snapshot import Snapshot
from givequest.storage.ledger.ledger import Ledger
from givequest.storage.ledger.schema import year_files

if TYPE_CHECKING:
    from givequest.domain.diagnostics import Inspection
    from givequest.storage.backup.restore import Restored
    from givequest.storage.ledger.conflict_copies import Merged


class Vault:
    """A ledger with its backups."""

    def __init__(self, ledger: Ledger, backups: Backups) -> None:
        self.backups = backups
        self.ledger = ledger
        self.data = os.path.dirname(ledger.folder)

    def take_daily(self, now: datetime) -> str | None:
        """Take the backup of this day and return its name; None when there is one, or nothing to keep."""
        return self.take(now, daily=True) if self.backups.is_due(now) else None

    def take(self, now: datetime, reason: str = "", *, daily: bool = False) -> str | None:
        """Take a backup of what can be read and return its name; None when there is nothing to keep."""
        if not year_files(self.ledger.folder):
            return None
        with self.ledger.held():
            snapshot = self._snapshot()
        return self._keep(snapshot, now, reason, daily=daily)  # nobody need wait for that

    def take_held(self, now: datetime, reason: str) -> str | None:
        """Take a backup while the caller holds the ledger."""
        return self._keep(self._snapshot(), now, reason)

    def _snapshot(self) -> Snapshot:
        return Snapshot(self.data, self.ledger.folder)

    def _keep(self, snapshot: Snapshot, now: datetime, reason: str, *, daily: bool = False) -> str | None:
        try:
            name = self.backups.write(snapshot.files(), now, reason, daily=daily)
        finally:
            snapshot.close()
        return None if name is None else str(name)

    def left_out(self, name: str) -> list[str]:
        """Return the files of the years that are not in a backup, as they cannot be used."""
        held = self.backups.years_in(self.find(name))
        return [path for year, path in year_files(self.ledger.folder).items() if year not in held]

    def names(self) -> list[BackupName]:
        """Return the backups, the newest first."""
        return self.backups.names()

    def restore(self, word: str, now: datetime) -> Restored:
        """Make the ledger what it was when a backup was taken; `word` is as for `find`."""
        from givequest.storage.backup.restore import restore

        return restore(self, self.find(word), now)

    def mend(self, now: datetime) -> Restored | None:
        """Bring back the newest good copy of whatever cannot be used; None when all can."""
        from givequest.storage.backup.restore import mend

        return mend(self, now)

    def copies(self) -> list[str]:
        """Return the paths of the conflict copies that a sync folder left."""
        from givequest.storage.ledger.conflict_copies import conflict_copies

        return conflict_copies(self.ledger.folder)

    def merge(self) -> Merged:
        """Take the records of all conflict copies in, in one change, and keep the copies under another name."""
        from givequest.storage.ledger.conflict_copies import merge_copies

        return merge_copies(self.ledger, self.copies())

    def inspect(self, now: datetime) -> Inspection:
        """Look at everything below the data folder, and change nothing."""
        from givequest.storage.doctor.check import inspect

        return inspect(self, now)

    def moment_ahead(self, now: datetime) -> datetime | None:
        """Return when a record was logged that is more than a day ahead of now; None when there is none."""
        from givequest.storage.doctor.clock_check import moment_ahead

        return moment_ahead(self.ledger.folder, now)

    def broken_years(self) -> list[int]:
        """Return the years whose files cannot be understood; `StorageError` when one cannot even be read."""
        return [year for year, path in year_files(self.ledger.folder).items() if is_broken(path)]

    def find(self, word: str) -> BackupName:
        """Return the backup that a person names: whole, by its beginning, or `latest`; `GivequestError` when none."""
        names = self.backups.names()
        wanted = os.path.basename(word)
        if wanted == "latest":
            for name in names:
                with suppress(StorageError):
                    self.backups.read(name)
                    return name
        else:
            found = [name for name in names if wanted in (str(name), str(name).removesuffix(SUFFIX))] or [
                name for name in names if wanted and str(name).startswith(wanted)
            ]
            if found:
                return found[0]
        hint = "'givequest restore' lists those that there are." if names else "There are none yet."
        raise GivequestError(f"There is no backup called {clean_line(wanted)[:60]}; {hint}")
