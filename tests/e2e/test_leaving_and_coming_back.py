"""Stopping, ending and breaking: the terminal is given back, and nothing that was open is lost."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import struct
import subprocess
import sys
import termios
from pathlib import Path

import pytest

from ..exported import facts_in
from .terminal import Terminal
from .test_a_morning import ENTER, GIVEQUEST, environment, home, run

__all__ = ["environment", "home"]

BREAKING = """
import sys
from givequest.__main__ import main
{how}
sys.argv = ["givequest"]
sys.exit(main())
"""
BREAKS = {
    "in a widget": """
from givequest.tui.help.screen import HelpScreen
def compose(self):
    raise RuntimeError("xyzzy words")
HelpScreen.compose = compose
""",
    "in the thread that reads": """
from givequest.tui.terminal.events import InputEvents
of = InputEvents.of
def broken(self, token):
    if token.text == "\\x1b[23~":
        raise RuntimeError("xyzzy words")
    return of(self, token)
InputEvents.of = broken
""",
    "of Textual itself": """
from textual.app import App
from givequest.tui.help.screen import HelpScreen
HelpScreen.on_mount = lambda self: self.app.panic("a traceback with xyzzy words")
""",
}


@pytest.mark.parametrize("how", BREAKS)
def test_what_breaks_saves_what_is_open_says_so_and_exits_with_1(environment: dict[str, str], how: str) -> None:
    """In the program's own words: a traceback would print what people wrote."""
    with Terminal([sys.executable, "-c", BREAKING.format(how=BREAKS[how])], environment, 140, 30) as terminal:
        terminal.wait_for("Welcome")
        terminal.press("2", ENTER)
        terminal.wait_for("esc done")
        terminal.press("a page that is still open")
        terminal.wait_for("still open")
        terminal.press("\x1b[23~" if how == "in the thread that reads" else "\x1bOP")  # f11, f1
        assert terminal.wait() == 1
        terminal.wait_for("givequest had to close")
        terminal.wait_for("What was saved is safe.")
        attributes = termios.tcgetattr(terminal._master)
    assert attributes[3] & termios.ECHO
    assert attributes[3] & termios.ICANON
    assert b"xyzzy" not in terminal.raw
    assert b"Traceback" not in terminal.raw
    assert terminal.raw.count(b"\x1b[?1049l") == 1
    assert "a page that is still open" in run(environment, "journal", "--list")


def test_ctrl_z_where_no_shell_could_bring_it_back_goes_on_at_once(environment: dict[str, str]) -> None:
    """A launcher, a container: the terminal's only process would be frozen for good."""
    with Terminal([GIVEQUEST], environment) as terminal:
        terminal.wait_for("Welcome")
        terminal.press("\x1a")
        terminal.wait_for("no shell here")
        terminal.press("j", " ")
        terminal.wait_for("✓ Help")
        terminal.press("q")
        assert terminal.wait() == 0


def test_ctrl_z_stops_whoever_has_started_it_too_and_fg_brings_both_back(environment: dict[str, str]) -> None:
    """A wrapper that waits would keep the shell waiting."""
    script = f"sh -c '{GIVEQUEST}; echo WRAPPER $?'; echo STOPPED $?; fg; echo ENDED $?"
    with Terminal(["bash", "--norc", "-i", "-c", script], environment) as terminal:
        terminal.wait_for("Welcome")
        terminal.press("j", " ")
        terminal.wait_for("✓ Help")
        terminal.press("\x1a")
        terminal.wait_for(lambda _: terminal.raw.count(b"\x1b[?1049h") == 2)  # what is typed before that is the shell's
        terminal.press("j", " ")
        terminal.wait_for(lambda text: "✓ Reconnect" in text and "✓ Help" in text)  # all of it was drawn anew
        terminal.press("q")
        terminal.wait_for("ENDED 0")
    assert b"STOPPED 148" in terminal.raw
    assert b"WRAPPER 0" in terminal.raw


@pytest.mark.parametrize("where", ["2>/dev/null", "2>{log}", "2>&-"])
def test_the_board_is_drawn_where_stdout_is_wherever_stderr_goes(
    environment: dict[str, str], tmp_path: Path, where: str
) -> None:
    """And nothing of it lands in a log."""
    log = tmp_path / "log"
    with Terminal(["sh", "-c", f"exec {GIVEQUEST} {where.format(log=log)}"], environment) as terminal:
        terminal.wait_for("Welcome")
        terminal.press(" ")
        terminal.wait_for("✓ Congratulate")
        terminal.press("q")
        assert terminal.wait() == 0
    assert not log.exists() or log.read_bytes() == b""
    assert "congratulate" in run(environment, "export")


def test_a_stderr_that_was_closed_is_no_file_of_the_ledger(environment: dict[str, str]) -> None:
    """What is opened next would get its number, and whatever is written to stderr would land in it."""
    code = "import os, sys; sys.argv[1:] = ['today']; import givequest.__main__ as program; program.main()"
    code += "; print(os.readlink('/proc/self/fd/2'))"
    command = ["sh", "-c", f'exec {sys.executable} -c "{code}" 2>&-']
    ended = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    assert ended.stdout.splitlines()[-1] == os.devnull


def test_the_board_comes_out_at_the_size_of_the_terminal_whatever_a_shell_has_exported(
    environment: dict[str, str],
) -> None:
    """COLUMNS and LINES are those of the window that the shell was started in."""
    with Terminal([GIVEQUEST], {**environment, "COLUMNS": "40", "LINES": "12"}, 100, 30) as terminal:
        terminal.wait_for("Welcome")
        terminal.wait_for("Streaks")
        terminal.press("q")
        assert terminal.wait() == 0


def test_a_process_that_nobody_tells_of_its_lost_terminal_ends_all_the_same(environment: dict[str, str]) -> None:
    """In a session of its own no signal comes; reading says it."""
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 30, 100, 0, 0))
    with subprocess.Popen(
        [GIVEQUEST], env=environment, stdin=slave, stdout=slave, stderr=subprocess.DEVNULL, start_new_session=True
    ) as process:
        os.close(slave)
        drawn = b""
        while b"Welcome" not in drawn:
            assert select.select([master], [], [], 30)[0], drawn
            drawn += os.read(master, 65536)
        os.write(master, b" ")
        while b"\xe2\x9c\x93" not in drawn:
            assert select.select([master], [], [], 30)[0], drawn
            drawn += os.read(master, 65536)
        os.close(master)
        try:
            assert process.wait(timeout=30) == 129
        finally:
            process.kill()
    exported = facts_in(run(environment, "export"))
    assert [record["kind"] for record in exported] == ["congratulate"]


@pytest.mark.parametrize("encoding", ["ascii", "iso-8859-1"])
def test_a_name_that_the_terminal_cannot_write_pushes_nothing_out(environment: dict[str, str], encoding: str) -> None:
    """A question mark for each cell of it; the border stays where it is."""
    run(environment, "log", "help", "Łódź 名前 🌲", "-m", "Zoë's note")
    with Terminal([GIVEQUEST], {**environment, "PYTHONIOENCODING": encoding}) as terminal:
        terminal.wait_for("? ????")
        terminal.wait_for("note")
        row = next(line for line in terminal.screen.display if "note" in line)
        edge = next(line.index("+", 1) for line in terminal.screen.display if "+- Today" in line)
        assert row[edge] == "|"
        terminal.press("q")
        assert terminal.wait() == 0
