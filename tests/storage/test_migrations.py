"""Ledgers of every past schema, carried forward: nothing of them is lost, and it is done once."""

from __future__ import annotations

import copy
import json
import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from givequest.domain.change_labels import ActLabel
from givequest.domain.changes import Change
from givequest.errors import StorageError
from givequest.storage.ledger.ledger import Ledger
from givequest.storage.partition.migrations import MIGRATIONS, Migration, migrate
from givequest.storage.partition.schema import SCHEMA

from .keeping import NOW, deed, everything, ids, log, service_at

LEDGERS = Path(__file__).parent / "ledgers"
PAST = sorted(int(folder.name.removeprefix("schema-")) for folder in LEDGERS.iterdir())


@pytest.fixture(params=PAST)
def old(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A data folder as an earlier schema left it."""
    folder = tmp_path / "data"
    shutil.copytree(LEDGERS / f"schema-{request.param}", folder)
    return folder


def tables_of(folder: Path) -> dict[str, Any]:
    """Return what the year's file holds."""
    tables: dict[str, Any] = json.loads((folder / "ledger" / "2025.json").read_text())
    return tables


def test_there_is_a_ledger_and_a_way_forward_for_every_schema_there_ever_was() -> None:
    """Whoever raises the schema adds both."""
    assert PAST == sorted(MIGRATIONS) == list(range(SCHEMA))
    names = [migration.name for migration in MIGRATIONS.values()]
    assert len(set(names)) == len(names)


def test_an_old_ledger_is_read_without_being_touched(old: Path) -> None:
    """Reading never writes: neither the file nor a backup."""
    before = everything(old)
    page = service_at(old).ledger.page(2025)
    assert len(page.records) == 6
    assert not page.problems
    assert {"kept-id"} < page.records.keys()
    assert everything(old) == before


def test_the_first_change_carries_it_forward_after_a_backup(old: Path) -> None:
    """Every record, every unknown field and table is there after it, and the file says how it came there."""
    service = service_at(old)
    before = (old / "ledger" / "2025.json").read_bytes()
    was = service_at(old).ledger.page(2025).records
    log(service, deed("new", date(2025, 6, 1)))
    tables = tables_of(old)
    row = tables["schema"]["1"]
    assert (row["schema"], row["migrations"], row["owner"]) == (SCHEMA, ["every-record-has-an-id"], "me")
    assert row["revision"] > 41
    assert tables["letters"] == {"1": {"to": "Bo"}}
    assert tables["records"]["3"]["mood"] == "light"
    now = service_at(old).ledger.page(2025).records
    assert {identity: record for identity, record in now.items() if identity != "new"} == was
    (name,) = service.backups.names()
    assert name.reason == "before-migration"
    assert service.backups.read(name)["ledger/2025.json"] == before


def test_it_is_done_once(old: Path) -> None:
    """A second change takes no second backup, and writes no second note."""
    for identity in ("one", "two"):
        log(service_at(old), deed(identity, date(2025, 6, 1)))
    assert len(service_at(old).names()) == 1
    assert tables_of(old)["schema"]["1"]["migrations"] == ["every-record-has-an-id"]


def test_a_record_of_an_old_ledger_can_be_edited_deleted_and_brought_back(old: Path) -> None:
    """Through the id that it was given."""
    ledger = service_at(old).ledger
    record = next(record for record in ledger.page(2025).records.values() if record.kind == "reconnect")
    ledger.commit(Change(ActLabel("Reconnect"), puts=(record.edited(note="by letter"),)))
    assert Ledger(ledger.folder).page(2025).records[record.id].note == "by letter"
    service_at(old).ledger.commit(Change(ActLabel("Reconnect"), drops=(record,)))
    assert len(ids(service_at(old))) == 5
    service_at(old).ledger.undo()
    assert len(ids(service_at(old))) == 6


def test_what_was_done_before_a_migration_is_not_taken_back_after_it(old: Path) -> None:
    """Those ways back lead to records of the old schema; the backup still stands."""
    assert service_at(old).ledger.undo() is None
    log(service_at(old), deed("new", date(2025, 6, 1)))
    service_at(old).ledger.undo()
    assert service_at(old).ledger.undo() is None
    assert len(ids(service_at(old))) == 6


def test_without_a_backup_nothing_is_carried_forward(old: Path) -> None:
    """A disk that refuses the backup refuses the change, and the file stays as it is."""
    (old / "backups").write_bytes(b"in the way")
    before = (old / "ledger" / "2025.json").read_bytes()
    with pytest.raises(StorageError):
        log(service_at(old), deed("new", date(2025, 6, 1)))
    assert (old / "ledger" / "2025.json").read_bytes() == before


def test_a_restore_reads_backups_of_every_past_schema(old: Path) -> None:
    """A backup from before a migration can be gone back to after it."""
    log(service_at(old), deed("new", date(2025, 6, 1)))
    service_at(old).restore("latest", NOW)
    assert len(ids(service_at(old))) == 6
    assert service_at(old).names()


def test_a_migration_changes_nothing_that_it_was_given(old: Path) -> None:
    """Each is pure."""
    tables = tables_of(old)
    before = copy.deepcopy(tables)
    carried = migrate(tables, tables["schema"]["1"]["schema"])
    assert tables == before
    assert carried == migrate(tables, tables["schema"]["1"]["schema"])


def test_several_are_done_in_their_order_and_each_is_recorded() -> None:
    """From any schema on, to the newest."""

    def adding(letter: str) -> Migration:
        def carry(tables: dict[str, dict[str, Any]]) -> dict[str, dict[str, Any]]:
            rows = {key: {**row, "path": row["path"] + letter} for key, row in tables["records"].items()}
            return {**tables, "records": rows}

        return Migration(f"adds-{letter}", carry)

    steps = {0: adding("a"), 1: adding("b"), 2: adding("c")}
    tables: dict[str, dict[str, Any]] = {"schema": {"1": {"schema": 1}}, "records": {"1": {"path": ""}}}
    carried = migrate(tables, 1, steps)
    assert carried["records"]["1"]["path"] == "bc"
    assert carried["schema"]["1"]["schema"] == 3
    assert carried["schema"]["1"]["migrations"] == ["adds-b", "adds-c"]
