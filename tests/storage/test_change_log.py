"""The log of older changes: bounded, whole after whatever happens to it, and in nobody's way."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest
from tinydb import TinyDB

from givequest.domain.change_labels import Turn
from givequest.errors import GivequestError, StorageError
from givequest.storage.partition import change_log, year_file
from givequest.storage.partition.change_log import ChangeLog
from givequest.storage.partition.undo_store import LARGEST_INSIDE

from .homes import deed, ids, open_ledger, put


@pytest.fixture(autouse=True)
def _small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a year's file remember four changes at the most."""
    monkeypatch.setattr(year_file, "MOST_IN_HEAD", 4)
    monkeypatch.setattr(year_file, "LEFT_IN_HEAD", 2)


def log_of(home: Path) -> Path:
    """Return the folder of the log."""
    return home / "data" / "ledger" / "changes"


def log_many(home: Path, count: int, first: int = 0) -> None:
    """Log deeds one by one, each in a process of its own."""
    for number in range(first, first + count):
        open_ledger(home).commit(put(deed(f"n{number}"), label=f"n{number}"))


def labels(home: Path) -> list[str]:
    """Return what is remembered, the earliest first."""
    return [change.label for change in reversed(open_ledger(home).changes()[0])]


def turn(home: Path, label: str, how: Turn = Turn.BACK) -> None:
    """Turn the change of a label."""
    ledger = open_ledger(home)
    found = (change.seq for change in ledger.changes()[0] if change.label == label and change.turn is None)
    ledger.turn(next(found), how)


def test_it_is_plain_tinydb_and_private(tmp_path: Path) -> None:
    """As everything in the ledger."""
    log_many(tmp_path, 20)
    for path in log_of(tmp_path).iterdir():
        assert path.stat().st_mode & 0o777 == 0o600
        with TinyDB(path) as database:
            assert {row["partition"] for row in database.table("changes").all()} == {"2026"}
    assert log_of(tmp_path).stat().st_mode & 0o777 == 0o700


