"""Guests in words: what comes for one day and is counted nowhere. A journal entry brings fireflies, a gift a bird."""

from __future__ import annotations

from givequest.domain.forest.visitors import Guests


def tell_guests(guests: Guests) -> str:
    """Return who is there in words; nothing when nobody is."""
    told = ["Fireflies are about tonight."] if guests.fireflies else []
    return " ".join([*told, "A bird crosses the sky."] if guests.bird else told)
