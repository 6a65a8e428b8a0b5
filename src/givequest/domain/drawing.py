"""Which card comes: the same for the same seed, day, kind and redraws, and not again for three weeks.

Dealing is a fold as well: what was laid out before decides what may come today. A day
on which nobody looked was dealt all the same, so a board is a function of its date.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING
from zlib import crc32

from givequest.domain.facts import DayFacts

if TYPE_CHECKING:
    from givequest.domain.cards import Card
    from givequest.domain.rules import Rules

APART = 21
"""Days between two appearances of a card, where the deck is large enough."""
WARM_DAYS = 3
"""A lighter deed this many days back opens the way to a hard one."""
LIGHT, HARD = 1, 3
WARMED = "reconnect"
"""The kind whose hard cards wait for a lighter deed."""
_SPREAD = 0x9E3779B1  # 2³² divided by the golden ratio: neighbouring numbers end up far apart
_MASK = 0xFFFFFFFF


@dataclass(slots=True)
class Deals:
    """What dealing has to remember."""

    shown: dict[str, int] = field(default_factory=dict)
    """The last day (ordinal) on which each card lay on the board."""
    done: dict[str, int] = field(default_factory=dict)
    """The last day on which each card was done."""
    last_lighter: int = 0
    """The last day with a giving deed that was not hard."""

    def copy(self) -> Deals:
        """Return deals that can be carried on without changing these."""
        return Deals(dict(self.shown), dict(self.done), self.last_lighter)


def bonus_kind(rules: Rules, ordinal: int) -> str | None:
    """Return the kind whose turn it is as the bonus quest, if any is due."""
    due = [kind for kind in rules.bonus if rules.is_due(kind, ordinal)]
    return due[ordinal % len(due)] if due else None


def kinds_on_board(rules: Rules, ordinal: int) -> tuple[str, ...]:
    """Return the kinds of one day's board: core first, then the bonus."""
    bonus = bonus_kind(rules, ordinal)
    core = rules.due_core(ordinal)
    return core if bonus is None else (*core, bonus)


def deal_day(deals: Deals, ordinal: int, facts: DayFacts, rules: Rules) -> dict[str, Card]:
    """Lay out one day's cards by kind, and remember in `deals` what was laid out and done."""
    hand = _deal_hand(deals, ordinal, rules)
    for kind in hand:
        for nth in range(1, facts.redraws.get(kind, 0) + 1):
            deals.shown[hand[kind].id] = ordinal
            needs_light = kind in rules.core and not _has_light(hand, rules, but=kind)
            card = _draw(deals, ordinal, kind, rules, nth=nth, only_light=needs_light)
            hand[kind] = card or hand[kind]
    for card in hand.values():
        deals.shown[card.id] = ordinal
    for identity in facts.cards:
        deals.done[identity] = ordinal
    if any(effort < HARD for effort in facts.efforts):
        deals.last_lighter = ordinal
    return hand


def _deal_hand(deals: Deals, ordinal: int, rules: Rules) -> dict[str, Card]:
    hand: dict[str, Card] = {}
    for kind in kinds_on_board(rules, ordinal):
        card = _draw(deals, ordinal, kind, rules)
        if card is not None:
            hand[kind] = card
    if not _has_light(hand, rules):
        _lighten(hand, deals, ordinal, rules)
    return hand


def _has_light(hand: dict[str, Card], rules: Rules, but: str | None = None) -> bool:
    return any(card.tier == LIGHT for kind, card in hand.items() if kind in rules.core and kind != but)


def _lighten(hand: dict[str, Card], deals: Deals, ordinal: int, rules: Rules) -> None:
    """Exchange one core card for a light one, in turn among the kinds that have one to give."""
    core = [kind for kind in hand if kind in rules.core]
    turn = ordinal % len(core) if core else 0
    choices = (_draw(deals, ordinal, kind, rules, only_light=True) for kind in core[turn:] + core[:turn])
    light = [card for card in choices if card is not None and card.tier == LIGHT]
    rested = [card for card in light if ordinal - deals.shown.get(card.id, -APART) >= APART]
    for card in (rested or light)[:1]:
        hand[card.kind] = card


def _draw(
    deals: Deals, ordinal: int, kind: str, rules: Rules, *, nth: int = 0, only_light: bool = False
) -> Card | None:
    """Return the card to lay out: an unseen one, else a rested one, else the one seen longest ago."""
    cards = list(_allowed(rules.deck.by_kind.get(kind, ()), deals, ordinal))
    if only_light:
        cards = [card for card in cards if card.tier == LIGHT] or cards
    if not cards:
        return None
    shown = deals.shown
    choice = [card for card in cards if card.id not in shown]
    if not choice:
        choice = [card for card in cards if ordinal - shown[card.id] >= APART]
    if not choice:
        oldest = min(shown[card.id] for card in cards)
        choice = [card for card in cards if shown[card.id] == oldest]
    mix = crc32(f"{rules.seed}/{ordinal}/{kind}/{nth}".encode())
    return min(choice, key=lambda card: (((card.salt ^ mix) * _SPREAD) & _MASK, card.id))


def _allowed(cards: Sequence[Card], deals: Deals, ordinal: int) -> Iterator[Card]:
    month = 0
    warm = ordinal - deals.last_lighter <= WARM_DAYS and deals.last_lighter
    for card in cards:
        if card.tier == HARD and card.kind == WARMED and not warm:
            continue
        if card.after is not None and not 0 < ordinal - deals.done.get(card.after, -APART) <= WARM_DAYS:
            continue
        if card.months:
            month = month or date.fromordinal(ordinal).month
            if month not in card.months:
                continue
        yield card
