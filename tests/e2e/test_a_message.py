"""A message at the desk with the installed program: its words live in one file, and the morning after in none."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from givequest.composition import open_desk, open_home
from givequest.config.paths import find_paths

from ..conftest import Clock
from .terminal import Terminal

GIVEQUEST = str(Path(sys.executable).parent / "givequest")
WORDS = "the brambling at your feeder, Zoë"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """An empty home, with a day that does not turn while the test runs."""
    config = tmp_path / "home" / "config"
    config.mkdir(parents=True)
    (config / "config.toml").write_text('day_start = "00:00"\nanimations = false\n')
    return tmp_path / "home"


@pytest.fixture
def environment(home: Path) -> dict[str, str]:
    """A plain terminal's environment."""
    return {
        "PATH": os.environ["PATH"],
        "HOME": str(home),
        "GIVEQUEST_HOME": str(home),
        "TERM": "xterm-256color",
        "LANG": "C.UTF-8",
        "PYTHONWARNINGS": "error",
    }


def files_with(home: Path, words: str) -> list[str]:
    """Return the files under a home that hold some words, as they are or as JSON escapes them."""
    forms = {words.encode(), json.dumps(words)[1:-1].encode(), words.encode("utf-16-le")}
    files = (path for path in home.rglob("*") if path.is_file())
    return sorted(str(path.relative_to(home)) for path in files if any(form in path.read_bytes() for form in forms))


def at_the_desk(environment: dict[str, str]) -> Terminal:
    """Return a terminal in which a message is begun and has its words."""
    terminal = Terminal([GIVEQUEST], environment)
    terminal.wait_for("Quiet")
    terminal.press("6")
    terminal.wait_for("Mirror")
    terminal.press("n")
    terminal.wait_for("who")
    terminal.press("\r")
    terminal.wait_for("saved as you write")
    terminal.press(*WORDS)
    return terminal


def test_killed_while_it_is_written_the_draft_is_there_and_nowhere_else(
    home: Path, environment: dict[str, str]
) -> None:
    """Without a word of warning, two seconds after the last key."""
    with at_the_desk(environment) as terminal:
        terminal.wait_for(lambda text: WORDS[-8:] in text and " saved " in text and " saved as" not in text)
        os.kill(terminal.pid, signal.SIGKILL)
        terminal.wait()
    assert files_with(home, WORDS) == ["data/drafts.json"]
    with Terminal([GIVEQUEST], environment) as again:
        again.wait_for("Quiet")
        again.press("6")
        again.wait_for(WORDS[:20])
        again.press("q")
        assert again.wait() == 0
    assert files_with(home, WORDS) == ["data/drafts.json"]


def test_the_morning_after_it_was_sent_its_words_are_in_no_file(home: Path, environment: dict[str, str]) -> None:
    """Neither in the ledger, the log, a backup, the cache, what undo keeps, nor in an export."""
    with at_the_desk(environment) as terminal:
        terminal.press("\x13")
        terminal.wait_for("Reconnect")
        terminal.press("u")
        terminal.wait_for("Undone")
        terminal.press("\x12")
        terminal.wait_for("Redone")
        terminal.press("q")
        assert terminal.wait() == 0
    for command in (["backup"], ["export", "-o", str(home / "all.jsonl")], ["undo", "--list"], ["doctor"]):
        run = subprocess.run([GIVEQUEST, *command], env=environment, capture_output=True, timeout=60, check=False)
        assert WORDS.encode() not in run.stdout + run.stderr
    assert files_with(home, WORDS) == ["data/drafts.json"]
    paths = find_paths(str(home))
    now = open_home(paths).game.now()
    clock = Clock(now + timedelta(days=1))
    assert open_desk(open_home(paths, clock)).sweep() == 1
    assert files_with(home, WORDS) == []
