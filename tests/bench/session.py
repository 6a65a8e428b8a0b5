"""One sitting at the open board: what is on the screen, and which keys are timed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from .memory import read_memory
from .program import Program, surroundings
from .terminal import Seen, Terminal

CORE = ("Congratulate", "Help", "Reconnect", "Quiet")
_SECOND_CHOSEN = re.compile(r"▸ . Help")
_KEY_STRIP = re.compile(r"space\s+done")
PAUSE_OF_THE_DESK = 0.16
"""Seconds after a key in which the desk begins to hold a message against its rules."""
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def sees_board(text: str) -> bool:
    """Say whether the whole board is readable: every core quest, the streaks, and the keys."""
    return all(kind in text for kind in CORE) and "giving" in text and bool(_KEY_STRIP.search(text))


def sees_cursor_moved(text: str) -> bool:
    """Say whether the cursor is on the second quest: a key was heard."""
    return sees_board(text) and bool(_SECOND_CHOSEN.search(text))


def sees_probe(text: str) -> bool:
    """Say whether the probe's line is readable."""
    return "Probe, " in text


def sees_forest(text: str) -> bool:
    """Say whether the page of the forest is there, whatever grows on it."""
    return not sees_board(text) and "grow" in text


def sees_hello(text: str) -> bool:
    """Say whether the plainest app's words are readable."""
    return "Hello, world" in text


def sees_month(text: str) -> bool:
    """Say whether the month chart is there, with a row for each series."""
    return not sees_board(text) and "giving" in text.lower() and "quiet" in text.lower() and "━" in text


def sees_year(text: str) -> bool:
    """Say whether the year chart is there, with every month named."""
    return sum(month in text for month in _MONTHS) == len(_MONTHS)


def sees_journal(text: str) -> bool:
    """Say whether the journal page is there."""
    return not sees_board(text) and "release" in text.lower()


def sees_people(text: str) -> bool:
    """Say whether the page of people is there, with one of them beside the list."""
    return "last word" in text and "a word to" in text


def sees_desk(text: str) -> bool:
    """Say whether the desk is there."""
    return not sees_board(text) and "copied and sent" in text


def sees_message(text: str) -> bool:
    """Say whether a message can be written on."""
    return "ctrl+s" in text or "saved as you write" in text


class Session:
    """An open app; times are in seconds from the key to the last byte of what it drew."""

    def __init__(self, terminal: Terminal, launched: float, heard: float = 0.0) -> None:
        """Go on from the first complete frame."""
        self.terminal = terminal
        self.launched = launched
        """Seconds from before the process began to the first complete frame."""
        self.heard = heard
        """Seconds from there to the frame that answers a key pressed as soon as the first one is seen."""

    def move(self, count: int) -> list[float]:
        """Move the cursor down and up by turns."""
        downs_and_ups = "jjjkkk" * (count // 6 + 1)
        return [self.terminal.press(key).last for key in downs_and_ups[:count]]

    def tick(self, count: int) -> tuple[list[float], list[float]]:
        """Do the quest under the cursor and take it back, again and again; both are timed."""
        frames = [(self.terminal.press(" "), self.terminal.press("u")) for _ in range(count)]
        return [tick.last for tick, _ in frames], [undo.last for _, undo in frames]

    def open_page(self, key: str, seen: Seen) -> float:
        """Open a page, and go back to Today."""
        opened = self.terminal.press(key, seen).last
        self.terminal.press("1", sees_board)
        return opened

    def open_charts(self) -> tuple[float, float]:
        """Open the month chart and from there the year chart, and go back to Today."""
        month = self.terminal.press("3", sees_month).last
        year = self.terminal.press("y", sees_year).last
        self.terminal.press("y")
        self.terminal.press("1", sees_board)
        return month, year

    def search(self, word: str = "garden") -> tuple[list[float], float]:
        """Search the journal, just opened, as a word is typed; and go back to Today.

        Returns how long each letter takes to its frame (the first one while years are still read, to its own
        frame), and how long after the first letter nothing more is found.
        """
        self.terminal.press("2", sees_journal, timeout=2.0)
        self.terminal.press("/", timeout=2.0)
        first = self.terminal.press(word[0])
        times = [first.first, *(self.terminal.press(letter).last for letter in word[1:])]
        self.terminal.press("\x1b", quiet=0.3)
        self.terminal.press("1", sees_board)
        return times, first.last

    def find(self, name: str = "karls") -> list[float]:
        """Look for a name among people and address books as it is typed; and go back to Today."""
        self.terminal.press("5", sees_people, timeout=2.0)
        self.terminal.settle(1.0)
        self.terminal.press("/", timeout=2.0)
        times = [self.terminal.press(letter).last for letter in name]
        self.terminal.press("\x1b", quiet=0.3)
        self.terminal.press("1", sees_board)
        return times

    def write(self, words: int, letters: str = "and so on ") -> list[float]:
        """Write on a message of so many words at the desk, some keys while it is held against the rules; go back."""
        self.terminal.press("6", sees_desk, timeout=2.0)
        self.terminal.press("n", timeout=2.0)
        self.terminal.press("\r", sees_message, timeout=2.0)
        text = " ".join(
            f"I remember the lake and what you said there about boat {number}." for number in range(words // 12)
        )
        self.terminal.type_ahead(f"\x1b[200~{text}\x1b[201~")
        self.terminal.settle(1.5, timeout=10.0)
        times = []
        for number, letter in enumerate(letters):
            if number % 2:
                self.terminal.watch(PAUSE_OF_THE_DESK)
            times.append(self.terminal.press(letter).last)
        self.terminal.settle(1.5)
        self.terminal.press("\x1b", quiet=0.3)
        self.terminal.press("d", quiet=0.3)
        self.terminal.press("1", sees_board)
        return times

    def memory(self) -> tuple[float, float]:
        """Return the bytes of memory the process holds now and has held at most."""
        self.terminal.settle(1.0)
        return read_memory(self.terminal.pid)


@contextmanager
def open_board(program: Program, home: Path) -> Iterator[Session]:
    """Open the app on a home and wait for the first complete board; quit it in the end."""
    terminal = Terminal(program.board(home), surroundings(), home)
    try:
        launched = terminal.wait_until(sees_board) - terminal.started
        terminal.type_ahead("j")
        heard = terminal.wait_until(sees_cursor_moved) - terminal.started
        terminal.settle()
        terminal.press("k")
        yield Session(terminal, launched, heard)
    finally:
        terminal.close("q")


@contextmanager
def open_probe(program: Program, folder: Path) -> Iterator[Session]:
    """Open the plainest app that answers a key and wait for its line; quit it in the end."""
    terminal = Terminal(program.probe, surroundings(), folder)
    try:
        launched = terminal.wait_until(sees_probe) - terminal.started
        terminal.settle()
        yield Session(terminal, launched)
    finally:
        terminal.close("\x11")


@contextmanager
def open_hello(program: Program, folder: Path) -> Iterator[Session]:
    """Open the plainest app and wait for its words; quit it in the end."""
    terminal = Terminal(program.hello, surroundings(), folder)
    try:
        launched = terminal.wait_until(sees_hello) - terminal.started
        terminal.settle()
        yield Session(terminal, launched)
    finally:
        terminal.close("\x11")
