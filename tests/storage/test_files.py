"""Files are whole at any moment, private, and said to be refused in one sentence."""

from __future__ import annotations

import errno
import fcntl
import os
import stat
import threading
from pathlib import Path

import pytest

from givequest.errors import LedgerLocked, LockReplaced, StorageError
from givequest.storage.files.atomic_files import (
    UNSUPPORTED,
    make_folder,
    remove_file,
    replace_file,
    sweep_parts,
    sync_folder,
)
from givequest.storage.files.lock import Lock, locked
from givequest.storage.files.os_errors import refusal
from givequest.storage.files.reading import read_file, signature_of
from givequest.storage.ledger.sequence import Sequence


def test_a_replaced_file_holds_the_new_bytes_and_looks_different_from_outside(tmp_path: Path) -> None:
    """What `replace_file` returns is what the file looks like, so that one's own write is known again."""
    path = str(tmp_path / "a.json")
    first = replace_file(path, b"one")
    second = replace_file(path, b"two")
    assert first != second == signature_of(path)
    assert read_file(path) == (b"two", second)
    assert os.listdir(tmp_path) == ["a.json"]


def test_a_file_that_is_not_there_is_nothing_and_no_error(tmp_path: Path) -> None:
    """Reading, looking at and removing what is not there are no failures."""
    path = str(tmp_path / "nowhere" / "a.json")
    assert read_file(path) is None
    assert signature_of(path) is None
    remove_file(str(tmp_path / "a.json"))


def test_a_symbolic_link_stays_one_and_its_file_is_replaced(tmp_path: Path) -> None:
    """People keep their data in a folder of dotfiles and link to it."""
    real = tmp_path / "dotfiles" / "real.json"
    real.parent.mkdir()
    real.write_bytes(b"old")
    link = tmp_path / "a.json"
    link.symlink_to(real)
    replace_file(str(link), b"new")
    assert link.is_symlink()
    assert real.read_bytes() == b"new"
    assert os.listdir(real.parent) == ["real.json"]


def test_a_planted_link_in_the_place_of_a_temporary_file_is_not_followed(tmp_path: Path) -> None:
    """Whoever can guess the name of a temporary file cannot make us write elsewhere."""
    victim = tmp_path / "victim"
    victim.write_bytes(b"precious")
    (tmp_path / f"a.json.{os.getpid()}.part").symlink_to(victim)
    replace_file(str(tmp_path / "a.json"), b"new")
    assert victim.read_bytes() == b"precious"
    assert (tmp_path / "a.json").read_bytes() == b"new"


def test_what_killed_processes_left_half_written_is_swept_away(tmp_path: Path) -> None:
    """Nothing else is."""
    for name in ("2026.json", "2026.json.99.part", "notes.txt"):
        (tmp_path / name).write_bytes(b"x")
    sweep_parts(str(tmp_path))
    assert sorted(os.listdir(tmp_path)) == ["2026.json", "notes.txt"]
    sweep_parts(str(tmp_path / "nowhere"))


@pytest.mark.parametrize("mask", [0, 0o022, 0o077, 0o277])
def test_folders_and_files_are_their_owners_alone_under_any_umask(tmp_path: Path, mask: int) -> None:
    """Every folder that had to be made, not only the last one."""
    before = os.umask(mask)
    try:
        make_folder(str(tmp_path / "a" / "b" / "c"))
        replace_file(str(tmp_path / "a" / "b" / "c" / "file"), b"x")
    finally:
        os.umask(before)
    for path in (tmp_path / "a", tmp_path / "a" / "b", tmp_path / "a" / "b" / "c"):
        assert stat.S_IMODE(path.stat().st_mode) == 0o700
    assert stat.S_IMODE((tmp_path / "a" / "b" / "c" / "file").stat().st_mode) & 0o077 == 0


def test_a_file_in_the_place_of_a_folder_is_told_in_a_sentence(tmp_path: Path) -> None:
    """What, where, and what to do."""
    (tmp_path / "data").write_bytes(b"")
    with pytest.raises(StorageError) as told:
        make_folder(str(tmp_path / "data" / "ledger"))
    assert str(tmp_path / "data") in str(told.value)
    assert "move that file away" in str(told.value)


