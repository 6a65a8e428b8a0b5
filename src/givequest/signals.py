"""The signals that end a program, and letting them wait."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager

ENDINGS = (signal.SIGHUP, signal.SIGTERM, signal.SIGINT)
"""The terminal goes away, or somebody asks to end."""
HELD_BACK = (*ENDINGS, signal.SIGTSTP)
"""Those that wait while nobody could give the terminal back: somebody asks to stop for a while, too."""


@contextmanager
def held_back() -> Iterator[None]:
    """Let signals wait until `let_in` is called, or until what is done inside is over."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, HELD_BACK)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def let_in() -> None:
    """Take signals, those that have waited first."""
    signal.pthread_sigmask(signal.SIG_UNBLOCK, HELD_BACK)
