"""The cards of a day: dealt, of a date, or of what was noticed, and whom they name."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import date

from givequest.application.game.game import Game
from givequest.application.noticeboard.day_spots import DaySpots, NamedCard
from givequest.application.people.names import everybody, named_on
from givequest.domain.deck.cards import Card
from givequest.domain.people.card_names import CONGRATULATE, INTRODUCE, people_on_cards
from givequest.domain.people.greetings import Greeting, greetings_on
from givequest.domain.people.naming import names_of
from givequest.domain.people.occasions import card_for
from givequest.domain.people.profiles import NamedOn, Profile
from givequest.domain.progress.history import History
from givequest.domain.progress.state import ProgressState
from givequest.named_tuple import NamedTuple


class CardsOfDay(NamedTuple):
    """The cards of a day by kind, and whom they name."""

    hand: Mapping[str, Card]
    """Not all of them have to be on the board."""
    people: Mapping[str, str]
    introducing: Card | None = None
    """The one of `hand` that is a step of an introduction."""
    other: str | None = None
    """The second of the two whom it is about."""
    beside: NamedCard | None = None
    """A step of an introduction that stands below the board."""


def cards_of_day(game: Game, history: History, day: date, before: ProgressState, kinds: Collection[str]) -> CardsOfDay:
    """Return the cards of a day and whom they name; `kinds` are those on its board.

    Of congratulations a date comes first on its day, then what was noticed, then a date that is late; where another
    card was drawn there is no date. Nobody stands on two cards; what stands below the board is none. Cards that do
    not lie on the board count as well: they may come to.
    """
    hand, facts, ordinal = history.cards_on(day), history.facts_of(day), day.toordinal()
    people, days = everybody(game, before.people), named_on(before.people)
    names = names_of(people, days, game.rules.seed, ordinal)
    with_date = CONGRATULATE in hand and not facts.redraws.get(CONGRATULATE)
    greeting = _greeting(people, days, day) if with_date else None
    spots = DaySpots(game, ordinal, before.steps, facts.steps, facts.passed)
    is_today = greeting is not None and greeting.day == day
    given = {CONGRATULATE: greeting.profile.name} if greeting is not None and is_today else {}
    noticed = spots.cards((kind for kind in hand if kind not in given), given.values())
    given |= {kind: card.person for kind, card in noticed.items()}
    hand = hand | {kind: card.card for kind, card in noticed.items()}
    is_free = greeting is not None and greeting.profile.name not in given.values() and CONGRATULATE not in given
    if greeting is not None and (is_today or is_free):
        given[CONGRATULATE] = greeting.profile.name
        hand[CONGRATULATE] = card_for(greeting, hand[CONGRATULATE], day)
    begun = spots.step(given.values()) if INTRODUCE in kinds and INTRODUCE in hand else None
    beside = spots.step_beside(begun)
    if begun is not None:
        hand, given = {**hand, INTRODUCE: begun.card}, {**given, INTRODUCE: begun.person}
    taken = [name for card in (begun, beside) if card is not None for name in (card.person, card.other)]
    with_names = [kind for kind, card in hand.items() if card.person_prompt]
    gentle = {profile.name for profile in people if profile.gentle}
    named = people_on_cards(with_names, names, given=given, gentle=gentle, taken=[name for name in taken if name])
    return CardsOfDay(hand, named, begun and begun.card, begun and begun.other, beside)


def _greeting(people: Iterable[Profile], days: NamedOn, day: date) -> Greeting | None:
    return next(iter(greetings_on(people, days, day)), None)
