"""A ledger with backups, as the tests of both use them."""

from __future__ import annotations

import os
from collections.abc import Iterable
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

from givequest.domain.changes import Change
from givequest.domain.records import Record, read_record
from givequest.storage.backup.backups import Backups
from givequest.storage.ledger.ledger import Ledger
from givequest.storage.recovery import Vault

NOW = datetime(2026, 11, 24, 8, 1, 3, tzinfo=timezone(timedelta(hours=1)))


def deed(identity: str, day: date = date(2026, 11, 24), **fields: object) -> Record:
    """Return a deed of a day."""
    document = {"type": "deed", "id": identity, "day": day.isoformat(), "kind": "help", "at": f"{day}T08:00:00+01:00"}
    return read_record({**document, **fields})


def vault_at(folder: Path) -> Vault:
    """Return the backups of a ledger below a folder, as another process would open them."""
    return Vault(Ledger(str(folder / "ledger")), Backups(str(folder / "backups")))


def log(vault: Vault, *records: Record, label: str = "Help") -> None:
    """Save some records in one change."""
    vault.ledger.commit(Change(label, records))


def ids(vault: Vault) -> list[str]:
    """Return the ids of all records on the disk, in order."""
    ledger = Ledger(vault.ledger.folder)
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


def names(found: Iterable[object]) -> list[str]:
    """Return the names of some backups."""
    return [str(name) for name in found]
