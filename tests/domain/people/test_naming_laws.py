"""What must hold of the two names of a day, whoever the people are."""

from __future__ import annotations

import random
from collections import Counter
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from givequest.domain.people.card_names import CONGRATULATE, RECONNECT, people_on_cards
from givequest.domain.people.greetings import greetings_on
from givequest.domain.people.naming import CYCLE, SHOWN, WELCOME, names_of
from givequest.domain.people.profiles import NamedOn, Profile, with_names_of_their_own
from givequest.domain.people.resting import IN_PEACE, rests_until
from givequest.domain.people.ties import NEVER_NAMED, TIES

DAY = 739_580
"""An ordinal in November 2025."""
KINDS = (CONGRATULATE, "help", RECONNECT, "introduce", "listen")
seeds = st.text("0123456789abcdef", min_size=8, max_size=8)
days_before = st.lists(st.integers(DAY - 400, DAY - 1), max_size=3, unique=True).map(sorted).map(tuple)


@st.composite
def people(draw: st.DrawFn) -> tuple[list[Profile], NamedOn]:
    """Return some people, and when deeds before the day have named them."""
    profiles, named = [], {}
    for number in range(draw(st.integers(0, 12))):
        key = f"person {number}"
        profiles.append(
            Profile(
                key.title(),
                (key, f"other {number}"),
                draw(st.sampled_from([None, *map(str, TIES)])),
                draw(st.integers(DAY - 900, DAY)),
                draw(st.sampled_from([0, 0, DAY, DAY + 1])),
                draw(st.booleans()),
                tuple(draw(st.lists(st.sampled_from(["--11-24 birthday", "2010-11-20 wedding"]), max_size=2))),
            )
        )
        named[key], named[f"other {number}"] = draw(days_before), draw(days_before)
    return profiles, named


@settings(max_examples=100)
@given(people(), seeds)
def test_nobody_is_named_who_rests_or_is_to_be_left_alone(some: tuple[list[Profile], NamedOn], seed: str) -> None:
    """Not by any of their names, and no two names are one."""
    profiles, named = some
    found = names_of(profiles, named, seed, DAY)
    by_name = {profile.name: profile for profile in profiles}
    for name in filter(None, found):
        profile = by_name[name]
        assert profile.tie not in NEVER_NAMED
        assert profile.snooze <= DAY
        assert rests_until(profile.tie, profile.days_in(named)) <= DAY
    assert found.far is None or found.far != found.near
    assert found.far is not None or found.near is None


@settings(max_examples=60)
@given(people(), seeds, st.randoms(use_true_random=False))
def test_the_order_of_the_records_does_not_matter(
    some: tuple[list[Profile], NamedOn], seed: str, chance: random.Random
) -> None:
    """Names are nobody's place in a list."""
    profiles, named = some
    shuffled = [*profiles]
    chance.shuffle(shuffled)
    assert names_of(shuffled, named, seed, DAY) == names_of(profiles, named, seed, DAY)


@settings(max_examples=60)
@given(people(), seeds)
def test_to_change_one_person_changes_only_days_on_which_they_are_or_were_named(
    some: tuple[list[Profile], NamedOn], seed: str
) -> None:
    """Whoever is not concerned keeps their day."""
    profiles, named = some
    if not profiles:
        return
    changed = [profiles[0]._replace(tie="close" if profiles[0].tie is None else None), *profiles[1:]]
    for day in range(DAY, DAY + CYCLE):
        before, after = names_of(profiles, named, seed, day), names_of(changed, named, seed, day)
        assert before == after or profiles[0].name in {*before, *after}


@settings(max_examples=80)
@given(people(), seeds, st.permutations(KINDS))
def test_one_name_stands_on_one_card_and_grief_is_not_congratulated(
    some: tuple[list[Profile], NamedOn], seed: str, kinds: list[str]
) -> None:
    """And a date is nobody's whose dates are not greeted."""
    profiles, named = some
    names = names_of(profiles, named, seed, DAY)
    by_name = {profile.name: profile for profile in profiles}
    gentle = {profile.name for profile in profiles if profile.gentle}
    from datetime import date

    greetings = greetings_on(profiles, named, date.fromordinal(DAY))
    assert all(not each.profile.gentle and each.profile.tie not in NEVER_NAMED for each in greetings)
    assert all(one.day >= other.day for one, other in pairwise(greetings))
    greeted = greetings[0].profile.name if greetings else None
    given = {} if greeted is None else {CONGRATULATE: greeted}
    found = people_on_cards(kinds, names, given=given, gentle=gentle)
    assert len({*found.values()}) == len(found)
    assert not by_name[found[CONGRATULATE]].gentle if CONGRATULATE in found else True
    assert found.get(RECONNECT) in (None, names.far)


def test_over_ten_years_everybody_is_named_and_nobody_without_end() -> None:
    """Of three hundred as of twelve, where nobody is ever written to: no more than 5 days of 17."""
    for size, ties in ((300, (None, "close", "faded", "edge")), (12, (None, "close", "faded", "edge"))):
        profiles = [
            Profile(f"P{number}", (f"p{number}",), ties[number % len(ties)], DAY - 900) for number in range(size)
        ]
        named: Counter[str] = Counter()
        run: dict[str, int] = {}
        longest = 0
        for day in range(DAY, DAY + 3653):
            names = set(filter(None, names_of(profiles, {}, "1a2b3c4d", day)))
            named.update(names)
            run = {name: run.get(name, 0) + 1 for name in names}
            longest = max(longest, *run.values(), 0)
        assert len(named) == size
        assert longest <= SHOWN
        assert max(named.values()) <= 3653 * SHOWN / CYCLE + SHOWN


def test_ten_people_placed_today_are_named_within_the_next_days() -> None:
    """Whoever was just thought of is in turn at once."""
    profiles = [Profile(f"P{number}", (f"p{number}",), "faded", DAY) for number in range(4)]
    days = [names_of(profiles, {}, "1a2b3c4d", day) for day in range(DAY, DAY + WELCOME)]
    assert all(names.far and names.near for names in days)


def test_of_two_people_of_one_name_the_first_has_it() -> None:
    """As two computers can leave them, until somebody joins them."""
    one, other = Profile("Ana", ("ana", "annie")), Profile("Ana", ("ana", "aninha"))
    third = Profile("Bo", ("bo", "annie"))
    assert with_names_of_their_own([one, other, third]) == [one, Profile("Bo", ("bo",))]


def test_a_wall_is_left_in_peace_after_three_pebbles() -> None:
    """For good, however long ago that was."""
    assert rests_until("wall", (1, 50, 3000)) == IN_PEACE
