"""`givequest spot` and `givequest spots`."""

from __future__ import annotations

import pytest

from ..conftest import Play


def test_a_spot_is_written_down_and_on_the_board(play: Play) -> None:
    """By the beginning of a person's name; in JSON with its id."""
    play("people", "add", "Priya Nair")
    ran = play("spot", "win", "Priya", "handed in", "her thesis")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == "Priya Nair: handed in her thesis. It's a card on the board now.\n"
    quest = play("today", "--json").data["quests"][0]
    assert (quest["kind"], quest["person"]) == ("congratulate", "Priya Nair")
    (spot,) = play("spots", "--json").data
    assert spot == {
        "id": quest["spot"], "sort": "win", "person": "Priya Nair", "other": None, "text": "handed in her thesis",
        "day": "2026-11-23", "state": "open", "step": None,
    }  # fmt: skip
    play("log", "congratulate", "Priya Nair")
    assert play("spots", "--json").data[0]["state"] == "done"
    assert play("spots").out == "win    Priya Nair: handed in her thesis (today, done)\n"
    assert play("undo").code == play("undo").code == 0
    assert play("spots", "--json", "--all").data == []


def test_two_should_meet(play: Play) -> None:
    """A reason or none; the step stands below the board."""
    assert play("spot", "meet", "Ana", "Ben").code == 0
    assert play("spots").out == "meet   Ana + Ben (today, next: ask Ana)\n"
    assert "ask ana" in play("today").out.casefold()
    beside = play("today", "--json").data["beside"]
    assert (beside["kind"], beside["person"], beside["core"]) == ("introduce", "Ana", False)
    assert play("log", "introduce", "Ana").code == 0
    assert play("spots", "--json").data[0]["step"] == "ask Ben"


def test_a_name_that_several_have_is_refused_with_all_of_them(play: Play) -> None:
    """Exit 2, and nothing is written down."""
    for name in ("Ana Berg", "Ana Lund"):
        play("people", "add", name)
    ran = play("spot", "win", "Ana", "won")
    assert (ran.code, ran.out) == (2, "")
    assert "Ana Berg" in ran.err
    assert "Ana Lund" in ran.err
    assert play("spots", "--json").data == []


@pytest.mark.parametrize(
    "words",
    [("win",), ("win", "Ana"), ("win", "Ana", " "), ("party", "Ana", "x"), ("meet", "Ana"), ("meet", "Ana", "ana")],
)
def test_what_cannot_be_written_down_is_told(play: Play, words: tuple[str, ...]) -> None:
    """With what to do."""
    ran = play("spot", *words)
    assert ran.code == 2
    assert ran.err.startswith("givequest: ")
    assert play("spots").err.startswith("givequest: Nothing is pinned up; 'givequest spot win ")


def test_doors_are_told_below_whoever_looks(play: Play) -> None:
    """Of one's people."""
    play("people", "add", "Ana Berg", "--met", "Head of Design in Berlin")
    play("spot", "seeker", "Lena", "UX designer, Berlin")
    assert play("spots").out.splitlines()[1] == "       may know a door: Ana Berg, Head of Design in Berlin"
