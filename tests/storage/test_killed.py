"""A process that is killed at any moment: every change that it said was saved is there."""

from __future__ import annotations

import os
import random
from pathlib import Path

import pytest

from givequest.storage.ledger.ledger import HOLDER

from .homes import deed, ids, open_ledger, put
from .logger import Logger, ids_of


def _check(home: Path, said: list[str]) -> int:
    """Assert that all that was acknowledged is there, and of what was under way all or nothing."""
    undone = {int(line.split()[1]) for line in said if line.startswith("undone")}
    done = [int(line) for line in said if not line.startswith("undone")]
    assert done == list(range(len(done)))
    sure = {name for number in done if number not in undone for name in ids_of(number)}
    if done and done[-1] % 7 == 6 and done[-1] not in undone:
        maybe = sure - ids_of(done[-1])
    else:
        maybe = sure | ids_of(len(done))
    ledger = open_ledger(home)
    there = ids(ledger)
    assert there in (sure, maybe), sorted(sure ^ there)[:5]
    ledger.commit(put(deed("after")))
    assert ids(open_ledger(home)) == there | {"after"}
    assert not list(home.rglob("*.part"))
    return len(done)


def test_a_logger_that_is_killed_at_random_moments_loses_nothing_that_it_said_was_saved(tmp_path: Path) -> None:
    """Fifteen of them, each killed some lines and a moment after it began."""
    chance = random.Random(7)
    saved = 0
    for number in range(15):
        logger = Logger(tmp_path / str(number))
        said = [logger.said.readline().decode() for _ in range(chance.randrange(12))]
        for _ in range(chance.randrange(60_000)):
            pass
        logger.kill()
        saved += _check(tmp_path / str(number), said + logger.end())
    assert saved > 40


@pytest.mark.parametrize("call", ["open", "write", "fsync", "replace", "unlink", "close"])
def test_a_logger_that_dies_at_an_aimed_moment_loses_nothing_that_it_said_was_saved(tmp_path: Path, call: str) -> None:
    """Just before a call to the disk, or in the middle of a write."""
    saved = 0
    for countdown in (1, 2, 3, 4, 5, 6, 7, 8, 10, 13, 17, 21, 26, 34, 47, 60, 90, 140):
        home = tmp_path / str(countdown)
        saved += _check(home, Logger(home, call, countdown).end())
    assert saved > 10


def test_a_lock_whose_owner_was_killed_blocks_nobody(tmp_path: Path) -> None:
    """The system lets go of it; the note of who holds it stays, and names the dead until the next one comes."""
    logger = Logger(tmp_path, "replace", 4)
    logger.end()
    holder = tmp_path / "state" / HOLDER
    assert int(holder.read_bytes().split()[0]) == logger.number
    open_ledger(tmp_path, patience=0.0).commit(put(deed("mine")))
    assert int(holder.read_bytes().split()[0]) == os.getpid()
