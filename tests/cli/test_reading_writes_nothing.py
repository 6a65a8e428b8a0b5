"""Looking changes nothing: what a person wrote stays as it is, byte for byte and moment for moment."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from givequest.config.paths import Paths

from .conftest import Play
from .exports import FULL, told

LOOKS = (
    (), ("today",), ("today", "--json"), ("stats",), ("stats", "--json"), ("stats", "--year"), ("stats", "--short"),
    ("stats", "--month", "2031-01"), ("stats", "--as-of", "2020-01-01"), ("export",), ("export", "--format", "csv"),
    ("export", "--format", "markdown"), ("locate",), ("locate", "--json"), ("keys",), ("themes",), ("--help",),
    ("log", "--help"), ("--version",), ("journal", "--list"), ("journal", "--search", "thanks"),
    ("journal", "--list", "--json"), ("forest",), ("doctor",), ("doctor", "--json"), ("config",), ("config", "--json"),
    ("restore",), ("merge",), ("import", "--dry-run", "{export}"), ("rest", "2020-01-01", "--remove"),
    ("completions", "bash"), ("nudge",), ("people",), ("people", "--json"), ("people", "names"), ("people", "export"),
    ("people", "export", "--format", "csv"), ("calendar",),
)  # fmt: skip
NAMES = [" ".join(words) or "nothing" for words in LOOKS]


def state(*folders: str) -> dict[str, tuple[int, int, bytes | None]]:
    """Return of every folder and file its mode, when it was changed, and what it holds."""
    found: dict[str, tuple[int, int, bytes | None]] = {}
    for folder in folders:
        for root, below, names in os.walk(folder):
            for path in (Path(root), *(Path(root, name) for name in (*below, *names))):
                status = path.stat()
                found[str(path)] = (status.st_mode, status.st_mtime_ns, path.read_bytes() if path.is_file() else None)
    return found


def named(words: tuple[str, ...], folder: Path) -> list[str]:
    """Return a command line with an export in the place of its name."""
    export = folder / "to-look-at.jsonl"
    export.write_text('{"format": "givequest", "version": 1}\n{"type": "deed", "kind": "help", "day": "2026-11-01"}\n')
    return [word.format(export=export) for word in words]


@pytest.mark.parametrize("words", LOOKS, ids=NAMES)
def test_looking_at_a_fresh_home_makes_no_folder_for_data(
    play: Play, paths: Paths, tmp_path: Path, words: tuple[str, ...]
) -> None:
    """Nor for what a person would write by hand; the cache may be there."""
    assert play(*named(words, tmp_path)).code == 0
    assert not os.path.exists(paths.data)
    assert not os.path.exists(paths.config)


@pytest.mark.parametrize("words", LOOKS, ids=NAMES)
def test_looking_leaves_data_and_config_as_they_are(
    play: Play, paths: Paths, tmp_path: Path, words: tuple[str, ...]
) -> None:
    """No file is touched, none is added, no folder is written to; no backup is taken of a day that has none."""
    told(play, tmp_path, *FULL)
    play("log", "help", "Ana")
    os.makedirs(paths.decks)
    Path(paths.config_file).write_text('grace = 2\n[quests.mentor]\nname = "Mentor"\n')
    shutil.rmtree(paths.backups)
    before = state(paths.data, paths.config)
    assert before
    assert play(*named(words, tmp_path)).code == 0
    assert state(paths.data, paths.config) == before


def test_everything_in_the_cache_can_be_deleted_at_any_time(play: Play, paths: Paths, tmp_path: Path) -> None:
    """The same is printed with it, without it, and with rubbish in its place."""
    told(play, tmp_path, *FULL)
    looks = [words for words in LOOKS if words[:1] in (("today",), ("stats",))]
    with_cache = [play(*words) for _ in range(2) for words in looks]
    assert os.path.isdir(paths.cache)
    shutil.rmtree(paths.cache)
    assert [play(*words) for words in looks] * 2 == with_cache
    for root, _, names in os.walk(paths.cache):
        for name in names:
            Path(root, name).write_bytes(b"\xff{rubbish")
    assert [play(*words) for words in looks] * 2 == with_cache
    shutil.rmtree(paths.cache)
    Path(paths.cache).write_text("a file where the folder should be")
    assert [play(*words) for words in looks] * 2 == with_cache


@pytest.mark.parametrize(
    "words", [("log", "help"), ("slip",), ("rest",), ("journal", "a page"), ("gift", "a card"), ("release",)]
)
def test_what_is_written_is_for_its_owner_alone(play: Play, paths: Paths, words: tuple[str, ...]) -> None:
    """Folders 0700, files 0600, whatever the umask says."""
    mask = os.umask(0)
    try:
        assert play(*words).code == 0
        assert play("today").code == 0
    finally:
        os.umask(mask)
    modes = {path: mode for path, (mode, _, _) in state(paths.data, paths.cache).items()}
    assert modes
    assert {path: oct(mode) for path, mode in modes.items() if mode & 0o077} == {}
