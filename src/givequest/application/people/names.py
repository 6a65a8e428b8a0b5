"""Names: whom a day names, and whom the cards of its board do."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from givequest.application.game.game import Game
from givequest.application.people.hello_of_day import hello_of_day
from givequest.domain.deck.cards import Card
from givequest.domain.people.card_names import CONGRATULATE, RECONNECT, people_on_cards
from givequest.domain.people.greetings import Greeting, greetings_on
from givequest.domain.people.hello import hello_card
from givequest.domain.people.naming import Names, names_of
from givequest.domain.people.occasions import card_for
from givequest.domain.people.profiles import NamedOn, Profile
from givequest.domain.progress.last_named import LastNamed

LastNamedBy = Mapping[str, LastNamed]
"""When deeds before a day named somebody, by the key of the name."""


def names_of_day(game: Game, day: date | None = None) -> Names:
    """Return the two names of a day (default: today), as far as records can be read."""
    day = day or game.today()
    state = game.histories.recent(day).state_before(day)
    return names_of(everybody(game, state.people), named_on(state.people), game.rules.seed, day.toordinal())


def everybody(game: Game, named: LastNamedBy) -> list[Profile]:
    """Return all people, and each name of the log that is nobody's of them as one that nobody has placed."""
    people = game.people.profiles
    placed = {key for profile in people for key in profile.keys}
    return [*people, *(Profile(last.name, (key,)) for key, last in named.items() if key not in placed)]


def whom_cards_name(
    game: Game, hand: Mapping[str, Card], day: date, named: LastNamedBy, redraws: Mapping[str, int]
) -> tuple[Mapping[str, Card], dict[str, str]]:
    """Return the cards of a day and whom they name, by kind.

    A date that is greeted takes the card of congratulating, unless another card was drawn for it. Cards that do
    not lie on the board count as well: they may come to.
    """
    people, days = everybody(game, named), named_on(named)
    names = names_of(people, days, game.rules.seed, day.toordinal())
    greeting = _greeting(people, days, day) if CONGRATULATE in hand and not redraws.get(CONGRATULATE) else None
    if greeting is not None:
        hand = {**hand, CONGRATULATE: card_for(greeting, hand[CONGRATULATE], day)}
    hello = hello_of_day(game, day) if RECONNECT in hand and not redraws.get(RECONNECT) else None
    if hello is not None:
        hand = {**hand, RECONNECT: hello_card(hello, hand[RECONNECT])}
        names = _named_first(game.people.shown_name(hello.person), names)
    kinds = [kind for kind, card in hand.items() if card.person_prompt]
    gentle = {profile.name for profile in people if profile.gentle}
    return hand, people_on_cards(kinds, names, greeted=greeting and greeting.profile.name, gentle=gentle)


def _named_first(name: str, names: Names) -> Names:
    """Return the names of a day on which one is put by hand: it stands on the card of far ones, and on no other."""
    return Names(name, None if names.near == name else names.near)


def _greeting(people: Iterable[Profile], days: NamedOn, day: date) -> Greeting | None:
    return next(iter(greetings_on(people, days, day)), None)


def named_on(named: LastNamedBy) -> NamedOn:
    """Return the days on which deeds named somebody, by the key of the name."""
    return {key: last.days for key, last in named.items()}
