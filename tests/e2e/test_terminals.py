"""The installed program in terminals of every sort: plain ones, colourless ones, and ones that go away."""

from __future__ import annotations

import os
import re
import signal
import sys
import time
from pathlib import Path

import pytest

from ..e2e.terminal import Terminal

GIVEQUEST = str(Path(sys.executable).parent / "givequest")
_COLOUR = re.compile(rb"\x1b\[[0-9;]*\b(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])\b[0-9;]*m")


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """A plain terminal's environment, with a home and a folder of temporary files of the test's own."""
    (tmp_path / "home" / "config").mkdir(parents=True)
    (tmp_path / "home" / "config" / "config.toml").write_text("animations = false\n")
    (tmp_path / "temporary").mkdir()
    return {
        "PATH": os.environ["PATH"],
        "HOME": str(tmp_path / "home"),
        "GIVEQUEST_HOME": str(tmp_path / "home"),
        "TMPDIR": str(tmp_path / "temporary"),
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "LANG": "C.UTF-8",
        "PYTHONWARNINGS": "error",
    }


def test_a_dumb_terminal_is_given_the_board_in_words(environment: dict[str, str]) -> None:
    """With a sentence that says why, and nothing that such a terminal would show as rubbish."""
    with Terminal([GIVEQUEST], {**environment, "TERM": "dumb"}, 200, 60) as terminal:
        terminal.wait_for("TERM is dumb")
        assert terminal.wait() == 0
        assert "Congratulate (open)" in terminal.text
    assert b"\x1b" not in terminal.raw


def test_a_terminal_that_says_nothing_of_itself_is_given_the_board_in_words(environment: dict[str, str]) -> None:
    """An empty TERM is no terminal that a screen could be drawn on."""
    with Terminal([GIVEQUEST], {**environment, "TERM": ""}, 200, 60) as terminal:
        terminal.wait_for("TERM isn't set")
        assert terminal.wait() == 0
    assert b"\x1b" not in terminal.raw


def test_no_colour_means_none_and_the_cursor_is_seen_all_the_same(environment: dict[str, str]) -> None:
    """The chosen row is in reverse; logging and help work."""
    with Terminal([GIVEQUEST], {**environment, "NO_COLOR": "1"}) as terminal:
        terminal.wait_for("Welcome")
        row = next(number for number, line in enumerate(terminal.screen.display) if "Congratulate" in line)
        assert terminal.screen.buffer[row][6].reverse
        terminal.press(" ")
        terminal.wait_for("✓ Congratulate")
        terminal.press("3")
        terminal.wait_for("kept")
        terminal.press("1", "\r")
        terminal.wait_for(lambda text: _marked(terminal, "│  who", "reverse"))
        assert not _marked(terminal, "│  note", "reverse")
        assert _marked(terminal, "│  who", "bold")
        assert not _marked(terminal, "│  note", "bold")
        terminal.press("\t")
        terminal.wait_for(lambda text: _marked(terminal, "│  note", "reverse"))
        terminal.press("\x1b")
        terminal.wait_for(lambda text: "esc cancel" not in text)
        terminal.press("\x10")
        terminal.wait_for("Log it with a name")
        terminal.wait_for(lambda text: _marked(terminal, "Done      ", "underscore"))
        assert not _marked(terminal, "Log      ", "underscore")
        terminal.press("\x1b")
        terminal.wait_for(lambda text: "Log it with a name" not in text and "help ana" not in text)
        terminal.press("2", "\r", "so")
        terminal.wait_for(lambda text: "esc done" in text and _marked(terminal, " so ", "reverse"))
        terminal.press("\x1b")
        terminal.wait_for("/ search")
        terminal.press("q")
        assert terminal.wait() == 0
    assert _COLOUR.search(terminal.raw) is None


def _marked(terminal: Terminal, words: str, how: str) -> bool:
    """Return whether a cell behind the first letter of some words on the screen is marked, by reverse or a line."""
    rows = [(number, line.index(words)) for number, line in enumerate(terminal.screen.display) if words in line]
    cells = [terminal.screen.buffer[row][column] for row, start in rows for column in range(start, start + 14)]
    return any(getattr(cell, how) for cell in cells)


