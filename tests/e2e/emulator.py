"""The screen of a terminal, fed by hand."""

from __future__ import annotations

import pyte

from .terminal import _UNKNOWN_TO_PYTE


class Emulator:
    """A terminal's screen, fed by hand."""

    def __init__(self, columns: int, lines: int) -> None:
        self.screen = pyte.Screen(columns, lines)
        self._stream = pyte.ByteStream(self.screen)

    def feed(self, data: bytes) -> None:
        """Show what a program wrote."""
        self._stream.feed(_UNKNOWN_TO_PYTE.sub(b"", data))

    @property
    def cells(self) -> list[list[tuple[object, ...]]]:
        """Every cell with its letter, colours and weight."""
        screen = self.screen
        return [[tuple(screen.buffer[row][column]) for column in range(screen.columns)] for row in range(screen.lines)]
