"""Who was put on the board of a day by hand, and for how long."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from givequest.domain.deck.cards import Card
from givequest.domain.people.hello import LIFE, Hello, hello_card, hello_on, hellos_of
from givequest.domain.records.spot import SpotRecord

DAY = date(2026, 11, 25)
TODAY = DAY.toordinal()


def hello(name: str, begins: int, at: str = "") -> Hello:
    """Return a hello that begins so many days after today."""
    return Hello(name.lower(), name, "You two connected in 2009.", TODAY + begins, at)


@pytest.mark.parametrize(
    ("hellos", "done", "day", "name"),
    [
        ([], (), 0, None),
        ([hello("Ana", 0)], (), 0, "Ana"),
        ([hello("Ana", 0)], (), -1, None),
        ([hello("Ana", 0)], (), LIFE, "Ana"),
        ([hello("Ana", 0)], (), LIFE + 1, None),
        ([hello("Ana", 0)], ("spot.ana",), 1, None),
        ([hello("Ana", 0), hello("Bo", 1)], (), 0, "Ana"),
        ([hello("Ana", 0), hello("Bo", 1)], (), 1, "Bo"),
        ([hello("Ana", 0), hello("Bo", 1)], (), 2, "Ana"),
        ([hello("Ana", 0), hello("Bo", 1)], ("spot.ana",), 2, "Bo"),
        ([hello("Ana", 0, "08:00"), hello("Bo", 0, "09:00")], (), 0, "Bo"),
        ([hello("Ana", 0, "08:00"), hello("Bo", 0, "09:00")], (), 1, "Ana"),
    ],
)
def test_the_newest_comes_on_its_own_day_and_then_the_oldest_that_is_open(
    hellos: list[Hello], done: tuple[str, ...], day: int, name: str | None
) -> None:
    """For two weeks; then it goes by itself, without a word."""
    found = hello_on(hellos, TODAY + day, done)
    assert (found.person if found else None) == name


@given(st.lists(st.builds(hello, st.sampled_from(("Ana", "Bo", "Cy")), st.integers(-20, 20)), max_size=6))
def test_the_order_in_which_they_are_stored_does_not_matter(hellos: list[Hello]) -> None:
    """Of two with the same of everything, both are the same."""
    assert hello_on(hellos, TODAY, ()) == hello_on(hellos[::-1], TODAY, ())


def test_a_hello_begins_on_its_day_or_when_its_rest_is_over_and_is_let_be_for_good() -> None:
    """Other sorts are none."""

    def spot(identity: str, sort: str = "hello", until: date | None = None, closed: date | None = None) -> SpotRecord:
        return SpotRecord(identity, DAY, "at", sort, "Ana", text="A line.", until=until, closed=closed)

    spots = [spot("a"), spot("b", until=date(2026, 11, 27)), spot("c", closed=DAY), spot("d", "win")]
    assert [(one.id, one.begins - TODAY) for one in hellos_of(spots)] == [("a", 0), ("b", 2)]


def test_its_card_names_the_person_and_tells_the_reason() -> None:
    """In the place of the card that was dealt, with an id of its own."""
    dealt = Card("reconnect.old", "reconnect", "Old", "Do it.", tier=3)
    card = hello_card(hello("Ana", 0), dealt)
    assert (card.id, card.kind, card.tier) == ("spot.ana", "reconnect", 1)
    assert card.prompt_for("Ana Berg") == "Ana Berg. You two connected in 2009. A hello is enough."
