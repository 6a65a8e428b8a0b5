"""Five years of mornings for different people, dealt from the shipped deck."""

from __future__ import annotations

from collections import Counter
from datetime import date
from functools import cache
from itertools import pairwise

import pytest

from givequest.config.decks import load_library
from givequest.domain.deck.cards import DESK, GARDEN_CARD, WALL, Card, Deck
from givequest.domain.progress.day_facts import NOTHING_DONE
from givequest.domain.progress.deal_state import EAGER_DAYS, DealState
from givequest.domain.progress.dealing import (
    APART,
    FIRST_DAYS,
    HARD,
    LIGHT,
    SEATS,
    SEATS_AT_FIRST,
    WARM_DAYS,
    WARMED,
    deal_day,
)
from givequest.domain.progress.history import History
from givequest.domain.rules import Rules

from ..built_in import BUILT_IN, CORE
from .people import CALM, EVERYONE, FIRST, LAST, Diary, daily, live

SEED = "0f3a"
UNWARMED = ("never", "climber")
"""Those who never do a lighter deed, and are never sent up the steep path."""
A_YEAR = 366
"""Days in which a card of every day's pool has come at least once."""


@cache
def shipped_deck() -> Deck:
    """The deck that everybody plays with."""
    return load_library("", BUILT_IN)[0].deck


@cache
def diary_of(person: str, seed: str = SEED) -> Diary:
    """Five years of one person; lived once for all tests."""
    return live(EVERYONE[person], shipped_deck(), seed)


def days_of_cards(diary: Diary) -> dict[str, list[int]]:
    """Return the days on which each card lay on the board, morning or evening."""
    days: dict[str, set[int]] = {}
    for hands in (diary.hands, diary.kept):
        for day, hand in hands.items():
            for card in hand.values():
                days.setdefault(card.id, set()).add(day)
    return {identity: sorted(found) for identity, found in days.items()}


@pytest.mark.parametrize("seed", [SEED, "b21c"])
@pytest.mark.parametrize("person", CALM)
def test_no_card_comes_twice_in_three_weeks(person: str, seed: str) -> None:
    """The shipped pools are large enough for everybody who takes the cards as they come."""
    soon = [
        (identity, date.fromordinal(later))
        for identity, days in days_of_cards(diary_of(person, seed)).items()
        for earlier, later in pairwise(days)
        if later - earlier < APART
    ]
    assert soon == []


