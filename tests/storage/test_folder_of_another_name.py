"""A ledger whose folder has another name: nothing in the house but its paths knows what it's called."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from givequest.cli.main import run_command_line
from givequest.config.paths import Paths

from ..conftest import Clock

CLOCK = Clock(datetime(2026, 11, 23, 8, tzinfo=UTC))


def run(home: Path, *words: str) -> int:
    """Run a command on a home."""
    return run_command_line(["--home", str(home), *words], CLOCK)


def test_a_broken_file_is_found_backed_up_round_and_set_aside(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """By doctor, backups and repair alike."""
    monkeypatch.setattr(Paths, "ledger", property(lambda self: os.path.join(self.data, "years")))
    assert run(tmp_path, "log", "help", "Ana") == 0
    assert run(tmp_path, "backup") == 0
    assert not (tmp_path / "data" / "ledger").exists()
    pending, way_back = tmp_path / "data/years/pending.json", tmp_path / "data/years/undo/2026-7.json"
    way_back.parent.mkdir(exist_ok=True)
    for path in (pending, way_back):
        path.write_text("{ not JSON", "utf-8")
    capsys.readouterr()
    run(tmp_path, "doctor")
    told = capsys.readouterr().out
    assert str(pending) in told
    assert str(way_back) in told
    assert run(tmp_path, "restore") == 0
    assert not pending.exists()
    assert not (tmp_path / "data" / "ledger").exists()
    capsys.readouterr()
    run(tmp_path, "export")
    assert '"person": "Ana"' in capsys.readouterr().out
