"""The board that somebody finds who comes back."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from givequest.config.decks import load_library
from givequest.domain.deck.cards import Deck
from givequest.domain.progress.day_facts import DayFacts
from givequest.domain.progress.dealing import AWAY, HARD
from givequest.domain.progress.history import History
from givequest.domain.rules import Rules

from ..built_in import BUILT_IN, CORE

FIRST = date(2026, 2, 2)


@pytest.fixture(scope="module")
def deck(tmp_path_factory: pytest.TempPathFactory) -> Deck:
    """The packaged cards."""
    library, _ = load_library(str(tmp_path_factory.mktemp("decks")), ("help",))
    return library.deck


def history_of(deck: Deck, days: range) -> History:
    """Return the history of somebody who helped on some days."""
    facts = {FIRST.toordinal() + day: DayFacts(deeds={"help": 1}, efforts=[1]) for day in days}
    return History(facts, Rules(BUILT_IN, CORE, deck=deck, seed="somebody"))


def efforts_on(history: History, day: int) -> set[int]:
    """Return the efforts of the cards on the board of a day."""
    return {card.tier for card in history.cards_on(FIRST + timedelta(days=day)).values()}


def test_after_an_absence_of_any_length_no_card_is_hard(deck: Deck) -> None:
    """One small thing is plenty, however long it was."""
    history = history_of(deck, range(20))
    for day in range(20 + AWAY, 20 + 300):
        assert HARD not in efforts_on(history, day)


def test_with_the_first_deed_the_hard_cards_may_come_again(deck: Deck) -> None:
    """The light board is a greeting and no demotion."""
    away, back = history_of(deck, range(20)), history_of(deck, range(60))
    days = range(40, 60)
    assert not any(HARD in efforts_on(away, day) for day in days)
    assert any(HARD in efforts_on(back, day) for day in days)
