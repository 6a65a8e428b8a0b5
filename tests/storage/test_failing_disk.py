"""A disk that fails: the first call, the second, each of them, until none does."""

from __future__ import annotations

import errno
import shutil
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from givequest.application.deeds import log_deed
from givequest.application.game.game import Game
from givequest.application.undo import undo
from givequest.composition import open_home
from givequest.config.paths import find_paths
from givequest.errors import StorageError
from givequest.storage.files.reading import signature_of
from givequest.storage.ledger.ledger import Ledger
from givequest.storage.partition.undo_store import LARGEST_INSIDE

from ..conftest import Clock
from .failing import SHORT, Disk
from .homes import complaint_of, deed, ids, open_ledger, put

BIG = tuple(deed(f"big{number}", "2026-02-03") for number in range(LARGEST_INSIDE + 1))

Act = Callable[[Ledger], object]
ACTS: dict[str, tuple[Act, bool]] = {
    "the first deed of all": (lambda ledger: ledger.commit(put(deed("new"))), False),
    "a deed": (lambda ledger: ledger.commit(put(deed("new"))), True),
    "an edit": (lambda ledger: ledger.commit(put(deed("old", note="edited"))), True),
    "a change of two years": (lambda ledger: ledger.commit(put(deed("new"), deed("far", "2025-05-05"))), True),
    "a change of two years, one of them new": (
        lambda ledger: ledger.commit(put(deed("new"), deed("far", "2024-05-05"), drops=(deed("old"),))),
        True,
    ),
    "a big change": (lambda ledger: ledger.commit(put(*BIG)), True),
    "a page saved again": (lambda ledger: ledger.commit(put(deed("page", note="Dear diary"), coalescing="s")), True),
    "undo": (lambda ledger: ledger.undo(), True),
    "redo": (lambda ledger: ledger.redo(), True),
}
"""What is done, and whether there is a ledger already."""


def _state(ledger: Ledger) -> frozenset[str]:
    return frozenset(map(str, ledger.records(ledger.years())))


def _begin(folder: Path, act: str) -> Ledger:
    ledger = open_ledger(folder)
    if ACTS[act][1]:
        ledger.commit(put(deed("old"), deed("older", "2025-12-30")))
        ledger.commit(put(deed("latest"), deed("late", "2025-12-31"), drops=(deed("old"),)))
        ledger.commit(put(deed("old")))
        if "page" in act:
            ledger.commit(put(deed("page", note="Dear"), coalescing="s"))
        if act in ("undo", "redo"):
            ledger.undo()
        if act == "redo":
            ledger.undo()
    return ledger


def _rounds(folder: Path, act: str, patch: pytest.MonkeyPatch, failure: int, how: str) -> int:
    begun = folder / "begun"
    begun.mkdir()
    _begin(begun, act)
    old = _state(open_ledger(begun))
    for number in range(1, 200):
        home = folder / f"{number}"
        shutil.copytree(begun, home)
        ledger = open_ledger(home)
        if how != "cold":
            assert _state(ledger) == old
        disk = Disk(home, patch)
        told = None
        with disk.failing(number, failure, for_good=how == "for good"):
            try:
                ACTS[act][0](ledger)
            except StorageError as error:
                told = error
        now = _state(open_ledger(home))
        assert _state(ledger) == now, f"memory shows what the disk does not, after {disk.made}"
        if told is None:
            assert now != old, f"said to be saved, and is not, after {disk.made}"
        else:
            sentence = str(told)
            assert str(home) in sentence
            assert sentence.count(". ") == 0
            assert sentence.endswith(".")
            assert "Errno" not in sentence
            if now != old:
                assert disk.failed[-1] in ("open", "fsync"), "only the last sync of a folder leaves this open"
                assert "made to last" in sentence
        ledger.commit(put(deed("next", "2026-07-07")))
        assert "next" in ids(open_ledger(home))
        assert _state(ledger) == _state(open_ledger(home))
        assert not list(home.rglob("*.part"))
        if not disk.failed:
            return number
    pytest.fail("there is always another call that fails")


@pytest.mark.parametrize(
    ("failure", "how"),
    [
        (errno.ENOSPC, "for good"),
        (errno.EIO, "once"),
        (errno.EIO, "cold"),
        (errno.EROFS, "cold"),
        (SHORT, "once"),
    ],
)
@pytest.mark.parametrize("act", ACTS)
def test_whichever_call_fails_disk_and_memory_hold_the_old_or_the_new_state(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, act: str, failure: int, how: str
) -> None:
    """Once or from then on; by a ledger that has read its files, and by one that was just opened."""
    assert _rounds(tmp_path, act, monkeypatch, failure, how) > 5


