"""Repair: the newest good copy in the place of each file that cannot be used any more, and nothing else touched."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from datetime import datetime

from givequest.domain.acts import Act
from givequest.domain.results import Restored
from givequest.errors import GivequestError, StorageError
from givequest.storage.backup.backups import Backups
from givequest.storage.backup.contents import Files, documents_in, year_name, years_among
from givequest.storage.backup.create import create_backup
from givequest.storage.backup.quarantine import fill_gaps, good_seed, replace_companions, replace_years
from givequest.storage.backup.restore import BEFORE_RESTORE
from givequest.storage.backup.retention import BackupName
from givequest.storage.backup.validation import broken_companions, broken_years
from givequest.storage.ledger.ledger import Ledger


def repair(ledger: Ledger, backups: Backups, now: datetime) -> Restored | None:
    """Bring back the newest good copy of whatever cannot be used; None when all can.

    Raises `GivequestError` when a year is in no good backup, and then nothing was changed; `StorageError`
    when something cannot be read or written.
    """
    broken = broken_years(ledger)
    if not broken and not broken_companions(ledger):
        return None
    copies = _newest_copies(ledger, backups, broken)
    before = create_backup(ledger, backups, now, BEFORE_RESTORE)
    with ledger.held():
        repaired = replace_companions(ledger, _files_with_seed(backups), now)
        repaired += replace_years(ledger, {year: files for year, (_, files) in copies.items()}, now)
        for _, files in copies.values():
            fill_gaps(ledger, files)
    newest = str(max((name for name, _ in copies.values()), default=""))
    if copies:
        ledger.exchange(Act.RESTORE.label(newest), lambda: dict.fromkeys(copies, ((), ())))
    return Restored(newest, before, tuple(repaired))


def _newest_copies(ledger: Ledger, backups: Backups, years: Iterable[int]) -> dict[int, tuple[BackupName, Files]]:
    """Return the newest backup with a good copy of each year. Raises `GivequestError` when a year is in none."""
    copies: dict[int, tuple[BackupName, Files]] = {}
    for name in backups.names():
        missing = set(years) - copies.keys()
        if not missing & backups.years_in(name):
            continue
        with suppress(StorageError):
            files = backups.read(name)
            for year in missing & years_among(files):
                documents_in(files[year_name(year)], year_name(year))
                copies[year] = name, files
    for year in years:
        if year not in copies:
            raise GivequestError(
                f"{ledger.path_of(year)} cannot be used, and no good backup in {backups.folder} holds it; "
                "it is left as it is. A copy from elsewhere can be put in its place."
            )
    return copies


def _files_with_seed(backups: Backups) -> Files:
    """Return what the newest backup with a good seed holds; nothing when there is none."""
    for name in backups.names():
        with suppress(StorageError):
            files = backups.read(name)
            if good_seed(files) is not None:
                return files
    return {}
