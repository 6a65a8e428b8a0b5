"""How the app hears keys and pastes: one after the other, each with the time it was typed at."""

from __future__ import annotations

from typing import Any

from textual import events
from textual.driver import Driver

from givequest.tui.navigation import Navigation
from givequest.tui.runtime.key_queue import KeyDone, KeyQueue


class KeyHearing(Navigation):
    """The part of the app that hears what is typed."""

    def __init__(self, driver_class: type[Driver]) -> None:
        super().__init__(driver_class=driver_class)
        self._keys = KeyQueue(self, super().on_event)

    @property
    def typed_at(self) -> float:
        """When the key that was heard last came from the terminal, by the monotonic clock, in seconds."""
        return self._keys.typed_at

    async def on_event(self, event: events.Event) -> Any:
        """Hear keys one after the other, and note when: what is done beside the game waits until none is pressed."""
        if isinstance(event, (events.Key, events.Paste)) and not event.is_forwarded:
            self.background.note_key()
            await self._keys.put(event)
        else:
            await super().on_event(event)

    async def on_key_done(self, message: KeyDone) -> None:
        """Hear the next key."""
        await self._keys.follow(message)
