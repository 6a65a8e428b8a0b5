"""Restoring: back to what was, nothing thrown away on the way, and back again."""

from __future__ import annotations

import errno
import json
import os
import re
import shutil
from datetime import date, timedelta
from pathlib import Path

import pytest

from givequest.domain.change_labels import ActLabel
from givequest.domain.changes import Change
from givequest.domain.results import BackupTaken
from givequest.errors import GivequestError, StorageError
from givequest.storage.backup_service import BackupService
from givequest.storage.ledger.ledger import Ledger

from .keeping import NOW, deed, everything, ids, log, service_at, take

LATER = NOW + timedelta(minutes=10)
LAST_YEAR = date(2025, 5, 1)


@pytest.fixture
def service(tmp_path: Path) -> BackupService:
    """Two years with a deed each, and a backup of them."""
    service = service_at(tmp_path)
    log(service, deed("a", LAST_YEAR), deed("b"))
    take(service, NOW)
    return service


def test_a_restore_makes_everything_what_it_was(service: BackupService) -> None:
    """Added, edited and deleted records, in any year."""
    log(service, deed("c", LAST_YEAR), deed("d"), deed("b", person="Ana"))
    service.ledger.commit(Change(ActLabel("Help"), drops=(deed("a", LAST_YEAR),)))
    restored = service.restore("latest", LATER)
    assert ids(service) == ["a", "b"]
    assert service.ledger.page(2026).records["b"].person is None
    assert (restored.put, restored.dropped) == (2, 2)


def test_undo_takes_a_restore_back_in_every_year_and_redo_does_it_again(service: BackupService) -> None:
    """It is one change, like any other."""
    log(service, deed("c", LAST_YEAR), deed("d"), deed("b", person="Ana"))
    service.restore("latest", LATER)
    undone = Ledger(service.ledger.folder).undo()
    assert undone is not None
    assert undone.label == "restore of 2026-11-24-080103.zip"
    assert ids(service) == ["a", "b", "c", "d"]
    assert Ledger(service.ledger.folder).page(2026).records["b"].person == "Ana"
    Ledger(service.ledger.folder).redo()
    assert ids(service) == ["a", "b"]


def test_a_backup_is_taken_before(service: BackupService) -> None:
    """What was logged since is in it, whatever becomes of the ledger."""
    log(service, deed("c"))
    before = service.restore("latest", LATER).before
    assert before == BackupTaken("2026-11-24-081103-before-restore.zip")
    service.restore(before.name, LATER)
    assert ids(service) == ["a", "b", "c"]


def test_restoring_what_is_there_already_changes_no_record(service: BackupService) -> None:
    """Undo then takes back what was done before, not a restore that did nothing."""
    before = everything(Path(service.ledger.folder))
    restored = service.restore("latest", LATER)
    assert (restored.put, restored.dropped) == (0, 0)
    after = everything(Path(service.ledger.folder))
    assert {path: data for path, (_, data) in after.items() if path.endswith(".json")} == {
        path: data for path, (_, data) in before.items() if path.endswith(".json")
    }


BROKEN = [b'{"schema":{"1":{"schema":1}}}', b"", b"\0" * 400, b"{", b"[]", b'{"schema":{"1":{}}}', b"\xff\xfe"]


@pytest.mark.parametrize("data", BROKEN)
def test_a_year_that_cannot_be_read_is_kept_aside_and_its_good_copy_put_in_place(
    service: BackupService, data: bytes
) -> None:
    """Without a name, that is all: the other years keep what was logged since."""
    log(service, deed("c"))
    path = Path(service.ledger.path_of(2025))
    path.write_bytes(data)
    repaired = service.repair(LATER)
    assert repaired is not None
    assert [(entry.path, entry.kept_as) for entry in repaired.repaired] == [(str(path), f"{path}.broken-20261124-0811")]
    assert Path(f"{path}.broken-20261124-0811").read_bytes() == data
    assert ids(service) == ["a", "b", "c"]
    assert service.repair(LATER) is None


def test_a_repair_is_no_change_that_could_be_taken_back(service: BackupService) -> None:
    """Undo never leads back to a year that cannot be read: it takes back what was done before, and says so."""
    Path(service.ledger.path_of(2025)).write_bytes(b"")
    service.repair(LATER)
    assert ids(service) == ["a", "b"]
    undone = Ledger(service.ledger.folder).undo()
    assert undone is not None
    assert undone.label == "Help"
    assert ids(service) == []
    Ledger(service.ledger.folder).redo()
    assert ids(service) == ["a", "b"]


def test_the_newest_good_copy_is_taken_of_each_year(service: BackupService, tmp_path: Path) -> None:
    """A damaged backup is passed over."""
    log(service, deed("c", LAST_YEAR))
    take(service, NOW + timedelta(hours=1))
    log(service, deed("d", LAST_YEAR))
    newest = take(service, NOW + timedelta(hours=2))
    zipped = tmp_path / "backups" / str(newest)
    zipped.write_bytes(zipped.read_bytes()[:200])
    Path(service.ledger.path_of(2025)).write_bytes(b"")
    service.repair(NOW + timedelta(hours=3))
    assert ids(service) == ["a", "b", "c"]


def test_a_broken_year_that_no_backup_holds_is_left_as_it_is(service: BackupService) -> None:
    """It is said, and nothing else is touched either."""
    log(service, deed("old", date(2020, 1, 1)))
    path = Path(service.ledger.path_of(2020))
    path.write_bytes(b"{")
    with pytest.raises(GivequestError, match=r"2020\.json can't be used, and no good backup"):
        service.repair(LATER)
    assert path.read_bytes() == b"{"
    service.restore("latest", LATER)
    assert path.read_bytes() == b"{"


