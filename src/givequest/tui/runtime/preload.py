"""Loading ahead: the code of pages that nobody has asked for yet, while the person reads the board."""

from __future__ import annotations

from importlib import import_module
from threading import Thread

DELAY = 0.15
"""Seconds after the first frame: whoever presses a key at once gets the processor to themselves."""
PAGES = ("givequest.tui.charts.screen", "givequest.tui.people.screen")
"""Modules to load, the likeliest first; whatever they import comes along."""


def load_ahead() -> None:
    """Begin to import the other pages in a thread; one that cannot be imported says so when it is gone to."""
    Thread(target=_load, name="load-ahead").start()


def _load() -> None:
    for page in PAGES:
        try:
            import_module(page)
        except Exception:  # the page itself is the place to hear of it
            return