@pytest.mark.parametrize(
    "number", [errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EACCES, errno.EPERM, errno.EIO, errno.EFBIG, errno.EBUSY]
)
def test_every_refusal_is_one_sentence_with_what_where_and_what_to_do(number: int) -> None:
    """An error number that nobody thought of among them."""
    sentence = str(refusal(OSError(number, os.strerror(number)), "/home/ana/data/2026.json", "written"))
    assert sentence.startswith("/home/ana/data/2026.json couldn't be written: ")
    assert ";" in sentence, "what to do stands behind a semicolon"
    assert sentence.endswith(".")
    assert "\n" not in sentence
    assert "Errno" not in sentence


def test_a_lock_that_is_held_for_long_names_who_holds_it_and_is_itself_never_written(tmp_path: Path) -> None:
    """Two open files are two holders, even in one process; who holds it is noted elsewhere."""
    path, holder = str(tmp_path / ".lock"), str(tmp_path / "holder")
    with locked(path, holder=holder), pytest.raises(LedgerLocked) as told, locked(path, 0.0, holder):
        pass
    assert f"is still held by process {os.getpid()} (" in str(told.value)
    assert "nothing was changed" in str(told.value)
    with locked(path), pytest.raises(LedgerLocked, match="another process"), locked(path, 0.0):
        pass
    made = os.stat(path)
    with locked(path, patience=0.0, holder=holder):
        pass
    assert os.stat(path) == made
    assert made.st_size == 0


@pytest.mark.parametrize("noted", [b"", b"\xff\xfe", b"12", b"not a number\n", b"1 " + b"x" * 9000])
def test_nonsense_in_the_note_of_who_holds_a_lock_names_nobody(tmp_path: Path, noted: bytes) -> None:
    """It is for a message only."""
    path, holder = str(tmp_path / ".lock"), tmp_path / "holder"
    holder.write_bytes(noted)
    with locked(path), pytest.raises(LedgerLocked) as told, locked(path, 0.0, str(holder)):
        pass
    assert len(str(told.value)) < 500


@pytest.mark.parametrize("how", ["replaced", "gone"])
def test_whoever_holds_a_lock_that_was_replaced_holds_nothing(tmp_path: Path, how: str) -> None:
    """A sync folder does it; the next one is let in at once, and the one before is told."""
    lock = Lock(str(tmp_path / ".lock"))
    lock.check()
    with lock.held():
        lock.check()
        assert lock.is_in_place()
        if how == "replaced":
            (tmp_path / "new").write_bytes(b"")
            os.replace(tmp_path / "new", lock.path)
        else:
            os.unlink(lock.path)
        assert not lock.is_in_place()
        with pytest.raises(LockReplaced, match=r"\.lock was replaced"):
            lock.check()
        with pytest.raises(LedgerLocked), locked(lock.path, patience=0.0):  # the folder is held still
            pass
    with lock.held():
        lock.check()
    lock.check()


def test_a_lock_is_waited_for_under_its_name_and_not_in_a_file_that_was_replaced(tmp_path: Path) -> None:
    """Whoever waits for the old one would otherwise wait for nothing."""
    path = str(tmp_path / ".lock")
    let_in = threading.Event()

    def wait() -> None:
        with locked(path, patience=60):
            let_in.set()

    with open(path, "wb") as old:
        fcntl.flock(old, fcntl.LOCK_EX)
        waiting = threading.Thread(target=wait)
        waiting.start()
        (tmp_path / "new").write_bytes(b"")
        os.replace(tmp_path / "new", path)
        waiting.join()
        assert let_in.is_set()


