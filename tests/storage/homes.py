"""Ledgers in a test's own folder, and the records that go into them."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

from givequest.domain.change_labels import ActLabel
from givequest.domain.changes import Change
from givequest.domain.records import AnyRecord, Record, read_record
from givequest.errors import StorageError
from givequest.storage.ledger.ledger import HOLDER, SEQUENCE, Ledger


def deed(identity: str, day: str = "2026-11-23", **fields: Any) -> Record:
    """Return a deed of a day, with whatever fields."""
    document = {"type": "deed", "kind": "help", "id": identity, "day": day, "at": f"{day}T08:00:00+01:00"}
    return read_record({**document, **fields})


def put(
    *records: AnyRecord, label: str = "A change", drops: tuple[AnyRecord, ...] = (), coalescing: str = ""
) -> Change:
    """Return a change that puts these records."""
    return Change(ActLabel(label), records, drops, coalescing=coalescing)


def open_ledger(folder: Path | str, **options: Any) -> Ledger:
    """Return a ledger as another process would open it: it knows nothing yet."""
    return Ledger(os.path.join(folder, "data", "ledger"), **{"state": os.path.join(folder, "state"), **options})


def ids(ledger: Ledger) -> set[str]:
    """Return the ids of all records of a ledger."""
    return {record.id for record in ledger.records(ledger.years())}


def contents(folder: Path) -> dict[str, bytes]:
    """Return the bytes of every file below a folder, by its path there; locks and notes of them are nobody's data."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name not in (".lock", HOLDER, SEQUENCE)
    }


def complaint_of(act: Callable[[], object]) -> str | None:
    """Return the sentence with which the disk, or a file on it, refused something; None when it was done."""
    try:
        act()
    except StorageError as error:
        return str(error)
    return None
