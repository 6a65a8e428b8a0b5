"""Restoring: back to what was, nothing thrown away on the way, and back again."""

from __future__ import annotations

import errno
import json
import os
import shutil
from datetime import date, timedelta
from pathlib import Path

import pytest

from givequest.domain.changes import Change
from givequest.errors import GivequestError, StorageError
from givequest.storage.ledger.ledger import Ledger
from givequest.storage.recovery import Vault

from .keeping import NOW, deed, everything, ids, log, names, vault_at

LATER = NOW + timedelta(minutes=10)
LAST_YEAR = date(2025, 5, 1)


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    """Two years with a deed each, and a backup of them."""
    vault = vault_at(tmp_path)
    log(vault, deed("a", LAST_YEAR), deed("b"))
    vault.take(NOW)
    return vault


def test_a_restore_makes_everything_what_it_was(vault: Vault) -> None:
    """Added, edited and deleted records, in any year."""
    log(vault, deed("c", LAST_YEAR), deed("d"), deed("b", person="Ana"))
    vault.ledger.commit(Change("Help", drops=(deed("a", LAST_YEAR),)))
    restored = vault.restore("latest", LATER)
    assert ids(vault) == ["a", "b"]
    assert vault.ledger.page(2026).records["b"].person is None
    assert (restored.put, restored.dropped) == (2, 2)


def test_undo_takes_a_restore_back_in_every_year_and_redo_does_it_again(vault: Vault) -> None:
    """It is one change, like any other."""
    log(vault, deed("c", LAST_YEAR), deed("d"), deed("b", person="Ana"))
    vault.restore("latest", LATER)
    undone = Ledger(vault.ledger.folder).undo()
    assert undone is not None
    assert undone.label == "Restore of 2026-11-24-080103.zip"
    assert ids(vault) == ["a", "b", "c", "d"]
    assert Ledger(vault.ledger.folder).page(2026).records["b"].person == "Ana"
    Ledger(vault.ledger.folder).redo()
    assert ids(vault) == ["a", "b"]


def test_a_backup_is_taken_before(vault: Vault) -> None:
    """What was logged since is in it, whatever becomes of the ledger."""
    log(vault, deed("c"))
    before = vault.restore("latest", LATER).before
    assert before == "2026-11-24-081103-before-restore.zip"
    vault.restore(before, LATER)
    assert ids(vault) == ["a", "b", "c"]


def test_restoring_what_is_there_already_changes_no_record(vault: Vault) -> None:
    """Undo then takes back what was done before, not a restore that did nothing."""
    before = everything(Path(vault.ledger.folder))
    restored = vault.restore("latest", LATER)
    assert (restored.put, restored.dropped) == (0, 0)
    after = everything(Path(vault.ledger.folder))
    assert {path: data for path, (_, data) in after.items() if path.endswith(".json")} == {
        path: data for path, (_, data) in before.items() if path.endswith(".json")
    }


BROKEN = [b'{"schema":{"1":{"schema":1}}}', b"", b"\0" * 400, b"{", b"[]", b'{"schema":{"1":{}}}', b"\xff\xfe"]


@pytest.mark.parametrize("data", BROKEN)
def test_a_year_that_cannot_be_read_is_kept_aside_and_its_good_copy_put_in_place(vault: Vault, data: bytes) -> None:
    """Without a name, that is all: the other years keep what was logged since."""
    log(vault, deed("c"))
    path = Path(vault.ledger.path_of(2025))
    path.write_bytes(data)
    mended = vault.mend(LATER)
    assert mended is not None
    assert [(entry.path, entry.kept_as) for entry in mended.mended] == [(str(path), f"{path}.broken-20261124-0811")]
    assert Path(f"{path}.broken-20261124-0811").read_bytes() == data
    assert ids(vault) == ["a", "b", "c"]
    assert vault.mend(LATER) is None


def test_a_mended_year_stays_when_the_restore_is_taken_back(vault: Vault) -> None:
    """Undo never leads back to a year that cannot be read, or to an empty one."""
    Path(vault.ledger.path_of(2025)).write_bytes(b"")
    vault.mend(LATER)
    Ledger(vault.ledger.folder).undo()
    assert ids(vault) == ["a", "b"]
    Ledger(vault.ledger.folder).undo()
    assert ids(vault) == []


def test_the_newest_good_copy_is_taken_of_each_year(vault: Vault, tmp_path: Path) -> None:
    """A damaged backup is passed over."""
    log(vault, deed("c", LAST_YEAR))
    vault.take(NOW + timedelta(hours=1))
    log(vault, deed("d", LAST_YEAR))
    newest = vault.take(NOW + timedelta(hours=2))
    zipped = tmp_path / "backups" / str(newest)
    zipped.write_bytes(zipped.read_bytes()[:200])
    Path(vault.ledger.path_of(2025)).write_bytes(b"")
    vault.mend(NOW + timedelta(hours=3))
    assert ids(vault) == ["a", "b", "c"]


