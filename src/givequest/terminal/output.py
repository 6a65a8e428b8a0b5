"""What is written to the terminal: by a thread of its own, in the terminal's encoding, to its very descriptor."""

from __future__ import annotations

from collections.abc import Callable
from queue import Queue
from threading import Thread

from givequest.terminal.writing import encoded, write_all

MOST_WAITING = 30
"""Texts that may wait; whoever writes more than a slow line can take waits with them."""


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
        is_over = False
        while not is_over:
            texts = [self._texts.get()]
            while not self._texts.empty():  # a frame comes in three: its beginning, its cells, its end
                texts.append(self._texts.get())
            is_over = texts[-1] is None
            if not self._is_gone:
                self._write(encoded("".join(text for text in texts if text is not None), self._encoding))

    def _write(self, data: bytes) -> None:
        try:
            write_all(self._descriptor, data)
        except OSError:
            self._is_gone = True
            self._on_gone()
