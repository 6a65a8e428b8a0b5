"""Conflict copies of sync folders: noticed, merged by record id, and nothing of them thrown away."""

from __future__ import annotations

import json
import os
import shutil
from datetime import date
from pathlib import Path

import pytest

from givequest.domain.change_labels import ActLabel
from givequest.domain.changes import Change
from givequest.storage.backup_service import BackupService
from givequest.storage.ledger.ledger import Ledger
from givequest.storage.merge.conflict_copies import conflict_copies

from .keeping import NOW, deed, ids, log, service_at

Two = tuple[BackupService, BackupService]
COPIES = [
    "2026.sync-conflict-20261101-120000-ABCDEFG.json",
    "2026 (Ana's conflicted copy 2026-11-01).json",
    "2026 (conflicted copy 2026-11-01 120000).json",
    "2026_conflict-20261101-120000.json",
    "2026 (In Konflikt stehende Kopie von Ana 2026-11-01).json",
    "2026 (1).json",
    "2026.json.conflict1",
    "2026.json..path2",
    "2026.json.sync-conflict-20261101-1",
    "2026.json (Ana's conflicted copy 2026-11-01)",
]
OTHERS = [
    "2026.json",
    "pending.json",
    ".lock",
    "2026.json.broken-20261101-1200",
    "2026.json.broken-20261101-1200 (conflicted copy).json",
    "merged-2026 (1).json",
    "merged-2026.json.conflict1",
    "20261.json",
    "2026.json.7.part",
    "2026.json~",
    "2026.json.bak",
    ".2026.json.swp",
]


@pytest.fixture
def two(tmp_path: Path) -> Two:
    """The same ledger on two computers that have not heard of each other since."""
    here = service_at(tmp_path / "here")
    log(here, deed("both"), deed("edited"))
    shutil.copytree(tmp_path / "here", tmp_path / "there")
    return here, service_at(tmp_path / "there")


def bring(there: BackupService, here: BackupService, name: str = COPIES[0]) -> Path:
    """Do what a sync folder does with the file of the other computer."""
    copy = Path(here.ledger.folder) / name
    shutil.copy(there.ledger.path_of(2026), copy)
    return copy


@pytest.mark.parametrize("name", COPIES)
def test_a_copy_is_noticed_by_its_name_and_never_taken_for_a_year(two: Two, name: str) -> None:
    """Syncthing, Dropbox, Nextcloud, ownCloud, and other languages."""
    here, there = two
    copy = bring(there, here, name)
    assert conflict_copies(here.ledger.folder) == [str(copy)]
    assert Ledger(here.ledger.folder).years() == [2026]


def test_what_is_no_copy_is_not_noticed(tmp_path: Path) -> None:
    """The ledger's own files, and copies that were merged."""
    for name in OTHERS:
        (tmp_path / name).write_bytes(b"")
    assert conflict_copies(str(tmp_path)) == []


@pytest.mark.parametrize("name", COPIES)
def test_records_of_both_are_there_after_it_and_the_copy_is_kept(two: Two, name: str) -> None:
    """By record id: what both have is there once."""
    here, there = two
    log(here, deed("mine"))
    log(there, deed("theirs"), deed("older", date(2026, 1, 1)))
    copy = bring(there, here, name)
    data = copy.read_bytes()
    merged = here.merge()
    assert (merged.added, merged.changed) == (2, 0)
    assert ids(here) == ["both", "edited", "mine", "older", "theirs"]
    assert merged.kept_as == (str(copy.with_name(f"merged-{name}")),)
    assert Path(merged.kept_as[0]).read_bytes() == data
    assert not conflict_copies(here.ledger.folder)


