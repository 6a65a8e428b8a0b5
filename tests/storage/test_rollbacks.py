"""A file that a sync folder, a checkout or a hand put back, replaced or took away is told of, once, and by doctor."""

from __future__ import annotations

import os
import shutil
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from givequest.domain.change_labels import ActLabel
from givequest.domain.changes import Change
from givequest.storage.backup_service import BackupService
from givequest.storage.doctor.last_seen import ABSENT, LastSeen, Seen
from givequest.storage.partition.version import Version

from .keeping import NOW, data_of, deed, ids, log, service_at, take

LAST_YEAR = date(2025, 5, 1)


@pytest.fixture
def service(tmp_path: Path) -> BackupService:
    """Two years, seen and backed up; then one more deed in each, seen as well."""
    service = service_at(tmp_path / "data")
    log(service, deed("a", LAST_YEAR), deed("b"))
    shutil.copytree(service.ledger.folder, tmp_path / "earlier")
    log(service, deed("c", LAST_YEAR), deed("d"))
    take(service, NOW)
    assert service.notice_rollbacks() == []
    return service


def put_back(service: BackupService, year: int = 2025) -> Path:
    """Do what a checkout of an earlier commit does."""
    path = Path(service.ledger.path_of(year))
    shutil.copy(data_of(service).parent / "earlier" / path.name, path)
    return path


def told(service: BackupService) -> dict[str, tuple[str, str]]:
    """Return what is told now of this, by its code, with its place and what to do."""
    fresh = service_at(data_of(service))
    return {found.code: (found.place, found.remedy) for found in fresh.notice_rollbacks()}


def codes(service: BackupService) -> set[str]:
    """Return what doctor has to say."""
    return {found.code for found in service_at(data_of(service)).inspect(NOW, NOW.date()).diagnostics}


def test_a_year_that_was_put_back_is_told_of_once_with_what_to_do(service: BackupService) -> None:
    """Doctor goes on saying it, and what it advises brings everything back."""
    path = put_back(service)
    assert told(service) == {
        "rolled-back": (
            str(path),
            "If that wasn't you, 'givequest merge 2026-11-24-080103.zip' takes in what was in it.",
        )
    }
    assert told(service) == {}
    assert codes(service) == {"rolled-back"}
    service_at(data_of(service)).merge_backup("2026-11-24-080103.zip")
    assert ids(service) == ["a", "b", "c", "d"]
    assert told(service) == {}
    assert codes(service) == set()


def test_a_year_that_is_gone_is_told_of_once_and_comes_back_as_it_was(service: BackupService) -> None:
    """With what it remembers of its changes."""
    path = Path(service.ledger.path_of(2025))
    whole = path.read_bytes()
    path.unlink()
    assert told(service).keys() == {"missing-year"}
    assert told(service) == {}
    assert codes(service) == {"missing-year"}
    merged = service_at(data_of(service)).merge_backup("latest")
    assert merged.adopted == (str(path),)
    assert path.read_bytes() == whole
    assert codes(service) == set()


def test_an_empty_year_that_is_begun_over_one_that_is_gone_is_told_of(service: BackupService) -> None:
    """Also where nothing is known of it but what a backup holds."""
    path = Path(service.ledger.path_of(2025))
    path.unlink()
    shutil.rmtree(f"{data_of(service)}-state")
    log(service_at(data_of(service)), deed("new", LAST_YEAR))
    found = service_at(data_of(service)).notice_rollbacks([2025])
    assert [(one.code, one.place) for one in found] == [("begun-anew", str(path))]
    assert "givequest merge 2026-11-24-080103.zip" in found[0].remedy
    assert told(service) == {}
    service_at(data_of(service)).merge_backup("latest")
    assert ids(service) == ["a", "b", "c", "d", "new"]


def test_a_new_year_is_no_reason_to_wonder(service: BackupService) -> None:
    """There was none before it."""
    log(service, deed("new", date(2027, 1, 1)))
    assert service.notice_rollbacks([2027]) == []
    assert told(service) == {}


def test_a_file_of_another_history_is_told_of_even_where_its_changes_are_later(service: BackupService) -> None:
    """A sync folder that lets the later file win does that."""
    other = service_at(data_of(service).parent / "other")
    log(other, deed("theirs", LAST_YEAR))
    shutil.copy(other.ledger.path_of(2025), service.ledger.path_of(2025))
    assert told(service).keys() == {"begun-anew"}
    assert codes(service) == {"begun-anew"}


