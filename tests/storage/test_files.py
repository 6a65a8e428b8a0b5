"""Files are whole at any moment, private, and said to be refused in one sentence."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

import pytest

from givequest.errors import LedgerLocked, StorageError
from givequest.storage.files.atomic_files import make_folder, remove_file, replace_file, sweep_parts
from givequest.storage.files.lock import locked, read_mark, write_mark
from givequest.storage.files.os_errors import refusal
from givequest.storage.files.reading import read_file, signature_of


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
    assert sentence.startswith("/home/ana/data/2026.json could not be written: ")
    assert ";" in sentence, "what to do stands behind a semicolon"
    assert sentence.endswith(".")
    assert "\n" not in sentence
    assert "Errno" not in sentence


def test_a_lock_that_is_held_for_long_names_who_holds_it(tmp_path: Path) -> None:
    """Two open files are two holders, even in one process."""
    path = str(tmp_path / ".lock")
    with locked(path), pytest.raises(LedgerLocked) as told, locked(path, patience=0.0):
        pass
    assert f"is still held by process {os.getpid()} (" in str(told.value)
    assert "nothing was changed" in str(told.value)
    with locked(path, patience=0.0):
        pass


def test_a_mark_in_the_lock_file_is_found_by_the_next_holder_and_nonsense_is_none(tmp_path: Path) -> None:
    """It is a hint: whatever stands there, it is a number that can be counted on from."""
    path = tmp_path / ".lock"
    with locked(str(path)) as held:
        assert read_mark(held) == 0
        write_mark(held, 1_795_000_000_000_000)
    with locked(str(path)) as held:
        assert read_mark(held) == 1_795_000_000_000_000
        write_mark(held, -5)
        assert read_mark(held) == 0
        os.pwrite(held, b"no number at all.....", 51)
        assert read_mark(held) == 0
        write_mark(held, 10**20 - 1)
        assert read_mark(held) <= 2**62
