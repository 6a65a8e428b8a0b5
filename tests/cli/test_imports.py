"""What a command loads: a terminal's answer is only as quick as the modules behind it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = """
import sys
from givequest.__main__ import main
sys.argv = ["givequest", *sys.argv[1:]]
code = main()
sys.stderr.write("\\n".join(["", *sys.modules]))
sys.exit(code)
"""
SCREENLESS = (
    (), ("today",), ("today", "--json"), ("log", "help", "Ana"), ("slip",), ("rest", "tomorrow"), ("undo",), ("stats",),
    ("stats", "--json"), ("stats", "--year"), ("export",), ("export", "--format", "csv"), ("import", "-"), ("locate",),
    ("journal", "a page"), ("gift", "a postcard"), ("release",), ("keys",), ("themes",), ("--help",), ("log", "--help"),
    ("people",), ("people", "names"), ("people", "add", "Ana"), ("people", "export"), ("calendar",),
)  # fmt: skip
QUICK = (("log", "help", "Ana", "-m", "a note"), ("journal", "a page"), ("release",), ("locate",))
HEAVY = frozenset(
    (
        "textual",
        "rich",
        "dateutil",
        "dataclasses",
        "tomllib",
        "platformdirs",
        "zipfile",
        "asyncio",
        "logging",
        "inspect",
    )
)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home in which something was logged today, so that whatever comes once a day has come."""
    folder = tmp_path_factory.mktemp("home")
    loaded(folder, "log", "help", "Ana")
    return folder


def loaded(home: Path, *words: str) -> set[str]:
    """Return the top-level names of all modules that a command line loads."""
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": os.environ.get("PYTHONPATH", "")}
    environment["GIVEQUEST_HOME"] = str(home)
    stdin = '{"format": "givequest", "version": 1}\n'
    ran = subprocess.run(
        [sys.executable, "-c", PROGRAM, *words],
        env=environment,
        input=stdin,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr[:500]
    return {name.partition(".")[0] for name in ran.stderr.split("\n")}


@pytest.mark.parametrize("words", SCREENLESS, ids=" ".join)
def test_no_command_loads_the_screen(home: Path, words: tuple[str, ...]) -> None:
    """Only the full screen does; loading it takes longer than answering."""
    names = loaded(home, *words)
    assert "givequest" in names
    assert "textual" not in names


@pytest.mark.parametrize("words", QUICK, ids=lambda words: words[0])
def test_a_quick_command_loads_nothing_that_it_does_not_need(home: Path, words: tuple[str, ...]) -> None:
    """Without a config file and in a home of its own: no TOML, no folders of the platform, no colours, no dates."""
    assert not loaded(home, *words) & HEAVY


def test_a_config_file_costs_the_log_only_its_own_reading(tmp_path: Path) -> None:
    """And no schedule in it is read with dateutil where the kind has none."""
    (tmp_path / "config").mkdir()
    loaded(tmp_path, "log", "help")
    (tmp_path / "config" / "config.toml").write_text('grace = 2\n[quests.mentor]\nname = "Mentor"\n')
    assert loaded(tmp_path, "log", "mentor") & HEAVY == {"tomllib"}


def test_without_a_home_of_its_own_only_the_folders_of_the_platform_are_looked_up(tmp_path: Path) -> None:
    """As for most people."""
    folders = {name: str(tmp_path / name) for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME")}
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": os.environ.get("PYTHONPATH", ""), "HOME": str(tmp_path)}
    for _ in range(2):
        ran = subprocess.run(
            [sys.executable, "-c", PROGRAM, "log", "help"],
            env=environment | folders,
            capture_output=True,
            text=True,
            timeout=60,
            check=True,
        )
    names = {name.partition(".")[0] for name in ran.stderr.split("\n")}
    assert names & HEAVY == {"platformdirs"}
    assert (tmp_path / "XDG_DATA_HOME" / "givequest" / "ledger").is_dir()
