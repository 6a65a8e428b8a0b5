"""The vault: copies of a ledger, taken and brought back."""

from __future__ import annotations

import os
from contextlib import suppress
from datetime import datetime
from typing import TYPE_CHECKING

from givequest.domain.text import clean_line
from givequest.errors import GivequestError, StorageError
from givequest.storage.backups import INSTALL, PENDING, Backups, Files, is_member, year_name, years_among
from givequest.storage.database import parse_tables
from givequest.storage.files import read_file
from givequest.storage.ledger import Ledger
from givequest.storage.mending import check_year, is_broken, year_files
from givequest.storage.rotation import BackupName

if TYPE_CHECKING:
    from givequest.domain.findings import Inspection
    from givequest.storage.conflicts import Merged
    from givequest.storage.restoring import Restored


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
            files = self._collect()
        return self._keep(files, now, reason, daily=daily)  # nobody need wait for that

    def take_held(self, now: datetime, reason: str) -> str | None:
        """Take a backup while the caller holds the ledger."""
        return self._keep(self._collect(), now, reason)

    def _keep(self, files: Files, now: datetime, reason: str, *, daily: bool = False) -> str | None:
        files = {name: data for name, data in files.items() if _is_good(name, data)}
        if not years_among(files):
            return None
        name = self.backups.write(files, now, reason, daily=daily)
        return None if name is None else str(name)

    def names(self) -> list[BackupName]:
        """Return the backups, the newest first."""
        return self.backups.names()

    def restore(self, word: str, now: datetime) -> Restored:
        """Make the ledger what it was when a backup was taken; `word` is as for `find`."""
        from givequest.storage.restoring import restore

        return restore(self, self.find(word), now)

    def mend(self, now: datetime) -> Restored | None:
        """Bring back the newest good copy of whatever cannot be used; None when all can."""
        from givequest.storage.restoring import mend

        return mend(self, now)

    def copies(self) -> list[str]:
        """Return the paths of the conflict copies that a sync folder left."""
        from givequest.storage.conflicts import conflict_copies

        return conflict_copies(self.ledger.folder)

    def merge(self) -> Merged:
        """Take the records of all conflict copies in, in one change, and keep the copies under another name."""
        from givequest.storage.conflicts import merge_copies

        return merge_copies(self.ledger, self.copies())

    def inspect(self, now: datetime) -> Inspection:
        """Look at everything below the data folder, and change nothing."""
        from givequest.storage.inspection import inspect

        return inspect(self, now)

    def moment_ahead(self, now: datetime) -> datetime | None:
        """Return when a record was logged that is more than a day ahead of now; None when there is none."""
        from givequest.storage.clocks import moment_ahead

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
            found = [name for name in names if str(name) == wanted] or [
                name for name in names if wanted and str(name).startswith(wanted)
            ]
            if found:
                return found[0]
        hint = "'givequest restore' lists those that there are." if names else "There are none yet."
        raise GivequestError(f"There is no backup called {clean_line(wanted)[:60]}; {hint}")

    def _collect(self) -> Files:
        """Return the years, the ways back of big changes, and a change that is not in all its years yet."""
        folder = self.ledger.folder
        paths = {year_name(year): path for year, path in year_files(folder).items()}
        beside = [INSTALL, PENDING, *(f"ledger/undo/{name}" for name in _names_in(os.path.join(folder, "undo")))]
        paths.update({name: os.path.join(self.data, name) for name in beside if is_member(name)})
        files: dict[str, bytes] = {}
        for name, path in paths.items():
            with suppress(StorageError):
                found = read_file(path)
                if found is not None:
                    files[name] = found[0]
        return files


def _is_good(name: str, data: bytes) -> bool:
    """Return whether a file can be used: a copy of one that cannot would only push a good one out."""
    try:
        if years_among([name]):
            check_year(data, name)
        else:
            parse_tables(data, name)
    except StorageError:
        return False
    return True


def _names_in(folder: str) -> list[str]:
    with suppress(OSError):
        return sorted(os.listdir(folder))
    return []
