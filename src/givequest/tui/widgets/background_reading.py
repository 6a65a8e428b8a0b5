"""Reading files beside the screen, in a thread that can be stopped: keys are heard meanwhile, and nothing is saved."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event
from typing import Any

from textual.screen import Screen

from givequest.errors import GivequestError


class Stopped(Exception):
    """The reading was stopped by whoever had begun it."""


class BackgroundReading:
    """One piece of work in a thread of its own; what it comes to is told on the screen's own."""

    def __init__(self, screen: Screen[Any]) -> None:
        self._screen = screen
        self._stop = Event()

    def begin(
        self,
        work: Callable[[Callable[[int, int], None]], Any],
        done: Callable[[Any], None],
        refused: Callable[[str], None],
        progressed: Callable[[int, int], None],
    ) -> None:
        """Do some work, which is given what to call now and then with how much of how much is done."""
        stop = self._stop = Event()
        app = self._screen.app

        def tell(act: Callable[..., None], *given: Any) -> None:
            if not stop.is_set() and self._screen.is_attached:
                app.call_from_thread(act, *given)

        def note(count: int, total: int) -> None:
            if stop.is_set():
                raise Stopped
            tell(progressed, count, total)

        def run() -> None:
            try:
                found = work(note)
            except Stopped:
                return
            except GivequestError as error:
                tell(refused, str(error))
            except OSError as error:
                tell(refused, f"{error.filename or 'The file'} can't be read: {error.strerror or error}.")
            else:
                tell(done, found)

        self._screen.run_worker(run, thread=True, exit_on_error=False, group="address-books")

    def stop(self) -> None:
        """Let what is being done end at the next step; nothing is told of it any more."""
        self._stop.set()
