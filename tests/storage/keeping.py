"""A ledger with backups, as the tests of both use them."""

from __future__ import annotations

import os
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from zipfile import ZipFile

from givequest.domain.change_labels import ActLabel
from givequest.domain.changes import Change
from givequest.domain.records import Record, read_record
from givequest.storage.backup.backups import Backups
from givequest.storage.backup.create import back_up_before_migration
from givequest.storage.backup.manifest import MANIFEST
from givequest.storage.backup_service import BackupService
from givequest.storage.ledger.ledger import Ledger

NOW = datetime(2026, 11, 24, 8, 1, 3, tzinfo=timezone(timedelta(hours=1)))


def deed(identity: str, day: date = date(2026, 11, 24), **fields: object) -> Record:
    """Return a deed of a day."""
    document = {"type": "deed", "id": identity, "day": day.isoformat(), "kind": "help", "at": f"{day}T08:00:00+01:00"}
    return read_record({**document, **fields})


def service_at(folder: Path) -> BackupService:
    """Return the backups of a ledger below a folder, as another process would open them."""
    backups = Backups(str(folder / "backups"))

    def back_up(path: str) -> None:
        back_up_before_migration(ledger, backups, NOW, path)

    ledger = Ledger(str(folder / "ledger"), before_migration=back_up)
    return BackupService(ledger, backups, f"{folder}-state")


def take(service: BackupService, now: datetime, reason: str = "") -> str | None:
    """Take a backup and return its name; None when there was nothing to keep."""
    taken = service.take(now, reason)
    return None if taken is None else taken.name


def take_daily(service: BackupService, now: datetime) -> str | None:
    """Take the backup of a day and return its name; None when there is one, or nothing to keep."""
    taken = service.take_daily(now)
    return None if taken is None else taken.name


def data_of(service: BackupService) -> Path:
    """Return the data folder that a ledger and its backups are in."""
    return Path(service.ledger.folder).parent


def log(service: BackupService, *records: Record, label: str = "Help") -> None:
    """Save some records in one change."""
    service.ledger.commit(Change(ActLabel(label), records))


def ids(service: BackupService) -> list[str]:
    """Return the ids of all records on the disk, in order."""
    ledger = Ledger(service.ledger.folder)
    return sorted(record.id for record in ledger.records(ledger.years()))


def everything(folder: Path) -> dict[str, tuple[int, bytes]]:
    """Return each file below a folder with its modification time and its bytes; folders with their times."""
    found: dict[str, tuple[int, bytes]] = {}
    for root, _, names in os.walk(folder):
        found[root] = (os.stat(root).st_mtime_ns, b"")
        for name in names:
            path = os.path.join(root, name)
            found[path] = (os.stat(path).st_mtime_ns, Path(path).read_bytes())
    return found


def without_manifest(path: Path) -> None:
    """Make a backup one of an earlier version, which wrote none."""
    with ZipFile(path) as archive:
        files = {name: archive.read(name) for name in archive.namelist() if name != MANIFEST}
    with ZipFile(path, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
