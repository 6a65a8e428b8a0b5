"""The modes of a terminal while the app has it: raw input, the other screen, mouse, paste and focus reports."""

from __future__ import annotations

import fcntl
import os
import sys
import termios
from collections.abc import Callable
from contextlib import suppress
from typing import Any

Write = Callable[[str], object]

ASK_FOR_GROUND = "\x1b]11;?\x1b\\"
"""The question what colour the ground is (OSC 11)."""
_ENTER_SCREEN = "\x1b[?1049h"
_LEAVE_SCREEN = "\x1b[?1049l"
_MOUSE = (1000, 1003, 1015, 1006)
"""Clicks, every move, and the two encodings of them that reach beyond column 223."""
_MOUSE_IN_PIXELS, _SIZE_REPORTS, _FOCUS, _PASTE, _WRAP, _CURSOR = 1016, 2048, 1004, 2004, 7, 25
_SYNCHRONISED = 2026
KITTY_KEYS = 1 | 8 | 16
"""Disambiguated, all of them as sequences, with their text: https://sw.kovidgoyal.net/kitty/keyboard-protocol/"""
_PLAIN_KEYS = "\x1b[<u"
_DEFAULT_POINTER = "\x1b]22;default\x07"


class TerminalModes:
    """What was changed about a terminal, so that all of it can be changed back.

    `enter` on a terminal that was entered already, by whoever drew the screen before, adds only what is missing.
    """

    def __init__(self, input_descriptor: int) -> None:
        """Use the terminal that is open for reading as this descriptor."""
        self._input = input_descriptor
        self._found: list[Any] | None = None
        """The attributes of the line as they were before."""
        self._has_screen = False
        self._has_reports = False
        self._has_mouse = False
        self.typed_before = 0
        """Bytes that had come, and were not read, before what is on the screen was drawn: meant for nothing there."""

    @property
    def is_entered(self) -> bool:
        """Whether there is anything to change back."""
        return self._has_screen or self._found is not None

    def enter_screen(self, write: Write) -> None:
        """Take keys as they are pressed, without an echo, and go to the other screen.

        `termios.error` says that the terminal is gone. In the background this stops the process until it is
        brought back, as a shell expects it.
        """
        if self._found is None:
            self._found = termios.tcgetattr(self._input)
        termios.tcsetattr(self._input, termios.TCSANOW, _raw(self._found))
        if not self._has_screen:
            self._has_screen = True
            write(f"{_ENTER_SCREEN}\x1b[?{_CURSOR}l")

    def note_typed(self) -> None:
        """Take note of how much was typed before the frame that was just written. Raises `OSError`."""
        count = fcntl.ioctl(self._input, termios.FIONREAD, b"\0" * 4)
        self.typed_before = int.from_bytes(count, sys.byteorder)

    def ask_for_reports(self, write: Write, *, mouse: bool, kitty_keys: bool) -> None:
        """Ask for keys, mouse, paste and focus as sequences, and for what else the terminal can do.

        Can be asked again, when another program may have changed what was asked for.
        """
        if self._has_reports:
            write(f"{_PLAIN_KEYS}\x1b[?{_CURSOR}l")
        self._has_reports, self._has_mouse = True, mouse
        if mouse:
            write(_switched(*_MOUSE, on=True))
        write(_switched(_FOCUS, on=True))
        if kitty_keys:
            write(f"\x1b[>{KITTY_KEYS}u\x1b[?u")
        if os.environ.get("TERM_PROGRAM") != "Apple_Terminal":  # which would print the last letter of the question
            write(f"\x1b[?{_SYNCHRONISED}$p")
        write(f"\x1b[?{_SIZE_REPORTS}$p")
        write(_switched(_PASTE, on=True) + _switched(_WRAP, on=False))
        if mouse:
            write(_switched(*_MOUSE, on=True))  # iTerm 3.5 wants to hear it after the other modes

    def report_sizes(self, write: Write) -> None:
        """Have changes of the size reported by the terminal itself."""
        write(_switched(_SIZE_REPORTS, on=True))

    def report_mouse(self, write: Write, *, on: bool) -> None:
        """Have the mouse reported, or leave it to the terminal, while all else stays as it was asked for."""
        if self._has_reports and on != self._has_mouse:
            self._has_mouse = on
            write(_switched(*_MOUSE, on=True) if on else _switched(*_MOUSE, _MOUSE_IN_PIXELS, on=False))

    def report_pixels(self, write: Write) -> None:
        """Have the mouse reported in pixels."""
        if self._has_mouse:
            write(_switched(_MOUSE_IN_PIXELS, on=True))

    def leave_reports(self, write: Write) -> None:
        """Have nothing reported any more."""
        if self._has_reports:
            self._has_reports = False
            write(_switched(_PASTE, on=False) + _switched(_WRAP, on=True) + _switched(_SIZE_REPORTS, on=False))
            if self._has_mouse:
                write(_switched(*_MOUSE, _MOUSE_IN_PIXELS, on=False))
            write(_switched(_FOCUS, on=False) + _DEFAULT_POINTER)
            write(_PLAIN_KEYS)  # of the keys on this screen: the other one has its own

    def leave_screen(self, write: Write) -> None:
        """Go back to the screen as it was."""
        if self._has_screen:
            self._has_screen = False
            write(f"\x1b[?{_SYNCHRONISED}l{_LEAVE_SCREEN}\x1b[?{_CURSOR}h")

    def leave_line(self) -> None:
        """Go back to lines that are echoed; what was typed and not read, and answers that came late, are dropped."""
        if self._found is not None:
            with suppress(termios.error):  # the terminal is gone, and its modes with it
                termios.tcflush(self._input, termios.TCIFLUSH)
                termios.tcsetattr(self._input, termios.TCSANOW, self._found)
            self._found = None


def _switched(*modes: int, on: bool) -> str:
    return "".join(f"\x1b[?{mode}{'h' if on else 'l'}" for mode in modes)


def _raw(attributes: list[Any]) -> list[Any]:
    """Return attributes of a line on which keys are read one by one, as they are; output is left as it was."""
    raw = [*attributes[:6], [*attributes[6]]]
    raw[0] &= ~(termios.IXON | termios.IXOFF | termios.ICRNL | termios.INLCR | termios.IGNCR)
    raw[3] &= ~(termios.ECHO | termios.ICANON | termios.IEXTEN | termios.ISIG)
    raw[6][termios.VMIN], raw[6][termios.VTIME] = 1, 0
    return raw
