"""Any number of processes beside each other, and none loses a record of another."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from givequest.application.deeds import log_deed
from givequest.application.undo import undo
from givequest.composition import open_home
from givequest.config.paths import Paths, find_paths
from givequest.errors import LedgerLocked
from givequest.storage.files import lock as lock_module
from givequest.storage.files.lock import locked

from ..conftest import Clock
from .homes import deed, ids, open_ledger, put

WRITERS = 24
EACH = 4


def _children(count: int, work: Callable[[int], None]) -> list[int]:
    children = []
    for number in range(count):
        child = os.fork()
        if child == 0:
            code = 70
            try:
                work(number)
                code = 0
            finally:
                os._exit(code)
        children.append(child)
    return children


def test_two_dozen_writers_and_an_open_board_lose_no_record_of_each_other(tmp_path: Path) -> None:
    """The board looks on, logs as well, and sees all of them in the end; changes of two years among them."""
    board = open_ledger(tmp_path, patience=60)

    def log(writer: int) -> None:
        for number in range(EACH):
            ledger = open_ledger(tmp_path, patience=60)
            more = [deed(f"far{writer}.{number}", "2025-12-31")] if number == writer % EACH else []
            ledger.commit(put(deed(f"w{writer}.{number}"), *more))

    children = _children(WRITERS, log)
    seen: set[str] = set()
    for number in range(EACH):
        board.commit(put(deed(f"board{number}")))
        now = ids(board)
        assert seen <= now, "what was seen once stays"
        assert f"board{number}" in now
        seen = now
    assert [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children] == [0] * WRITERS
    expected = {f"w{writer}.{number}" for writer in range(WRITERS) for number in range(EACH)}
    expected |= {f"far{writer}.{writer % EACH}" for writer in range(WRITERS)} | {f"board{n}" for n in range(EACH)}
    assert ids(board) == ids(open_ledger(tmp_path)) == expected
    assert board.page(2026).problems == ()


def test_whoever_changes_the_same_record_at_once_one_of_them_is_last_and_no_other_is_harmed(tmp_path: Path) -> None:
    """Edits, deletions and undo by a dozen processes leave a ledger that holds together."""
    start = open_ledger(tmp_path)
    start.commit(put(deed("shared"), deed("kept")))

    def meddle(writer: int) -> None:
        ledger = open_ledger(tmp_path, patience=60)
        ledger.commit(put(deed("shared", note=f"by {writer}")))
        ledger.commit(put(deed(f"own{writer}"), drops=(deed("shared"),)))
        if writer % 3 == 0:
            ledger.undo()

    children = _children(12, meddle)
    assert [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children] == [0] * 12
    there = ids(open_ledger(tmp_path)) - {"shared"}
    assert "kept" in there
    assert 1 + 12 - 4 <= len(there) <= 1 + 12, "four changes were taken back, of whatever kind"
    while open_ledger(tmp_path).undo():
        pass
    assert ids(start) == set()


def test_a_change_waits_for_the_lock_and_is_then_done(tmp_path: Path) -> None:
    """Nobody is refused because somebody else is quick."""
    ledger = open_ledger(tmp_path, patience=60)
    ledger.commit(put(deed("a")))
    with locked(str(tmp_path / "data" / "ledger" / ".lock")):
        waiting = threading.Thread(target=ledger.commit, args=[put(deed("b"))])
        waiting.start()
        assert ids(open_ledger(tmp_path)) == {"a"}, "reading waits for nobody"
    waiting.join()
    assert ids(open_ledger(tmp_path)) == {"a", "b"}


def test_a_lock_that_is_held_for_long_is_told_with_who_holds_it_and_nothing_is_changed(tmp_path: Path) -> None:
    """The person knows which program to close."""
    ledger = open_ledger(tmp_path, patience=0.0)
    ledger.commit(put(deed("a")))
    with locked(str(tmp_path / "data" / "ledger" / ".lock")):
        for act in (lambda: ledger.commit(put(deed("b"))), ledger.undo, ledger.redo):
            with pytest.raises(LedgerLocked, match=f"process {os.getpid()} "):
                act()
    assert ids(ledger) == ids(open_ledger(tmp_path)) == {"a"}


def test_whoever_waited_in_vain_once_waits_but_a_moment_the_next_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An open board tries again by itself, and takes no keys while it waits; once let in, it is patient again."""
    board = open_ledger(tmp_path, patience=60)
    board.commit(put(deed("a")))
    waited = []

    @contextmanager
    def held_by_another(_: str, patience: float, __: str | None) -> Iterator[int]:
        waited.append(patience)
        raise LedgerLocked("held")
        yield 0

    with monkeypatch.context() as patch:
        patch.setattr(lock_module, "locked", held_by_another)
        for _ in range(3):
            with pytest.raises(LedgerLocked):
                board.commit(put(deed("b")))
    assert waited[0] == 60
    assert all(patience < 0.5 for patience in waited[1:])
    board.commit(put(deed("b")))
    monkeypatch.setattr(lock_module, "locked", held_by_another)
    with pytest.raises(LedgerLocked):
        board.commit(put(deed("c")))
    assert waited[-1] == 60


def test_commands_beside_an_open_board_show_on_it(tmp_path: Path, clock: Clock) -> None:
    """Real commands, at the same time, and a board that looks around afterwards."""
    paths: Paths = find_paths(str(tmp_path))
    board = open_home(paths, clock).game
    log_deed(board, "help", person="Ana")
    assert board.progress(board.today()).kinds_done == {"help"}
    command = [sys.executable, "-m", "givequest", "--home", str(tmp_path), "log", "--json", "--day", "2026-11-23"]
    kinds = ["congratulate", "reconnect", "quiet", "help"]
    running = [subprocess.Popen([*command, kind], stdout=subprocess.PIPE) for kind in kinds]
    logged = [json.loads(process.communicate()[0])["id"] for process in running]
    assert [process.returncode for process in running] == [0] * len(kinds)
    assert board.years.refresh()
    assert set(logged) < {record.id for record in board.years.records_on(board.today())}
    assert set(kinds) <= board.progress(board.today()).kinds_done
    assert undo(board) is not None
    assert len(board.years.records_on(board.today())) == len(kinds)
