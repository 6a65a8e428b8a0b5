"""Backups: whole, plain, private, and read back before they count."""

from __future__ import annotations

import errno
import json
import os
import stat
import zipfile
from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path

import pytest
from tinydb import TinyDB

from givequest.errors import StorageError
from givequest.storage.backup import backups as backups_module
from givequest.storage.backup.create import create_backup
from givequest.storage.files.atomic_files import replace_file

from .keeping import NOW, deed, ids, log, service_at, take, take_daily


def test_a_backup_holds_every_year_as_a_plain_tinydb_file(tmp_path: Path) -> None:
    """Whoever has only the zip file and stock TinyDB has everything."""
    service = service_at(tmp_path)
    log(service, deed("a", date(2025, 5, 1)), deed("b"))
    name = take(service, NOW)
    assert name == "2026-11-24-080103.zip"
    with zipfile.ZipFile(tmp_path / "backups" / name) as archive:
        assert archive.testzip() is None
        archive.extractall(tmp_path / "out")
    found = []
    for year in (2025, 2026):
        with TinyDB(tmp_path / "out" / "ledger" / f"{year}.json") as database:
            found.append(database.table("records").all())
    assert [[row["id"] for row in rows] for rows in found] == [["a"], ["b"]]
    assert json.loads((tmp_path / "out" / "install.json").read_text())["install"]["1"]["seed"]


def test_backups_are_for_their_owner_alone_under_any_umask(tmp_path: Path) -> None:
    """Folder 0700, file 0600."""
    service = service_at(tmp_path)
    before = os.umask(0)
    try:
        log(service, deed("a"))
        name = take(service, NOW)
    finally:
        os.umask(before)
    assert stat.S_IMODE(os.stat(tmp_path / "backups").st_mode) == 0o700
    assert stat.S_IMODE(os.stat(tmp_path / "backups" / str(name)).st_mode) == 0o600


def test_two_backups_of_one_second_are_two(tmp_path: Path) -> None:
    """The second is the later one, by its name too."""
    service = service_at(tmp_path)
    log(service, deed("a"))
    first, second = take(service, NOW), take(service, NOW, "before-import")
    assert (first, second) == ("2026-11-24-080103.zip", "2026-11-24-080103-1-before-import.zip")
    assert service.names() == [second, first]


def test_nothing_logged_is_nothing_to_keep_and_makes_no_folder(tmp_path: Path) -> None:
    """A first look around leaves nothing behind."""
    service = service_at(tmp_path / "data")
    assert take(service, NOW) is None
    assert take_daily(service, NOW) is None
    assert not (tmp_path / "data").exists()


def test_one_is_due_on_each_day_by_the_names_alone(tmp_path: Path) -> None:
    """Touched, copied or restored files do not mislead it."""
    service = service_at(tmp_path)
    log(service, deed("a"))
    name = str(take_daily(service, NOW))
    os.utime(tmp_path / "backups" / name, (0, 0))
    assert take_daily(service, NOW + timedelta(hours=15)) is None
    assert take_daily(service, NOW + timedelta(hours=16)) == "2026-11-25-000103.zip"
    assert take_daily(service, NOW - timedelta(days=400)) == "2025-10-20-080103.zip"


@pytest.mark.parametrize("hours", [1, 25])
def test_a_journey_west_or_the_end_of_summer_time_leaves_the_newest_the_newest(tmp_path: Path, hours: int) -> None:
    """The clock on the wall goes back; what is restored as the latest is the latest all the same."""
    service = service_at(tmp_path)
    log(service, deed("a"))
    first = take(service, NOW)
    log(service, deed("b"))
    assert take_daily(service, NOW - timedelta(hours=hours)) is None
    second = take(service, NOW - timedelta(hours=hours), "before-import")
    assert service.names() == [second, first]
    assert str(service.backups.find("latest")) == second


def test_the_days_backup_is_taken_once_by_however_many_processes(tmp_path: Path) -> None:
    """Who comes second finds it there, even having looked before."""
    service, other = service_at(tmp_path), service_at(tmp_path)
    log(service, deed("a"))
    assert other.backups.is_due(NOW)
    assert take_daily(service, NOW) is not None
    assert create_backup(other.ledger, other.backups, NOW, daily=True) is None
    assert len(service.names()) == 1


def test_backups_taken_at_once_are_all_there_and_one_only_is_that_of_the_day(tmp_path: Path) -> None:
    """By many processes within one second, each under a name of its own."""
    log(service_at(tmp_path), *(deed(f"d{number}") for number in range(500)))
    children = []
    for number in range(8):
        child = os.fork()
        if child == 0:
            code = 70
            try:
                service = service_at(tmp_path)
                create_backup(service.ledger, service.backups, NOW, daily=True)
                take(service, NOW, "before-import" if number % 2 else "")
                code = 0
            finally:
                os._exit(code)
        children.append(child)
    assert [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children] == [0] * 8
    service = service_at(tmp_path)
    assert len(service.names()) == 1 + 8
    assert all(service.backups.read(name) for name in service.backups.names())


