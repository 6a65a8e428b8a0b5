"""The journal in a real terminal: killed, shared, and used by somebody new."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from ...e2e.terminal import Terminal

GIVEQUEST = str(Path(sys.executable).parent / "givequest")
ESCAPE = "\x1b"


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """A plain terminal's environment, with a day that does not turn while the test runs."""
    config = tmp_path / "home" / "config"
    config.mkdir(parents=True)
    (config / "config.toml").write_text('day_start = "00:00"\nanimations = false\n')
    return {
        "PATH": os.environ["PATH"],
        "HOME": str(tmp_path / "home"),
        "GIVEQUEST_HOME": str(tmp_path / "home"),
        "TERM": "xterm-256color",
        "LANG": "C.UTF-8",
        "PYTHONWARNINGS": "error",
    }


def texts(environment: dict[str, str]) -> list[str]:
    """Return what another process finds in the journal."""
    words = [GIVEQUEST, "journal", "--list", "--json"]
    done = subprocess.run(words, env=environment, capture_output=True, check=True, stdin=subprocess.DEVNULL)
    return sorted(record["text"] for record in json.loads(done.stdout))


def read_for(terminal: Terminal, seconds: float) -> None:
    """Go on reading what the program draws, as a terminal does."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        terminal._read(max(end - time.monotonic(), 0.0))


def test_a_page_is_there_after_a_kill_two_seconds_after_the_last_key(environment: dict[str, str]) -> None:
    """Nothing was pressed to save it."""
    with Terminal([GIVEQUEST], environment) as terminal:
        terminal.wait_for("Congratulate")
        terminal.press("2")
        terminal.wait_for("A page a day grows here")
        terminal.press("\r")
        terminal.wait_for("saved as you write")
        terminal.press(*"a page that q nobody saves")
        read_for(terminal, 2.0)
        os.kill(terminal.pid, signal.SIGKILL)
        terminal.wait()
    assert texts(environment) == ["a page that q nobody saves"]


def test_two_open_boards_write_the_same_page_and_neither_text_is_lost(environment: dict[str, str]) -> None:
    """Each types on what both have opened; both texts are there, and each board shows both."""
    subprocess.run([GIVEQUEST, "journal", "shared"], env=environment, check=True, stdin=subprocess.DEVNULL)
    with Terminal([GIVEQUEST], environment) as one, Terminal([GIVEQUEST], environment) as other:
        for terminal in (one, other):
            terminal.wait_for("Congratulate")
            terminal.press("2")
            terminal.wait_for("shared")
            terminal.press("\r")
            terminal.wait_for("esc goes back")
        one.press(*" here")
        other.press(*" there")
        for terminal in (one, other):
            read_for(terminal, 2.5)
            terminal.press(ESCAPE)
        for terminal in (one, other):
            terminal.wait_for(lambda text: "shared here" in text and "shared there" in text)
            terminal.press("q")
            assert terminal.wait() == 0
    assert texts(environment) == ["shared here", "shared there"]


def test_a_page_is_saved_when_the_terminal_is_closed(environment: dict[str, str]) -> None:
    """What was typed just before a hang-up is there."""
    with Terminal([GIVEQUEST], environment) as terminal:
        terminal.wait_for("Congratulate")
        terminal.press("2")
        terminal.wait_for("A page a day grows here")
        terminal.press("\r")
        terminal.wait_for("saved as you write")
        terminal.press(*"closed at once")
        terminal.wait_for("closed at once")
        os.kill(terminal.pid, signal.SIGHUP)
        terminal.wait()
    assert texts(environment) == ["closed at once"]
