"""What a look over everything finds, and that it touches nothing."""

from __future__ import annotations

import errno
import json
import os
import stat
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from zipfile import ZipFile

import pytest

from givequest.domain.change_labels import ActLabel
from givequest.domain.changes import Change
from givequest.domain.diagnostics import Diagnostic
from givequest.errors import BrokenFile, StorageError
from givequest.storage.backup_service import BackupService
from givequest.storage.doctor import disk_check
from givequest.storage.partition.year_file import YearFile

from .keeping import NOW, data_of, deed, everything, ids, log, service_at, take


@pytest.fixture
def service(tmp_path: Path) -> BackupService:
    """Two years with a deed each, and a backup of them."""
    service = service_at(tmp_path)
    log(service, deed("a", date(2025, 5, 1)), deed("b"))
    take(service, NOW)
    return service


def year(service: BackupService, number: int = 2026) -> Path:
    """Return where a year is."""
    return Path(service.ledger.path_of(number))


def found(service: BackupService) -> dict[str, Diagnostic]:
    """Return what is found now, the last of each kind."""
    return {finding.code: finding for finding in service.inspect(NOW, NOW.date()).diagnostics}


def replace(path: Path, old: str, new: str) -> None:
    """Do what an editor does."""
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))
    path.chmod(0o600)


def test_a_home_in_good_order_has_no_finding(service: BackupService) -> None:
    """And what was looked at is counted."""
    inspection = service.inspect(NOW, NOW.date())
    assert inspection.diagnostics == ()
    assert inspection[:4] == (2, 2, 1, "2026-11-24-080103.zip")


def test_a_home_that_nobody_has_used_has_none_either(tmp_path: Path) -> None:
    """Looking makes no folder."""
    assert service_at(tmp_path / "data").inspect(NOW, NOW.date()).diagnostics == ()
    assert not (tmp_path / "data").exists()


def empty(service: BackupService) -> None:
    """A write that was cut off by another program."""
    year(service).write_bytes(b"")


def cut(service: BackupService) -> None:
    """A file that ends in the middle."""
    year(service).write_bytes(year(service).read_bytes()[:-20])


def without_records(service: BackupService) -> None:
    """A database of something else."""
    year(service).write_text('{"schema":{"1":{"schema":1}}}')


def newer(service: BackupService) -> None:
    """A file of a later version."""
    replace(year(service), '"schema":1', '"schema":9')


def flipped(service: BackupService) -> None:
    """One letter that the disk changed."""
    replace(year(service), '"kind":"help"', '"kind":"hemp"')


def odd_record(service: BackupService) -> None:
    """A record that cannot be read."""
    replace(year(service), '"day":"2026-11-24"', '"day":"2026-11-31"')


def twice(service: BackupService) -> None:
    """Two records of one id."""
    tables = json.loads(year(service).read_text())
    tables["records"]["7"] = {**tables["records"]["1"], "kind": "listen"}
    year(service).write_text(json.dumps(tables))


def broken_pending(service: BackupService) -> None:
    """A change of several years that cannot be read."""
    (year(service).parent / "pending.json").write_bytes(b"{")
    (year(service).parent / "pending.json").chmod(0o600)


def open_file(service: BackupService) -> None:
    """A file that others may read."""
    year(service).chmod(0o644)


def open_folder(service: BackupService) -> None:
    """A folder that others may list."""
    year(service).parent.chmod(0o755)


