"""Restore, repair, merge and migration on a disk that fails: the first call, the second, each until none does."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from givequest.domain.change_labels import ActLabel
from givequest.domain.changes import Change
from givequest.errors import GivequestError, StorageError
from givequest.storage.backup_service import BackupService
from givequest.storage.ledger.ledger import Ledger

from .failing import SHORT, Disk
from .keeping import NOW, data_of, deed, log, service_at, take

LAST_YEAR = date(2025, 5, 1)
COPY = "2026.sync-conflict-20261101-120000-ABCDEFG.json"
BROKEN = b'{"schema":{"1":'


def begin_restore(service: BackupService) -> None:
    """Two years, a backup, and changes to both since."""
    log(service, deed("a", LAST_YEAR), deed("b"))
    take(service, NOW)
    log(service, deed("c", LAST_YEAR), deed("b", person="Ana"))


def begin_repair(service: BackupService) -> None:
    """A year that cannot be read, and its backup."""
    begin_restore(service)
    Path(service.ledger.path_of(2025)).write_bytes(BROKEN)


def begin_merge(service: BackupService) -> None:
    """A conflict copy with a record of its own."""
    log(service, deed("a"))
    log(service, deed("theirs"))
    shutil.copy(service.ledger.path_of(2026), Path(service.ledger.folder) / COPY)
    service.ledger.undo()


def begin_adoption(service: BackupService) -> None:
    """A year whose name both sides of a sync took away."""
    log(service, deed("a"), deed("b"))
    os.rename(service.ledger.path_of(2026), Path(service.ledger.folder) / "2026.json.conflict1")


def begin_migration(service: BackupService) -> None:
    """A ledger of an earlier schema."""
    shutil.copytree(Path(__file__).parent / "ledgers" / "schema-0", data_of(service), dirs_exist_ok=True)


def merge(service: BackupService) -> None:
    """Merge, and take a copy that was left for a refusal."""
    for sentence in service.merge().left:
        raise StorageError(sentence)


Act = Callable[[BackupService], object]
ACTS: dict[str, tuple[Act, Act]] = {
    "restore": (begin_restore, lambda service: service.restore("2026-11-24-080103.zip", NOW)),
    "repair": (begin_repair, lambda service: service.repair(NOW)),
    "merge": (begin_merge, merge),
    "merge of a year that is gone": (begin_adoption, merge),
    "merge of a backup": (begin_restore, lambda service: service.merge_backup("2026-11-24-080103.zip")),
    "migration": (
        begin_migration,
        lambda service: service.ledger.commit(Change(ActLabel("Help"), (deed("new", LAST_YEAR),))),
    ),
    "backup": (begin_restore, lambda service: take(service, NOW)),
}


def state(folder: Path) -> dict[int, frozenset[str] | None]:
    """Return what each year holds, None for one that cannot be read."""
    ledger = Ledger(str(folder / "ledger"))
    found: dict[int, frozenset[str] | None] = {}
    for year in ledger.years():
        try:
            found[year] = frozenset(map(str, ledger.page(year).records.values()))
        except GivequestError:
            found[year] = None
    return found


def everywhere(folder: Path) -> list[bytes]:
    """Return the bytes of all files in the ledger's folder."""
    return [path.read_bytes() for path in (folder / "ledger").iterdir() if path.is_file()]


@pytest.mark.parametrize("failure", [errno.ENOSPC, errno.EIO, SHORT])
@pytest.mark.parametrize("act", ACTS)
def test_whichever_call_fails_nothing_is_gone_and_the_next_try_does_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, act: str, failure: int
) -> None:
    """Old or new, never a mix; what was broken or a copy is still there; every backup is whole."""
    begin, run = ACTS[act]
    (tmp_path / "begun").mkdir()
    begin(service_at(tmp_path / "begun"))
    kept = [data for data in everywhere(tmp_path / "begun") if data == BROKEN]
    kept += [path.read_bytes() for path in (tmp_path / "begun" / "ledger").glob("*conflict*")]
    old = state(tmp_path / "begun")
    shutil.copytree(tmp_path / "begun", tmp_path / "done")
    run(service_at(tmp_path / "done"))
    new = state(tmp_path / "done")
    for number in range(1, 200):
        home = tmp_path / f"{number}"
        shutil.copytree(tmp_path / "begun", home)
        disk = Disk(home, monkeypatch)
        told = None
        with disk.failing(number, failure, for_good=failure == errno.ENOSPC):
            try:
                run(service_at(home))
            except GivequestError as error:
                told = error
        assert state(home) in (old, new), disk.made
        assert all(data in everywhere(home) for data in kept), disk.made
        for name in service_at(home).backups.names():
            assert service_at(home).backups.read(name), disk.made
        if told is not None:
            assert "Errno" not in str(told)
            assert str(told).endswith(".")
            if act != "migration" or state(home) != new:
                run(service_at(home))
        assert state(home) == new, disk.made
        if not disk.failed:
            assert number > 5
            return
    pytest.fail("there is always another call that fails")
