"""The signals that end a program, and letting them wait."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager

ENDINGS = (signal.SIGHUP, signal.SIGTERM, signal.SIGINT)
"""The terminal goes away, or somebody asks to end."""


@contextmanager
def held_back() -> Iterator[None]:
    """Let signals wait until `let_in` is called, or until what is done inside is over."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, ENDINGS)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def let_in() -> None:
    """Take signals, those that have waited first."""
    signal.pthread_sigmask(signal.SIG_UNBLOCK, ENDINGS)