@pytest.mark.parametrize("failure", [errno.ENOSPC, errno.EIO])
def test_a_board_shows_what_the_disk_holds_whichever_call_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failure: int, clock: Clock
) -> None:
    """Records, streaks and XP; at the latest when it looks around, as it does every second."""
    acts: list[Callable[[Game], object]] = [
        lambda game: log_deed(game, "help"),
        lambda game: log_deed(game, "reconnect", date(2025, 12, 31)),
        undo,
    ]

    def shown(game: Game) -> object:
        today = game.today()
        return [sorted(game.years.records(year).values()) for year in (2025, 2026)], game.progress(today)

    for place, act in enumerate(acts):
        for number in range(1, 60):
            home = tmp_path / f"{place}-{number}"
            paths = find_paths(str(home))
            board = open_home(paths, clock, with_cards=False).game
            log_deed(board, "congratulate")
            shown(board)
            disk = Disk(home / "data", monkeypatch)
            with disk.failing(number, failure):
                complaint_of(partial(act, board))
            board.years.refresh()
            assert shown(board) == shown(open_home(paths, clock, with_cards=False).game)
            log_deed(board, "help")
            assert shown(board) == shown(open_home(paths, clock, with_cards=False).game)
            if not disk.failed:
                break
        else:
            pytest.fail("there is always another call that fails")


@pytest.mark.parametrize("act", ["the first deed of all", "a deed", "an edit", "a page saved again"])
def test_no_sync_fails_unheard_and_none_is_asked_twice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, act: str
) -> None:
    """That of a file as little as that of a folder, which alone makes a name last."""
    begun = tmp_path / "begun"
    begun.mkdir()
    _begin(begun, act)
    shutil.copytree(begun, tmp_path / "counted")
    counted = Disk(tmp_path / "counted", monkeypatch)
    with counted.failing(0, errno.EIO):
        ACTS[act][0](open_ledger(tmp_path / "counted"))
    syncs = [number for number, call in enumerate(counted.made, 1) if call == "fsync"]
    assert len(syncs) >= 2
    for number in syncs:
        home = tmp_path / f"{number}"
        shutil.copytree(begun, home)
        disk = Disk(home, monkeypatch)
        with disk.failing(number, errno.EIO), pytest.raises(StorageError):
            ACTS[act][0](open_ledger(home))
        assert disk.failed == ["fsync"]
        assert "fsync" not in disk.made[number:]


@pytest.mark.parametrize("opened", ["the same ledger", "another process"])
def test_a_year_of_a_pending_change_whose_sync_failed_is_written_anew_before_the_change_is_forgotten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, opened: str
) -> None:
    """The file looks as if all were well, and nobody knows whether its name would outlast a power cut."""
    begun = tmp_path / "begun"
    begun.mkdir()
    _begin(begun, "a change of two years")
    tried = 0
    for number in range(1, 80):
        home = tmp_path / f"{number}"
        shutil.copytree(begun, home)
        ledger = open_ledger(home)
        disk = Disk(home, monkeypatch)
        with disk.failing(number, errno.EIO):
            complaint_of(partial(ACTS["a change of two years"][0], ledger))
        if not disk.failed:
            break
        pending = home / "data" / "ledger" / "pending.json"
        if disk.failed != ["fsync"] or disk.made[number - 2] != "open" or not pending.exists():
            continue
        paths = [ledger.path_of(2025), ledger.path_of(2026)]
        before = [signature_of(path) for path in paths]
        ledger = ledger if opened == "the same ledger" else open_ledger(home)
        again = Disk(home, monkeypatch)
        with again.failing(0, errno.EIO):
            ledger.commit(put(deed("next", "2024-07-07")))
        assert again.made.count("replace") == 4, "the pending change, its two years, and the new one"
        assert all(signature_of(path) != old for path, old in zip(paths, before, strict=True))
        assert not pending.exists()
        tried += 1
    assert tried == 3, "the folder's sync after the pending change, and after each year"


def test_a_sync_that_failed_is_not_asked_again_and_its_bytes_are_thrown_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After a failed fsync the system may say that all is well, and the bytes are gone."""
    ledger = _begin(tmp_path, "a deed")
    disk = Disk(tmp_path, monkeypatch)
    with disk.failing(0, errno.EIO):
        ledger.commit(put(deed("one")))
    number = 1 + disk.made.index("fsync")
    with disk.failing(number, errno.EIO), pytest.raises(StorageError, match="couldn't be written"):
        ledger.commit(put(deed("two")))
    assert disk.failed == disk.made[number - 1 : number] == ["fsync"]
    assert set(disk.made[number:]) <= {"unlink"}
    assert "two" not in ids(open_ledger(tmp_path))
