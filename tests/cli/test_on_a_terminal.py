"""On a real terminal: in colour, unless colours are not wanted, and nothing that was typed is obeyed."""

from __future__ import annotations

import os
import pty
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from givequest.config.paths import Paths

from .conftest import jsonl
from .test_hostile_text import TEXTS

COLOUR = re.compile(r"\x1b\[[0-9;]*m")
Show = Callable[..., str]


@pytest.fixture
def show(paths: Paths) -> Show:
    """Return what runs a command on a terminal of its own, and what it then showed."""

    def run(*words: str, **environment: str) -> str:
        ours, theirs = pty.openpty()
        given = {
            "PATH": os.environ["PATH"],
            "PYTHONPATH": os.environ.get("PYTHONPATH", ""),
            "GIVEQUEST_HOME": os.path.dirname(paths.data),
            "TERM": "xterm-256color",
            "LANG": "C.UTF-8",
            "COLUMNS": "100",
        }
        process = subprocess.Popen(
            [sys.executable, "-m", "givequest", *words],
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            env=given | environment,
        )
        os.close(theirs)
        shown = bytearray()
        try:
            while block := os.read(ours, 65536):
                shown += block
        except OSError:  # the last one at the other end has gone
            pass
        finally:
            os.close(ours)
        assert process.wait(60) == 0, shown
        return shown.decode("utf-8")

    return run


def test_the_board_and_the_month_are_in_colour(show: Show) -> None:
    """And nothing but colours is asked of the terminal."""
    for words in (("today",), ("stats",), ("stats", "--year")):
        shown = show(*words)
        assert COLOUR.search(shown)
        assert "\x1b" not in COLOUR.sub("", shown)


def test_no_word_of_the_board_depends_on_the_ground_of_the_terminal(show: Show) -> None:
    """Signs are coloured; what is read is in the colour that the terminal itself writes in."""
    show("log", "help", "Ana", "-m", "the ladder")
    shown = show("today", COLORTERM="truecolor")
    in_colour = [text for codes, text in re.findall(r"\x1b\[([0-9;]*)m([^\x1b]*)", shown) if "38;" in codes]
    assert in_colour
    assert not any(character.isalnum() for text in in_colour for character in text)
    assert "Ana: the ladder" in COLOUR.sub("", shown)


def test_no_colours_are_shown_to_whoever_wants_none(show: Show) -> None:
    """By NO_COLOR, or on a terminal that has none."""
    for words in (("today",), ("stats",), ("stats", "--year")):
        for environment in ({"NO_COLOR": "1"}, {"TERM": "dumb"}):
            shown = show(*words, **environment)
            codes = {number for code in COLOUR.findall(shown) for number in code[2:-1].split(";")}
            assert not codes - {"", "0", "1", "2", "3", "22", "23"}, (
                words,
                environment,
            )  # bold and faint are no colours


def test_what_was_typed_is_shown_and_not_obeyed(show: Show, tmp_path: Path) -> None:
    """Brackets are brackets, and what was an escape is a few harmless signs."""
    day = show("today", "--json").split('"day": "')[1][:10]
    file = tmp_path / "typed.jsonl"
    texts = [typed for typed, _ in TEXTS if len(typed) < 100]
    file.write_text(jsonl(*({"type": "deed", "day": day, "kind": "help", "note": typed} for typed in texts)))
    show("import", str(file))
    for words in (("today",), ("stats",), ("export",)):
        shown = COLOUR.sub("", show(*words, COLUMNS="400"))
        assert "\x1b" not in shown
        assert "\x07" not in shown
        assert "\x9b" not in shown
    board = COLOUR.sub("", show("today", COLUMNS="400"))
    for part in (
        "[/]",
        "go [/ now",
        "[x] done",
        "[bold red on white]shout[/bold]",
        "a]0;titleb",
        "שלום",
        "{person} {0} %s",
    ):
        assert part in board


def test_a_terminal_that_cannot_show_a_full_screen_gets_the_board_in_words(show: Show) -> None:
    """With a sentence that says why."""
    shown = show(TERM="dumb")
    assert "can't show a full screen" in shown
    assert "Congratulate (open)" in shown
    assert "\x1b" not in shown


def test_the_board_in_colour_tells_all_that_the_one_in_words_tells(show: Show) -> None:
    """A day off, a slip, the bonus, and how long the streak is."""
    assert "a streak of" not in COLOUR.sub("", show("today"))
    for words in (("rest",), ("slip",), ("log", "help", "Ana")):
        show(*words)
    board = COLOUR.sub("", show("today"))
    assert ", a day off   ✦" in board.splitlines()[0]
    assert " ◦ Quiet" in board
    assert "You posted about yourself. Noted." in board
    assert " ✓ Help" in board
    assert "\n    Ana" in board.replace("\r", "")
    assert len(re.findall("  bonus  •", board)) == 1
    assert "Any giving  a streak of 1 day, 5% warm" in board
