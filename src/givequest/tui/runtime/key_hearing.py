"""How the app hears keys and pastes, one after the other, each with the time it was typed at; and the terminal."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from textual import events
from textual.driver import Driver

from givequest.commands.meant_keys import meant_keys
from givequest.commands.registry import shown_key
from givequest.presentation.messages import nothing_on
from givequest.tui.navigation import Navigation
from givequest.tui.page import Page
from givequest.tui.runtime.key_queue import KeyDone, KeyQueue
from givequest.tui.terminal.events import TerminalGround

if TYPE_CHECKING:
    from givequest.tui.tour import Tour


class KeyHearing(Navigation):
    """The part of the app that hears what is typed."""

    def __init__(self, driver_class: type[Driver]) -> None:
        super().__init__(driver_class=driver_class)
        self._keys = KeyQueue(self, super().on_event)
        self._has_told_of_help = False
        self.begins_with_tour = False
        self.tour: Tour | None = None
        """What hears keys and clicks before anything else does, where there is one."""

    @property
    def typed_at(self) -> float:
        """When the key that was heard last came from the terminal, by the monotonic clock, in seconds."""
        return self._keys.typed_at

    async def on_event(self, event: events.Event) -> Any:
        """Hear keys one after the other, and note when: what is done beside the game waits until none is pressed."""
        if not event.is_forwarded and self.tour is not None and self.tour.hears(event):
            return
        if isinstance(event, (events.Key, events.Paste)) and not event.is_forwarded:
            self.background.note_key()
            await self._keys.put(event)
        else:
            await super().on_event(event)

    def meant(self, event: events.Key) -> Iterable[str]:
        """Return what a capital, or a letter of another layout, was meant as; fields take letters before this."""
        return meant_keys(event.key)

    def unheard(self, event: events.Key) -> None:
        """Say once, on a page, that a key does nothing there, and which one shows those that do."""
        from textual.scroll_view import ScrollView  # what fields are made of; only needed here

        page = self.screen
        if self._has_told_of_help or not isinstance(page, Page) or isinstance(self.focused, ScrollView):
            return
        self._has_told_of_help = True
        key = event.character if event.is_printable and event.character != " " else None
        in_ascii = self.paint.glyphs.name == "ascii"
        page.say(self.with_keys(nothing_on(key or shown_key(event.key, in_ascii=in_ascii))))

    def on_terminal_ground(self, message: TerminalGround) -> None:
        """Wear what goes with the terminal's ground."""
        self.themes.follow(message.colour)

    def on_ready(self) -> None:
        """Begin the tour, where one is wanted."""
        if self.begins_with_tour:
            from givequest.tui.tour import Tour

            self.tour = Tour(self)
            self.tour.begin()

    async def on_key_done(self, message: KeyDone) -> None:
        """Hear the next key."""
        await self._keys.follow(message)
