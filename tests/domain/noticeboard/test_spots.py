"""How long what was noticed stands there, and which of it is on the board of a day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from givequest.domain.noticeboard.choosing import open_spots, spots_by_kind, step_of_day, waits
from givequest.domain.noticeboard.introductions import next_step
from givequest.domain.noticeboard.spots import LIFE, Spot, SpotState, in_turn, spots_of, state_of
from givequest.domain.noticeboard.steps import REMEMBERED, Done, card_of, key_of_step, remembered, spot_of_card
from givequest.domain.people.profiles import Profile
from givequest.domain.records.spot import SORTS, SpotRecord
from givequest.domain.text import name_key

NOVEMBER = date(2026, 11, 1)
FIRST = NOVEMBER.toordinal()


def keys_of(name: str) -> tuple[str, ...]:
    """Return what a name is compared by."""
    return (name_key(name),)


def spot(
    identity: str = "x", sort: str = "win", *, day: int = 1, until: int = 0, person: str = "Ana", **more: str
) -> Spot:
    """Return a spot of a day of November, resting until another."""
    other = "Ben" if sort == "meet" else ""
    return Spot(identity, sort, person, "won", FIRST + day - 1, FIRST + max(day, until) - 1, "", other)


def on(day: int) -> int:
    """Return the ordinal of a day of November (or, beyond 30, after it)."""
    return FIRST + day - 1


@pytest.mark.parametrize(
    ("sort", "day", "state"),
    [
        ("win", 1, "open"), ("win", 15, "open"), ("win", 16, "gone"), ("hello", 15, "open"), ("hello", 16, "gone"),
        ("need", 31, "open"), ("need", 32, "gone"), ("seeker", 61, "open"), ("seeker", 62, "gone"),
        ("meet", 61, "open"), ("meet", 62, "gone"),
    ],
)  # fmt: skip
def test_it_goes_by_itself_after_its_time(sort: str, day: int, state: str) -> None:
    """Without a word."""
    assert state_of(spot(sort=sort), on(day), {}, keys_of) == state


def test_a_deed_with_its_card_does_it() -> None:
    """And where that deed is deleted it is open again, since nothing else remembers it."""
    assert state_of(spot(), on(3), {"x": on(3)}, keys_of) is SpotState.DONE
    assert state_of(spot(), on(300), {"x": on(3)}, keys_of) is SpotState.DONE
    assert state_of(spot(), on(3), {}, keys_of) is SpotState.OPEN


@pytest.mark.parametrize(("day", "state"), [(10, "rests"), (19, "rests"), (20, "open"), (34, "open"), (35, "gone")])
def test_it_rests_until_a_day_and_has_all_its_time_then(day: int, state: str) -> None:
    """Fourteen days from the 20th on, for a win."""
    assert state_of(spot(until=20), on(day), {}, keys_of) == state


def test_it_is_let_be_from_the_day_on_which_that_was_done() -> None:
    """The days before keep what stood on them."""
    closed = spot()._replace(closed=on(5))
    assert [state_of(closed, on(day), {}, keys_of) for day in (4, 5, 6)] == ["open", "let be", "let be"]


def test_the_newest_comes_on_its_own_day_and_then_the_oldest() -> None:
    """Of two of one day, that which was written down last."""
    first, second = spot("a", day=1), spot("b", day=2)
    assert [one.id for one in in_turn([second, first], on(2))] == ["b", "a"]
    assert [one.id for one in in_turn([second, first], on(3))] == ["a", "b"]
    early, late = spot("c", day=4)._replace(at="08:00"), spot("d", day=4)._replace(at="09:00")
    assert [one.id for one in in_turn([late, early, first], on(4))] == ["d", "a", "c"]


def cards(spots: list[Spot], day: int, *, done: Done | None = None, passed: tuple[str, ...] = ()) -> dict[str, str]:
    """Return the ids of the spots on a board of all kinds."""
    found = open_spots(spots, on(day), done or {}, keys_of=keys_of, profile_of=lambda name: None, passed=passed)
    chosen = spots_by_kind(found, ("congratulate", "help", "reconnect", "introduce"))
    return {kind: one.id for kind, one in chosen.items()}


def test_of_two_wins_each_has_its_day() -> None:
    """The first; after one exchange the second; after two the deck."""
    wins = [spot("a", day=1), spot("b", day=2, person="Bo")]
    assert cards(wins, 3) == {"congratulate": "a"}
    assert cards(wins, 3, passed=("spot.a",)) == {"congratulate": "b"}
    assert cards(wins, 3, passed=("spot.a", "spot.b")) == {}
    assert cards(wins, 3, done={"a": on(2)}) == {"congratulate": "b"}


def test_nobody_is_on_two_cards() -> None:
    """A win and a need of one person: the win today, and the need when it is done."""
    both = [spot("a", "win"), spot("b", "need"), spot("c", "need", day=2, person="Bo")]
    assert cards(both, 3) == {"congratulate": "a", "help": "c"}
    assert cards(both, 3, done={"a": on(2)}) == {"help": "b"}


@pytest.mark.parametrize(
    ("profile", "sort", "is_there"),
    [
        (Profile("Ana", ("ana",), "wall"), "need", False),
        (Profile("Ana", ("ana",), "remembered"), "hello", False),
        (Profile("Ana", ("ana",), "aside"), "win", False),
        (Profile("Ana", ("ana",), "close", snooze=on(4)), "win", False),
        (Profile("Ana", ("ana",), "close", snooze=on(3)), "win", True),
        (Profile("Ana", ("ana",), "close", gentle=True), "win", False),
        (Profile("Ana", ("ana",), "close", gentle=True), "meet", False),
        (Profile("Ana", ("ana",), "close", gentle=True), "need", True),
        (None, "win", True),
    ],
)
def test_it_waits_where_somebody_is_to_be_left_in_peace(profile: Profile | None, sort: str, is_there: bool) -> None:
    """A wall, the dead, a name that rests; grief and illness but for help."""
    one = spot(sort=sort)
    assert waits(one, on(3), lambda name: profile if name == "Ana" else None) is not is_there


A, B = "x.ask/ana", "x.ask/ben"


@pytest.mark.parametrize(
    ("done", "day", "step"),
    [
        ({}, 3, ("ask", "Ana")),
        ({A: 3}, 3, ("ask", "Ben")),
        ({B: 3}, 3, ("ask", "Ana")),
        ({A: 3, B: 3}, 3, None),
        ({A: 3, B: 3}, 4, ("meet", "Ana")),
        ({A: 3, B: 9}, 9, None),
        ({A: 9, B: 3}, 10, ("meet", "Ana")),
    ],
)
def test_both_are_asked_before_they_are_introduced(done: Done, day: int, step: tuple[str, str] | None) -> None:
    """One at a time, and the introduction comes on another day."""
    found = next_step(spot(sort="meet"), on(day), {key: on(day) for key, day in done.items()}, keys_of)
    assert (found and (found.step, found.person)) == step


def test_an_introduction_goes_by_itself_three_weeks_after_the_second_asking() -> None:
    """However long it had stood there before."""
    done = {A: on(50), B: on(55)}
    states = [state_of(spot(sort="meet"), on(day), done, keys_of) for day in (61, 62, 76, 77)]
    assert states == ["open", "open", "open", "gone"]
    assert state_of(spot(sort="meet"), on(60), {**done, "x.meet": on(60)}, keys_of) is SpotState.DONE


def test_a_step_leaves_those_alone_who_are_on_another_card() -> None:
    """And goes on with the next two."""
    found = [spot("a", "meet", person="Ana"), spot("b", "meet", person="Cy")._replace(other="Di")]
    assert [
        step and step.spot.id
        for step in (step_of_day(found, on(3), {}, keys_of, taken) for taken in ((), ("Ben",), ("Ben", "Di")))
    ] == ["a", "b", None]


def test_a_card_says_which_step_it_is() -> None:
    """Whom a deed has asked is a part of what it has done."""
    assert key_of_step(card_of("c07e"), "Ana") == "c07e"
    assert key_of_step(card_of("c07e", "ask"), "Ána  Berg") == "c07e.ask/ana berg"
    assert key_of_step(card_of("c07e", "meet"), "Ana") == "c07e.meet"
    assert {spot_of_card(card_of("c07e", step)) for step in ("", "ask", "meet")} == {"c07e"}


def test_what_was_done_is_remembered_for_longer_than_anything_stands_there() -> None:
    """The first day of each counts."""
    done = remembered({"old": on(1), "x": on(2)}, {"x", "new"}, on(1) + REMEMBERED)
    assert done == {"new": on(1) + REMEMBERED, "x": on(2)}
    assert max(LIFE.values()) + 300 < REMEMBERED


def test_what_the_rules_know_is_in_the_record() -> None:
    """A rest counts from its end."""
    record = SpotRecord("a", NOVEMBER, "at", "win", "Ana", text="won", until=NOVEMBER + timedelta(days=9))
    closed = SpotRecord("b", NOVEMBER, "at", "meet", "Ana", "Ben", closed=NOVEMBER)
    assert spots_of([record, closed]) == [
        Spot("a", "win", "Ana", "won", on(1), on(10), "at"),
        Spot("b", "meet", "Ana", "", on(1), on(1), "at", "Ben", on(1)),
    ]


many = st.lists(
    st.builds(
        lambda number, sort, day, until, person: spot(f"s{number}", sort, day=day, until=until, person=person),
        st.integers(0, 99), st.sampled_from(SORTS), st.integers(1, 40), st.integers(0, 60),
        st.sampled_from(("Ana", "Cy", "Di")),
    ),
    max_size=12,
    unique_by=lambda one: one.id,
)  # fmt: skip


@given(many, st.integers(1, 120), st.randoms())
def test_the_order_in_which_they_are_stored_does_not_matter(spots: list[Spot], day: int, shuffler: object) -> None:
    """And whatever is on a board is open, of its kind, and about somebody who is on no other card."""
    shuffled = list(spots)
    shuffler.shuffle(shuffled)  # type: ignore[attr-defined]
    found = cards(spots, day)
    assert found == cards(shuffled, day)
    by_id = {one.id: one for one in spots}
    assert all(by_id[identity].kind == kind for kind, identity in found.items())
    assert all(state_of(by_id[identity], on(day), {}, keys_of) is SpotState.OPEN for identity in found.values())
    people = [by_id[identity].person for identity in found.values()]
    assert len(set(people)) == len(people)
