"""A power cut after any call to the disk: what was acknowledged is there, and the rest is old or new."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from givequest.domain.change_labels import Turn
from givequest.errors import StorageError
from givequest.storage.files import atomic_files as files
from givequest.storage.ledger.ledger import Ledger
from givequest.storage.merge import merge_copies as merging
from givequest.storage.partition import year_file
from givequest.storage.partition.undo_store import LARGEST_INSIDE

from .homes import deed, open_ledger, put
from .power import Power

BIG = tuple(deed(f"big{number}", "2026-02-03") for number in range(LARGEST_INSIDE + 1))
LIFE: tuple[Callable[[Ledger], object], ...] = (
    lambda ledger: ledger.commit(put(deed("first"), label="first")),
    lambda ledger: ledger.commit(put(deed("second"))),
    lambda ledger: ledger.commit(put(deed("third"), deed("far", "2025-12-31"))),
    lambda ledger: ledger.commit(put(deed("first", note="edited"), drops=(deed("second"),))),
    lambda ledger: ledger.undo(),
    lambda ledger: ledger.commit(put(*BIG)),
    lambda ledger: ledger.undo(),
    lambda ledger: ledger.redo(),
    lambda ledger: ledger.undo(),
    lambda ledger: ledger.undo(),
    lambda ledger: ledger.commit(put(deed("fourth", "2024-02-29"), drops=(deed("far", "2025-12-31"),))),
    lambda ledger: ledger.commit(put(deed("page", note="Dear"), coalescing="s")),
    lambda ledger: ledger.commit(put(deed("page", note="Dear diary"), coalescing="s")),
    lambda ledger: ledger.undo(),
    lambda ledger: ledger.commit(put(deed("last"))),
    lambda ledger: ledger.turn(_named(ledger, "first"), Turn.BACK),
    lambda ledger: ledger.undo(),
    lambda ledger: ledger.commit(put(*BIG, label="big")),
    lambda ledger: ledger.commit(put(deed("big1", note="edited"), deed("far", "2024-02-28"))),
    lambda ledger: ledger.commit(put(deed("page", note="Dear all"))),
    lambda ledger: ledger.turn(_named(ledger, "big"), Turn.BACK),
    lambda ledger: ledger.turn(_named(ledger, "big"), Turn.AGAIN),
)
"""Some changes, one after the other; the first undo of two takes back one of two years."""


def _named(ledger: Ledger, label: str) -> int:
    return next(change.seq for change in ledger.changes()[0] if change.label == label and change.turn is None)


class Image(NamedTuple):
    """What a power cut left, how many changes were acknowledged by then, and whether another was under way."""

    files: dict[str, bytes]
    acknowledged: int
    under_way: bool


def _state(ledger: Ledger) -> frozenset[str]:
    return frozenset(map(str, ledger.records(ledger.years())))


def _live(
    home: Path, patch: pytest.MonkeyPatch, *, fresh: bool, chance: random.Random
) -> tuple[list[Image], list[frozenset[str]]]:
    images: list[Image] = []
    done = 0
    power = Power(home, lambda: images.append(Image(power.cut(chance), done, True)))
    states = [frozenset[str]()]
    ledger = open_ledger(home)
    for change in LIFE:
        with power.watched(patch):
            change(open_ledger(home) if fresh else ledger)
        done += 1
        states.append(_state(open_ledger(home)))
        images += [Image(power.cut(chance), done, False) for _ in range(4)]
    return images, states


def _open(image: Image, folder: Path) -> Ledger:
    for path, data in image.files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    return open_ledger(folder)


@pytest.mark.parametrize("fresh", [False, True], ids=["one board", "a process each"])
@pytest.mark.parametrize("seed", range(2))
def test_a_power_cut_at_any_moment_leaves_what_was_acknowledged_and_at_most_what_was_under_way(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int, fresh: bool
) -> None:
    """And what it leaves can be changed and taken back as if nothing had happened."""
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setattr(year_file, "MOST_IN_HEAD", 3)
    monkeypatch.setattr(year_file, "LEFT_IN_HEAD", 2)
    images, states = _live(home, monkeypatch, fresh=fresh, chance=random.Random(seed))
    assert len(set(states)) >= 12
    assert any(path.startswith("data/ledger/changes/") for image in images for path in image.files)
    undone = 0
    for number, image in enumerate(images):
        ledger = _open(image, tmp_path / str(number))
        state = _state(ledger)
        allowed = [states[image.acknowledged]]
        if image.under_way:
            allowed.append(states[image.acknowledged + 1])
        assert state in allowed, f"after {image.acknowledged} changes, from {sorted(image.files)}"
        if number % 3 == 0:
            ledger.commit(put(deed("after", "2026-12-31")))
            again = open_ledger(tmp_path / str(number))
            assert _state(again) == state | {str(deed("after", "2026-12-31"))}
            assert again.undo() is not None
            assert _state(again) == state
            before = states.index(state)
            if again.undo() is not None:
                undone += 1
                assert _state(again) in states[: before + 3]
                assert _state(again) != state, "the way back leads nowhere"
    assert undone > 20


def test_what_was_removed_or_renamed_is_so_after_a_power_cut(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A pending change that came back would be made a second time, and a merged copy would be merged again."""
    power = Power(tmp_path, lambda: None)
    pending = tmp_path / "pending.json"
    copy = tmp_path / "2026.sync-conflict-20261101-120000-ABCDEFG.json"
    with power.watched(monkeypatch):
        files.replace_file(str(copy), b"{}")
        merging.put_aside(str(copy))
        after_the_merge = [power.cut(random.Random(seed)) for seed in range(30)]
        files.replace_file(str(pending), b"{}")
        files.remove_file(str(pending))
    after_the_removal = [power.cut(random.Random(seed)) for seed in range(30)]
    assert after_the_merge == after_the_removal == [{f"merged-{copy.name}": b"{}"}] * 30


@pytest.mark.parametrize("broken", ["fsync", "folders"])
def test_the_power_cut_of_these_tests_finds_a_sync_that_was_left_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, broken: str
) -> None:
    """Without syncing the files, or their folders, the test above would fail."""
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setattr(files, "flush_to_disk" if broken == "fsync" else "sync_folder", lambda _: None)
    images, states = _live(home, monkeypatch, fresh=False, chance=random.Random(1))
    harmed = 0
    for number, image in enumerate(images):
        try:
            state = _state(_open(image, tmp_path / str(number)))
        except StorageError:
            harmed += 1
        else:
            harmed += state not in states[image.acknowledged : image.acknowledged + 1 + image.under_way]
    assert harmed > 10