def test_a_year_that_cannot_be_read_is_not_in_it_and_the_others_are(tmp_path: Path) -> None:
    """A copy of a broken file would only push a good one out."""
    service = service_at(tmp_path)
    log(service, deed("a", date(2025, 5, 1)))
    log(service, deed("b"))
    (tmp_path / "ledger" / "2025.json").write_bytes(b"")
    taken = service.take(NOW)
    assert taken is not None
    (gap,) = taken.left_out
    assert gap.place == str(tmp_path / "ledger" / "2025.json")
    assert gap.message == f"It can't be used: it's empty. It isn't in the backup {taken.name}."
    (name,) = service.backups.names()
    assert {"ledger/2026.json", "install.json"} == service.backups.read(name).keys()
    manifest = service.backups.manifest_of(name)
    assert manifest.versions.keys() == {"ledger/2026.json"}
    assert manifest.left_out == {"ledger/2025.json": "It can't be used: it's empty."}
    assert not manifest.is_whole


def test_a_backup_that_does_not_read_back_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the disk made of it is looked at before it counts."""
    service = service_at(tmp_path)
    log(service, deed("a"))
    write = replace_file

    def tear(path: str, data: Iterable[bytes]) -> object:
        return write(path, b"".join(data)[:-40] + bytes(40))

    monkeypatch.setattr(backups_module, "replace_file", tear)
    with pytest.raises(StorageError, match="read"):
        take(service, NOW)
    assert service.names() == []


@pytest.mark.parametrize("call", ["open", "write", "fsync", "replace"])
def test_a_disk_that_refuses_leaves_no_backup_and_no_scrap(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    """Every first refusal of every kind is told in one sentence; the backups before it stay."""
    service = service_at(tmp_path)
    log(service, deed("a"))
    good = take(service, NOW - timedelta(days=1))
    real = getattr(os, call)

    def refuse(*arguments: object, **options: object) -> object:
        aimed = any(".part" in str(argument) for argument in arguments) or call in ("write", "fsync")
        if aimed:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return real(*arguments, **options)

    with monkeypatch.context() as patch:
        patch.setattr(os, call, refuse)
        with pytest.raises(StorageError, match="the disk is full"):
            take(service, NOW)
    assert service.names() == [good]
    assert sorted(os.listdir(tmp_path / "backups")) == [good]
    assert ids(service) == ["a"]


def test_old_ones_go_and_the_last_that_holds_a_year_stays(tmp_path: Path) -> None:
    """A year that was broken long ago can be brought back as long as there is a copy."""
    service = service_at(tmp_path)
    log(service, deed("a", date(2025, 5, 1)))
    log(service, deed("b"))
    only = take(service, NOW - timedelta(days=500))
    (tmp_path / "ledger" / "2025.json").write_bytes(b"{}")
    for days_ago in range(499, -1, -1):
        take(service, NOW - timedelta(days=days_ago))
    held = service.names()
    assert only in held
    assert len(held) <= 24


def test_files_of_other_names_are_left_alone(tmp_path: Path) -> None:
    """What a person puts into the folder is theirs."""
    service = service_at(tmp_path)
    log(service, deed("a"))
    (tmp_path / "backups").mkdir()
    (tmp_path / "backups" / "mine.zip").write_bytes(b"mine")
    for days_ago in range(60, -1, -1):
        take(service, NOW - timedelta(days=days_ago))
    assert (tmp_path / "backups" / "mine.zip").read_bytes() == b"mine"


def test_what_a_killed_backup_left_is_swept_by_the_next(tmp_path: Path) -> None:
    """Nobody else writes there while a backup is written."""
    service = service_at(tmp_path)
    log(service, deed("a"))
    (tmp_path / "backups").mkdir()
    (tmp_path / "backups" / "2026-11-24-080000.zip.77.part").touch()
    name = take(service, NOW)
    assert os.listdir(tmp_path / "backups") == [name]


def test_a_backup_that_was_cut_or_changed_anywhere_is_damaged_or_says_the_same(tmp_path: Path) -> None:
    """Never less than it held: what is not in a backup is taken out by a restore."""
    service = service_at(tmp_path)
    log(service, deed("a", date(2025, 5, 1)), deed("b"))
    take(service, NOW)
    (name,) = service.backups.names()
    path = Path(service.backups.path_of(name))
    good = path.read_bytes()
    held = service.backups.read(name)

    def reading(data: bytes) -> dict[str, bytes] | None:
        path.write_bytes(data)
        try:
            return service.backups.read(name)
        except StorageError:
            return None

    for place in range(len(good)):
        assert reading(good[:place]) is None
        for bits in (0xFF, 0x01, 0x20):
            changed = bytes([*good[:place], good[place] ^ bits, *good[place + 1 :]])
            assert reading(changed) in (None, held), place


def test_a_clock_years_ahead_and_set_right_again_costs_no_backup(tmp_path: Path) -> None:
    """Nor one that has fallen back to its first day."""
    service = service_at(tmp_path)
    log(service, deed("a"))
    for days_ago in range(40, -1, -1):
        take_daily(service, NOW - timedelta(days=days_ago))
    held = set(service.names())
    for years in (1, 5, 12, 30):
        assert take_daily(service, NOW + timedelta(days=365 * years)) is not None
    assert take_daily(service, NOW.replace(year=1970, month=1, day=1)) is not None
    assert held <= set(service.names())
    tomorrow = take_daily(service, NOW + timedelta(days=1))
    assert tomorrow is not None
    assert len(held - set(service.names())) <= 1