def test_everything_comes_back_when_the_whole_ledger_is_gone(service: BackupService, tmp_path: Path) -> None:
    """The seed too: the board of the day stays the same."""
    seed = service.ledger.install.seed()
    shutil.rmtree(tmp_path / "ledger")
    (tmp_path / "install.json").unlink()
    again = service_at(tmp_path)
    again.restore("latest", LATER)
    assert ids(again) == ["a", "b"]
    assert service_at(tmp_path).ledger.install.seed() == seed


def test_what_this_version_does_not_know_comes_back_with_a_lost_year(service: BackupService, tmp_path: Path) -> None:
    """Other tables and other fields are part of the copy."""
    path = Path(service.ledger.path_of(2025))
    tables = json.loads(path.read_text())
    tables["letters"] = {"1": {"to": "Bo"}}
    path.write_text(json.dumps(tables))
    take(service, LATER)
    path.write_bytes(b"")
    service_at(tmp_path).repair(LATER)
    assert json.loads(path.read_text())["letters"] == {"1": {"to": "Bo"}}


def test_a_year_that_may_not_be_read_is_no_broken_one(service: BackupService, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its owner can be put right; an older copy in its place would hide what was logged since."""
    path = service.ledger.path_of(2025)
    real = os.open

    def refuse(name: str, *arguments: int, **options: int) -> int:
        if name == path:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        return real(name, *arguments, **options)

    monkeypatch.setattr(os, "open", refuse)
    for act in (service.repair, lambda now: service.restore("latest", now)):
        with pytest.raises(StorageError, match="permission was denied"):
            act(LATER)
    assert not [name for name in os.listdir(service.ledger.folder) if "broken" in name]


def test_a_broken_pending_change_or_seed_is_set_aside(service: BackupService, tmp_path: Path) -> None:
    """Neither keeps anybody from their years."""
    (tmp_path / "ledger" / "pending.json").write_bytes(b"{")
    install = tmp_path / "install.json"
    install.write_bytes(install.read_bytes().replace(b'"seed":"', b'"seed":"0'))
    seed = service_at(tmp_path)
    seed.repair(LATER)
    assert (tmp_path / "ledger" / "pending.json.broken-20261124-0811").read_bytes() == b"{"
    assert (tmp_path / "install.json.broken-20261124-0811").exists()
    assert ids(service) == ["a", "b"]
    log(service_at(tmp_path), deed("c"))
    assert ids(service) == ["a", "b", "c"]


def test_a_year_of_a_newer_version_is_never_written_to(service: BackupService) -> None:
    """Nothing is changed in the other years either."""
    log(service, deed("c", LAST_YEAR))
    path = Path(service.ledger.path_of(2026))
    path.write_text(path.read_text().replace('"schema":1', '"schema":9'))
    before = path.read_bytes()
    with pytest.raises(StorageError, match="newer givequest"):
        service.restore("latest", LATER)
    assert path.read_bytes() == before
    assert "c" in Ledger(service.ledger.folder).page(2025).records


@pytest.mark.parametrize(
    "word", ["2026-11-24-080103.zip", "2026-11-24-080103", "2026-11-24", "/elsewhere/2026-11-24-080103.zip"]
)
def test_a_backup_is_found_by_its_name_or_the_beginning_of_it(service: BackupService, word: str) -> None:
    """As a person would copy or type it."""
    assert str(service.backups.find(word)) == "2026-11-24-080103.zip"


@pytest.mark.parametrize("word", ["2019", "../../etc/passwd", "", "."])
def test_what_is_no_backup_is_said_to_be_none(service: BackupService, word: str) -> None:
    """And nothing outside of the folder is ever opened."""
    with pytest.raises(GivequestError, match="No backup is called"):
        service.backups.find(word)


def test_the_data_may_be_symbolic_links_and_stays_so(service: BackupService, tmp_path: Path) -> None:
    """A year that lives in a dotfiles folder goes on living there."""
    elsewhere = tmp_path / "elsewhere.json"
    path = Path(service.ledger.path_of(2025))
    os.rename(path, elsewhere)
    path.symlink_to(elsewhere)
    elsewhere.write_bytes(b"")
    service.repair(LATER)
    assert path.is_symlink()
    assert ids(service) == ["a", "b"]
    assert service.names()


def test_a_name_without_its_ending_is_that_backup_and_no_later_one_of_the_second(service: BackupService) -> None:
    """The beginning of a name is the newest that begins so, and a whole one is itself."""
    first, second = take(service, NOW), take(service, NOW, "before-import")
    assert second == "2026-11-24-080103-2-before-import.zip"
    assert str(service.backups.find("2026-11-24-080103")) == "2026-11-24-080103.zip"
    assert str(service.backups.find("2026-11-24-080103-1")) == first
    assert str(service.backups.find("2026-11-24-0801")) == second


@pytest.mark.parametrize(("known", "left"), [(True, ["a", "b"]), (False, ["a", "a-2", "b"])])
def test_a_backup_in_which_a_record_stands_in_two_years_brings_it_back_once(
    service: BackupService, known: bool, left: list[str]
) -> None:
    """The later of the two; where nothing says which that is, both are there, each under an id of its own."""
    before = Path(service.ledger.path_of(2025)).read_bytes()
    service.ledger.commit(Change(ActLabel("edit"), (deed("a"),), (deed("a", LAST_YEAR),)))
    Path(service.ledger.path_of(2025)).write_bytes(before)
    for year in () if known else (2025, 2026):
        path = Path(service.ledger.path_of(year))
        path.write_bytes(re.sub(rb',"seq":\d+\}', b"}", path.read_bytes()))
    name = str(take(service_at(Path(service.ledger.folder).parent), LATER))
    service_at(Path(service.ledger.folder).parent).restore(name, LATER)
    assert ids(service) == left
