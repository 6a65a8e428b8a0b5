"""What a look over everything finds, and that it touches nothing."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from types import SimpleNamespace
from zipfile import ZipFile

import pytest

from givequest.domain.diagnostics import Diagnostic
from givequest.errors import StorageError
from givequest.storage.ledger.year_file import YearFile
from givequest.storage.recovery import Vault

from .keeping import NOW, deed, everything, log, vault_at


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    """Two years with a deed each, and a backup of them."""
    vault = vault_at(tmp_path)
    log(vault, deed("a", date(2025, 5, 1)), deed("b"))
    vault.take(NOW)
    return vault


def year(vault: Vault, number: int = 2026) -> Path:
    """Return where a year is."""
    return Path(vault.ledger.path_of(number))


def found(vault: Vault) -> dict[str, Diagnostic]:
    """Return what is found now, the last of each kind."""
    return {finding.code: finding for finding in vault.inspect(NOW).diagnostics}


def replace(path: Path, old: str, new: str) -> None:
    """Do what an editor does."""
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))
    path.chmod(0o600)


def test_a_home_in_good_order_has_no_finding(vault: Vault) -> None:
    """And what was looked at is counted."""
    inspection = vault.inspect(NOW)
    assert inspection.diagnostics == ()
    assert inspection[:4] == (2, 2, 1, "2026-11-24-080103.zip")


def test_a_home_that_nobody_has_used_has_none_either(tmp_path: Path) -> None:
    """Looking makes no folder."""
    assert vault_at(tmp_path / "data").inspect(NOW).diagnostics == ()
    assert not (tmp_path / "data").exists()


def empty(vault: Vault) -> None:
    """A write that was cut off by another program."""
    year(vault).write_bytes(b"")


def cut(vault: Vault) -> None:
    """A file that ends in the middle."""
    year(vault).write_bytes(year(vault).read_bytes()[:-20])


def without_records(vault: Vault) -> None:
    """A database of something else."""
    year(vault).write_text('{"schema":{"1":{"schema":1}}}')


def newer(vault: Vault) -> None:
    """A file of a later version."""
    replace(year(vault), '"schema":1', '"schema":9')


def flipped(vault: Vault) -> None:
    """One letter that the disk changed."""
    replace(year(vault), '"kind":"help"', '"kind":"hemp"')


def odd_record(vault: Vault) -> None:
    """A record that cannot be read."""
    replace(year(vault), '"day":"2026-11-24"', '"day":"2026-11-31"')


def twice(vault: Vault) -> None:
    """Two records of one id."""
    tables = json.loads(year(vault).read_text())
    tables["records"]["7"] = {**tables["records"]["1"], "kind": "listen"}
    year(vault).write_text(json.dumps(tables))


def broken_pending(vault: Vault) -> None:
    """A change of several years that cannot be read."""
    (year(vault).parent / "pending.json").write_bytes(b"{")
    (year(vault).parent / "pending.json").chmod(0o600)


def open_file(vault: Vault) -> None:
    """A file that others may read."""
    year(vault).chmod(0o644)


def open_folder(vault: Vault) -> None:
    """A folder that others may list."""
    year(vault).parent.chmod(0o755)


def damaged(vault: Vault) -> None:
    """A backup that the disk changed."""
    (path,) = Path(vault.backups.folder).iterdir()
    with ZipFile(path) as archive:
        entry = max(archive.infolist(), key=lambda entry: entry.compress_size)
    data = bytearray(path.read_bytes())
    start = entry.header_offset + 30 + len(entry.filename)  # not in a header, of which much means nothing
    data[start + entry.compress_size // 2] ^= 0xFF
    path.write_bytes(data)


def conflict(vault: Vault) -> None:
    """A conflict copy of a year."""
    copy = year(vault).with_name("2026.sync-conflict-20261101-120000-ABCDEFG.json")
    copy.write_bytes(year(vault).read_bytes())
    copy.chmod(0o600)


def broken_conflict(vault: Vault) -> None:
    """A conflict copy that nothing can be taken from."""
    copy = year(vault).with_name("2026 (conflicted copy 2026-11-01 120000).json")
    copy.write_bytes(b"{")
    copy.chmod(0o600)


def other_conflict(vault: Vault) -> None:
    """A conflict copy of something else."""
    copy = Path(vault.data) / "install (conflicted copy 2026-11-01 120000).json"
    copy.write_bytes(b"{}")
    copy.chmod(0o600)


URGENT: list[tuple[Callable[[Vault], None], str, str]] = [
    (empty, "broken-year", "givequest restore"),
    (cut, "broken-year", "givequest restore"),
    (without_records, "broken-year", "givequest restore"),
    (newer, "newer-schema", "update givequest"),
    (flipped, "broken-seal", "givequest restore NAME"),
    (odd_record, "unreadable-record", "editor"),
    (twice, "repeated-id", "editor"),
    (broken_pending, "broken-file", "givequest restore"),
    (open_file, "open-mode", "chmod 600"),
    (open_folder, "open-mode", "chmod 700"),
    (damaged, "damaged-backup", "givequest backup"),
    (conflict, "conflict-copy", "givequest merge"),
    (broken_conflict, "conflict-copy", "It cannot be read, so it is left where it is; it can be moved away."),
    (other_conflict, "conflict-copy", "removed"),
]


@pytest.mark.parametrize(("harm", "kind", "remedy"), URGENT, ids=lambda value: getattr(value, "__name__", None))
def test_what_needs_a_hand_is_found_with_what_to_do_and_nothing_is_touched(
    vault: Vault, harm: Callable[[Vault], None], kind: str, remedy: str
) -> None:
    """What, where and what to do, each time; not even a modification time is another."""
    harm(vault)
    before = everything(Path(vault.data))
    finding = found(vault)[kind]
    assert finding.needs_hand
    assert finding.place.startswith(vault.data)
    assert finding.message.endswith(".")
    assert remedy in finding.remedy
    assert everything(Path(vault.data)) == before


def test_a_disk_that_is_full_is_found_before_the_next_deed_finds_it(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One that does not say how large it is, as some over a network do not, is believed to have room."""
    disk = os.statvfs(vault.data)
    room = {"f_blocks": 1000, "f_bavail": 3, "f_frsize": 4096}
    monkeypatch.setattr(os, "statvfs", lambda _: SimpleNamespace(**room))
    assert "12,288 bytes are left" in found(vault)["disk-full"].message
    assert found(vault)["disk-full"].needs_hand
    room["f_blocks"] = 0
    assert found(vault) == {}
    assert disk.f_blocks


