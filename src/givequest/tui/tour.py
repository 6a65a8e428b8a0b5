"""The demo's tour: each page for a moment, with one sentence. Any key or click ends it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events

from givequest.presentation.tour import STEP_BY_STEP, STOPS, THE_END

if TYPE_CHECKING:
    from textual.timer import Timer

    from givequest.tui.navigation import Navigation

SECONDS = 3.0
"""How long each page is shown: some twenty seconds for all of them."""
LEAVING = frozenset({"app.leave", "app.suspend"})
"""Commands whose keys do what they always do; leaving ends the tour in any case."""


class Tour:
    """Shows one page after the other; with animations off, a key goes on instead of the clock."""

    def __init__(self, app: Navigation) -> None:
        self._app = app
        self._at = -1
        self._timer: Timer | None = None

    @property
    def is_on(self) -> bool:
        """Whether it has begun and isn't over."""
        return 0 <= self._at < len(STOPS)

    def begin(self) -> None:
        """Say what a demo is, and go on by and by."""
        if self._moves:
            self._timer = self._app.set_interval(SECONDS, self.go_on)
        self.go_on()

    def go_on(self) -> None:
        """Go to the next page, or end after the last."""
        self._at += 1
        if not self.is_on:
            self.end()
            return
        stop = STOPS[self._at]
        self._show(stop.page, stop.words if self._at or self._moves else STEP_BY_STEP)

    def end(self) -> None:
        """Leave the person on the board."""
        self._at = len(STOPS)
        if self._timer is not None:
            self._timer.stop()
        self._show("page.today", THE_END)

    def hears(self, event: events.Event) -> bool:
        """Return whether an event was for the tour: a key or click ends it and does nothing else."""
        if not self.is_on or not isinstance(event, (events.Key, events.MouseDown, events.Paste)):
            return False
        if isinstance(event, events.Key) and self._leaves(event.key):
            self._at = len(STOPS)
            if self._timer is not None:
                self._timer.stop()
            return False
        if self._moves or (isinstance(event, events.Key) and event.key == "escape"):
            self.end()
        else:
            self.go_on()
        return True

    @property
    def _moves(self) -> bool:
        return self._app.settings.animations

    def _leaves(self, key: str) -> bool:
        return key == "ctrl+c" or any(key in self._app.keymap.get(command, ()) for command in LEAVING)

    def _show(self, page: str, words: str) -> None:
        app = self._app

        def say() -> None:
            if app.page is not None:
                app.page.say(app.with_keys(words))

        async def go() -> None:
            await app.run_action(page.replace(".", "_"))
            app.call_after_refresh(say)

        app.call_later(go)