@pytest.mark.parametrize("mine_last", [True, False])
def test_of_a_record_that_differs_the_version_that_was_changed_last_counts(two: Two, mine_last: bool) -> None:
    """When it was changed is known from the changes that each file can take back."""
    here, there = two
    for service, person in [(there, "Bo"), (here, "Ana")] if mine_last else [(here, "Ana"), (there, "Bo")]:
        log(service, deed("edited", person=person))
    bring(there, here)
    here.merge()
    assert Ledger(here.ledger.folder).page(2026).records["edited"].person == ("Ana" if mine_last else "Bo")


def test_a_record_that_is_deleted_here_and_stands_there_is_there_again(
    two: Two,
) -> None:
    """To delete it once more is easy; to write it once more is not."""
    here, there = two
    here.ledger.commit(Change(ActLabel("Help"), drops=(deed("both"),)))
    bring(there, here)
    here.merge()
    assert ids(here) == ["both", "edited"]


def test_several_copies_are_one_change_that_undo_takes_back(two: Two, tmp_path: Path) -> None:
    """However many computers there are."""
    here, there = two
    log(there, deed("second"))
    bring(there, here, COPIES[0])
    log(there, deed("third"), deed("edited", person="Bo"))
    bring(there, here, COPIES[1])
    merged = here.merge()
    assert (merged.added, merged.changed, len(merged.kept_as)) == (2, 1, 2)
    applied = Ledger(here.ledger.folder).undo()
    assert applied is not None
    assert applied.label == "merge of 2 conflict copies"
    assert ids(here) == ["both", "edited"]
    Ledger(here.ledger.folder).redo()
    assert ids(here) == ["both", "edited", "second", "third"]


def test_a_record_that_was_moved_to_another_year_is_there_once(two: Two) -> None:
    """Its day counts, not the file that it was found in."""
    here, there = two
    path = Path(there.ledger.path_of(2026))
    tables = json.loads(path.read_text())
    tables["records"]["9"] = {"type": "slip", "id": "far", "day": "2025-12-31", "at": "2025-12-31T12:00:00+01:00"}
    path.write_text(json.dumps(tables))
    bring(there, here)
    here.merge()
    assert list(Ledger(here.ledger.folder).page(2025).records) == ["far"]
    assert ids(here) == ["both", "edited", "far"]


def test_fields_that_this_version_does_not_know_come_along(two: Two) -> None:
    """As in every other way in."""
    here, there = two
    log(there, deed("theirs", mood="light"))
    bring(there, here)
    here.merge()
    assert Ledger(here.ledger.folder).page(2026).records["theirs"].extra == {"mood": "light"}


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b'{"schema":{"1":{"schema":9}},"records":{}}'])
def test_a_copy_that_cannot_be_read_is_left_and_the_others_are_merged(two: Two, data: bytes) -> None:
    """It is said which one."""
    here, there = two
    log(there, deed("theirs"))
    bring(there, here)
    bad = Path(here.ledger.folder) / COPIES[1]
    bad.write_bytes(data)
    merged = here.merge()
    assert ids(here) == ["both", "edited", "theirs"]
    assert bad.read_bytes() == data
    assert len(merged.left) == 1
    assert str(bad) in merged.left[0]


def test_a_copy_kept_earlier_is_not_overwritten(two: Two) -> None:
    """The same name twice gets a number."""
    here, there = two
    for number in range(2):
        log(there, deed(f"theirs-{number}"))
        bring(there, here)
        here.merge()
    kept = sorted(name for name in os.listdir(here.ledger.folder) if name.startswith("merged-"))
    assert kept == [f"merged-{COPIES[0]}", f"merged-{COPIES[0]}-2"]


def test_a_year_whose_name_both_sides_took_away_is_there_again(two: tuple[BackupService, BackupService]) -> None:
    """As rclone bisync does: the newest copy is put in its place, and the other one is merged into it."""
    here, there = two
    log(here, deed("mine"))
    log(there, deed("theirs"))
    bring(there, here, "2026.json.conflict2")
    folder = Path(here.ledger.folder)
    os.rename(here.ledger.path_of(2026), folder / "2026.json.conflict1")
    merged = service_at(folder.parent).merge()
    assert ids(here) == ["both", "edited", "mine", "theirs"]
    assert merged.adopted == (here.ledger.path_of(2026),)
    assert merged.added == 1
    Ledger(here.ledger.folder).undo()
    assert len(ids(here)) == 3


