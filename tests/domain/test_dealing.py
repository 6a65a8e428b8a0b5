"""Laws of which card comes, for any deck and any days: a gentle beginning, a chair among the core, no retired card."""

from __future__ import annotations

from collections.abc import Mapping

from hypothesis import given, settings
from hypothesis import strategies as st

from givequest.domain.deck.cards import DESK, WALL, Card, Deck
from givequest.domain.progress.day_facts import DayFacts
from givequest.domain.progress.deal_state import DealState
from givequest.domain.progress.dealing import FIRST_DAYS, HARD, LIGHT, SEATS, SEATS_AT_FIRST, deal_day
from givequest.domain.rules import Rules

from ..built_in import BUILT_IN, CORE

FIRST = 740_000
DAYS = 40
SIZE = 24


def deck_with(tags: Mapping[int, tuple[str, ...]], retired: int = 0) -> Deck:
    """Return a deck of `SIZE` cards of each kind, every other two of them light; `tags` by the number of a card."""
    return Deck(
        tuple(
            Card(
                f"{kind}.card-{number:02}", kind, f"Card {number}", "Do it.", tier=(1, 1, 2, 3)[number % 4],
                tags=tags.get(number, ()), retired=number < retired,
            )
            for kind in BUILT_IN
            for number in range(SIZE)
        )
    )  # fmt: skip


FULL = deck_with({number: ((DESK,), (DESK, WALL), ())[number % 3] for number in range(SIZE)})
"""A third of the cards can be done from a chair and are no wall, in every kind and of every effort."""


@st.composite
def days(draw: st.DrawFn) -> list[DayFacts]:
    """Return what was done on each of `DAYS` days, some cards of which were redrawn."""
    found = []
    for _ in range(DAYS):
        deeds = draw(st.lists(st.sampled_from(sorted(BUILT_IN)), max_size=2, unique=True))
        redrawn = draw(st.dictionaries(st.sampled_from(CORE), st.integers(1, 3), max_size=2))
        giving = [kind for kind in deeds if BUILT_IN[kind].giving]
        found.append(DayFacts(dict.fromkeys(deeds, 1), [draw(st.integers(1, 3)) for _ in giving], redraws=redrawn))
    return found


def hands_of(deck: Deck, lived: list[DayFacts], seed: str) -> list[tuple[int, dict[str, Card], dict[str, Card]]]:
    """Return how many days with a deed there were before each day, and its cards of the morning and the evening."""
    rules, deals, begun, hands = Rules(BUILT_IN, CORE, deck=deck, seed=seed), DealState(), 0, []
    for step, facts in enumerate(lived):
        morning = deal_day(deals.copy(), FIRST + step, DayFacts(), rules)
        hands.append((begun, morning, deal_day(deals, FIRST + step, facts, rules)))
        begun += bool(facts.deeds)
    return hands


@given(days(), st.text("0123456789abcdef", min_size=1, max_size=6))
@settings(max_examples=40)
def test_the_first_days_are_gentle_and_a_chair_is_always_there(lived: list[DayFacts], seed: str) -> None:
    """Until seven days had a deed nothing is hard and no wall, and two of the core are for a chair; then one is."""
    for begun, *hands in hands_of(FULL, lived, seed):
        for hand in hands:
            assert sum(DESK in hand[kind].tags for kind in CORE) >= (SEATS_AT_FIRST if begun < FIRST_DAYS else SEATS)
            assert any(hand[kind].tier == LIGHT for kind in CORE)
            if begun < FIRST_DAYS:
                assert all(card.tier < HARD and WALL not in card.tags for card in hand.values())


@given(days(), st.integers(0, SIZE - 1))
@settings(max_examples=30)
def test_a_retired_card_is_dealt_no_more_and_known_all_the_same(lived: list[DayFacts], retired: int) -> None:
    """Whatever was done and redrawn; a history that has it can say what it was called."""
    deck = deck_with({}, retired=retired)
    for _, *hands in hands_of(deck, lived, "0f3a"):
        assert all(not card.retired for hand in hands for card in hand.values())
    assert len(deck.retired) == retired * len(BUILT_IN)
    assert deck.by_id.keys() == FULL.by_id.keys()
    assert deck.joined(()).by_id == deck.southern().by_id == deck.by_id


@given(days())
@settings(max_examples=20)
def test_a_deck_of_ones_own_without_places_is_dealt_as_well(lived: list[DayFacts]) -> None:
    """Nobody has to say where a card can be done."""
    for _, *hands in hands_of(deck_with({}), lived, "b21c"):
        assert all(hand.keys() >= {*CORE} for hand in hands)


@given(st.text("0123456789abcdef", min_size=1, max_size=6))
@settings(max_examples=20)
def test_no_seat_is_given_at_the_cost_of_the_last_light_card(seed: str) -> None:
    """Two kinds have a light card that takes a person out, and a chair that is not light; the others have neither."""
    first, second, *others = CORE
    cards = [
        Card(f"{kind}.{name}", kind, name, "Do it.", tier=tier, tags=tags)
        for kind in (first, second)
        for name, tier, tags in (("light", LIGHT, ()), ("chair", LIGHT + 1, (DESK,)))
    ]
    cards += [Card(f"{kind}.steep", kind, "Steep", "Do it.", tier=LIGHT + 1) for kind in others]
    for _, *hands in hands_of(Deck(tuple(cards)), [DayFacts() for _ in range(DAYS)], seed):
        for hand in hands:
            assert any(hand[kind].tier == LIGHT for kind in CORE)
