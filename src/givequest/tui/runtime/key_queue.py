"""Keys and pastes one after the other: the next is heard when the one before has done what it does.

Textual sends a key to whatever has the focus and goes on to the next one at once; what a key
is bound to is carried out when it has bubbled back up, and may send messages in its turn. Of keys
that come together, over a slow line or from quick fingers, the later ones would reach the field
that the first was about to save, or the page that it was about to leave.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Awaitable, Callable
from time import monotonic
from typing import Any

from textual.app import App
from textual.dom import DOMNode
from textual.events import Key, Paste
from textual.message import Message
from textual.timer import Timer

LOOK = 0.1
"""Seconds between two looks at what has become of a key, while others wait."""
PATIENCE = 3.0
"""Seconds after which the next key is heard all the same: far more than a busy machine or a slow disk takes."""
ROUNDS = 2
"""Messages that follow a key from the same focus: one behind the key, one behind what the key has sent."""
MOST_MOVES = 4
"""How often the focus is followed after one key: a page opens, and a field on it is focused."""

Typed = Key | Paste


class KeyDone(Message):
    """Followed a key along its way, from the focus up to the app."""

    def __init__(self, number: int) -> None:
        self.number = number
        super().__init__()


class KeyQueue:
    """The keys and pastes that have come and were not heard yet."""

    def __init__(self, app: App[Any], hear: Callable[[Typed], Awaitable[None]]) -> None:
        """Pass keys on to `hear`, one at a time."""
        self._app = app
        self._hear = hear
        self._waiting: deque[Typed] = deque()
        self._target: DOMNode | None = None
        """What had the focus after the key that is on its way; None when none is."""
        self._number = 0
        self._rounds = 0
        self._moves = 0
        self._timer: Timer | None = None
        self._sent_at = 0.0
        self.typed_at = 0.0
        """When the key that was heard last came from the terminal, by the monotonic clock, in seconds."""

    async def put(self, key: Typed) -> None:
        """Hear a key, now or when those before it are done."""
        self._waiting.append(key)
        if self._target is None:
            await self._next()
        else:
            self._watch()

    async def follow(self, message: KeyDone) -> None:
        """Go on to the next key, once the focus stays where the last one has put it."""
        if message.number != self._number:
            return
        target = self._focus()
        if target is not self._target and self._moves < MOST_MOVES:
            self._moves += 1
            self._rounds = 0
        self._rounds += 1
        if self._rounds < ROUNDS:
            self._send_after(target)
        else:
            await self._next()

    async def _next(self) -> None:
        self._target = None
        while self._waiting and self._target is None:
            self._rounds = self._moves = 0
            key = self._waiting.popleft()
            self.typed_at = key.time
            await self._hear(key)
            self._send_after(self._focus())
        if self._waiting:
            self._watch()

    def _send_after(self, target: DOMNode | None) -> None:
        self._number += 1
        self._sent_at = monotonic()
        is_sent = target is not None and target.post_message(KeyDone(self._number))
        self._target = target if is_sent else None

    def _focus(self) -> DOMNode | None:
        if not self._app.screen_stack:
            return None
        return self._app.focused or self._app.screen

    def _watch(self) -> None:
        """See to it that the keys that wait are heard at last: what a key was followed to may be closed meanwhile."""
        if self._timer is None:
            self._timer = self._app.set_timer(LOOK, self._look)

    async def _look(self) -> None:
        self._timer = None
        if not self._waiting:
            return
        target = self._target
        is_there = target is not None and target.is_attached and target.is_running
        if is_there and monotonic() - self._sent_at < PATIENCE:
            self._watch()
        else:
            await self._next()
