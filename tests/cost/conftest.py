"""Two homes that differ in nothing but how much lies behind this year."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from givequest.composition import Home
from givequest.domain.change_labels import ActLabel
from givequest.domain.records import read_record

from ..bench.history import write_history
from ..fixtures.pilot import quick_pilot
from ..tui.conftest import clock, open_home, play

__all__ = ["clock", "open_home", "play", "quick_pilot"]

UNTIL = date(2026, 11, 22)


@pytest.fixture
def fill(open_home: Callable[..., Home]) -> Callable[[int], None]:
    """Fill the home with some years of history, and open it once, so that the past is in the cache."""

    def filled(years: int) -> None:
        records = [read_record(json.loads(line)) for line in list(write_history(years, UNTIL))[1:]]
        open_home().game.save(ActLabel("a history"), puts=records)
        home = open_home()
        home.game.progress(home.game.today())

    return filled


class Watched:
    """Counts of what was asked of the system."""

    def __init__(self) -> None:
        self.syncs = 0
        self.written = 0
        self.opened: list[str] = []


@pytest.fixture
def watched(monkeypatch: pytest.MonkeyPatch) -> Watched:
    """Count what goes through `os` from here on."""
    seen = Watched()
    sync, write, open_file = os.fsync, os.write, os.open

    def fsync(descriptor: int) -> None:
        seen.syncs += 1
        sync(descriptor)

    def written(descriptor: int, data: bytes) -> int:
        count = write(descriptor, data)
        seen.written += count
        return count

    def opened(path: str | Path, *arguments: int, **others: int) -> int:
        seen.opened.append(os.fspath(path))
        return open_file(path, *arguments, **others)

    monkeypatch.setattr(os, "fsync", fsync)
    monkeypatch.setattr(os, "write", written)
    monkeypatch.setattr(os, "open", opened)
    return seen
