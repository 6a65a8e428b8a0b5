"""What is written to the terminal: by a thread of its own, in the terminal's encoding, to its very descriptor."""

from __future__ import annotations

import codecs
import os
import select
from collections.abc import Callable
from queue import Queue
from threading import Thread

from givequest.presentation.lines import cells_of

MOST_WAITING = 30
"""Texts that may wait; whoever writes more than a slow line can take waits with them."""
_SUBSTITUTED = "givequest.cells"


def _substitute(error: UnicodeError) -> tuple[str, int]:
    """Return a question mark for each cell of what an encoding does not have, so that the row stays as wide."""
    assert isinstance(error, UnicodeEncodeError)
    return "?" * cells_of(error.object[error.start : error.end]), error.end


codecs.register_error(_SUBSTITUTED, _substitute)


def encoded(text: str, encoding: str) -> bytes:
    """Return a text in an encoding; what that does not have is a question mark for each cell."""
    return text.encode(encoding, _SUBSTITUTED)


def write_all(descriptor: int, data: bytes) -> None:
    """Write all of some bytes to a terminal, however slow it is. Raises `OSError` when it is gone."""
    while data:
        try:
            data = data[os.write(descriptor, data) :]
        except BlockingIOError:  # whoever shares the terminal has left it in that mode
            select.select([], [descriptor], [])


class TerminalWriter:
    """Writes texts in order; when the terminal is gone it says so once, and drops the rest."""

    def __init__(self, descriptor: int, encoding: str, on_gone: Callable[[], object]) -> None:
        """Write to a descriptor; `on_gone` is called in the thread."""
        self._descriptor = descriptor
        self._encoding = encoding
        self._on_gone = on_gone
        self._is_gone = False
        self._texts: Queue[str | None] = Queue(MOST_WAITING)
        self._thread = Thread(target=self._run, name="terminal-output", daemon=True)
        self._thread.start()

    def write(self, text: str) -> None:
        """Write a text, soon."""
        self._texts.put(text)

    def stop(self) -> None:
        """Write everything that was given, and end."""
        self._texts.put(None)
        self._thread.join()

    def _run(self) -> None:
        while (text := self._texts.get()) is not None:
            if not self._is_gone:
                self._write(encoded(text, self._encoding))

    def _write(self, data: bytes) -> None:
        try:
            write_all(self._descriptor, data)
        except OSError:
            self._is_gone = True
            self._on_gone()
