"""Whatever has happened to the files of a home: where doctor sees nothing that needs a hand, every command works."""

from __future__ import annotations

import json
import os
import random
import shutil
from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from givequest.cli.main import run_command_line
from givequest.storage.ledger.applying import Applier

from ..storage.harm import flips, truncations
from ..storage.homes import deed, open_ledger, put

NOW = datetime(2026, 11, 24, 8, 0, tzinfo=timezone(timedelta(hours=1)))
READING = (
    ("today", "--json"),
    ("stats", "--json"),
    ("stats", "--year", "2025"),
    ("export",),
    ("export", "--format", "csv"),
    ("journal", "--list"),
    ("forest", "--json"),
    ("restore",),
)
WRITING = (("log", "help", "Zoe"), ("undo",), ("log", "listen", "--day", "2025-06-01"), ("backup",))
Harm = Callable[[Path, random.Random], None]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with two years, an earlier state of both, a big change, one that is pending, and two backups."""
    home = tmp_path_factory.mktemp("well")
    ledger = open_ledger(home)
    ledger.commit(put(deed("a", person="Ana", note="thanks"), deed("old", "2025-12-30", person="Bo")))
    shutil.copytree(home / "data" / "ledger", home / "earlier")
    assert run_command_line(["--home", str(home), "backup"], lambda: NOW - timedelta(days=3)) == 0
    ledger.commit(put(*(deed(f"b{number}", "2026-01-02") for number in range(45))))
    ledger.commit(put(deed("a", person="Ana", note="edited"), deed("old", "2025-12-30", person="Cleo")))
    assert run_command_line(["--home", str(home), "log", "help", "Dora"], lambda: NOW) == 0
    with pytest.MonkeyPatch.context() as stopped:
        stopped.setattr(Applier, "spread", lambda *_: None)
        ledger.commit(put(deed("p", person="Cy"), deed("q", "2025-06-01")))
    return home


def _file(home: Path, chance: random.Random) -> Path:
    files = sorted(path for path in (home / "data").rglob("*") if path.is_file() and path.suffix != ".lock")
    return chance.choice(files)


def _year(home: Path, chance: random.Random) -> Path:
    return home / "data" / "ledger" / chance.choice(["2025.json", "2026.json"])


def _cut(home: Path, chance: random.Random) -> None:
    path = _file(home, chance)
    path.write_bytes(chance.choice([*truncations(path.read_bytes()), b""]) if path.stat().st_size > 2 else b"")


def _flip(home: Path, chance: random.Random) -> None:
    path = _file(home, chance)
    if path.stat().st_size > 2:
        path.write_bytes(next(flips(path.read_bytes(), chance.randrange(10_000), 20)))


def _remove(home: Path, chance: random.Random) -> None:
    _file(home, chance).unlink()


def _put_back(home: Path, chance: random.Random) -> None:
    path = _year(home, chance)
    shutil.copy(home / "earlier" / path.name, path)


def _rename(home: Path, chance: random.Random) -> None:
    path = _year(home, chance)
    if path.exists():
        path.rename(f"{path}{chance.choice(['.conflict1', '..path2', ' (conflicted copy 2026-11-01).json', '~'])}")


def _tables(path: Path) -> dict[str, dict[str, Any]] | None:
    """Return what a file holds; None where it is gone, or an earlier harm has left nothing that can be read."""
    try:
        tables: dict[str, dict[str, Any]] = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return None
    return tables


def _lay_out_anew(home: Path, chance: random.Random) -> None:
    path = _year(home, chance)
    tables = _tables(path)
    if tables is not None:
        path.write_text(json.dumps(tables, indent=chance.choice([None, 1, 4]), sort_keys=chance.random() < 0.5))


VALUES: tuple[object, ...] = ("", "a", "old", "2024-02-30", "2025-06-01", "2026-01-02", None, 7, 1e999, [], {"x": 1})


def _edit(home: Path, chance: random.Random) -> None:
    """Change one field of a record by hand, to something that may be none."""
    path = _year(home, chance)
    tables = _tables(path)
    if not tables or not tables.get("records"):
        return
    record = tables["records"][chance.choice(sorted(tables["records"]))]
    field = chance.choice(["id", "day", "type", "at", "note", "seq", "mood"])
    record[field] = chance.choice(
        ["", "a", "old", "2024-02-30", "2025-06-01", "2026-01-02", None, 7, 1e999, [], {"x": 1}]
    )
    if chance.random() < 0.2:
        del record[field]
    path.write_text(json.dumps(tables))
    path.chmod(0o600)


def _open(home: Path, chance: random.Random) -> None:
    _file(home, chance).chmod(0o644)


HARMS: tuple[Harm, ...] = (_cut, _flip, _remove, _put_back, _rename, _lay_out_anew, _lay_out_anew, _edit, _edit, _open)


def played(home: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...]) -> tuple[int, str, str]:
    """Carry out a command and return its exit code and what it printed and said."""
    capsys.readouterr()
    code = run_command_line(["--home", str(home), *words], lambda: NOW + timedelta(minutes=5))
    printed = capsys.readouterr()
    return code, printed.out, printed.err


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(chance=st.randoms(use_true_random=False), harms=st.lists(st.sampled_from(HARMS), min_size=1, max_size=2))
def test_where_doctor_sees_nothing_that_needs_a_hand_every_command_works(
    home: Path,
    tmp_path_factory: pytest.TempPathFactory,
    capsys: pytest.CaptureFixture[str],
    chance: random.Random,
    harms: list[Harm],
) -> None:
    """Reading, writing, undo, backup; and what it counted is what an export holds, and an import takes."""
    trial = tmp_path_factory.mktemp("trial") / "home"
    shutil.copytree(home, trial)
    for harm in harms:
        harm(trial, chance)
    code, out, err = played(trial, capsys, ("doctor", "--json"))
    assert err == ""
    report = json.loads(out)
    if code:
        assert not report["ok"]
        shutil.rmtree(trial)
        return
    for words in (*READING, *WRITING, *READING[:4]):
        code, out, err = played(trial, capsys, words)
        assert (words, code, err) == (words, 0, err)
        assert "can't be" not in err
        if words == ("export",) and report is not None:
            lines = [line for line in out.splitlines() if '"type": "rules"' not in line]
            assert len(lines) == report["records"] + 1  # what was due is no record of what was done
            (trial / "export.jsonl").write_text(out)
            report = None
    code, _, _ = played(trial / "fresh", capsys, ("import", str(trial / "export.jsonl")))
    assert code == 0
    assert json.loads(played(trial, capsys, ("doctor", "--json"))[1])["ok"]
    shutil.rmtree(trial)


def test_the_harms_leave_some_homes_well_and_others_not(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """So that the property has something to say."""
    found = set()
    for number, harm in enumerate(HARMS * 3):
        trial = tmp_path / str(number)
        shutil.copytree(home, trial)
        harm(trial, random.Random(number))
        found.add(played(trial, capsys, ("doctor", "--json"))[0])
    assert found == {0, 1}
    assert os.path.exists(home)
