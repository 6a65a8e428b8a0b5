"""What people type, paste or pipe in: read to its end, so that no line of a paste is left for the shell to run."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from io import TextIOWrapper

from givequest.cli.output import is_terminal, prompt

HOW_TO_END = "Enter, then ctrl+d, ends it."


def read_text(words: list[str], question: str) -> str:
    """Return the words joined, or all of stdin for `-` or no words; a terminal is asked the question first."""
    if words and words != ["-"]:
        return " ".join(words)
    if sys.stdin is None:
        return ""
    if not is_terminal(sys.stdin):
        return _read_pipe()
    if isinstance(sys.stdin, TextIOWrapper):
        sys.stdin.reconfigure(errors="surrogateescape")  # bytes that are no text are cleaned away, not stumbled over
    return _read_terminal("" if words else f"{question} {HOW_TO_END}\n")


def read_hidden(question: str) -> None:
    """Ask a question and read to the end of input without showing what is typed, or keeping any of it."""
    with _terminal_without("ECHO"):  # before the question is there: an answer may come at once
        prompt(question)
        for _ in sys.stdin.buffer:
            pass


def read_key(question: str) -> str:
    """Ask a question and return the one key that answers it; what was typed before it was asked doesn't count."""
    with _terminal_without("ECHO", "ICANON"):
        prompt(question)
        return os.read(sys.stdin.fileno(), 1).decode("ascii", "replace")


def _read_pipe() -> str:
    """Return all of stdin as text: UTF-8 wherever it can be that, and else what the locale says."""
    if not isinstance(sys.stdin, TextIOWrapper):
        return sys.stdin.read()
    data: bytes = sys.stdin.buffer.read()
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode(sys.stdin.encoding, "surrogateescape")


def _read_terminal(question: str) -> str:
    """Return all lines up to the end of input, edited with readline where there is one.

    Without readline the kernel hands over lines itself, and cuts them at 4,095 bytes.
    """
    if is_terminal(sys.stdout):  # readline would not be used if it weren't
        with suppress(ImportError):
            import readline

            readline.set_auto_history(False)
            return "".join(f"{line}\n" for line in _read_lines(question))
    if question:
        prompt(question.rstrip("\n"))
    return sys.stdin.read()


def _read_lines(question: str) -> Iterator[str]:
    # Readline asks the question itself, once the terminal is its own: what is typed from then on is edited.
    with suppress(EOFError):
        yield input(question)
        while True:
            yield input()


@contextmanager
def _terminal_without(*flags: str) -> Iterator[None]:
    """Turn local modes of the terminal off for a while. What is typed and not read by its end is dropped."""
    import termios

    descriptor = sys.stdin.fileno()
    before = termios.tcgetattr(descriptor)
    changed = [*before]
    for flag in flags:
        changed[3] &= ~getattr(termios, flag)
    termios.tcsetattr(descriptor, termios.TCSAFLUSH, changed)
    try:
        yield
    finally:
        termios.tcsetattr(descriptor, termios.TCSAFLUSH, before)
