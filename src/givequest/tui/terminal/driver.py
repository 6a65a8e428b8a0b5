"""The Textual driver: draws on the terminal that stdout is, and hears what was meant for the app and nothing else.

Follows `textual.drivers.linux_driver` of Textual 8.2.8, and differs in what that one gets wrong: answers of the
terminal, bytes that are not UTF-8, stderr elsewhere, stopping without a shell, a terminal that is gone.
"""

from __future__ import annotations

import os
import select
import signal
import sys
import termios
from contextlib import suppress
from threading import Thread
from time import monotonic
from typing import Any

from textual import constants, events
from textual.app import App
from textual.geometry import Size
from textual.message import Message
from textual.messages import InBandWindowResize

from givequest.terminal.modes import TerminalModes
from givequest.terminal.output import TerminalWriter
from givequest.tui.terminal.events import InputEvents
from givequest.tui.terminal.input_tokens import InputTokens
from givequest.tui.textual_internals import AppDriver

ESCAPE_DELAY = constants.ESCAPE_DELAY
"""Seconds after which an escape that came alone is the key; `ESCDELAY` in the environment changes it."""
UNLIKELY_ESCAPE_DELAY = 1.0
"""The same, where the terminal sends the key as a sequence: then the rest is only late."""
LONGEST_KEY = 8
"""Bytes of a key: more at once are no typing, and an answer may take its time."""
LIMIT = 3
"""An answer that comes in crumbs is waited for at most so many times as long."""
MOST_AT_ONCE = 65_536


