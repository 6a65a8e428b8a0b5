"""Which card comes: the same for the same seed, day, kind and redraws, and not again for three weeks.

Dealing is a fold as well: what was laid out before decides what may come today. A day
on which nobody looked was dealt all the same, so a board is a function of its date.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING
from zlib import crc32

from givequest.domain.deck.cards import DESK, GARDEN_CARD, WALL
from givequest.domain.kinds import QUIET
from givequest.domain.progress.day_facts import DayFacts
from givequest.domain.progress.deal_state import LATELY, DealState
from givequest.domain.progress.experience import COMEBACK_PAUSE

if TYPE_CHECKING:
    from givequest.domain.deck.cards import Card
    from givequest.domain.rules import Rules

APART = 21
"""Days between two appearances of a card, where the deck is large enough."""
ROUND = 2 / 3
"""A card of a large deck waits for so many days, as a part of the number of cards, before it can be drawn again."""
AWAY = COMEBACK_PAUSE
"""Days without a deed after which the board is without hard cards: whoever comes back finds it light."""
WARM_DAYS = 3
"""A deed this many days back opens the way to what builds on it."""
A_MONTH = 31
"""A card of the month that did not lie there for longer than this is due: once in its month of each year."""
TILT = 4
"""On one of so many days a card of the month that is due comes before all others."""
FIRST_DAYS = 7
"""Days with a deed that begin gently: nothing hard, no wall, and more that can be done from a chair."""
SEATS, SEATS_AT_FIRST = 1, 2
"""How many of the core can be done from a chair, where the deck has such cards; and in the first days."""
LIGHT, MIDDLE, HARD = 1, 2, 3
WARMED = "reconnect"
"""The kind whose hard cards wait for a lighter deed."""
_SPREAD = 0x9E3779B1  # 2³² divided by the golden ratio: neighbouring numbers end up far apart
_MASK = 0xFFFFFFFF


def deal_day(
    deals: DealState, ordinal: int, facts: DayFacts, rules: Rules, hidden: frozenset[str] = frozenset()
) -> dict[str, Card]:
    """Lay out one day's cards by kind, and remember in `deals` what was laid out and done.

    `hidden` are kinds that are dealt for as on any day and were kept as often as they are due in their week, before
    this day: that makes no difference but for which card is the light one.
    """
    table = _Dealer(deals, ordinal, rules, hidden)
    hand = table.deal()
    if facts.redraws:
        table.redraw(hand, facts.redraws)
    for card in hand.values():
        deals.shown[card.id] = ordinal
    for identity in facts.cards:
        deals.done[identity] = ordinal
    if any(effort < HARD for effort in facts.efforts):
        deals.last_lighter = ordinal
    if facts.deeds and deals.begun < FIRST_DAYS:
        deals.begun += 1
    deals.gave = (deals.gave << 1 | facts.giving) & LATELY
    deals.calm = (deals.calm << 1 | (facts.rest or facts.keeps(QUIET))) & LATELY
    return hand


class _Dealer:
    """One day on which cards are laid out."""

    __slots__ = ("deals", "hidden", "in_force", "is_away", "is_first", "is_warm", "month", "ordinal", "rules")

    def __init__(self, deals: DealState, ordinal: int, rules: Rules, hidden: frozenset[str]) -> None:
        self.deals = deals
        self.ordinal = ordinal
        self.rules = rules
        self.in_force = rules.on(ordinal)
        self.hidden = hidden
        self.month = date.fromordinal(ordinal).month
        self.is_first = deals.begun < FIRST_DAYS
        self.is_warm = ordinal - deals.last_lighter <= WARM_DAYS
        self.is_away = 0 < deals.last_lighter < ordinal - AWAY

    def deal(self) -> dict[str, Card]:
        """Return a card for each kind on the board; among the core a light one, and some for a chair, if there are."""
        hand: dict[str, Card] = {}
        for kind in self.in_force.dealt(self.ordinal):
            card = (self._garden() if kind == QUIET else None) or self._draw(kind, gated=False)
            if card is not None and self._is_gated(card):
                self.deals.shown[card.id] = self.ordinal  # passed over: or all of them would come at once later
                card = self._draw(kind)
            if card is not None:
                hand[kind] = card
        core = self._shown_core(hand)
        if core and all(hand[kind].tier != LIGHT for kind in core):
            self._lighten(hand, core)
        self._seat(hand, core)
        return hand

    def _is_gated(self, card: Card) -> bool:
        """Return whether a card is too much for this day: hard for whoever begins, comes back or is cold, or a wall."""
        if self.is_first and WALL in card.tags:
            return True
        return card.tier == HARD and (self.is_away or self.is_first or (card.kind == WARMED and not self.is_warm))

    def _shown_core(self, hand: Mapping[str, Card]) -> list[str]:
        return [kind for kind in self.in_force.core if kind in hand and kind not in self.hidden]

    def _garden(self) -> Card | None:
        """Return the card of a day for oneself, for whoever gave and gave; it comes no more often than others."""
        card = self.rules.deck.by_id.get(GARDEN_CARD) if self.deals.is_eager else None
        return card if card and self.ordinal - self.deals.shown.get(card.id, 0) >= APART else None

    def redraw(self, hand: dict[str, Card], times: Mapping[str, int]) -> None:
        """Exchange cards of the hand; what becomes of one kind does not depend on the others."""
        core = self._shown_core(hand)
        light = next((kind for kind in core if hand[kind].tier == LIGHT), None)
        seated = [kind for kind in core if DESK in hand[kind].tags][: self._seats]
        for kind, card in hand.items():
            for nth in range(1, times.get(kind, 0) + 1):
                self.deals.shown[card.id] = self.ordinal
                card = self._replace_card(card, nth, keeps_light=kind == light, keeps_seat=kind in seated)
            hand[kind] = card

    def _lighten(self, hand: dict[str, Card], core: list[str]) -> None:
        """Exchange one core card for a light one: in turn among the kinds, or the one not seen for longest."""
        turn = self.ordinal % len(core)
        shown = self.deals.shown
        longest: Card | None = None
        for kind in core[turn:] + core[:turn]:
            card = self._draw(kind, LIGHT)
            if card is None:
                continue
            if longest is None or shown.get(card.id, 0) < shown.get(longest.id, 0):
                longest = card
            if self.ordinal - shown.get(card.id, 0) >= APART:
                longest = card
                break
        if longest is not None:
            hand[longest.kind] = longest

    @property
    def _seats(self) -> int:
        return SEATS_AT_FIRST if self.is_first else SEATS

    def _seat(self, hand: dict[str, Card], core: list[str]) -> None:
        """Exchange core cards for ones that can be done from a chair until there are enough: in turn among the kinds.

        The one light card gives way to a light one. A card that was there lately comes where there is no other.
        """
        turn = self.ordinal % len(core) if core else 0
        for apart in (APART, 1):
            for kind in core[turn:] + core[:turn]:
                if sum(DESK in hand[other].tags for other in core) >= self._seats:
                    return
                if DESK in hand[kind].tags or hand[kind].id == GARDEN_CARD:
                    continue
                light = [other for other in core if hand[other].tier == LIGHT]  # those that gave way are none any more
                card = self._draw(kind, LIGHT if light == [kind] else HARD, desk=True)
                if card is not None and self.ordinal - self.deals.shown.get(card.id, 0) >= apart:
                    hand[kind] = card

    def _replace_card(self, card: Card, nth: int, *, keeps_light: bool, keeps_seat: bool) -> Card:
        """Return a card in the place of another, one that did not lie there today as long as there is any."""
        shown = self.deals.shown
        for highest, desk in ((LIGHT, True), (LIGHT, False), (HARD, True), (HARD, False)):
            if (highest == LIGHT and not keeps_light) or (desk and not keeps_seat):
                continue
            other = self._draw(card.kind, highest, nth, desk=desk)
            if other is not None and shown.get(other.id) != self.ordinal:
                return other
        others = [other for other in self.rules.deck.pool(card.kind, self.month, HARD).cards if other.id != card.id]
        return others[self._mix(card.kind, nth) % len(others)] if others else card

    def _draw(
        self, kind: str, highest: int = HARD, nth: int = 0, *, desk: bool = False, gated: bool = True
    ) -> Card | None:
        """Return the card to lay out: an unseen one, else a rested one, else the one seen longest ago.

        The month tilts the draw: its own cards come first now and then, until each has come once.
        """
        if gated and highest == HARD and (self.is_away or self.is_first or (kind == WARMED and not self.is_warm)):
            highest = MIDDLE
        pool = self.rules.deck.pool(kind, self.month, highest, desk=desk, walls=not (gated and self.is_first))
        shown = [day or 0 for day in map(self.deals.shown.get, pool.ids)]
        has_unseen = 0 in shown
        if pool.followers and (follower := self._follower(pool.followers, only_unseen=has_unseen)):
            return follower
        if not shown:
            return None
        latest = 0 if has_unseen else max(min(shown), self.ordinal - max(APART, int(len(shown) * ROUND)))
        mix = self._mix(kind, nth)
        if pool.seasonal and (mix >> 8) % TILT == 0:
            due = [position for position in pool.seasonal if self.ordinal - shown[position] > A_MONTH]
            if due:
                return pool.cards[due[mix % len(due)]]
        size, stride = len(shown), pool.strides[mix % len(pool.strides)]
        position = (mix >> 16) % size
        while shown[position] > latest:  # through the pool in an order of this day's own, to the first that may come
            position = (position + stride) % size
        return pool.cards[position]

    def _follower(self, followers: Iterable[Card], *, only_unseen: bool) -> Card | None:
        """Return a rested card that builds on one done a short while ago: it comes first, as long as it can."""
        shown, done = self.deals.shown, self.deals.done
        for card in followers:
            rested = self.ordinal - shown.get(card.id, 0) >= APART and not (only_unseen and card.id in shown)
            if rested and 0 < self.ordinal - done.get(card.after or "", 0) <= WARM_DAYS:
                return card
        return None

    def _mix(self, kind: str, nth: int) -> int:
        return crc32(f"{self.rules.seed}/{self.ordinal}/{kind}/{nth}".encode()) * _SPREAD & _MASK
