"""Seasonal cards where January is warm."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from givequest.composition import open_home
from givequest.config.decks import load_library
from givequest.config.paths import Paths
from givequest.domain.deck.cards import Card, Deck

from ..built_in import BUILT_IN
from ..conftest import Clock


def test_what_is_of_the_season_comes_half_a_year_later_in_the_south() -> None:
    """The weather turns round; the calendar and everyday cards stay."""
    deck = Deck(
        (
            Card("help.shovel", "help", "Shovel", "Shovel.", tags=("season",), months=(1, 12)),
            Card("help.new-year", "help", "New Year", "Wish.", tags=("calendar",), months=(1,)),
            Card("help.any-day", "help", "Any day", "Help."),
        )
    )
    months = {card.id: card.months for card in deck.southern().cards}
    assert months == {"help.shovel": (7, 6), "help.new-year": (1,), "help.any-day": ()}
    assert {card.id: card.months for card in deck.southern().southern().cards} == {
        card.id: card.months for card in deck.cards
    }


def test_every_southern_month_has_cards_of_its_own() -> None:
    """No month is left bare by the turn, and the cards are the same ones."""
    north, south = (load_library("", BUILT_IN, southern=southern)[0].deck for southern in (False, True))
    assert {card.id for card in north.cards} == {card.id for card in south.cards}
    sizes = Counter(month for card in south.cards for month in card.months)
    assert set(sizes) == set(range(1, 13))
    assert min(sizes.values()) >= 2
    assert sizes.total() == 72


def test_a_southern_home_is_dealt_no_snow_in_january(paths: Paths, clock: Clock) -> None:
    """The config decides, from the first day, and the cache of texts is the same for both."""
    config = Path(paths.config_file)
    config.parent.mkdir(parents=True)
    january = {"congratulate.early-shovel", "help.slippery-step", "quiet.nobodys-tracks"}
    for hemisphere, snow in (("north", january), ("south", set())):
        config.write_text(f'hemisphere = "{hemisphere}"\n', "utf-8")
        deck = open_home(paths, clock).game.rules.deck
        dealt = {card.id for kind in BUILT_IN for card in deck.pool(kind, 1, 3).cards}
        assert dealt & january == snow
