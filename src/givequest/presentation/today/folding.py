"""How many lines of what each quest asks for are shown where not everything has room."""

from __future__ import annotations

from collections.abc import Sequence

from givequest.named_tuple import NamedTuple


class QuestHeights(NamedTuple):
    """How many lines a quest takes below its title."""

    full: int
    """With the reason; so it's shown where the cursor is."""
    prompt: int
    """What it asks for."""
    first: int = 0
    """Lines that are told before any of another quest: what ticking the quiet vow means."""


def shared_lines(quests: Sequence[QuestHeights], room: int) -> list[int] | None:
    """Return how many lines of each prompt are shown, wherever the cursor is; None where the chosen one has no room.

    `room` is what the titles leave. Every quest gets its first line before any gets a second, and whichever the
    cursor goes to is shown in full in the place of its share, so that moving on changes no other's.
    """
    shares = [quest.first for quest in quests]
    if not _fit(quests, shares, room):
        shares = [0] * len(quests)
        if not _fit(quests, shares, room):
            return None
    for line in range(max((quest.prompt for quest in quests), default=0)):
        for place, quest in enumerate(quests):
            if shares[place] == line < quest.prompt:
                shares[place] += 1
                if not _fit(quests, shares, room):
                    shares[place] -= 1
    return shares


def _fit(quests: Sequence[QuestHeights], shares: Sequence[int], room: int) -> bool:
    growth = max((quest.full - share for quest, share in zip(quests, shares, strict=True)), default=0)
    return sum(shares) + growth <= room
