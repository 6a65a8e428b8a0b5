"""The newest copy is the one that holds the latest change: names, which a clock made, never decide."""

from __future__ import annotations

import shutil
import tempfile
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from givequest.domain.change_labels import ActLabel
from givequest.domain.changes import Change
from givequest.storage.backup.backups import Backups
from givequest.storage.backup_service import BackupService
from givequest.storage.ledger.applying import Applier
from givequest.storage.ledger.ledger import Ledger
from givequest.storage.partition.version import Version, read_version, version_of

from .keeping import NOW, deed, ids, log, service_at, take, without_manifest

HELP = ActLabel("Help")
AHEAD = timedelta(days=4 * 365)


@pytest.fixture
def service(tmp_path: Path) -> BackupService:
    """A ledger whose first backup was named by a clock that was years ahead."""
    service = service_at(tmp_path)
    log(service, deed("old", date(2025, 5, 1)), deed("a"))
    assert take(service, NOW + AHEAD) == "2030-11-23-080103.zip"
    log(service, deed("new", date(2025, 5, 2)), deed("b"))
    take(service, NOW)
    return service


@pytest.mark.parametrize("earlier", [False, True])
def test_latest_is_what_was_logged_last_and_not_what_a_clock_called_so(
    service: BackupService, tmp_path: Path, earlier: bool
) -> None:
    """Of backups of an earlier version too: what is in them is looked at."""
    if earlier:
        for path in (tmp_path / "backups").iterdir():
            without_manifest(path)
    assert service.names() == ["2026-11-24-080103.zip", "2030-11-23-080103.zip"]
    assert str(service.backups.find("latest")) == "2026-11-24-080103.zip"
    assert str(service.backups.find("20")) == "2026-11-24-080103.zip"
    log(service, deed("c"))
    service.restore("latest", NOW)
    assert ids(service) == ["a", "b", "new", "old"]


def test_the_newest_copy_of_a_broken_year_is_put_in_its_place(service: BackupService) -> None:
    """Whatever the names say."""
    Path(service.ledger.path_of(2025)).write_bytes(b"")
    repaired = service.repair(NOW)
    assert repaired is not None
    assert [done.source for done in repaired.repaired] == ["2026-11-24-080103.zip"]
    assert ids(service) == ["a", "b", "new", "old"]


def test_two_years_may_come_from_two_backups(service: BackupService) -> None:
    """Each from its newest copy, and it is said which."""
    year = Path(service.ledger.path_of(2025))
    year.write_bytes(b"")
    log(service, deed("c"))
    newest = take(service, NOW + timedelta(hours=1))
    Path(service.ledger.path_of(2026)).write_bytes(b"")
    repaired = service.repair(NOW)
    assert repaired is not None
    assert [done.source for done in repaired.repaired] == ["2026-11-24-080103.zip", newest]
    assert ids(service) == ["a", "b", "c", "new", "old"]


def test_redo_is_later_than_the_undo_before_it(tmp_path: Path) -> None:
    """A backup taken in between is the older one, though its last change is an undo."""
    service = service_at(tmp_path)
    log(service, deed("a"))
    log(service, deed("b"))
    service.ledger.undo()
    undone = take(service, NOW)
    service.ledger.redo()
    redone = take(service, NOW - timedelta(days=3))
    assert service.names() == [redone, undone]