def test_a_broken_year_that_no_backup_holds_is_left_as_it_is(vault: Vault) -> None:
    """It is said, and nothing else is touched either."""
    log(vault, deed("old", date(2020, 1, 1)))
    path = Path(vault.ledger.path_of(2020))
    path.write_bytes(b"{")
    with pytest.raises(GivequestError, match=r"2020\.json cannot be used, and no good backup"):
        vault.mend(LATER)
    assert path.read_bytes() == b"{"
    vault.restore("latest", LATER)
    assert path.read_bytes() == b"{"


def test_everything_comes_back_when_the_whole_ledger_is_gone(vault: Vault, tmp_path: Path) -> None:
    """The seed too: the board of the day stays the same."""
    seed = vault.ledger.install.seed()
    shutil.rmtree(tmp_path / "ledger")
    (tmp_path / "install.json").unlink()
    again = vault_at(tmp_path)
    again.restore("latest", LATER)
    assert ids(again) == ["a", "b"]
    assert vault_at(tmp_path).ledger.install.seed() == seed


def test_what_this_version_does_not_know_comes_back_with_a_lost_year(vault: Vault, tmp_path: Path) -> None:
    """Other tables and other fields are part of the copy."""
    path = Path(vault.ledger.path_of(2025))
    tables = json.loads(path.read_text())
    tables["letters"] = {"1": {"to": "Bo"}}
    path.write_text(json.dumps(tables))
    vault.take(LATER)
    path.write_bytes(b"")
    vault_at(tmp_path).mend(LATER)
    assert json.loads(path.read_text())["letters"] == {"1": {"to": "Bo"}}


def test_a_year_that_may_not_be_read_is_no_broken_one(vault: Vault, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its owner can be put right; an older copy in its place would hide what was logged since."""
    path = vault.ledger.path_of(2025)
    real = os.open

    def refuse(name: str, *arguments: int, **options: int) -> int:
        if name == path:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        return real(name, *arguments, **options)

    monkeypatch.setattr(os, "open", refuse)
    for act in (vault.mend, lambda now: vault.restore("latest", now)):
        with pytest.raises(StorageError, match="permission was denied"):
            act(LATER)
    assert not [name for name in os.listdir(vault.ledger.folder) if "broken" in name]


def test_a_broken_pending_change_or_seed_is_set_aside(vault: Vault, tmp_path: Path) -> None:
    """Neither keeps anybody from their years."""
    (tmp_path / "ledger" / "pending.json").write_bytes(b"{")
    install = tmp_path / "install.json"
    install.write_bytes(install.read_bytes().replace(b'"seed":"', b'"seed":"0'))
    seed = vault_at(tmp_path)
    seed.mend(LATER)
    assert (tmp_path / "ledger" / "pending.json.broken-20261124-0811").read_bytes() == b"{"
    assert (tmp_path / "install.json.broken-20261124-0811").exists()
    assert ids(vault) == ["a", "b"]
    log(vault_at(tmp_path), deed("c"))
    assert ids(vault) == ["a", "b", "c"]


def test_a_year_of_a_newer_version_is_never_written_to(vault: Vault) -> None:
    """Nothing is changed in the other years either."""
    log(vault, deed("c", LAST_YEAR))
    path = Path(vault.ledger.path_of(2026))
    path.write_text(path.read_text().replace('"schema":1', '"schema":9'))
    before = path.read_bytes()
    with pytest.raises(StorageError, match="newer givequest"):
        vault.restore("latest", LATER)
    assert path.read_bytes() == before
    assert "c" in Ledger(vault.ledger.folder).page(2025).records


@pytest.mark.parametrize(
    "word", ["2026-11-24-080103.zip", "2026-11-24-080103", "2026-11-24", "/elsewhere/2026-11-24-080103.zip"]
)
def test_a_backup_is_found_by_its_name_or_the_beginning_of_it(vault: Vault, word: str) -> None:
    """As a person would copy or type it."""
    assert str(vault.find(word)) == "2026-11-24-080103.zip"


@pytest.mark.parametrize("word", ["2019", "../../etc/passwd", "", "."])
def test_what_is_no_backup_is_said_to_be_none(vault: Vault, word: str) -> None:
    """And nothing outside of the folder is ever opened."""
    with pytest.raises(GivequestError, match="There is no backup"):
        vault.find(word)


def test_the_data_may_be_symbolic_links_and_stays_so(vault: Vault, tmp_path: Path) -> None:
    """A year that lives in a dotfiles folder goes on living there."""
    elsewhere = tmp_path / "elsewhere.json"
    path = Path(vault.ledger.path_of(2025))
    os.rename(path, elsewhere)
    path.symlink_to(elsewhere)
    elsewhere.write_bytes(b"")
    vault.mend(LATER)
    assert path.is_symlink()
    assert ids(vault) == ["a", "b"]
    assert names(vault.names())


def test_a_name_without_its_ending_is_that_backup_and_no_later_one_of_the_second(vault: Vault) -> None:
    """The beginning of a name is the newest that begins so, and a whole one is itself."""
    first, second = vault.take(NOW), vault.take(NOW, "before-import")
    assert second == "2026-11-24-080103-2-before-import.zip"
    assert str(vault.find("2026-11-24-080103")) == "2026-11-24-080103.zip"
    assert str(vault.find("2026-11-24-080103-1")) == first
    assert str(vault.find("2026-11-24-0801")) == second