def test_a_lock_that_somebody_else_owns_is_found(vault: Vault, monkeypatch: pytest.MonkeyPatch) -> None:
    """As after a command that was given with sudo."""
    real = os.access
    monkeypatch.setattr(os, "access", lambda path, mode: not str(path).endswith(".lock") and real(path, mode))
    places = [finding.place for finding in vault.inspect(NOW).diagnostics if finding.code == "not-writable"]
    assert places == [vault.ledger.lock.path, vault.backups.lock]


def test_a_broken_year_names_the_backup_that_holds_it(vault: Vault) -> None:
    """Or says that there is none."""
    empty(vault)
    assert "2026-11-24-080103.zip" in found(vault)["broken-year"].remedy
    damaged(vault)
    assert "No good backup" in found(vault)["broken-year"].remedy


def test_a_year_that_is_gone_is_told_of_with_the_backup_that_holds_it(vault: Vault) -> None:
    """Nothing of it is read any more, and nobody would notice before looking at old charts."""
    year(vault, 2025).unlink()
    finding = found(vault)["missing-year"]
    assert finding.place == str(year(vault, 2025))
    assert "2026-11-24-080103.zip holds a copy" in finding.message
    assert not finding.needs_hand
    vault.restore("2026-11-24-080103.zip", NOW)
    assert "missing-year" not in found(vault)
    assert year(vault, 2025).exists()


def test_what_is_only_worth_saying_needs_no_hand(vault: Vault) -> None:
    """A year that is in no backup yet, scraps, files set aside, and backups of the future."""
    log(vault, deed("old", date(2020, 1, 1)))
    vault.take(NOW + timedelta(days=4000))
    for name in ("2026.json.99999.part", "2026.json.broken-20261101-1200", "merged-2026 (1).json"):
        year(vault).with_name(name).touch(0o600)
    findings = vault.inspect(NOW).diagnostics
    assert {finding.code for finding in findings} == {"scrap", "set-aside", "backup-ahead"}
    assert not any(finding.needs_hand for finding in findings)
    for name in os.listdir(vault.backups.folder):
        os.unlink(os.path.join(vault.backups.folder, name))
    assert not found(vault)["no-backup"].needs_hand


def test_a_change_that_is_not_in_all_its_years_yet_needs_no_hand(vault: Vault, monkeypatch: pytest.MonkeyPatch) -> None:
    """It counts already, and the next change writes it there."""
    with monkeypatch.context() as patch:
        patch.setattr(YearFile, "apply", lambda file, step: (_ for _ in ()).throw(StorageError("no")))
        log(vault, deed("c", date(2025, 5, 1)), deed("d"))
    finding = found(vault_at(Path(vault.data)))["pending-change"]
    assert not finding.needs_hand
    log(vault_at(Path(vault.data)), deed("e"))
    assert "pending-change" not in found(vault)


def test_many_findings_of_one_kind_are_not_all_named(vault: Vault) -> None:
    """A hundred lines of one trouble hide the others."""
    log(vault, *(deed(f"more-{number}") for number in range(60)))
    path = year(vault)
    path.write_text(path.read_text().replace('"type":"deed"', '"type":"riddle"'))
    kinds = [finding.code for finding in vault.inspect(NOW).diagnostics]
    assert kinds.count("unreadable-record") == 21


def test_nothing_of_what_was_written_is_in_a_finding(vault: Vault) -> None:
    """The words may end in a bug report."""
    log(vault, deed("c", person="Ana Secret", note="hush"))
    flipped(vault)
    odd_record(vault)
    words = " ".join(map(str, vault.inspect(NOW).diagnostics))
    assert "Secret" not in words
    assert "hush" not in words


def test_a_seed_with_a_changed_letter_is_found_and_mended(vault: Vault) -> None:
    """Nobody but this program writes that file."""
    path = Path(vault.data) / "install.json"
    good = path.read_bytes()
    replace(path, '"seed":"', '"seed":"0')
    assert "givequest restore" in found(vault)["broken-file"].remedy
    vault.mend(NOW)
    assert path.read_bytes() == good
    assert "broken-file" not in found(vault)