def test_the_oldest_go_when_all_of_it_is_larger_than_it_may_be(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And never those that a year's file remembers."""
    monkeypatch.setattr(change_log, "FULL", 2_000)
    monkeypatch.setattr(change_log, "MOST_BYTES", 10_000)
    log_many(tmp_path, 150)
    sizes = [path.stat().st_size for path in log_of(tmp_path).iterdir()]
    assert sum(sizes) <= 10_000
    assert len(sizes) > 3
    remembered = labels(tmp_path)
    assert remembered == [f"n{number}" for number in range(150 - len(remembered), 150)]
    assert 20 < len(remembered) < 150


def test_a_file_that_is_full_is_written_no_more(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """So that carrying over costs the same however much there is."""
    monkeypatch.setattr(change_log, "FULL", 2_000)
    log_many(tmp_path, 60)
    before = {path.name: path.read_bytes() for path in log_of(tmp_path).iterdir()}
    log_many(tmp_path, 10, 60)
    after = {path.name: path.read_bytes() for path in log_of(tmp_path).iterdir()}
    newest = max(before, key=lambda name: int(name.removesuffix(".json")))
    assert {name: data for name, data in before.items() if name != newest}.items() <= after.items()
    assert labels(tmp_path) == [f"n{number}" for number in range(70)]


def test_what_is_in_the_log_and_in_the_file_is_one_change(tmp_path: Path) -> None:
    """As after a power cut between the two: the file is the newer one."""
    log_many(tmp_path, 4)
    year = tmp_path / "data" / "ledger" / "2026.json"
    before = year.read_bytes()
    log_many(tmp_path, 1, 4)
    assert log_of(tmp_path).exists()
    year.write_bytes(before)
    assert labels(tmp_path) == [f"n{number}" for number in range(4)]
    open_ledger(tmp_path).undo()
    turn(tmp_path, "n0")
    assert ids(open_ledger(tmp_path)) == {"n1", "n2"}


@pytest.mark.parametrize("harm", [b"", b"{}", b'{"changes": {}}', b"\0" * 300, None])
def test_a_broken_file_of_it_hides_nothing_else_and_is_left_as_it_is(tmp_path: Path, harm: bytes | None) -> None:
    """It is told, another is begun, and what is in it cannot be taken back."""
    log_many(tmp_path, 9)
    (path,) = log_of(tmp_path).iterdir()
    broken = path.read_bytes().replace(b'"n1"', b'"n0"') if harm is None else harm
    path.write_bytes(broken)
    ledger = open_ledger(tmp_path)
    listed, problems = ledger.changes()
    if harm is not None:
        assert [problem.place for problem in problems] == [str(path)]
    log_many(tmp_path, 10, 9)
    assert path.read_bytes() == broken
    assert len(list(log_of(tmp_path).iterdir())) == 2
    turn(tmp_path, "n12")
    assert "n12" not in ids(open_ledger(tmp_path))
    if harm is None:  # a changed byte is found where it counts: before anything is taken back by it
        seq = min(change.seq for change in listed)
        with pytest.raises(StorageError, match="can't be used"):
            open_ledger(tmp_path).turn(seq, Turn.BACK)


def test_a_big_change_is_carried_over_with_its_way_back(tmp_path: Path) -> None:
    """Out of the file of its own that it had."""
    open_ledger(tmp_path).commit(put(*(deed(f"big{n}") for n in range(LARGEST_INSIDE + 1)), label="big"))
    assert len(os.listdir(tmp_path / "data" / "ledger" / "undo")) == 1
    log_many(tmp_path, 6)
    assert os.listdir(tmp_path / "data" / "ledger" / "undo") == []
    turn(tmp_path, "big")
    assert ids(open_ledger(tmp_path)) == {f"n{n}" for n in range(6)}
    turn(tmp_path, "big", Turn.AGAIN)
    assert len(ids(open_ledger(tmp_path))) == 6 + LARGEST_INSIDE + 1


def test_a_change_that_an_earlier_version_made_is_taken_back_but_for_what_later_ones_were_about(tmp_path: Path) -> None:
    """It noted no checksums: what any later change has touched is left as it is, whatever became of that."""
    open_ledger(tmp_path).commit(put(deed("a"), deed("b"), deed("c"), label="old"))
    open_ledger(tmp_path).commit(put(deed("b", person="Ana"), label="edit"))
    log_many(tmp_path, 8)
    for path in (tmp_path / "data" / "ledger" / "2026.json", *log_of(tmp_path).iterdir()):
        tables = json.loads(path.read_bytes())
        for row in [row for table in tables.values() for row in table.values()]:
            row.pop("left", None)
            row.pop("crc32", None)
        path.write_text(json.dumps(tables), "utf-8")
    ledger = open_ledger(tmp_path)
    seq = next(change.seq for change in ledger.changes()[0] if change.label == "old")
    applied = ledger.turn(seq, Turn.BACK)
    assert [record.id for record in applied.kept] == ["b"]
    assert ids(open_ledger(tmp_path)) & {"a", "b", "c"} == {"b"}


def test_what_is_no_change_is_no_change(tmp_path: Path) -> None:
    """Rows that an editor or another program has put there."""
    log_many(tmp_path, 9)
    (path,) = log_of(tmp_path).iterdir()
    tables = json.loads(path.read_bytes())
    good = tables["changes"]["1"]
    odd: list[dict[str, Any]] = [{}, {"seq": -1}, {"undone": 1}, {"partition": "../2026"}, {"partition": 7}]
    odd += [{"turn": "undo"}, {"of": 1}]
    for number, fields in enumerate(odd, 900):
        row = {**good, "seq": number, **fields} if fields else {}
        tables["changes"][str(number)] = row
    tables["schema"]["1"].pop("crc32")
    path.write_text(json.dumps(tables), "utf-8")
    assert labels(tmp_path) == [f"n{number}" for number in range(9)]


def test_the_folder_can_be_deleted_at_any_time(tmp_path: Path) -> None:
    """That is to forget what was changed, and no record."""
    log_many(tmp_path, 12)
    ledger = open_ledger(tmp_path)
    seq = min(change.seq for change in ledger.changes()[0])
    for path in log_of(tmp_path).iterdir():
        path.unlink()
    log_of(tmp_path).rmdir()
    with pytest.raises(GivequestError, match="isn't remembered any more"):
        open_ledger(tmp_path).turn(seq, Turn.BACK)
    assert len(ids(open_ledger(tmp_path))) == 12
    log_many(tmp_path, 6, 12)
    assert len(ids(open_ledger(tmp_path))) == 18
    assert ChangeLog(str(tmp_path / "data" / "ledger")).changes()[1] == []
