"""A backup that could not hold something says so, and what it does not hold is nobody's reason to lose it."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from givequest.errors import StorageError
from givequest.storage.backup.manifest import Manifest, read_manifest
from givequest.storage.backup_service import BackupService

from .keeping import NOW, data_of, deed, ids, log, service_at, take, without_manifest

LATER = NOW + timedelta(hours=1)
LAST_YEAR = date(2025, 5, 1)


@pytest.fixture
def service(tmp_path: Path) -> BackupService:
    """Two years with a deed each."""
    service = service_at(tmp_path)
    log(service, deed("a", LAST_YEAR), deed("b"))
    return service


def year(service: BackupService, number: int = 2025) -> Path:
    """Return where a year is."""
    return Path(service.ledger.path_of(number))


def too_many_files(patch: pytest.MonkeyPatch, path: str) -> None:
    """Let no file more be opened when it comes to this one."""
    real = os.open

    def refuse(name: str, *arguments: int, **options: int) -> int:
        if name == path:
            raise OSError(errno.EMFILE, os.strerror(errno.EMFILE))
        return real(name, *arguments, **options)

    patch.setattr(os, "open", refuse)


def bad_disk(patch: pytest.MonkeyPatch, path: str) -> None:
    """Let the disk report an error while the file is read."""
    real = open
    wanted = os.stat(path).st_ino

    class Bad:
        def __init__(self, file: object) -> None:
            self.file = file

        def __enter__(self) -> Bad:
            return self

        def __exit__(self, *_: object) -> None:
            self.file.close()  # type: ignore[attr-defined]

        def read(self) -> bytes:
            raise OSError(errno.EIO, os.strerror(errno.EIO))

    def opened(file: object, *arguments: str) -> object:
        found = real(file, *arguments)  # type: ignore[call-overload]
        return Bad(found) if os.fstat(found.fileno()).st_ino == wanted else found

    patch.setattr("builtins.open", opened)


def torn(_: pytest.MonkeyPatch, path: str) -> None:
    """Let another program be in the middle of writing it."""
    data = Path(path).read_bytes()
    Path(path).write_bytes(data[: len(data) // 2])


HARMS: dict[str, tuple[Callable[[pytest.MonkeyPatch, str], None], str]] = {
    "EMFILE": (too_many_files, "It couldn't be read: too many files are open"),
    "EIO": (bad_disk, "It couldn't be read: the disk reported an error"),
    "torn": (torn, "It can't be used: it's cut short"),
}


@pytest.mark.parametrize("harm", HARMS)
def test_what_could_not_be_read_is_named_and_left_alone_by_a_restore(
    service: BackupService, monkeypatch: pytest.MonkeyPatch, harm: str
) -> None:
    """By whoever takes the copy: the year that it lacks is not emptied for it."""
    path = year(service)
    whole = path.read_bytes()
    apply, words = HARMS[harm]
    with monkeypatch.context() as patch:
        apply(patch, str(path))
        taken = service_at(data_of(service)).take(NOW)
    path.write_bytes(whole)
    assert taken is not None
    (gap,) = taken.left_out
    assert gap.place == str(path)
    assert gap.message.startswith(words)
    assert gap.message.endswith(f"It isn't in the backup {taken.name}.")
    log(service_at(data_of(service)), deed("c", LAST_YEAR), deed("d"))
    restored = service_at(data_of(service)).restore(taken.name, LATER)
    assert ids(service) == ["a", "b", "c"]
    assert [left.place for left in restored.left_alone] == [str(path)]
    assert words in restored.left_alone[0].message


def test_a_year_that_was_not_there_yet_is_emptied_by_a_restore(service: BackupService) -> None:
    """The manifest says that nothing was left out: everything becomes what it was."""
    name = str(take(service, NOW))
    log(service, deed("old", date(2019, 5, 1)), deed("c"))
    assert service.restore(name, LATER).left_alone == ()
    assert ids(service) == ["a", "b"]


def test_of_an_earlier_backup_nobody_knows_which_years_there_were(service: BackupService) -> None:
    """So those that it does not hold stay as they are, and that is said."""
    name = str(take(service, NOW))
    without_manifest(Path(service.backups.folder) / name)
    log(service, deed("old", date(2019, 5, 1)), deed("c"))
    restored = service.restore(name, LATER)
    assert ids(service) == ["a", "b", "old"]
    (left,) = restored.left_alone
    assert left.place == str(year(service, 2019))
    assert "didn't note whether this was there" in left.message
    assert not left.needs_hand


def test_a_backup_with_a_gap_takes_no_place_of_a_whole_one(service: BackupService) -> None:
    """A year that is broken for a season costs none of the copies from before."""
    for days_ago in range(15, 0, -1):
        take(service, NOW - timedelta(days=days_ago))
    whole = set(service.names())
    data = year(service).read_bytes()
    year(service).write_bytes(b"{")
    for days in range(40):
        take(service, NOW + timedelta(days=days))
    held = set(service.names())
    assert whole <= held
    assert len(held - whole) <= 24, "those with the gap make room for one another"
    year(service).write_bytes(data)
    for days in range(40, 460, 3):
        take(service, NOW + timedelta(days=days))
    assert len(service.names()) <= 24


def test_a_year_that_somebody_took_out_of_a_backup_is_left_alone(service: BackupService) -> None:
    """The manifest still says that it was there."""
    import zipfile

    path = Path(service.backups.folder) / str(take(service, NOW))
    with zipfile.ZipFile(path) as archive:
        files = {name: archive.read(name) for name in archive.namelist() if name != "ledger/2025.json"}
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    restored = service.restore(path.name, LATER)
    assert ids(service) == ["a", "b"]
    assert "was taken out of it" in restored.left_alone[0].message


def test_a_manifest_says_how_far_each_year_went(service: BackupService) -> None:
    """And a backup that is damaged says nothing."""
    path = Path(service.backups.folder) / str(take(service, NOW))
    manifest = read_manifest(str(path))
    assert manifest is not None
    assert manifest.versions.keys() == {"ledger/2025.json", "ledger/2026.json"}
    assert all(version.revision == 1 and version.seq > 1e15 for version in manifest.versions.values())
    without_manifest(path)
    assert read_manifest(str(path)) == Manifest(manifest.versions, is_written=False)
    path.write_bytes(path.read_bytes()[:-30])
    assert read_manifest(str(path)) is None
    assert read_manifest(str(path.with_name("gone.zip"))) is None


@pytest.mark.parametrize("data", [b"", b"[]", b"{", b'{"files": 3}', b'{"files": {"a": {"seq": "x"}}, "left_out": {}}'])
def test_a_manifest_that_is_none_counts_as_none(service: BackupService, data: bytes) -> None:
    """What is in the backup is looked at instead, or nothing is said."""
    import zipfile

    path = Path(service.backups.folder) / str(take(service, NOW))
    without_manifest(path)
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("manifest.json", data)
    manifest = read_manifest(str(path))
    assert manifest is not None
    assert not manifest.is_written
    assert manifest.versions.keys() == {"ledger/2025.json", "ledger/2026.json"}


def test_a_file_that_cannot_be_backed_up_is_not_carried_forward(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The backup before a migration has to hold what is migrated."""
    import shutil

    shutil.copytree(Path(__file__).parent / "ledgers" / "schema-0", tmp_path, dirs_exist_ok=True)
    service = service_at(tmp_path)
    path = year(service)
    before = path.read_bytes()
    service.ledger.page(2025)
    with monkeypatch.context() as patch:
        bad_disk(patch, str(path))
        with pytest.raises(StorageError, match=r"2025\.json couldn't be backed up"):
            log(service, deed("new", LAST_YEAR))
    assert path.read_bytes() == before
