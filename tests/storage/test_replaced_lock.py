"""The lock file replaced by a sync folder: nothing that was acknowledged is lost, whoever holds which of its files."""

from __future__ import annotations

import errno
import fcntl
import os
import random
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from givequest.errors import LedgerLocked
from givequest.storage.files import atomic_files
from givequest.storage.ledger.ledger import Ledger

from .homes import deed, ids, open_ledger, put

LOGGERS, DEEDS = 10, 12
PROGRAM = """
import os
import sys
from givequest.storage.ledger.ledger import Ledger
from tests.storage.homes import deed, open_ledger, put
ledger = open_ledger(sys.argv[1], patience=60)
for number in range(int(sys.argv[3])):
    name = f"{sys.argv[2]}-{number}"
    ledger.commit(put(deed(name, "2026-11-23" if number % 4 else "2025-12-31")))
    os.write(1, f"{name}\\n".encode())  # in one piece
"""


def _replace(lock: str, chance: random.Random) -> None:
    """Do what a sync folder does when it takes a file away, or brings one of another computer."""
    if chance.random() < 0.2:
        Path(lock).unlink(missing_ok=True)
    else:
        Path(f"{lock}.new").write_bytes(b"12345     givequest\n")
        os.replace(f"{lock}.new", lock)


def test_ten_loggers_lose_nothing_while_the_lock_file_is_replaced_after_every_deed_of_one(tmp_path: Path) -> None:
    """Every deed that was acknowledged is there, and can be taken back."""
    first, chance = open_ledger(tmp_path), random.Random(1)
    first.commit(put(deed("first")))
    command = [sys.executable, "-c", PROGRAM, str(tmp_path)]
    out, into = os.pipe()
    loggers = [subprocess.Popen([*command, f"p{number}", str(DEEDS)], stdout=into) for number in range(LOGGERS)]
    os.close(into)
    acknowledged = []
    with open(out, encoding="utf-8") as lines:
        for line in lines:
            acknowledged.append(line.strip())
            _replace(first.lock.path, chance)
    assert [logger.wait() for logger in loggers] == [0] * LOGGERS
    assert len(acknowledged) == LOGGERS * DEEDS
    assert ids(open_ledger(tmp_path)) == {"first", *acknowledged}
    assert open_ledger(tmp_path).undo() is not None
    assert len(ids(open_ledger(tmp_path))) == LOGGERS * DEEDS


ACTS: dict[str, tuple[Callable[[Ledger], object], set[str]]] = {
    "a deed": (lambda ledger: ledger.commit(put(deed("new"))), {"a", "b", "new"}),
    "an edit": (lambda ledger: ledger.commit(put(deed("a", note="edited"))), {"a", "b"}),
    "two years": (
        lambda ledger: ledger.commit(put(deed("new"), deed("old", "2025-01-01"), drops=(deed("b"),))),
        {"a", "new", "old"},
    ),
    "undo": (lambda ledger: ledger.undo(), {"a"}),
}


@pytest.fixture
def no_folder_locks(monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that locks files alone."""
    flock = fcntl.flock

    def of_files_alone(descriptor: int, how: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(errno.EBADF, os.strerror(errno.EBADF))
        flock(descriptor, how)

    monkeypatch.setattr(fcntl, "flock", of_files_alone)


@pytest.mark.parametrize("warm", [False, True])
@pytest.mark.parametrize("act", ACTS)
def test_nobody_else_can_change_anything_though_the_lock_that_is_held_was_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, act: str, warm: bool
) -> None:
    """The folder is locked too, and that is not replaced: whoever takes the new lock waits."""
    ledger, refused = _begun(tmp_path, warm), list[LedgerLocked]()
    place = os.replace

    def placed(source: str, target: str) -> None:
        if str(target) == ledger.path_of(2026) and not refused:
            _replace(ledger.lock.path, random.Random(3))
            with pytest.raises(LedgerLocked) as told:
                open_ledger(tmp_path, patience=0.0).commit(put(deed("another")))
            refused.append(told.value)
        place(source, target)

    monkeypatch.setattr(os, "replace", placed)
    change, expected = ACTS[act]
    change(ledger)
    monkeypatch.undo()
    assert refused
    assert ids(open_ledger(tmp_path)) == ids(ledger) == expected


@pytest.mark.usefixtures("no_folder_locks")
@pytest.mark.parametrize("warm", [False, True])
@pytest.mark.parametrize("act", ACTS)
def test_a_change_begins_again_when_another_has_come_with_a_new_lock_before_it_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, act: str, warm: bool
) -> None:
    """On a disk that locks no folders: both changes are there."""
    ledger, came = _begun(tmp_path, warm), list[str]()
    write = atomic_files._write_new

    def written(path: str, data: bytes) -> object:
        if path.startswith(ledger.path_of(2026)) and not came:
            came.append(path)
            _replace(ledger.lock.path, random.Random(3))
            open_ledger(tmp_path, patience=0.0).commit(put(deed("another")))
        return write(path, data)

    monkeypatch.setattr(atomic_files, "_write_new", written)
    change, expected = ACTS[act]
    change(ledger)
    monkeypatch.undo()
    assert came
    # What is undone is the latest change, and that is the other one's by then.
    expected = {"a", "b"} if act == "undo" else expected | {"another"}
    assert ids(open_ledger(tmp_path)) == ids(ledger) == expected


@pytest.mark.usefixtures("no_folder_locks")
@pytest.mark.parametrize("warm", [False, True])
@pytest.mark.parametrize("act", ACTS)
def test_a_change_is_made_sure_of_when_another_has_written_over_it_with_a_new_lock(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, act: str, warm: bool
) -> None:
    """It had read what was there before: both changes are there."""
    ledger, came = _begun(tmp_path, warm), list[str]()
    before = Path(ledger.path_of(2026)).read_bytes()
    place = os.replace

    def placed(source: str, target: str) -> None:
        place(source, target)
        if str(target) == ledger.path_of(2026) and not came:
            came.append(target)
            _replace(ledger.lock.path, random.Random(3))
            Path(target).write_bytes(before)  # what the other one has read a moment ago, and goes on with
            open_ledger(tmp_path, patience=0.0).commit(put(deed("another")))

    monkeypatch.setattr(os, "replace", placed)
    change, expected = ACTS[act]
    change(ledger)
    monkeypatch.undo()
    assert came
    found = open_ledger(tmp_path)
    assert ids(found) == ids(ledger) == expected | {"another"}
    if act == "an edit":
        assert found.page(2026).records["a"].note == "edited"


def _begun(folder: Path, warm: bool) -> Ledger:
    ledger = open_ledger(folder)
    ledger.commit(put(deed("a")))
    ledger.commit(put(deed("b")))
    return ledger if warm else open_ledger(folder)
