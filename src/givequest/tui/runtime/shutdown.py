"""Leaving other than by a key: for the shell and back, at a signal, or because something went wrong."""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import Callable
from typing import Any

from rich.text import Text
from textual.app import App

from givequest.domain.text import clean_line
from givequest.errors import NO_MEMORY, GivequestError
from givequest.signals import ENDINGS, let_in

PATIENCE = 3
"""Seconds that leaving may take when it was a signal that asked."""


def listen(app: App[Any], close_up: Callable[[], object]) -> None:
    """End the app in good order when its terminal goes away (SIGHUP) or somebody asks (SIGTERM, SIGINT).

    `close_up` saves what is open, before anything that could get stuck.
    """

    def end(number: int) -> None:
        signal.alarm(PATIENCE)  # what writes to a terminal that is gone may never return
        close_up()
        app.exit(return_code=128 + number)

    for number in ENDINGS:
        asyncio.get_running_loop().add_signal_handler(number, end, number)
    let_in()


def last_words(error: BaseException | None) -> Text:
    """Return what to say instead of a traceback, which would print what people wrote."""
    if isinstance(error, GivequestError):
        return Text(f"givequest had to close: {clean_line(str(error))} What was saved is safe.")
    if isinstance(error, MemoryError):
        return Text(f"givequest had to close: {NO_MEMORY}")
    where = ""
    if error is not None and error.__traceback__ is not None:
        trace = error.__traceback__
        while trace.tb_next is not None:
            trace = trace.tb_next
        where = f" ({type(error).__name__} in {os.path.basename(trace.tb_frame.f_code.co_filename)}:{trace.tb_lineno})"
    return Text(f"givequest had to close: something unexpected happened{where}. What was saved is safe.")
