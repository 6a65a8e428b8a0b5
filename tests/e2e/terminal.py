"""A real pseudo-terminal with an emulator behind it, as a person's terminal would be."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
from collections.abc import Callable, Mapping, Sequence

import pyte

_ANSWERS = {
    b"\x1b[c": b"\x1b[?62;22c",
    b"\x1b[?u": b"\x1b[?0u",
    b"\x1b[?2026$p": b"\x1b[?2026;2$y",
    b"\x1b[?2048$p": b"\x1b[?2048;0$y",
}
"""What programs ask of a terminal, and what one like most says."""
_UNKNOWN_TO_PYTE = re.compile(rb"\x1b\[[<=>][0-9;]*[a-zA-Z]")


class Terminal:
    """A program in a terminal of its own; a context manager that leaves no process behind."""

    def __init__(
        self, command: Sequence[str], environment: Mapping[str, str], columns: int = 100, lines: int = 30
    ) -> None:
        self.screen = pyte.Screen(columns, lines)
        self.raw = b""
        self._stream = pyte.ByteStream(self.screen)
        self.pid, self._master = pty.fork()
        if self.pid == 0:
            os.execvpe(command[0], list(command), dict(environment))
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
        self._status: int | None = None

    def __enter__(self) -> Terminal:
        return self

    def __exit__(self, *_: object) -> None:
        if self._status is None:
            os.kill(self.pid, signal.SIGKILL)
            self.wait()
        if self._master >= 0:
            os.close(self._master)

    @property
    def descriptor(self) -> int:
        """Our end of the line."""
        return self._master

    @property
    def text(self) -> str:
        """What is on the screen."""
        return "\n".join(self.screen.display)

    def press(self, *keys: str) -> None:
        """Type keys."""
        for key in keys:
            os.write(self._master, key.encode())

    def send(self, data: bytes) -> None:
        """Send bytes as they are, as a line or a terminal would, in one write."""
        os.write(self._master, data)

    def wait_for(self, seen: str | Callable[[str], bool], timeout: float = 30.0) -> None:
        """Read until the screen shows a text, or satisfies a condition; fail with the screen after the time-out."""
        satisfied = seen if callable(seen) else lambda text: seen in text
        deadline = time.monotonic() + timeout
        while not satisfied(self.text):
            if not self._read(deadline - time.monotonic()):
                raise AssertionError(f"{seen!r} was not seen; the screen was:\n{self.text}")

    def wait(self, timeout: float = 30.0) -> int:
        """Read until the program ends, and return its exit code."""
        deadline = time.monotonic() + timeout
        while self._status is None:
            done, status = os.waitpid(self.pid, os.WNOHANG)
            if done:
                self._status = os.waitstatus_to_exitcode(status)
            elif time.monotonic() > deadline:
                raise AssertionError(f"the program did not end; the screen was:\n{self.text}")
            else:
                self._read(0.05)
        while self._read(0.0):  # its last words
            pass
        return self._status

    def hang_up(self, timeout: float = 30.0) -> int:
        """Take the terminal away, as closing its window does, and return the program's exit code."""
        os.close(self._master)
        self._master = -1
        deadline = time.monotonic() + timeout
        while self._status is None:
            done, status = os.waitpid(self.pid, os.WNOHANG)
            if done:
                self._status = os.waitstatus_to_exitcode(status)
            elif time.monotonic() > deadline:
                raise AssertionError("the program is still there without its terminal")
            else:
                select.select([], [], [], 0.01)
        return self._status

    def _read(self, timeout: float) -> bool:
        if not select.select([self._master], [], [], max(timeout, 0.0))[0]:
            return False
        try:
            data = os.read(self._master, 65536)
        except OSError:  # the program has closed its end
            return False
        self.raw += data
        for question, answer in _ANSWERS.items():
            if question in data:
                os.write(self._master, answer)
        self._stream.feed(_UNKNOWN_TO_PYTE.sub(b"", data))
        return bool(data)
