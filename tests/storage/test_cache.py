"""The cache: what cannot be written there is no failure, and leaves nothing lying about."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from givequest.cache.files import read_cache, write_cache

from .failing import CALLS, Disk


def test_what_is_written_is_there_for_its_owner_alone(tmp_path: Path) -> None:
    """With every folder above it."""
    path = tmp_path / "cache" / "progress" / "2025.json"
    write_cache(str(path), b"one")
    write_cache(str(path), b"two")
    assert read_cache(str(path)) == b"two"
    assert [entry.stat().st_mode & 0o777 for entry in (path.parents[1], path.parent, path)] == [0o700, 0o700, 0o600]


@pytest.mark.parametrize("failure", [errno.ENOSPC, errno.EIO, errno.EROFS])
def test_whichever_call_fails_the_old_or_the_new_is_there_and_no_scrap(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failure: int
) -> None:
    """Nobody is told: it costs time later, and nothing else."""
    for number in range(1, 20):
        path = tmp_path / str(number) / "library.json"
        write_cache(str(path), b"old")
        disk = Disk(tmp_path / str(number), monkeypatch)
        with disk.failing(number, failure):
            write_cache(str(path), b"new")
        assert os.listdir(path.parent) == ["library.json"]
        if not disk.failed:
            assert read_cache(str(path)) == b"new"
            assert number > 2
            return
        assert read_cache(str(path)) == b"old"
    pytest.fail(f"there is always another of {CALLS} that fails")


def test_a_disk_that_is_full_leaves_no_scrap(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The bytes are written when the file is closed: that is where a full disk is met."""
    path = tmp_path / "library.json"

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "replace", full)
    write_cache(str(path), b"new")
    assert os.listdir(tmp_path) == []


def test_what_killed_processes_left_of_a_file_goes_with_the_next_one(tmp_path: Path) -> None:
    """And nothing else does."""
    for name in ("2025.json.99.part", "2024.json.99.part", "2025.json.note"):
        (tmp_path / name).write_bytes(b"x")
    write_cache(str(tmp_path / "2025.json"), b"new")
    assert sorted(os.listdir(tmp_path)) == ["2024.json.99.part", "2025.json", "2025.json.note"]
