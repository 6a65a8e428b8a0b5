"""A terminal as a program sees it: a pseudo-terminal, an emulated screen, and a clock on every byte.

What a program writes is read at once and put aside with the moment it came; the emulator
looks at it only afterwards. So a slow emulator (this one is written in Python) neither
holds the program up nor falsifies a moment. All moments are seconds of `time.perf_counter`.
"""

from __future__ import annotations

import fcntl
import os
import re
import select
import signal
import struct
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pyte

COLUMNS, LINES = 100, 30
QUIET = 0.08
"""Seconds without a byte after which a frame is taken to be finished; a Textual footer comes up to 70 ms late."""
_ANSWERS = {
    b"\x1b[c": b"\x1b[?62;22c",
    b"\x1b[>c": b"\x1b[>41;390;0c",
    b"\x1b[6n": b"\x1b[1;1R",
    b"\x1b[?u": b"\x1b[?0u",
    b"\x1b[?2026$p": b"\x1b[?2026;2$y",
    b"\x1b[?2048$p": b"\x1b[?2048;0$y",
}
"""What programs ask a terminal, and what one with synchronised output, like most of today's, says."""
_QUESTION = re.compile(b"|".join(re.escape(question) for question in _ANSWERS))
_LONGEST_QUESTION = max(map(len, _ANSWERS))
_FRAME_EDGE = re.compile(rb"\x1b\[\?2026([hl])")
_UNKNOWN_TO_PYTE = re.compile(rb"\x1b\[[<=>][0-9;]*[a-zA-Z]|\x1b[P_^X].*?\x1b\\", re.DOTALL)
Seen = Callable[[str], bool]


class NotSeenError(Exception):
    """What was waited for did not come up on the screen in time; the message holds the screen."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What a program wrote in answer to a key: moments in seconds after the key, and bytes."""

    first: float
    last: float
    size: int


class Terminal:
    """A program that runs in a terminal of its own, 100 columns by 30 lines."""

    def __init__(self, command: Sequence[str], environment: Mapping[str, str], folder: Path) -> None:
        """Start the program in a folder, its environment being this one and no more."""
        self._screen = pyte.Screen(COLUMNS, LINES)
        self._stream = pyte.ByteStream(self._screen)
        self._unseen: list[tuple[float, bytes]] = []
        self._tail = b""
        self._in_frame = False
        self._moments: list[float] = []
        self._kept: list[tuple[float, str]] = []
        self.master, slave = os.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", LINES, COLUMNS, 0, 0))
        self.started = time.perf_counter()
        self.pid = os.fork()
        if self.pid == 0:
            try:
                os.close(self.master)
                os.login_tty(slave)
                os.chdir(folder)
                os.execve(command[0], list(command), dict(environment))
            finally:
                os._exit(127)
        os.close(slave)

    def wait_until(self, seen: Seen, timeout: float = 20.0) -> float:
        """Return the moment at which the first whole frame was out whose text satisfies `seen`."""
        deadline = time.perf_counter() + timeout
        while True:
            moment = self._show_until(seen)
            if moment is not None:
                return moment
            if time.perf_counter() > deadline or not self._read(0.05):
                raise NotSeenError(f"not seen within {timeout:.0f} s; the screen was:\n{self.text}")

    def press(self, key: str, seen: Seen | None = None, quiet: float = QUIET, timeout: float = 5.0) -> Frame:
        """Press a key, and return what it drew until nothing more had come for `quiet` seconds.

        With `seen`, the screen must satisfy it by then, or is waited for.
        """
        self.settle(quiet)
        pressed = time.perf_counter()
        wait = deadline = pressed + timeout
        os.write(self.master, key.encode())
        size, first, last = 0, 0.0, 0.0
        while True:
            if self._is_ready(wait - time.perf_counter()) and (count := self._take()):
                last = self._unseen[-1][0]
                first = first if size else last
                size += count
                wait = last + quiet
            elif size and (seen is None or seen(self.text)):
                return Frame(first - pressed, last - pressed, size)
            elif wait < deadline:
                wait = deadline
            else:
                raise NotSeenError(f"{key!r} did not draw what it should; the screen was:\n{self.text}")

    def type_ahead(self, keys: str) -> None:
        """Type without waiting for anything."""
        os.write(self.master, keys.encode())

    def settle(self, quiet: float = 0.3, timeout: float = 5.0) -> int:
        """Read until nothing has come for `quiet` seconds, and return how many bytes came."""
        deadline = time.perf_counter() + timeout
        size = 0
        while time.perf_counter() < deadline and self._is_ready(quiet) and (count := self._take()):
            size += count
        return size

    def watch(self, seconds: float) -> int:
        """Read for a time, and return how many bytes came."""
        end = time.perf_counter() + seconds
        size = 0
        while (left := end - time.perf_counter()) > 0:
            if self._is_ready(left):
                size += self._take()
        return size

    @property
    def text(self) -> str:
        """The lines on the screen, as far as everything read is concerned."""
        self._show_until(lambda _: False)
        return "\n".join(self._screen.display)

    def keep_screens(self, moments: Sequence[float]) -> None:
        """Keep what stands on the screen so many seconds after the start, in ascending order."""
        self._moments = list(moments)

    def kept_screens(self) -> tuple[tuple[float, str], ...]:
        """Return the screens that were kept, each with its moment; those to come show what is there now."""
        now = self.text
        self._kept += [(moment, now) for moment in self._moments]
        self._moments = []
        return tuple(self._kept)

    def close(self, *keys: str, patience: float = 3.0) -> int | None:
        """Press the keys that quit, and return the exit code; `None` when the program had to be killed."""
        try:
            for key in keys:
                os.write(self.master, key.encode())
                self.settle(0.05, 0.2)
            deadline = time.perf_counter() + (patience if keys else 0)
            while time.perf_counter() < deadline:
                done, status = os.waitpid(self.pid, os.WNOHANG)
                if done:
                    return os.waitstatus_to_exitcode(status)
                self._read(0.02)
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
            return None
        finally:
            os.close(self.master)

    def _read(self, timeout: float) -> bool:
        """Take what is there or comes within `timeout` seconds; say no when the program is gone."""
        return not self._is_ready(timeout) or self._take() > 0

    def _is_ready(self, timeout: float) -> bool:
        return bool(select.select([self.master], [], [], max(0.0, timeout))[0])

    def _take(self) -> int:
        try:
            chunk = os.read(self.master, 65536)
        except OSError:  # Linux: the last program that had the terminal open is gone
            return 0
        moment = time.perf_counter()
        window = self._tail + chunk
        for question in _QUESTION.finditer(window):
            if question.end() > len(self._tail):
                os.write(self.master, _ANSWERS[question.group()])
        self._tail = window[-(_LONGEST_QUESTION - 1) :]
        self._unseen.append((moment, chunk))
        return len(chunk)

    def _show_until(self, seen: Seen) -> float | None:
        """Draw what was put aside, chunk by chunk, until a whole frame satisfies `seen`."""
        while self._unseen:
            moment, chunk = self._unseen.pop(0)
            while self._moments and self._moments[0] < moment - self.started:
                self._kept.append((self._moments.pop(0), "\n".join(self._screen.display)))
            for edge in _FRAME_EDGE.finditer(chunk):
                self._in_frame = edge.group(1) == b"h"
            self._stream.feed(_UNKNOWN_TO_PYTE.sub(b"", chunk))
            if not self._in_frame and seen("\n".join(self._screen.display)):
                return moment
        return None
