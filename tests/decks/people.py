"""People to deal to for years: what each of them does with a day's board."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from givequest.domain.deck.cards import Card, Deck
from givequest.domain.kinds import QUIET
from givequest.domain.progress.day_facts import NOTHING_DONE, DayFacts
from givequest.domain.progress.deal_state import DealState
from givequest.domain.progress.dealing import FIRST_DAYS, HARD, deal_day
from givequest.domain.rules import Rules

from ..built_in import BUILT_IN, CORE

FIRST, LAST = date(2026, 1, 1), date(2030, 12, 31)
Habit = Callable[[int, Mapping[str, Card]], DayFacts]
"""What somebody does on a day (an ordinal) with the cards dealt in the morning."""


@dataclass
class Diary:
    """What lay on somebody's board in five years."""

    hands: dict[int, dict[str, Card]] = field(default_factory=dict)
    """The cards that lay there in the morning, by day."""
    kept: dict[int, dict[str, Card]] = field(default_factory=dict)
    """The cards that lay there in the evening, redrawn ones in their places."""
    facts: dict[int, DayFacts] = field(default_factory=dict)


def live(habit: Habit, deck: Deck, seed: str) -> Diary:
    """Return five years of somebody, dealt a day at a time."""
    rules = Rules(BUILT_IN, CORE, deck=deck, seed=seed)
    deals, diary = DealState(), Diary()
    for day in range(FIRST.toordinal(), LAST.toordinal() + 1):
        morning = deal_day(deals.copy(), day, NOTHING_DONE, rules)
        facts = habit(day, morning)
        diary.hands[day] = morning
        diary.kept[day] = deal_day(deals, day, facts, rules)
        diary.facts[day] = facts
    return diary


def done(cards: list[Card]) -> DayFacts:
    """Return a day on which these cards were done."""
    giving = [card for card in cards if BUILT_IN[card.kind].giving]
    return DayFacts(
        deeds={card.kind: 1 for card in cards},
        efforts=[card.tier for card in giving],
        cards={card.id for card in cards},
    )


def daily(day: int, hand: Mapping[str, Card]) -> DayFacts:
    """Do everything on the board."""
    return done(list(hand.values()))


def eager(day: int, hand: Mapping[str, Card]) -> DayFacts:
    """Give every day, and never be quiet."""
    return done([card for card in hand.values() if card.kind != QUIET])


def weekends(day: int, hand: Mapping[str, Card]) -> DayFacts:
    """Do the board on Saturdays and Sundays."""
    return done(list(hand.values())) if date.fromordinal(day).weekday() >= 5 else NOTHING_DONE


def never(day: int, hand: Mapping[str, Card]) -> DayFacts:
    """Do nothing, ever."""
    return NOTHING_DONE


def climber(day: int, hand: Mapping[str, Card]) -> DayFacts:
    """Be quiet for the first week, on which nothing is hard; then do what is hard and leave the rest."""
    if day < FIRST.toordinal() + FIRST_DAYS:
        return done([hand[QUIET]])
    return done([card for card in hand.values() if card.tier == HARD])


def picky(day: int, hand: Mapping[str, Card]) -> DayFacts:
    """Redraw everything, some of it over and over, and do a little."""
    facts = done(list(hand.values())[:1] if day % 3 == 0 else [])
    facts.redraws = {kind: 1 + (day + place) % 3 for place, kind in enumerate(hand)}
    return facts


CALM: dict[str, Habit] = {"daily": daily, "eager": eager, "weekends": weekends, "never": never, "climber": climber}
"""Those who take the cards as they come."""
EVERYONE: dict[str, Habit] = {**CALM, "picky": picky}