def test_a_lock_whose_close_fails_was_held_all_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was done under it is done: a network that answers late makes no error of it."""
    close = os.close

    def failing(descriptor: int) -> None:
        close(descriptor)
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    path = str(tmp_path / ".lock")
    with monkeypatch.context() as broken:
        broken.setattr(os, "close", failing)
        with locked(path):
            pass
        assert replace_file(str(tmp_path / "file"), b"data") is not None
        found = read_file(str(tmp_path / "file"))
        assert found is not None
        assert found[0] == b"data"
    with locked(path, patience=0.0):
        pass


def test_a_note_of_the_latest_number_is_a_hint_and_nonsense_in_it_is_none(tmp_path: Path) -> None:
    """Whatever stands there, numbers are counted on from the largest that is known."""
    path = tmp_path / "sequence"
    first = Sequence(lambda: 100, str(path))
    assert [first.after([]), first.after([]), first.after([500])] == [(100, 0), (101, 100), (501, 100)]
    assert Sequence(lambda: 100, str(path)).after([]) == (502, 100)
    assert Sequence(lambda: 100, None).after([7, 300]) == (301, 100)
    for noted in (b"", b"502", b"602 00000000", b"no number at all", b"\xff" * 40, b"9" * 40, path.read_bytes()[1:]):
        path.write_bytes(noted)
        assert Sequence(lambda: 100, str(path)).after([]) == (100, 0)
    assert Sequence(lambda: 100, str(tmp_path / "nowhere" / "sequence")).after([]) == (100, 0)


@pytest.mark.parametrize("age", [-7200, 7200])
def test_what_a_killed_write_left_beside_a_file_goes_with_the_next_write_of_it(tmp_path: Path, age: int) -> None:
    """By its name and its age, whatever a clock showed; also beside the file that a link leads to."""
    there = tmp_path / "elsewhere"
    there.mkdir()
    (tmp_path / "a.json").symlink_to(there / "real.json")
    replace_file(str(tmp_path / "a.json"), b"one")
    now = (there / "real.json").stat().st_mtime
    kept = ["real.json.part", "real.json.12x.part", "real.json.9.part", "other.json.12.part", "my real.json.12.part"]
    for name in (*kept, "real.json.12.part", "real.json.99999.part"):
        (there / name).write_bytes(b"half")
        moved = 0 if name == "real.json.9.part" else age
        os.utime(there / name, (now + moved, now + moved))
    replace_file(str(tmp_path / "a.json"), b"two")
    assert sorted(os.listdir(there)) == sorted(["real.json", *kept])
    assert (there / "real.json").read_bytes() == b"two"


@pytest.mark.parametrize("number", sorted(UNSUPPORTED))
def test_a_disk_that_cannot_flush_folders_or_knows_no_modes_is_written_to_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    """It promises less, and what it does promise is asked of it: the file itself is flushed."""
    fsync, flushed = os.fsync, []

    def of_files_alone(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(number, os.strerror(number))
        flushed.append(descriptor)
        fsync(descriptor)

    def refused(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", of_files_alone)
    monkeypatch.setattr(os, "chmod", refused)
    folder = tmp_path / "a" / "b"
    make_folder(str(folder))
    replace_file(str(folder / "file"), b"one")
    assert len(flushed) == 1
    assert (folder / "file").read_bytes() == b"one"
    remove_file(str(folder / "file"))
    assert not sync_folder(str(folder))
    assert os.listdir(folder) == []


@pytest.mark.parametrize("number", sorted({errno.EIO, errno.ENOSPC, errno.EDQUOT}))
def test_a_folder_that_could_be_flushed_and_fails_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    """That disk promises, and does not keep it."""
    fsync = os.fsync

    def of_files_alone(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(number, os.strerror(number))
        fsync(descriptor)

    monkeypatch.setattr(os, "fsync", of_files_alone)
    with pytest.raises(StorageError, match="made to last"):
        replace_file(str(tmp_path / "file"), b"one")
    with pytest.raises(StorageError, match="created"):
        make_folder(str(tmp_path / "folder"))
    assert not (tmp_path / "folder").exists()


@pytest.mark.parametrize("number", sorted(UNSUPPORTED))
def test_a_file_that_cannot_be_flushed_is_refused_on_any_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    """Saved means saved."""
    replace_file(str(tmp_path / "file"), b"one")

    def refused(_: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", refused)
    with pytest.raises(StorageError):
        replace_file(str(tmp_path / "file"), b"two")
    assert os.listdir(tmp_path) == ["file"]
    assert (tmp_path / "file").read_bytes() == b"one"
