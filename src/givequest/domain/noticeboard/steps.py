"""Steps: what a deed has done of what was noticed, as the id of its card says it.

`spot.ID` is a win, a need or the like that was taken up; `spot.ID.ask` is one of two who should meet being asked,
`spot.ID.meet` their being introduced.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from givequest.domain.text import name_key

CARD = "spot."
"""What the id of a card begins with that was made of a spot."""
ASK, MEET = "ask", "meet"
REMEMBERED = 400
"""Days for which it is remembered that a step was done: longer than a spot can rest and live."""
Done = Mapping[str, int]
"""The first day (an ordinal) on which each step was done, by its key."""


def is_spot_card(card: str | None) -> bool:
    """Return whether a card was made of a spot."""
    return card is not None and card.startswith(CARD)


def card_of(identity: str, step: str = "") -> str:
    """Return the id of the card of a spot, or of a step of an introduction."""
    return f"{CARD}{identity}.{step}" if step else CARD + identity


def spot_of_card(card: str) -> str:
    """Return the id of the spot that a card was made of."""
    return card.removeprefix(CARD).partition(".")[0]


def key_of_step(card: str, person: str | None) -> str:
    """Return what a deed with a card has done, as it is remembered; whoever was asked is a part of it."""
    step = card.removeprefix(CARD)
    return asked_key(spot_of_card(card), name_key(person or "")) if step.endswith(f".{ASK}") else step


def asked_key(identity: str, key: str) -> str:
    """Return the key of one of two being asked, by what their name is compared by."""
    return f"{identity}.{ASK}/{key}"


def introduced_key(identity: str) -> str:
    """Return the key of two being introduced."""
    return f"{identity}.{MEET}"


def remembered(done: Done, today: Collection[str], ordinal: int) -> dict[str, int]:
    """Return the steps that were done by the end of a day, those of long ago forgotten.

    Args:
        done: Those done before.
        today: Those of the day.
        ordinal: The day.

    """
    kept = {key: day for key, day in done.items() if ordinal - day < REMEMBERED}
    return {**dict.fromkeys(sorted(today), ordinal), **kept}