@pytest.mark.parametrize(
    "locale",
    [
        {"LC_ALL": "C"},
        {"LANG": "POSIX"},
        {"LANG": "en_US.ISO-8859-1", "PYTHONUTF8": "1"},
        {"LANG": "C.UTF-8", "TERM": "linux"},
    ],
)
def test_where_the_locale_has_ascii_only_nothing_else_is_drawn(
    environment: dict[str, str], locale: dict[str, str]
) -> None:
    """Chosen by itself; a board is logged on all the same."""
    with Terminal([GIVEQUEST], {**environment, **locale}) as terminal:
        terminal.wait_for("Welcome")
        terminal.press(" ")
        terminal.wait_for("x Congratulate")
        assert terminal.text.isascii()
        terminal.press("q")
        assert terminal.wait() == 0


@pytest.mark.parametrize(("terminal_type", "colours"), [("xterm", ""), ("screen", ""), ("tmux-256color", "")])
def test_the_board_works_with_few_colours(environment: dict[str, str], terminal_type: str, colours: str) -> None:
    """16 and 256 colours, in multiplexers too."""
    with Terminal([GIVEQUEST], {**environment, "TERM": terminal_type, "COLORTERM": colours}) as terminal:
        terminal.wait_for("Welcome")
        terminal.press(" ")
        terminal.wait_for("✓ Congratulate")
        terminal.press("q")
        assert terminal.wait() == 0
    assert b"38;2;" not in terminal.raw


@pytest.mark.parametrize("terminal_type", ["alacritty", "xterm-ghostty", "xterm-direct"])
def test_a_terminal_known_for_its_colours_gets_256_of_them(environment: dict[str, str], terminal_type: str) -> None:
    """Where nothing but its kind speaks for it, over ssh."""
    with Terminal([GIVEQUEST], {**environment, "TERM": terminal_type, "COLORTERM": ""}) as terminal:
        terminal.wait_for("Welcome")
        terminal.press(" ")
        terminal.wait_for("✓ Congratulate")
        terminal.press("q")
        assert terminal.wait() == 0
    assert b"38;5;" in terminal.raw
    assert b"38;2;" not in terminal.raw
    assert not re.search(rb"\x1b\[(?:[0-9;]*;)?3[0-7];4[0-7]m", terminal.raw)


def test_an_empty_no_color_asks_for_nothing(environment: dict[str, str]) -> None:
    """As https://no-color.org has it."""
    with Terminal([GIVEQUEST], {**environment, "NO_COLOR": ""}) as terminal:
        terminal.wait_for("Welcome")
        terminal.press(" ")
        terminal.wait_for("✓ Congratulate")
        terminal.press("?")
        terminal.wait_for("On this page")
        terminal.press("q", "q")
        assert terminal.wait() == 0
    colours = set(re.findall(rb"38;2;(\d+);(\d+);(\d+)", terminal.raw))
    assert any(len(set(parts)) > 1 for parts in colours)  # and not greys alone


def test_ctrl_z_goes_to_the_shell_and_fg_comes_back_with_everything_there(environment: dict[str, str]) -> None:
    """Stopped, with the terminal as it was; continued, with the board drawn anew."""
    script = f"{GIVEQUEST}; echo STOPPED $?; fg; echo ENDED $?"
    with Terminal(["bash", "--norc", "-i", "-c", script], environment) as terminal:
        terminal.wait_for("Welcome")
        terminal.press("j", " ")
        terminal.wait_for("✓ Help")
        terminal.press("\x1a")
        terminal.wait_for(lambda _: terminal.raw.count(b"\x1b[?1049h") == 2)  # what is typed before that is the shell's
        terminal.press("j", " ")
        terminal.wait_for(lambda text: "✓ Help" in text and "✓ Reconnect" in text)
        terminal.press("q")
        terminal.wait_for("ENDED 0")
    assert b"STOPPED 148" in terminal.raw


