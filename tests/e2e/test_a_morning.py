"""A morning with the installed program, in a real terminal, with keys only."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest
from tinydb import TinyDB

from .terminal import Terminal

GIVEQUEST = str(Path(sys.executable).parent / "givequest")
ENTER, ESCAPE = "\r", "\x1b"


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
        "COLORTERM": "truecolor",
        "LANG": "C.UTF-8",
        "PYTHONWARNINGS": "error",
    }


def run(environment: dict[str, str], *words: str, expect: int = 0) -> str:
    """Run a command of the installed program and return what it printed."""
    result = subprocess.run(
        [GIVEQUEST, *words],
        env=environment,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        stdin=subprocess.DEVNULL,
    )
    assert result.returncode == expect, result.stderr
    assert "Traceback" not in result.stderr
    return result.stdout


def records(home: Path, day: date) -> list[dict[str, object]]:
    """Return a year's records as stock TinyDB reads them."""
    with TinyDB(home / "data" / "ledger" / f"{day.year}.json", access_mode="r") as database:
        assert database.table("schema").all()[0]["schema"] == 1
        return [dict(document) for document in database.table("records").all()]


def test_a_morning_with_keys_only(home: Path, environment: dict[str, str]) -> None:
    """Log by space, log with a name, go to yesterday, undo, quit; then look at the ledger from outside."""
    today = date.today()
    yesterday = today - timedelta(days=1)
    with Terminal([GIVEQUEST], environment) as terminal:
        terminal.wait_for("Welcome")
        terminal.press(" ")
        terminal.wait_for("✓ Congratulate")
        terminal.press("j", ENTER)
        terminal.wait_for("enter save")
        terminal.press("Ana", "\t", "read her draft", ENTER)
        terminal.wait_for("Ana: read her draft")
        terminal.press("[")
        terminal.wait_for("Yesterday")
        terminal.press("j", " ")
        terminal.wait_for(lambda text: "✓" in text)
        terminal.press("k", " ")
        terminal.wait_for(lambda text: text.count("✓") == 2)
        terminal.press("u")
        terminal.wait_for("Undone")
        terminal.press("q")
        assert terminal.wait() == 0
    kept = records(home, today) + (records(home, yesterday) if yesterday.year != today.year else [])
    deeds = {(record["day"], record["kind"], record.get("person")) for record in kept}
    assert (today.isoformat(), "congratulate", None) in deeds
    assert (today.isoformat(), "help", "Ana") in deeds
    assert len([record for record in kept if record["day"] == yesterday.isoformat()]) == 1
    stats = json.loads(run(environment, "stats", "--json"))
    assert stats["series"]["giving"]["current"] == 2
    kinds = [name for name in stats["series"] if name not in ("giving", "board")]
    assert sum(stats["series"][kind]["total"] for kind in kinds) == 3
    assert stats["as_of"] == today.isoformat()


def test_what_another_terminal_logs_appears_on_the_open_board_and_everything_is_there_tomorrow(
    home: Path, environment: dict[str, str]
) -> None:
    """The command line and the board share one ledger."""
    with Terminal([GIVEQUEST], environment) as terminal:
        terminal.wait_for("Welcome")
        run(environment, "log", "help", "Ana", "-m", "read her draft")
        terminal.wait_for("Ana: read her draft", timeout=5)
        terminal.press("q")
        assert terminal.wait() == 0
    with Terminal([GIVEQUEST], environment) as terminal:
        terminal.wait_for("Ana: read her draft")
        terminal.press("q")
        assert terminal.wait() == 0


def test_hostile_names_reach_the_terminal_as_no_escape_sequence(home: Path, environment: dict[str, str]) -> None:
    """What a name holds is shown, not obeyed."""
    run(environment, "log", "help", "\x1b]0;OWNED\x07[/] go", "-m", "\x1b[2J[x] done")
    with Terminal([GIVEQUEST], environment) as terminal:
        terminal.wait_for("[/] go")
        terminal.wait_for("[x] done")
        terminal.press("q")
        assert terminal.wait() == 0
    assert b"\x1b]0;OWNED" not in terminal.raw


@pytest.mark.parametrize("place", ["a key of the config", "a file of the decks"])
def test_hostile_names_in_what_a_person_wrote_by_hand_are_no_escape_sequence(
    home: Path, environment: dict[str, str], place: str
) -> None:
    """A problem is told on the board, by a name that is shown and not obeyed."""
    if place == "a key of the config":
        with (home / "config" / "config.toml").open("a") as config:
            config.write('[keys]\n"\\u001b]0;OWNED\\u0007" = "space"\n')
    else:
        (home / "config" / "decks").mkdir()
        (home / "config" / "decks" / "\x1b]0;OWNED\x07.toml").write_text("[[card")
    with Terminal([GIVEQUEST], environment, 140, 30) as terminal:
        terminal.wait_for("]0;OWNED")
        terminal.press("q")
        assert terminal.wait() == 0
    assert b"\x1b]0;OWNED" not in terminal.raw


@pytest.mark.parametrize("end", [signal.SIGKILL, signal.SIGHUP, signal.SIGTERM])
def test_a_tick_that_was_seen_survives_any_end(home: Path, environment: dict[str, str], end: signal.Signals) -> None:
    """A terminal that vanishes, a kill: what was acknowledged is there."""
    with Terminal([GIVEQUEST], environment) as terminal:
        terminal.wait_for("Welcome")
        terminal.press(" ")
        terminal.wait_for("✓ Congratulate")
        os.kill(terminal.pid, end)
        terminal.wait()
    assert [record["kind"] for record in records(home, date.today())] == ["congratulate"]


@pytest.mark.parametrize(("columns", "lines"), [(40, 12), (80, 24), (120, 40)])
def test_the_board_is_whole_at_every_usual_size(
    home: Path, environment: dict[str, str], columns: int, lines: int
) -> None:
    """The quests and the way to help are on the screen."""
    with Terminal([GIVEQUEST], environment, columns, lines) as terminal:
        for words in ("Congratulate", "Help", "Reconnect", "Quiet", "? help"):
            terminal.wait_for(words)
        terminal.press("q")
        assert terminal.wait() == 0


def test_without_a_terminal_the_board_is_printed(home: Path, environment: dict[str, str]) -> None:
    """In a pipe, `givequest` is `givequest today`."""
    text = run(environment)
    assert "Congratulate" in text
    assert "\x1b" not in text
