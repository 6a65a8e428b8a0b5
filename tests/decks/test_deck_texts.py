"""The shipped cards: that they fit, differ, have a place each, and ask for nothing in return."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from givequest.config.decks import PACKAGED, load_library
from givequest.domain.deck.cards import DONE_WIDTH, GARDEN_CARD, PERSON, PROMPT_WIDTH, TITLE_WIDTH, WHY_WIDTH, Card
from givequest.domain.progress.dealing import HARD, LIGHT, MIDDLE

from ..built_in import BUILT_IN, CORE
from .wording import OUTCOME, PRESUMING, SCOLDING, near_duplicates

ALIKE = 0.4
"""The share of common words from which two sentences count as the same idea; the closest pair has 0.35."""
NAME = "Maximiliane"
"""A first name as long as most."""
LIGHT_NEEDED = 10
"""A light card is wanted every day, and none comes twice in three weeks: four kinds with ten each are enough."""


@pytest.fixture(scope="module")
def cards() -> tuple[Card, ...]:
    """All shipped cards."""
    library, problems = load_library("", BUILT_IN)
    assert problems == []
    return library.deck.cards


def sentences_of(card: Card) -> dict[str, str]:
    """Return what a person may read of a card, by the name of the field."""
    fields = {name: getattr(card, name) for name in ("title", "prompt", "why", "person_prompt", "done")}
    return {name: text for name, text in fields.items() if text}


def test_every_card_fits_its_place_on_the_board(cards: tuple[Card, ...]) -> None:
    """Nothing is cut off, and every card says why; with a name in it, it fits as well."""
    for card in cards:
        assert 0 < len(card.title) <= TITLE_WIDTH, card.id
        assert 0 < len(card.prompt) <= PROMPT_WIDTH, card.id
        assert 0 < len(card.why) <= WHY_WIDTH, card.id
        assert len(card.person_prompt.replace(PERSON, NAME)) <= PROMPT_WIDTH, card.id
        assert len(card.done) <= DONE_WIDTH, card.id
        assert 1 <= card.minutes <= 30, card.id


def test_every_id_and_every_title_is_there_once(cards: tuple[Card, ...]) -> None:
    """Histories refer to ids, and people to titles: 'the one with the goat'."""
    ids = [table for path in Path(PACKAGED).glob("*.toml") for table in _ids_in(path)]
    for names in (ids, [card.title.lower() for card in cards]):
        assert [name for name, times in Counter(names).items() if times > 1] == []


def _ids_in(path: Path) -> list[str]:
    return [line.partition('"')[2].rstrip('"') for line in path.read_text().splitlines() if line.startswith("id = ")]


def test_a_card_names_a_person_where_it_says_so_and_has_no_other_placeholder(cards: tuple[Card, ...]) -> None:
    """A brace that nothing fills in would be printed as it is."""
    for card in cards:
        for name, text in sentences_of(card).items():
            braces = text.replace(PERSON, "") if name == "person_prompt" else text
            assert not set(braces) & set("{}"), card.id
        assert not card.person_prompt or PERSON in card.person_prompt, card.id


def test_no_two_cards_say_the_same(cards: tuple[Card, ...]) -> None:
    """Prompts and reasons differ in most of their words."""
    assert near_duplicates({card.id: card.prompt for card in cards}, ALIKE) == []
    assert near_duplicates({card.id: card.why for card in cards}, ALIKE) == []


def test_no_card_mentions_or_asks_for_what_another_person_decides(cards: tuple[Card, ...]) -> None:
    """Effort, never outcome: no answers, thanks, hearts or followers to wait for."""
    found = [(card.id, text) for card in cards for text in sentences_of(card).values() if OUTCOME.search(text)]
    assert found == []


def test_no_card_presumes_anything_of_the_person_whom_it_names(cards: tuple[Card, ...]) -> None:
    """Whoever was not named for two weeks is named: the card holds for anybody, whatever their week is like."""
    assert [card.id for card in cards if PRESUMING.search(card.person_prompt)] == []
    assert PRESUMING.search("Send {person} two lines: one that you know the week is heavy.")


def test_no_card_scolds_or_shouts(cards: tuple[Card, ...]) -> None:
    """Plain ASCII sentences, without the words of a bad teacher."""
    for card in cards:
        for text in sentences_of(card).values():
            assert not SCOLDING.search(text), (card.id, text)
            assert text.isascii(), (card.id, text)
            assert "!" not in text, (card.id, text)
        assert card.prompt[0].isupper(), card.id
        assert card.prompt[-1] in ".?", card.id
        assert card.why[-1] in ".?", card.id


def test_every_kind_has_cards_enough_and_of_every_effort(cards: tuple[Card, ...]) -> None:
    """Thirty for each kind of the daily board and twenty for the others, at any time of the year."""
    for kind in BUILT_IN:
        always = [card for card in cards if card.kind == kind and not card.months and card.after is None]
        always = [card for card in always if card.id != GARDEN_CARD]
        efforts = Counter(card.tier for card in always)
        assert len(always) >= (30 if kind in CORE else 20), kind
        assert set(efforts) == {LIGHT, MIDDLE, HARD}, kind
        assert efforts[LIGHT] >= LIGHT_NEEDED, kind


def test_every_month_brings_six_cards_of_its_own(cards: tuple[Card, ...]) -> None:
    """They are spread over the kinds, mostly light, and none of them waits for another."""
    for month in range(1, 13):
        seasonal = [card for card in cards if card.months == (month,)]
        kinds = Counter(card.kind for card in seasonal)
        assert len(seasonal) == 6, month
        assert max(kinds.values()) <= 2, month
        assert sum(card.tier == LIGHT for card in seasonal) >= 2, month
        assert all(card.after is None for card in seasonal), month
    assert all(len(card.months) <= 1 for card in cards)


def test_a_card_that_follows_another_follows_one_of_its_own_kind(cards: tuple[Card, ...]) -> None:
    """What it builds on exists, can be drawn by itself, and lies in the same place on the board."""
    known = {card.id: card for card in cards}
    followers = [card for card in cards if card.after is not None]
    assert followers
    for card in followers:
        before = known[card.after or ""]
        assert (before.kind, before.after) == (card.kind, None), card.id


@pytest.mark.parametrize(
    "sentence",
    [
        "Write to her and see whether she answers.",
        "Wait until they reply, then go on.",
        "Count how many likes it has by noon.",
        "They will write back sooner or later.",
        "Do it and get a thank-you.",
        "Chase your oldest unanswered message.",
        "A favour is done, so they owe you one: owed you is owed you.",
        "Give a hand and expect an answer.",
        "Ask for a like in return.",
        "Somebody might never respond, so ask twice.",
        "Look for their thanks in the evening.",
    ],
)
def test_the_search_for_outcomes_finds_them(sentence: str) -> None:
    """The law has teeth."""
    assert OUTCOME.search(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Ask somebody how the day is going. Then ask about the answer.",
        "Lay one light sentence at a door that stays shut, then walk on.",
        "Thank the driver when you get off.",
        "Answer the oldest question in the group.",
        "Cover the counters for today: hearts and badges stay under the hat.",
        "Tell them what you like about it.",
    ],
)
def test_the_search_for_outcomes_lets_a_person_s_own_acts_pass(sentence: str) -> None:
    """Thanking, answering and liking are things one does."""
    assert not OUTCOME.search(sentence)
