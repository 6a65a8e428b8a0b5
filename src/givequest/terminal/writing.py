"""Text for a terminal: in its encoding, all of it, to its very descriptor."""

from __future__ import annotations

import codecs
import os
import select

from givequest.presentation.lines import cells_of

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