def test_in_screen_the_mouse_is_not_asked_for(environment: dict[str, str]) -> None:
    """GNU screen would keep esc back until the next key; elsewhere the mouse is there."""
    for variables, asked in (({"TERM": "screen", "STY": "123.pts-1.here"}, False), ({}, True)):
        with Terminal([GIVEQUEST], {**environment, **variables}) as terminal:
            terminal.wait_for("Welcome")
            terminal.press("q")
            assert terminal.wait() == 0
        assert (b"\x1b[?1000h" in terminal.raw) is asked


def test_the_mouse_is_the_terminals_own_for_whoever_wants_that(environment: dict[str, str]) -> None:
    """It isn't asked for then; a change in the app holds at once, either way."""
    with Terminal([GIVEQUEST], environment) as terminal:
        terminal.wait_for("Welcome")
        terminal.press(",")
        terminal.wait_for("Settings")
        terminal.press(*"jjjjjjjj")
        terminal.wait_for("Whether clicks do")
        asked = terminal.raw.count(b"\x1b[?1000h")
        assert asked
        terminal.press(" ")
        terminal.wait_for(lambda _: b"\x1b[?1000l" in terminal.raw)
        terminal.press("q", "q")
        assert terminal.wait() == 0
        assert terminal.raw.count(b"\x1b[?1000h") == asked
    with Terminal([GIVEQUEST], environment) as terminal:
        terminal.wait_for("Welcome")
        terminal.press(",")
        terminal.wait_for("Settings")
        assert b"\x1b[?1000h" not in terminal.raw
        terminal.press("q", "q")
        assert terminal.wait() == 0


@pytest.mark.parametrize("end", [signal.SIGHUP, signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_it_in_good_order_and_the_demo_leaves_nothing_behind(
    environment: dict[str, str], tmp_path: Path, end: signal.Signals
) -> None:
    """The exit code is the signal's, as shells count; the terminal is given back."""
    with Terminal([GIVEQUEST, "demo"], environment) as terminal:
        terminal.wait_for("giving")
        assert list((tmp_path / "temporary").iterdir())
        os.kill(terminal.pid, end)
        assert terminal.wait() == 128 + end
    assert list((tmp_path / "temporary").iterdir()) == []
    assert b"\x1b[?1049l" in terminal.raw


@pytest.mark.parametrize("end", [signal.SIGHUP, signal.SIGTERM, signal.SIGINT])
def test_the_demo_leaves_nothing_behind_when_it_is_ended_while_it_is_made(
    environment: dict[str, str], tmp_path: Path, end: signal.Signals
) -> None:
    """As soon as there is a folder, it is taken away again."""
    with Terminal([GIVEQUEST, "demo"], environment) as terminal:
        deadline = time.monotonic() + 30
        while not list((tmp_path / "temporary").iterdir()):
            assert time.monotonic() < deadline
        os.kill(terminal.pid, end)
        assert terminal.wait() == 128 + end
    assert list((tmp_path / "temporary").iterdir()) == []


def test_a_terminal_that_goes_away_ends_the_program_soon(environment: dict[str, str], tmp_path: Path) -> None:
    """Nobody is left behind waiting for keys, and nothing of what was acknowledged is lost."""
    with Terminal([GIVEQUEST], environment) as terminal:
        terminal.wait_for("Welcome")
        terminal.press(" ")
        terminal.wait_for("✓ Congratulate")
        assert terminal.hang_up() != 0
    assert "congratulate" in next((tmp_path / "home" / "data" / "ledger").glob("2*.json")).read_text()


def test_the_demo_is_gone_when_it_is_left(environment: dict[str, str], tmp_path: Path) -> None:
    """Neither its folder nor anything in the person's own home stays."""
    with Terminal([GIVEQUEST, "demo", "--theme", "forest"], environment) as terminal:
        terminal.wait_for("giving")
        terminal.press(" ")
        terminal.press("q")
        assert terminal.wait() == 0
        terminal.wait_for("they're gone")
    assert list((tmp_path / "temporary").iterdir()) == []
    assert not (tmp_path / "home" / "data").exists()