def test_whoever_redraws_all_day_meets_other_cards_first() -> None:
    """With three or four cards of a kind a day the pool is too small, and a week between two is the rule."""
    diary = diary_of("picky")
    for day, morning in diary.hands.items():
        for kind, card in diary.kept[day].items():
            assert card.id != morning[kind].id, date.fromordinal(day)
    gaps = [later - earlier for days in days_of_cards(diary).values() for earlier, later in pairwise(days)]
    assert min(gaps) >= 3
    assert sorted(gaps)[len(gaps) // 20] >= 7


@pytest.mark.parametrize("person", EVERYONE)
def test_every_card_that_can_always_be_drawn_is_seen(person: str) -> None:
    """None sleeps at the bottom: all come within the first year, but for those that wait for a lighter deed."""
    days = days_of_cards(diary_of(person))
    first = min(diary_of(person).hands)
    late = [card for card in shipped_deck().cards if waits_for_nothing(card) and _first(days, card) - first > A_YEAR]
    assert [card.id for card in late if can_come_to(person, card)] == []


def can_come_to(person: str, card: Card) -> bool:
    """Return whether a card is ever dealt to somebody: whoever has not begun has nothing hard, and no wall."""
    if person == "never":
        return card.tier != HARD and WALL not in card.tags
    return person not in UNWARMED or not is_steep(card)


def waits_for_nothing(card: Card) -> bool:
    """Return whether a card lies in the pool on any day of the year."""
    return card.after is None and not card.months and card.id != GARDEN_CARD


def is_steep(card: Card) -> bool:
    """Return whether a card is dealt only after a lighter deed."""
    return card.kind == WARMED and card.tier == HARD


def _first(days: dict[str, list[int]], card: Card) -> int:
    return days.get(card.id, [LAST.toordinal() + A_YEAR])[0]


@pytest.mark.parametrize("person", EVERYONE)
def test_every_seasonal_card_comes_in_its_month_of_most_years(person: str) -> None:
    """The month tilts the draw: its cards come in no other one, and those of the core in nearly every year."""
    days = days_of_cards(diary_of(person))
    seasonal = [card for card in shipped_deck().cards if card.months and can_come_to(person, card)]
    years = LAST.year - FIRST.year + 1
    of_bonus = 0.85 if person == "picky" else 0.9  # what is exchanged twice in a day was seen, and is in no diary
    for kinds, share in ((CORE, 0.95), (set(BUILT_IN) - set(CORE), of_bonus)):
        seen: list[int] = []
        for card in (card for card in seasonal if card.kind in kinds):
            found = [date.fromordinal(day) for day in days.get(card.id, [])]
            assert {day.month for day in found} == set(card.months), card.id
            seen.append(len({day.year for day in found}))
        assert sum(seen) >= share * years * len(seen)


@pytest.mark.parametrize("person", EVERYONE)
def test_no_kind_is_starved(person: str) -> None:
    """The four core kinds lie there every day, and each bonus kind every other day."""
    for hand in diary_of(person).kept.values():
        assert set(CORE) < set(hand)
        assert len(hand) == len(CORE) + 1
    bonus = Counter(kind for hand in diary_of(person).kept.values() for kind in hand if kind not in CORE)
    assert max(bonus.values()) - min(bonus.values()) <= 1
    assert set(bonus) == set(BUILT_IN) - set(CORE)


@pytest.mark.parametrize("person", EVERYONE)
def test_one_of_the_first_four_is_light_every_day(person: str) -> None:
    """On the worst of mornings there is something that takes a breath, redrawn or not."""
    for hands in (diary_of(person).hands, diary_of(person).kept):
        heavy = [date.fromordinal(day) for day, hand in hands.items() if all(hand[kind].tier != LIGHT for kind in CORE)]
        assert heavy == []


@pytest.mark.parametrize("person", EVERYONE)
def test_no_steep_reconnect_card_comes_before_a_lighter_deed(person: str) -> None:
    """A long-lost friend is for those who have said hello to a near one in the last three days."""
    diary = diary_of(person)
    for day, hand in diary.kept.items():
        if hand[WARMED].tier == HARD:
            before = [effort for back in range(1, WARM_DAYS + 1) for effort in _efforts(diary, day - back)]
            assert min(before, default=HARD) < HARD, date.fromordinal(day)
    steep = sum(hand[WARMED].tier == HARD for hand in diary.kept.values())
    assert (steep > 0) == (person not in UNWARMED)


def _efforts(diary: Diary, day: int) -> list[int]:
    return diary.facts[day].efforts if day in diary.facts else []


@pytest.mark.parametrize("person", EVERYONE)
def test_one_of_the_first_four_can_be_done_from_a_chair_every_day(person: str) -> None:
    """Redrawn or not; and two of them in the first days."""
    diary, begun = diary_of(person), 0
    for day in diary.hands:
        wanted = SEATS_AT_FIRST if begun < FIRST_DAYS else SEATS
        for hand in (diary.hands[day], diary.kept[day]):
            assert sum(DESK in hand[kind].tags for kind in CORE) >= wanted, date.fromordinal(day)
        begun += bool(diary.facts[day].deeds)


@pytest.mark.parametrize("person", EVERYONE)
def test_the_first_seven_days_with_a_deed_are_gentle(person: str) -> None:
    """Nothing hard lies there and no wall, however long it takes somebody to come to seven."""
    diary, begun = diary_of(person), 0
    for day in diary.hands:
        if begun < FIRST_DAYS:
            for card in (*diary.hands[day].values(), *diary.kept[day].values()):
                assert card.tier < HARD, date.fromordinal(day)
                assert WALL not in card.tags, date.fromordinal(day)
        begun += bool(diary.facts[day].deeds)
    assert (begun < FIRST_DAYS) == (person == "never")


@pytest.mark.parametrize("seed", ["0f3a", "b21c", "77"])
def test_what_the_first_days_held_back_does_not_come_all_at_once(seed: str) -> None:
    """Whoever begins in August, when all that is light was dealt to nobody, meets no wall of hard cards in week two."""
    begins, rules = date(2026, 8, 3).toordinal(), Rules(BUILT_IN, CORE, deck=shipped_deck(), seed=seed)
    deals, hands = DealState(), []
    for day in range(FIRST.toordinal(), begins + FIRST_DAYS + 14):
        morning = deal_day(deals.copy(), day, NOTHING_DONE, rules)
        deal_day(deals, day, daily(day, morning) if day >= begins else NOTHING_DONE, rules)
        hands.append(morning)
    hard = [sum(hand[kind].tier == HARD for kind in CORE) for hand in hands[-14:]]
    assert 0 < sum(hard) <= 14
    assert max(hard) <= 3


def test_the_garden_card_is_for_those_who_give_without_a_pause() -> None:
    """It lies there after ten days of giving without quiet or rest, again after three weeks, for nobody calmer."""
    garden = days_of_cards(diary_of("eager"))[GARDEN_CARD]
    assert garden[0] - FIRST.toordinal() == EAGER_DAYS
    assert {later - earlier for earlier, later in pairwise(garden)} == {APART}
    for person in ("daily", "weekends", "never"):
        assert GARDEN_CARD not in days_of_cards(diary_of(person)), person


def test_the_mix_of_efforts_stays_near_the_deck_s_own() -> None:
    """Half of what the daily giver meets in the core takes a breath, and something hard comes every week or so."""
    hands = diary_of("daily").hands.values()
    efforts = Counter(hand[kind].tier for hand in hands for kind in CORE)
    assert 0.4 <= efforts[LIGHT] / efforts.total() <= 0.7
    assert efforts[HARD] >= 5 * 52


def test_a_history_deals_what_was_lived_day_by_day() -> None:
    """Asked about any day afterwards, a history lays out the very board of that day."""
    diary = diary_of("weekends")
    facts = {day: found for day, found in diary.facts.items() if found.deeds}
    history = History(facts, Rules(BUILT_IN, CORE, deck=shipped_deck(), seed=SEED))
    for day in sorted(diary.kept)[20::97]:
        assert history.cards_on(date.fromordinal(day)) == diary.kept[day], date.fromordinal(day)
