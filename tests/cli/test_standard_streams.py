"""As a process: closed, full and broken streams, and what a pipe gets."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from ..exported import facts_in
from .conftest import jsonl

Start = Callable[..., subprocess.CompletedProcess[bytes]]
FULL = Path("/dev/full")


@pytest.mark.parametrize("words", [(), ("today",), ("log", "help"), ("export",), ("stats",), ("keys",)])
def test_a_closed_stdout_is_no_reason_to_stumble(start: Start, words: tuple[str, ...]) -> None:
    """Nobody listens, so nothing is said."""
    ran = start(*words, stdout=None, stderr=subprocess.PIPE, preexec_fn=_close_stdout)
    assert (ran.returncode, ran.stderr) == (0, b"")


def _close_stdout() -> None:
    os.close(1)


@pytest.mark.parametrize("words", [(), ("journal", "a page"), ("release",), ("gift", "a card")], ids=" ".join)
def test_a_closed_stdin_is_no_reason_either(start: Start, words: tuple[str, ...]) -> None:
    """As for a job that runs by the clock."""
    ran = start(*words, preexec_fn=_close_stdin)
    assert (ran.returncode, ran.stderr) == (0, b"")


@pytest.mark.parametrize("words", [("journal",), ("gift",), ("import", "-"), ("demo",)], ids=" ".join)
def test_what_needs_stdin_says_so_when_there_is_none(start: Start, words: tuple[str, ...]) -> None:
    """In a sentence."""
    ran = start(*words, preexec_fn=_close_stdin)
    assert ran.returncode in (1, 2)
    assert b"unexpected happened" not in ran.stderr
    assert ran.stderr.startswith(b"givequest: ")


def _close_stdin() -> None:
    os.close(0)


@pytest.mark.skipif(not FULL.exists(), reason="there is no device here that is always full")
@pytest.mark.parametrize("words", [("today",), ("log", "help"), ("export",)])
def test_an_answer_that_cannot_be_written_is_told_of(start: Start, words: tuple[str, ...]) -> None:
    """An export into a full disk must not look like one that was done."""
    with FULL.open("wb") as full:
        ran = start(*words, stdout=full)
    assert ran.returncode == 1
    assert ran.stderr.decode() == (
        "givequest: The output couldn't be written to stdout: No space left on device. What was saved is safe.\n"
    )


def test_a_deed_is_saved_even_when_nothing_can_be_said_about_it(start: Start) -> None:
    """Neither on stdout nor on stderr."""
    start("log", "help", "Ana", preexec_fn=_close_all)
    assert [record["person"] for record in facts_in(start("export").stdout)] == ["Ana"]


def _close_all() -> None:
    for number in (0, 1, 2):
        os.close(number)


def test_a_reader_that_has_read_enough_ends_an_export_quietly(start: Start, tmp_path: Path) -> None:
    """`givequest export | head -1` says nothing on stderr."""
    many = [{"type": "entry", "day": "2026-01-05", "text": f"{number} " + "word " * 40} for number in range(2000)]
    file = tmp_path / "many.jsonl"
    file.write_text(jsonl(*many))
    assert start("import", str(file)).returncode == 0
    ran = start("export", stdout=_pipe_without_reader())
    assert (ran.returncode, ran.stderr) == (0, b"")


def _pipe_without_reader() -> int:
    reading, writing = os.pipe()
    os.close(reading)
    return writing


def test_a_pipe_gets_the_board_and_exit_code_0(start: Start) -> None:
    """As `givequest | cat` does."""
    ran = start()
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert b"Congratulate (open)" in ran.stdout


def test_an_ascii_terminal_gets_its_answer_too(start: Start) -> None:
    """What it cannot show is spelt out."""
    assert start("log", "help", "Zoë 🦊").returncode == 0
    ran = start("today", env={"PYTHONIOENCODING": "ascii", "LANG": "C"})
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert rb"Zo\xeb \U0001f98a" in ran.stdout


def test_an_entry_is_read_from_stdin(start: Start) -> None:
    """With a lone dash, and without any words when stdin is no terminal."""
    for words in (("journal", "-"), ("journal",), ("gift", "-")):
        assert start(*words, stdin="two\nlines, Zoë\n".encode()).returncode == 0
    texts = [record["text"] for record in facts_in(start("export").stdout.decode())]
    assert texts == ["two\nlines, Zoë\n"] * 3


def test_bytes_on_stdin_that_are_no_text_are_left_out(start: Start) -> None:
    """Whatever the terminal's encoding is said to be."""
    ran = start("journal", "-", stdin=b"a\xff page\x1b[31m\n", env={"PYTHONIOENCODING": "utf-8:strict"})
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert facts_in(start("export").stdout)[0]["text"] == "a page[31m\n"


def test_an_import_is_read_from_stdin(start: Start) -> None:
    """As `givequest export | ssh there givequest import -` does."""
    stream = jsonl({"type": "deed", "day": "2026-01-05", "kind": "help", "person": "Ana"}).encode()
    ran = start("import", "-", stdin=stream)
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert [record["person"] for record in facts_in(start("export").stdout)] == ["Ana"]