def damaged(service: BackupService) -> None:
    """A backup that the disk changed."""
    (path,) = Path(service.backups.folder).iterdir()
    with ZipFile(path) as archive:
        entry = max(archive.infolist(), key=lambda entry: entry.compress_size)
    data = bytearray(path.read_bytes())
    start = entry.header_offset + 30 + len(entry.filename)  # not in a header, of which much means nothing
    data[start + entry.compress_size // 2] ^= 0xFF
    path.write_bytes(data)


def conflict(service: BackupService) -> None:
    """A conflict copy of a year."""
    copy = year(service).with_name("2026.sync-conflict-20261101-120000-ABCDEFG.json")
    copy.write_bytes(year(service).read_bytes())
    copy.chmod(0o600)


def broken_conflict(service: BackupService) -> None:
    """A conflict copy that nothing can be taken from."""
    copy = year(service).with_name("2026 (conflicted copy 2026-11-01 120000).json")
    copy.write_bytes(b"{")
    copy.chmod(0o600)


def rclone_conflict(service: BackupService) -> None:
    """A conflict copy whose name does not end as that of a year."""
    copy = year(service).with_name("2026.json.conflict1")
    copy.write_bytes(year(service).read_bytes())
    copy.chmod(0o600)


def renamed_by_both(service: BackupService) -> None:
    """A year whose name both sides of a sync took away."""
    year(service).rename(year(service).with_name("2026.json..path1"))


def in_two_years(service: BackupService) -> None:
    """A record whose day was changed, and an older file of the year that it was in."""
    before = year(service, 2025).read_bytes()
    service.ledger.commit(Change(ActLabel("edit"), (deed("a"),), (deed("a", date(2025, 5, 1)),)))
    year(service, 2025).write_bytes(before)


def other_conflict(service: BackupService) -> None:
    """A conflict copy of something else."""
    copy = data_of(service) / "install (conflicted copy 2026-11-01 120000).json"
    copy.write_bytes(b"{}")
    copy.chmod(0o600)


URGENT: list[tuple[Callable[[BackupService], None], str, str]] = [
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
    (broken_conflict, "conflict-copy", "It can't be read, so it was left where it is; you can move it away."),
    (rclone_conflict, "conflict-copy", "givequest merge"),
    (renamed_by_both, "conflict-copy", "givequest merge"),
    (in_two_years, "id-in-two-years", "givequest merge"),
    (other_conflict, "conflict-copy", "remove"),
]


@pytest.mark.parametrize(("harm", "kind", "remedy"), URGENT, ids=lambda value: getattr(value, "__name__", None))
def test_what_needs_a_hand_is_found_with_what_to_do_and_nothing_is_touched(
    service: BackupService, harm: Callable[[BackupService], None], kind: str, remedy: str
) -> None:
    """What, where and what to do, each time; not even a modification time is another."""
    harm(service)
    before = everything(data_of(service))
    finding = found(service)[kind]
    assert finding.needs_hand
    assert finding.place.startswith(str(data_of(service)))
    assert finding.message.endswith(".")
    assert remedy in finding.remedy
    assert everything(data_of(service)) == before


def test_a_disk_that_is_full_is_found_before_the_next_deed_finds_it(
    service: BackupService, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One that does not say how large it is, as some over a network do not, is believed to have room."""
    disk = os.statvfs(str(data_of(service)))
    room = {"f_blocks": 1000, "f_bavail": 3, "f_frsize": 4096}
    monkeypatch.setattr(os, "statvfs", lambda _: SimpleNamespace(**room))
    assert "12,288 bytes are left" in found(service)["disk-full"].message
    assert found(service)["disk-full"].needs_hand
    room["f_blocks"] = 0
    assert found(service) == {}
    assert disk.f_blocks


def test_a_lock_that_somebody_else_owns_is_found(service: BackupService, monkeypatch: pytest.MonkeyPatch) -> None:
    """As after a command that was given with sudo."""
    real = os.access
    monkeypatch.setattr(os, "access", lambda path, mode: not str(path).endswith(".lock") and real(path, mode))
    places = [
        finding.place for finding in service.inspect(NOW, NOW.date()).diagnostics if finding.code == "not-writable"
    ]
    assert places == [service.ledger.lock.path, service.backups.lock]


def test_a_broken_year_names_the_backup_that_holds_it(service: BackupService) -> None:
    """Or says that there is none."""
    empty(service)
    assert "2026-11-24-080103.zip" in found(service)["broken-year"].remedy
    damaged(service)
    assert "No good backup" in found(service)["broken-year"].remedy


def test_a_year_that_is_gone_is_told_of_with_the_backup_that_holds_it(service: BackupService) -> None:
    """Nothing of it is read any more, and nobody would notice before looking at old charts."""
    year(service, 2025).unlink()
    finding = found(service)["missing-year"]
    assert finding.place == str(year(service, 2025))
    assert "2026-11-24-080103.zip holds a copy" in finding.message
    assert not finding.needs_hand
    service.restore("2026-11-24-080103.zip", NOW)
    assert "missing-year" not in found(service)
    assert year(service, 2025).exists()


def test_what_is_only_worth_saying_needs_no_hand(service: BackupService) -> None:
    """A year that is in no backup yet, scraps, files set aside, and backups of the future."""
    log(service, deed("old", date(2020, 1, 1)))
    take(service, NOW + timedelta(days=4000))
    names = ("2026.json.99999.part", "2026.json.broken-20261101-1200", "merged-2026 (1).json", ".lock.conflict1")
    for name in names:
        year(service).with_name(name).touch(0o600)
    findings = service.inspect(NOW, NOW.date()).diagnostics
    assert {finding.code for finding in findings} == {"scrap", "set-aside", "backup-ahead", "lock-copy"}
    assert not any(finding.needs_hand for finding in findings)
    for name in os.listdir(service.backups.folder):
        os.unlink(os.path.join(service.backups.folder, name))
    assert not found(service)["no-backup"].needs_hand


def test_a_change_that_is_not_in_all_its_years_yet_needs_no_hand(
    service: BackupService, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It counts already, and the next change writes it there."""
    with monkeypatch.context() as patch:
        patch.setattr(YearFile, "apply", lambda file, step: (_ for _ in ()).throw(StorageError("no")))
        log(service, deed("c", date(2025, 5, 1)), deed("d"))
    finding = found(service_at(data_of(service)))["pending-change"]
    assert not finding.needs_hand
    log(service_at(data_of(service)), deed("e"))
    assert "pending-change" not in found(service)


@pytest.mark.parametrize("identity", ["[]", "{}", "7", '""'])
def test_an_id_that_is_no_text_closes_nothing_beside_a_change_that_is_pending(
    service: BackupService, monkeypatch: pytest.MonkeyPatch, identity: str
) -> None:
    """The record is named, and what is pending counts."""
    with monkeypatch.context() as patch:
        patch.setattr(YearFile, "apply", lambda file, step: (_ for _ in ()).throw(StorageError("no")))
        log(service, deed("c", date(2025, 5, 1)), deed("d"))
    replace(year(service), '"id":"b"', f'"id":{identity}')
    assert found(service_at(data_of(service)))["unreadable-record"].place.startswith(str(year(service)))
    assert ids(service_at(data_of(service))) == ["a", "c", "d"]


def test_many_findings_of_one_kind_are_not_all_named(service: BackupService) -> None:
    """A hundred lines of one trouble hide the others."""
    log(service, *(deed(f"more-{number}") for number in range(60)))
    path = year(service)
    path.write_text(path.read_text().replace('"type":"deed"', '"type":"riddle"'))
    kinds = [finding.code for finding in service.inspect(NOW, NOW.date()).diagnostics]
    assert kinds.count("unreadable-record") == 21


def test_nothing_of_what_was_written_is_in_a_finding(service: BackupService) -> None:
    """The words may end in a bug report."""
    log(service, deed("c", person="Ana Secret", note="hush"))
    flipped(service)
    odd_record(service)
    words = " ".join(map(str, service.inspect(NOW, NOW.date()).diagnostics))
    assert "Secret" not in words
    assert "hush" not in words


def test_a_seed_with_a_changed_letter_is_found_and_mended(service: BackupService) -> None:
    """Nobody but this program writes that file."""
    path = data_of(service) / "install.json"
    good = path.read_bytes()
    replace(path, '"seed":"', '"seed":"0')
    assert "givequest restore" in found(service)["broken-file"].remedy
    service.repair(NOW)
    assert path.read_bytes() == good
    assert "broken-file" not in found(service)


MOUNTED = """21 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
22 21 0:5 / /proc rw - proc proc rw
40 21 0:40 / {folder} rw,nosuid shared:9 - {kind} /dev/sdb1 rw
a line of nobody's
"""


@pytest.mark.parametrize(
    ("kind", "codes"),
    [("ext4", set()), ("vfat", {"no-modes"}), ("nfs4", {"remote-disk"}), ("cifs", {"no-modes", "remote-disk"})],
)
def test_what_the_disk_does_not_promise_is_said_and_no_advice_is_given_that_it_cannot_take(
    service: BackupService, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str, codes: set[str]
) -> None:
    """Where there are no modes, nobody is told to change them."""
    mounts = tmp_path.parent / f"mounts-{tmp_path.name}"
    mounts.write_text(MOUNTED.format(folder=tmp_path, kind=kind))
    monkeypatch.setattr(disk_check, "MOUNTS", str(mounts))
    open_file(service)
    findings = found(service)
    assert findings.keys() == codes | ({"open-mode"} if "no-modes" not in codes else set())
    assert not any(findings[code].needs_hand for code in codes)


def test_a_folder_whose_names_cannot_be_made_to_last_is_said_to_be_so(
    service: BackupService, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on some shared folders of virtual machines; the files themselves are written as ever."""

    def refuse(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))

    monkeypatch.setattr(os, "fsync", refuse)
    finding = found(service)["no-folder-sync"]
    assert not finding.needs_hand
    assert "power cut" in finding.message


def test_private_copies_beside_a_linked_year_and_in_other_folders_are_found(
    service: BackupService, tmp_path: Path
) -> None:
    """A process that was killed leaves them where the file itself is, and hidden from a look at the data alone."""
    elsewhere = tmp_path.parent / f"shared-{tmp_path.name}"
    config = tmp_path.parent / f"config-{tmp_path.name}"
    for folder in (elsewhere, config / "themes"):
        folder.mkdir(parents=True)
    target = elsewhere / "mine.json"
    year(service).rename(target)
    year(service).symlink_to(target)
    scraps = [elsewhere / "mine.json.4711.part", config / "config.toml.12.part", config / "themes" / "my.toml.7.part"]
    for path in (*scraps, elsewhere / "other.json.4711.part", config / "my.part", config / "notes.part.txt"):
        path.touch(0o600)
    inspection = service.inspect(NOW, NOW.date(), (str(config), str(tmp_path / "nowhere")))
    assert [finding.place for finding in inspection.diagnostics if finding.code == "scrap"] == list(map(str, scraps))
    assert not any(finding.needs_hand for finding in inspection.diagnostics)


def test_days_that_have_not_come_are_named_and_days_off_that_are_planned_are_not(service: BackupService) -> None:
    """A clock that was ahead, or a flight west."""
    log(service, deed("c", date(2027, 5, 1), at=NOW.isoformat()), deed("d", date(2026, 11, 25), at=NOW.isoformat()))
    log(service, deed("r", date(2026, 12, 24), type="rest", kind=None, at=NOW.isoformat()))
    finding = found(service)["days-ahead"]
    assert finding.message == "2 records lie on days that haven't come: 2026-11-25, 2027-05-01."
    assert not finding.needs_hand
    findings = service.inspect(NOW, date(2027, 5, 1)).diagnostics
    assert "days-ahead" not in {one.code for one in findings}


def test_a_year_that_memory_is_too_small_for_is_not_called_broken(
    service: BackupService, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It may be whole; what it was is told, and nothing is put in its place."""
    loads = json.loads

    def full(text: str | bytes, **how: Any) -> Any:
        if isinstance(text, str):  # all of it, and not the table that it begins with
            raise MemoryError
        return loads(text, **how)

    monkeypatch.setattr(json, "loads", full)
    with pytest.raises(StorageError, match="memory") as told:
        service_at(data_of(service)).ledger.page(2026)
    assert not isinstance(told.value, BrokenFile)
    assert "2026.json" in str(told.value)
