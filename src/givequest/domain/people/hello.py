"""Hellos: somebody of an address book who might like a word, put on the board of a day by hand."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

from givequest.named_tuple import NamedTuple

if TYPE_CHECKING:
    from givequest.domain.deck.cards import Card
    from givequest.domain.records.spot import SpotRecord

HELLO = "hello"
"""The sort of spot that is one."""
CARD = "spot."
"""What the id of a card begins with that was made of a spot."""
LIFE = 14
"""Days after its own on which it may be on the board; then it goes by itself."""
TITLE, WHY, ENOUGH = "A hello", "You put them here yourself, and one line is plenty.", "A hello is enough."


class Hello(NamedTuple):
    """What the rules have to know of one."""

    id: str
    person: str
    text: str
    begins: int
    """The first day on whose board it may be, an ordinal."""
    at: str
    """When it was put there: of two that begin on one day, the newer comes first."""

    @property
    def card(self) -> str:
        """The id of the card that is made of it."""
        return CARD + self.id


def hellos_of(spots: Iterable[SpotRecord]) -> list[Hello]:
    """Return the hellos among what was noticed, those aside that were let be."""
    return [
        Hello(spot.id, spot.person, spot.text or "", max(spot.day, spot.until or spot.day).toordinal(), spot.at)
        for spot in spots
        if spot.sort == HELLO and spot.closed is None
    ]


def hello_on(hellos: Iterable[Hello], ordinal: int, done: Collection[str]) -> Hello | None:
    """Return the hello for a day: the newest on its own day, else the oldest that is open; None where there is none.

    Args:
        hellos: All that were put on any board.
        ordinal: The day of the board.
        done: The cards of deeds before that day.

    """
    found = [hello for hello in hellos if 0 <= ordinal - hello.begins <= LIFE and hello.card not in done]
    of_the_day = [hello for hello in found if hello.begins == ordinal]
    if of_the_day:
        return max(of_the_day, key=lambda hello: (hello.at, hello.id))
    return min(found, key=lambda hello: (hello.begins, hello.at, hello.id), default=None)


def hello_card(hello: Hello, dealt: Card) -> Card:
    """Return the card of a hello, in the place of a dealt one."""
    from givequest.domain.deck.cards import PERSON  # of hellos themselves a command that shows no card knows

    told = f"{PERSON}. {hello.text}" if hello.text else f"{PERSON}."
    prompt = f"{told} {ENOUGH}"
    return dealt._replace(id=hello.card, title=TITLE, prompt=prompt, person_prompt=prompt, why=WHY, tier=1, minutes=5)