def test_what_a_conflict_copy_explains_is_told_of_as_that_alone(service: BackupService) -> None:
    """Once for each copy; a merge settles it."""
    folder = Path(service.ledger.folder)
    shutil.copy(service.ledger.path_of(2025), folder / "2025.json.conflict1")
    put_back(service)
    assert told(service) == {"conflict-copy": (str(folder), "'givequest merge' takes in what's in them.")}
    assert told(service) == {}
    shutil.copy(service.ledger.path_of(2026), folder / "2026 (1).json")
    assert told(service).keys() == {"conflict-copy"}
    service_at(data_of(service)).merge()
    assert ids(service) == ["a", "b", "c", "d"]
    assert told(service) == {}
    assert codes(service) == {"set-aside"}


def test_what_no_backup_holds_is_told_of_too(service: BackupService) -> None:
    """What was seen last is enough to know that something is gone."""
    shutil.rmtree(service.backups.folder)
    path = put_back(service)
    assert told(service)["rolled-back"][0] == str(path)
    Path(service.ledger.path_of(2026)).unlink()
    assert "No backup holds" in told(service)["missing-year"][1]


def test_leaving_the_app_notes_what_grew_and_nothing_that_went_back(service: BackupService) -> None:
    """So that the next launch still tells of it."""
    log(service, deed("e"))
    put_back(service)
    service.note_versions()
    seen = LastSeen(f"{data_of(service)}-state").load()
    assert seen.versions[2026].revision == 3
    assert seen.versions[2025].revision == 2
    assert told(service).keys() == {"rolled-back"}


def test_what_was_just_written_is_compared_with_what_was_seen(service: BackupService) -> None:
    """Without a look at the backups, as long as all is in order."""
    seen = LastSeen(f"{data_of(service)}-state")
    log(service, deed("e"))
    assert seen.has_grown(service.ledger.folder, [2026])
    assert seen.load().versions[2026].revision == 3
    put_back(service, 2026)
    log(service_at(data_of(service)), deed("f"))
    assert not seen.has_grown(service.ledger.folder, [2026])
    assert not seen.has_grown(service.ledger.folder, [2027, 2019])


def test_what_was_seen_is_read_back_and_what_is_damaged_was_never_seen(tmp_path: Path) -> None:
    """A machine that has seen nothing has nothing to compare with."""
    seen = LastSeen(str(tmp_path / "state"))
    assert seen.load() == Seen({})
    wanted = Seen({2026: Version(5, 7), 0: ABSENT}, frozenset({"2026 (1).json"}), {2025: Version(1, 2)})
    seen.save(wanted)
    assert seen.load() == wanted
    path = tmp_path / "state" / "versions.json"
    whole = path.read_bytes()
    for data in (b"", whole[:-1], whole.replace(b"7", b"8", 1), b"{}\n00000000", b"[]"):
        path.write_bytes(data)
        assert seen.load() == Seen({})
    os.chmod(path, 0o600)


ACTS = ["log", "log", "edit", "delete", "undo", "redo", "restore", "repair", "back up", "look"]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(ACTS), max_size=20))
def test_nothing_that_givequest_itself_does_is_ever_told_of(
    tmp_path_factory: pytest.TempPathFactory, steps: list[str]
) -> None:
    """Whatever is done, and however often somebody looks."""
    service = service_at(tmp_path_factory.mktemp("home") / "data")
    log(service, deed("a", LAST_YEAR), deed("b"))
    take(service, NOW)
    for number, act in enumerate(steps):
        there = sorted(record for year in service.ledger.years() for record in service.ledger.records([year]))
        if act == "log":
            log(service, deed(f"d{number}", (LAST_YEAR, date(2026, 1, 1))[number % 2]))
        elif act == "edit" and there:
            service.ledger.commit(Change(ActLabel("edit"), (there[0].edited(note=f"{number}"),)))
        elif act == "delete" and there:
            service.ledger.commit(Change(ActLabel("removal"), drops=(there[0],)))
        elif act in ("undo", "redo"):
            service.ledger.undo() if act == "undo" else service.ledger.redo()
        elif act == "restore":
            service.restore("2026-11-24-080103.zip", NOW + timedelta(hours=number))
        elif act == "repair":
            Path(service.ledger.path_of(2025)).write_bytes(b"{")
            service = service_at(data_of(service))
            service.repair(NOW + timedelta(hours=number))
        elif act == "back up":
            take(service, NOW + timedelta(hours=number))
        else:
            assert service.notice_rollbacks() == []
    assert service.notice_rollbacks() == []
    assert service.notice_rollbacks([2025, 2026]) == []