def test_a_pending_change_makes_a_backup_the_newer_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is made, though not in the years yet."""
    service = service_at(tmp_path)
    log(service, deed("a", date(2025, 5, 1)), deed("b"))
    before = take(service, NOW + AHEAD)
    with monkeypatch.context() as stopped:
        stopped.setattr(Applier, "spread", lambda *_: None)
        log(service, deed("c", date(2025, 5, 1)), deed("d"))
        after = take(service, NOW)
    assert service.names() == [after, before]


def test_the_newest_copy_of_a_year_outlives_any_number_of_later_names(tmp_path: Path) -> None:
    """Old copies of a year that a wrong clock named late do not push the last good one out."""
    service = service_at(tmp_path)
    log(service, deed("old", date(2025, 5, 1)), deed("a"))
    for days in range(40):
        take(service, NOW - timedelta(days=days))  # a clock that runs backwards
    log(service, deed("new", date(2025, 5, 1)))
    newest = take(service, NOW - timedelta(days=300))
    Path(service.ledger.path_of(2025)).write_bytes(b"{")
    for days in range(100):
        take(service, NOW + timedelta(days=days))
    assert newest in service.names()
    service.repair(NOW + timedelta(days=101))
    assert ids(service) == ["a", "new", "old"]


clocks = st.datetimes(datetime(1980, 1, 1), datetime(2090, 1, 1)).map(
    lambda moment: moment.replace(microsecond=0, tzinfo=NOW.tzinfo)
)
acts = st.sampled_from(["log", "edit", "delete", "undo", "redo", "back up", "back up"])


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(acts, clocks, st.sampled_from([2024, 2025])), min_size=2, max_size=14))
def test_what_is_restored_is_the_last_copy_that_was_taken_under_any_clock(
    steps: list[tuple[str, datetime, int]],
) -> None:
    """For a broken year and for `latest`, whatever clock named the copies and numbered the changes."""
    with tempfile.TemporaryDirectory() as folder:
        clock = [NOW]
        ledger = Ledger(f"{folder}/ledger", now_us=lambda: int(clock[0].timestamp() * 1e6))
        service = BackupService(ledger, Backups(f"{folder}/backups"), f"{folder}/state")
        last: dict[int, list[str]] = {}
        for number, (act, now, year) in enumerate(steps):
            clock[0] = now
            there = sorted(ledger.page(year).records.values(), key=lambda record: record.id)
            if act == "back up":
                if service.take(now) is not None:
                    last = {held: sorted(map(str, ledger.page(held).records.values())) for held in ledger.years()}
            elif act in ("undo", "redo"):
                ledger.undo() if act == "undo" else ledger.redo()
            elif act == "log" or not there:
                ledger.commit(Change(HELP, (deed(f"d{number}", date(year, 5, 1)),)))
            elif act == "edit":
                ledger.commit(Change(HELP, (there[0].edited(note=f"edit {number}"),)))
            else:
                ledger.commit(Change(HELP, drops=(there[0],)))
        for year in last:
            Path(ledger.path_of(year)).write_bytes(b"")
        if last:
            copy = f"{folder}/copy"
            shutil.copytree(folder, copy)
            service.repair(NOW)
            fresh = Ledger(ledger.folder)
            assert {year: sorted(map(str, fresh.page(year).records.values())) for year in last} == last
            other = BackupService(Ledger(f"{copy}/ledger"), Backups(f"{copy}/backups"), f"{copy}/state")
            other.restore("latest", NOW)
            fresh = Ledger(other.ledger.folder)
            assert {year: sorted(map(str, fresh.page(year).records.values())) for year in last} == last


def test_a_version_is_read_from_the_beginning_of_a_file_alone(tmp_path: Path) -> None:
    """The records are not read for it; of a file that stock TinyDB wrote, all is."""
    service = service_at(tmp_path)
    log(service, *(deed(f"d{number}") for number in range(2000)))
    path = Path(service.ledger.path_of(2026))
    data = path.read_bytes()
    taken: list[bytes] = []

    def read(count: int) -> bytes:
        taken.append(data[sum(map(len, taken)) :][:count])
        return taken[-1]

    version = read_version(read)
    assert version == version_of(service.ledger.page(2026).tables)
    assert version is not None
    assert version > Version(1, 1)
    assert sum(map(len, taken)) < len(data) / 4

    import io
    import json

    assert read_version(io.BytesIO(json.dumps(json.loads(data)).encode()).read) == version
    assert read_version(io.BytesIO(b"{").read) is None
    assert read_version(io.BytesIO(b"").read) is None
