"""Which press of a key is a bounce of the one before: a worn key, or a finger that stays down, logs nothing twice."""

from __future__ import annotations

from datetime import date

from givequest.application.board import Quest

BOUNCE = 0.4
"""Seconds after a press within which another one on the same quest isn't meant."""


class KeyBounce:
    """Remembers the last press that logged a deed, and when the key was last pressed."""

    def __init__(self) -> None:
        self._pressed: tuple[date, str] | None = None
        self._deeds = 0
        """How many deeds the quest had before; as many again mean that it was undone, or couldn't be saved."""
        self._moved_to: str | None = None
        """The kind that the cursor went on to by itself after the press."""
        self._at = 0.0

    def note(self, day: date, quest: Quest, at: float) -> bool:
        """Take a press on a quest, `at` some seconds of a monotonic clock; return whether it's a bounce."""
        is_soon, self._at = at - self._at < BOUNCE, at
        kind = quest.kind.id
        if is_soon and kind == self._moved_to:
            return True
        if is_soon and self._pressed == (day, kind) and len(quest.deeds) > self._deeds:
            return True
        self._pressed, self._deeds, self._moved_to = (day, kind), len(quest.deeds), None
        return False

    def follow(self, kind: str) -> None:
        """Note that the cursor went on to another quest by itself: a bounce would find it there."""
        self._moved_to = kind