class TerminalDriver(AppDriver):
    """Textual's way to the terminal."""

    def __init__(
        self, app: App[Any], *, debug: bool = False, mouse: bool = True, size: tuple[int, int] | None = None
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        assert sys.__stdin__ is not None
        assert sys.__stdout__ is not None
        self._input, self._output = sys.__stdin__.fileno(), sys.__stdout__.fileno()
        self._encoding = sys.__stdout__.encoding
        entered: TerminalModes | None = getattr(app, "entered", None)
        self._modes = entered or TerminalModes(self._input)
        self._writer: TerminalWriter | None = None
        self._reader: Thread | None = None
        self._wake: tuple[int, int] | None = None
        """Both ends of the pipe that ends the reader when something is written to it."""
        self._has_size_reports = False
        self._is_gone = False
        self._is_stopping = self._was_continued = False
        self.size = size or self._measure()
        signal.signal(signal.SIGTSTP, self._on_stop)
        signal.signal(signal.SIGCONT, self._on_continue)

    @property
    def can_suspend(self) -> bool:
        """Whether the terminal can be given back for a while."""
        return True

    def write(self, data: str) -> None:
        """Write to the terminal; nothing while it is given back."""
        if self._writer is not None:
            self._writer.write(data)

    def start_application_mode(self) -> None:
        """Take the terminal."""
        self._writer = TerminalWriter(self._output, self._encoding, self._on_gone)
        try:
            self._modes.enter_screen(self.write)
        except termios.error:
            self._on_gone()
            return
        signal.signal(signal.SIGWINCH, self._on_resize)
        self._tell_size()
        self._start_reader()
        self._ask_for_reports()

    def _ask_for_reports(self) -> None:
        self._modes.ask_for_reports(self.write, mouse=self.wants_mouse, kitty_keys=not constants.DISABLE_KITTY_KEY)

    def hear_mouse(self, *, on: bool) -> None:
        """Hear of the mouse from now on, or leave it to the terminal."""
        self.wants_mouse = on
        self._modes.report_mouse(self.write, on=on)
        if self._has_size_reports:
            self._modes.report_pixels(self.write)

    def disable_input(self) -> None:
        """Hear nothing more."""
        self._modes.leave_reports(self.write)
        self._has_size_reports = False
        if self._reader is not None and self._wake is not None:
            signal.signal(signal.SIGWINCH, signal.SIG_DFL)
            os.write(self._wake[1], b".")
            self._reader.join()
            for end in self._wake:
                os.close(end)
            self._reader = self._wake = None

    def stop_application_mode(self) -> None:
        """Give the terminal back as it was found; it may have been given back already."""
        self.disable_input()
        self._modes.leave_screen(self.write)
        self.close()
        self._modes.leave_line()

    def close(self) -> None:
        """Write what is left to write."""
        if self._writer is not None:
            self._writer.stop()
            self._writer = None

    def stop_process_group(self) -> bool:
        """Stop as a shell expects of a job, with whoever has started it, until the shell brings it back.

        Where no shell could (nobody outside the group is in the same session), the kernel drops the signal
        and the app goes on at once; return whether it was stopped.
        """
        self._was_continued = False
        self._stop(0)
        return self._was_continued

    def _on_stop(self, *_: object) -> None:
        self._stop(os.getpid())

    def _stop(self, whom: int) -> None:
        """Give the terminal back, stop a process (0: the whole group), and take the terminal when that is over."""
        goes_back = self.restarts_itself and self._writer is not None
        if goes_back:
            self.suspend_application_mode()
        self._is_stopping = True
        signal.signal(signal.SIGTSTP, signal.SIG_DFL)
        os.kill(whom, signal.SIGTSTP)  # stopped here
        signal.signal(signal.SIGTSTP, self._on_stop)
        self._is_stopping = False
        if goes_back:
            self.resume_application_mode()
            self.send_message(self.SignalResume())

    def _on_continue(self, *_: object) -> None:
        """Go on after a stop that nobody could catch: the shell may have written here and changed the modes."""
        self._was_continued = True
        if self._is_stopping or self._writer is None or not self.restarts_itself:
            return
        try:
            self._modes.enter_screen(self.write)
        except termios.error:
            self._on_gone()
            return
        self._ask_for_reports()
        self._tell_size()
        self.send_message(self.SignalResume())

    def _on_gone(self) -> None:
        """End as when the terminal hangs up: the signal for that may have gone to somebody else."""
        if not self._is_gone:
            self._is_gone = True
            os.kill(os.getpid(), signal.SIGHUP)

    def _measure(self) -> tuple[int, int]:
        """Return columns and lines of the terminal itself; a shell may have exported others long ago."""
        with suppress(OSError):
            columns, lines = os.get_terminal_size(self._output)
            if columns and lines:
                return columns, lines
        return 80, 24

    def _on_resize(self, *_: object) -> None:
        if not self._has_size_reports:
            self._tell_size()

    def _tell_size(self) -> None:
        size = Size(*self._measure())
        self.send_message(events.Resize(size, size))

    def process_message(self, message: Message) -> None:
        """Pass an event on; called in the thread that reads."""
        if isinstance(message, InBandWindowResize) and message.supported:
            self._has_size_reports = True
            if not message.enabled:
                self._modes.report_sizes(self.write)
                message = InBandWindowResize(True, True)
            super().process_message(message)
            self._modes.report_pixels(self.write)
            return
        super().process_message(message)

    def _start_reader(self) -> None:
        self._wake = os.pipe()
        self._reader = Thread(target=self._run_reader, args=(self._wake[0],), name="terminal-input")
        self._reader.start()

    def _run_reader(self, woken: int) -> None:
        try:
            self._read(woken)
        except Exception as error:
            self.panic(error)

    def _read(self, woken: int) -> None:
        tokens, found = InputTokens(ESCAPE_DELAY), InputEvents()
        deadline = limit = 0.0
        waited: float | None = None
        early, self._modes.typed_before = self._modes.typed_before, 0
        while True:
            left = None if waited is None else max(min(deadline, limit) - monotonic(), 0.0)
            ready, _, _ = select.select([self._input, woken], [], [], left)
            if woken in ready:
                return
            data = self._read_bytes(early or MOST_AT_ONCE) if ready else b""
            if self._is_gone:
                return
            if ready and not data:
                continue
            for token in tokens.feed_later(data) if ready else tokens.give_up():
                for message in found.of(token):
                    if early:
                        message.time = 0.0  # typed before anything was to be seen
                    self.process_message(message)
            early = max(early - len(data), 0)
            if found.has_escape_sequence:
                tokens.escape_delay = max(ESCAPE_DELAY, UNLIKELY_ESCAPE_DELAY)
            if (wait := tokens.wait) is not None:
                now = monotonic()
                deadline = now + wait
                if wait != waited or len(data) > LONGEST_KEY:
                    limit = now + LIMIT * wait
            waited = wait

    def _read_bytes(self, most: int) -> bytes:
        """Return what the terminal has sent; its end, or an error, is that of the terminal."""
        try:
            if data := os.read(self._input, most):
                return data
        except BlockingIOError:  # whoever shares the terminal has left it in that mode
            return b""
        except OSError:
            pass
        self._on_gone()
        return b""
