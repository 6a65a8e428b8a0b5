"""What a habit becomes, as it is written on the command line."""

from __future__ import annotations

import pytest

from givequest.domain.trackers.mapping import HabitMapping, match_habits, read_mapping
from givequest.errors import UsageError

KINDS = ("help", "reconnect")


@pytest.mark.parametrize(
    ("text", "habit", "mapping"),
    [
        ("Call family=reconnect:Mum", "Call family", HabitMapping("reconnect", "Mum")),
        ("Call family=Reconnect", "Call family", HabitMapping("reconnect")),
        ("1 + 1 = 2=help", "1 + 1 = 2", HabitMapping("help")),
        ("Gym=-", "Gym", None),
        (" Gym = - ", "Gym", None),
        ("A=help: ", "A", HabitMapping("help")),
    ],
)
def test_the_last_sign_counts(text: str, habit: str, mapping: HabitMapping | None) -> None:
    """A habit's name may hold others, and a name may follow the kind."""
    assert read_mapping(text) == (habit, mapping)


@pytest.mark.parametrize("text", ["Call family", "=help", "Call=", ""])
def test_half_a_mapping_is_refused(text: str) -> None:
    """With how one is written."""
    with pytest.raises(UsageError, match="like 'Call family=reconnect:Mum'"):
        read_mapping(text)


def test_habits_are_found_whatever_their_capitals_and_accents() -> None:
    """And what becomes nothing is not among them."""
    written = [("call FAMILY", HabitMapping("help")), ("gym", None)]
    assert match_habits(written, ["Call Family", "Gym", "Pages"], KINDS) == {"Call Family": HabitMapping("help")}


@pytest.mark.parametrize(
    ("written", "sentence"),
    [
        ([("Cal family", HabitMapping("help"))], "no habit called Cal family in it. Did you mean Call family?"),
        ([("Gym", HabitMapping("hlep"))], "No kind is called hlep; there are help, reconnect. Did you mean help?"),
        ([("Gym", HabitMapping("help")), ("gym", None)], "The habit Gym is given twice"),
    ],
)
def test_what_cannot_be_meant_is_said(written: list[tuple[str, HabitMapping | None]], sentence: str) -> None:
    """With what there is instead."""
    with pytest.raises(UsageError) as refused:
        match_habits(written, ["Call family", "Gym"], KINDS)
    assert sentence in str(refused.value)