def test_what_a_year_remembers_comes_with_it_when_its_only_copy_is_taken_in(
    two: tuple[BackupService, BackupService],
) -> None:
    """Undo goes back to what was done before, and other tables are there."""
    here, _ = two
    folder = Path(here.ledger.folder)
    log(here, deed("mine"))
    data = Path(here.ledger.path_of(2026)).read_bytes()
    os.rename(here.ledger.path_of(2026), folder / "2026.json..path1")
    service_at(folder.parent).merge()
    assert Path(here.ledger.path_of(2026)).read_bytes() == data
    Ledger(here.ledger.folder).undo()
    assert ids(here) == ["both", "edited"]


LOCKS = [
    ".sync-conflict-20261101-120000-ABCDEFG.lock",
    ".lock (Ana's conflicted copy 2026-11-01)",
    ".lock.conflict1",
    ".lock..path2",
]


def test_copies_of_locks_go_with_a_merge_unless_somebody_holds_one(two: tuple[BackupService, BackupService]) -> None:
    """They hold nothing; the lock itself stays, and so does what only looks like one."""
    import fcntl

    here, _ = two
    folder = Path(here.ledger.folder)
    for name in LOCKS:
        (folder / name).write_bytes(b"77        givequest\n")
    (folder.parent / ".backups.sync-conflict-20261101-120000-ABCDEFG.lock").touch()
    large = folder / ".notes about a conflict.lock"
    large.write_bytes(bytes(10_000))
    with open(folder / LOCKS[0], "rb") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        assert here.is_apart()
        assert here.merge().locks == len(LOCKS)
        assert sorted(name for name in os.listdir(folder) if "lock" in name) == [".lock", large.name, LOCKS[0]]
    assert here.merge().locks == 1
    assert not here.is_apart()
    assert large.exists()


def test_a_backup_is_merged_without_taking_anything_away(two: tuple[BackupService, BackupService]) -> None:
    """What was logged since stays, what is only in it comes back, and undo takes that back."""
    here, _ = two
    here.take(NOW)
    here.ledger.commit(Change(ActLabel("Help"), drops=(deed("both"),)))
    log(here, deed("since"), deed("edited", person="Ana"))
    merged = here.merge_backup("latest")
    assert (merged.added, merged.changed, merged.source) == (1, 0, "2026-11-24-080103.zip")
    assert [record.id for record in merged.returned] == ["both"]
    assert ids(here) == ["both", "edited", "since"]
    assert Ledger(here.ledger.folder).page(2026).records["edited"].person == "Ana"
    Ledger(here.ledger.folder).undo()
    assert ids(here) == ["edited", "since"]


def test_a_record_that_stands_in_two_years_is_sorted_out(tmp_path: Path) -> None:
    """The one that was changed last stays; where nothing says which, both do."""
    service = service_at(tmp_path)
    log(service, deed("moved", date(2025, 5, 1)), deed("a"))
    before = Path(service.ledger.path_of(2025)).read_bytes()
    service.ledger.commit(
        Change(ActLabel("edit"), (deed("moved", date(2026, 5, 1)),), (deed("moved", date(2025, 5, 1)),))
    )
    Path(service.ledger.path_of(2025)).write_bytes(before)  # the other computer's, which a sync folder brought back
    service = service_at(tmp_path)
    assert service.is_apart()
    assert (service.merge().changed, ids(service)) == (0, ["a", "moved"])
    assert list(Ledger(service.ledger.folder).page(2026).records) == ["a", "moved"]
    assert not service.is_apart()
