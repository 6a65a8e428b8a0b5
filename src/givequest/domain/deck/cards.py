"""Cards and the deck: concrete, small suggestions for each kind."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cached_property
from math import gcd
from typing import Any
from zlib import crc32

from givequest.domain.text import clean_line
from givequest.named_tuple import NamedTuple

TITLE_WIDTH = 28
DONE_WIDTH = 52
"""Characters of what is said when a card is done: it stands beside a name on 80 columns."""
PROMPT_WIDTH = 160
WHY_WIDTH = 90
_CARD_ID = r"[a-z][a-z0-9-]*\.[a-z0-9][a-z0-9-]*"
PERSON = "{person}"
GARDEN_CARD = "quiet.garden-day"
"""The card that is kept for whoever gives and gives; nobody else is dealt it."""
DESK = "desk"
"""The tag of a card that can be done from a chair by a shy person."""
WALL = "wall"
"""The tag of a card about someone who does not answer."""
SEASON = "season"
"""The tag of a card whose months are those of the weather, not of the calendar."""


class Card(NamedTuple):
    """What to do, why, and how much effort it takes."""

    id: str
    kind: str
    title: str
    prompt: str
    why: str = ""
    person_prompt: str = ""
    """The prompt for when there is someone to name; holds `{person}`."""
    minutes: int = 5
    tier: int = 1
    """Effort: 1 a breath, 2 a short walk, 3 a climb."""
    tags: tuple[str, ...] = ()
    after: str | None = None
    """The card that must have been done in the three days before."""
    months: tuple[int, ...] = ()
    """The months it belongs to; none: all."""
    done: str = ""
    """What is said when it is done; nothing: what its tags or its kind say."""
    retired: bool = False
    """Whether it is known to history and dealt no more."""

    def prompt_for(self, person: str | None) -> str:
        """Return what to do, naming a person where there is one and the card can."""
        if person and self.person_prompt:
            return self.person_prompt.replace(PERSON, person)
        return self.prompt


class Pool(NamedTuple):
    """The cards of one kind that can be drawn from in a month, up to some effort."""

    cards: tuple[Card, ...]
    ids: tuple[str, ...]
    strides: tuple[int, ...]
    """The steps that visit all of `cards` when their end is joined to their beginning."""
    seasonal: tuple[int, ...]
    """Where in `cards` those are that belong to the month."""
    followers: tuple[Card, ...]
    """The cards that wait for another one to be done; not among `cards`."""


class Deck:
    """All the cards there are, in a fixed order."""

    def __init__(self, cards: tuple[Card, ...] = ()) -> None:
        self.cards = tuple(card for card in cards if not card.retired)
        self.retired = tuple(card for card in cards if card.retired)
        """Cards that are dealt no more; a history may know them."""

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Deck) and (self.cards, self.retired) == (other.cards, other.retired)

    def __hash__(self) -> int:
        return hash((self.cards, self.retired))

    @cached_property
    def by_kind(self) -> Mapping[str, tuple[Card, ...]]:
        """The cards of each kind, in the order of their ids."""
        kinds: dict[str, list[Card]] = {}
        for card in sorted(self.cards, key=lambda card: card.id):
            kinds.setdefault(card.kind, []).append(card)
        return {kind: tuple(cards) for kind, cards in kinds.items()}

    @cached_property
    def _seasonal(self) -> frozenset[str]:
        return frozenset(card.kind for card in self.cards if card.months)

    @cached_property
    def _pools(self) -> dict[tuple[str, int, int, bool, bool], Pool]:
        return {}

    def pool(self, kind: str, month: int, highest: int, *, desk: bool = False, walls: bool = True) -> Pool:
        """Return the cards of a kind that belong to a month (1 to 12) and take no more effort than `highest`.

        With `desk` those that can be done from a chair; without `walls` none about someone who does not answer.
        """
        key = (kind, month if kind in self._seasonal else 0, highest, desk, walls)
        found = self._pools.get(key)
        if found is None:
            cards = self.by_kind.get(kind, ())
            found = self._pools[key] = self._gather(
                card
                for card in cards
                if card.tier <= highest
                and (not card.months or month in card.months)
                and (not desk or DESK in card.tags)
                and (walls or WALL not in card.tags)
            )
        return found

    @staticmethod
    def _gather(found: Iterable[Card]) -> Pool:
        cards = tuple(found)
        always = tuple(card for card in cards if card.after is None and card.id != GARDEN_CARD)
        size = len(always)
        return Pool(
            cards=always,
            ids=tuple(card.id for card in always),
            strides=tuple(step for step in range(1, size) if gcd(step, size) == 1) or (1,),
            seasonal=tuple(position for position, card in enumerate(always) if card.months),
            followers=tuple(card for card in cards if card.after is not None),
        )

    @cached_property
    def by_id(self) -> Mapping[str, Card]:
        """Each card by its id, the retired ones too."""
        return {card.id: card for card in (*self.retired, *self.cards)}

    @cached_property
    def fingerprint(self) -> int:
        """A number that differs where two decks could deal differently, or their cards earn something else."""
        cards = self.by_id.values()
        parts = (f"{card.id},{card.tier},{card.after},{card.months},{card.tags},{card.retired}" for card in cards)
        return crc32("\n".join(sorted(parts)).encode())

    def southern(self) -> Deck:
        """Return the deck as the southern year goes: what is of the season comes six months later."""
        return Deck(
            tuple(
                card._replace(months=tuple((month + 5) % 12 + 1 for month in card.months))
                if card.months and SEASON in card.tags
                else card
                for card in (*self.cards, *self.retired)
            )
        )

    def joined(self, cards: Iterable[Card]) -> Deck:
        """Return a deck with more cards; one with an id that is there already takes its place."""
        merged = dict(self.by_id) | {card.id: card for card in cards}
        return Deck(tuple(merged.values()))


EMPTY_DECK = Deck()


def read_card(document: Mapping[str, Any]) -> Card:
    """Return the card that a table of a deck file describes; `ValueError` says what is wrong with it."""
    unknown = document.keys() - set(Card._fields)
    if unknown:
        raise ValueError(f"it has a field that cards don't have: {sorted(unknown)[0]!r}")
    identity = document.get("id")
    if not (isinstance(identity, str) and re.fullmatch(_CARD_ID, identity)):
        raise ValueError("its id isn't of the form kind.some-words")
    kind = document.get("kind", identity.partition(".")[0])
    if kind != identity.partition(".")[0]:
        raise ValueError(f"its id doesn't begin with its kind, {str(kind)[:40]!r}")
    title = _read_line(document, "title", TITLE_WIDTH, required=True)
    prompt = _read_line(document, "prompt", PROMPT_WIDTH, required=True)
    person_prompt = _read_line(document, "person_prompt", PROMPT_WIDTH)
    if person_prompt and PERSON not in person_prompt:
        raise ValueError("its person_prompt doesn't hold {person}")
    return Card(
        id=identity,
        kind=kind,
        title=title,
        prompt=prompt,
        why=_read_line(document, "why", WHY_WIDTH),
        person_prompt=person_prompt,
        minutes=_read_number(document, "minutes", 5, range(1, 121)),
        tier=_read_number(document, "tier", 1, range(1, 4)),
        tags=_read_list(document, "tags", str),
        after=_read_line(document, "after", 80) or None,
        months=_read_list(document, "months", int),
        done=_read_line(document, "done", DONE_WIDTH),
        retired=_read_flag(document, "retired"),
    )


def _read_line(document: Mapping[str, Any], name: str, longest: int, *, required: bool = False) -> str:
    value = document.get(name, "")
    if not isinstance(value, str):
        raise ValueError(f"its {name} isn't text")
    line = clean_line(value)
    if required and not line:
        raise ValueError(f"it has no {name}")
    if len(line) > longest:
        raise ValueError(f"its {name} is {len(line)} characters long; at most {longest} fit")
    return line


def _read_flag(document: Mapping[str, Any], name: str) -> bool:
    value = document.get(name, False)
    if not isinstance(value, bool):
        raise ValueError(f"its {name} isn't true or false")
    return value


def _read_number(document: Mapping[str, Any], name: str, default: int, allowed: range) -> int:
    value = document.get(name, default)
    if type(value) is not int or value not in allowed:
        raise ValueError(f"its {name} isn't a whole number from {allowed.start} to {allowed.stop - 1}")
    return value


def _read_list(document: Mapping[str, Any], name: str, item_type: type) -> tuple[Any, ...]:
    value = document.get(name, [])
    if not isinstance(value, list) or any(type(item) is not item_type for item in value):
        raise ValueError(f"its {name} isn't a list of {'numbers' if item_type is int else 'words'}")
    if name == "months" and any(month not in range(1, 13) for month in value):
        raise ValueError("its months aren't numbers from 1 to 12")
    return tuple(value)
