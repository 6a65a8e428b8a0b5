"""The vectors of `docs/design.md` about what was noticed."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest

from givequest.domain.noticeboard.introductions import next_step
from givequest.domain.noticeboard.spots import Spot, spots_of, state_of
from givequest.domain.records.spot import read_spot
from givequest.domain.text import name_key

from ...design import block

FIRST = date(2026, 11, 1)


def keys_of(name: str) -> tuple[str, ...]:
    """Return what a name is compared by."""
    return (name_key(name),)


@pytest.mark.parametrize("line", block("spots").splitlines())
def test_it_stands_there_for_its_time(line: str) -> None:
    """Counted from the day on which it was noticed, or on which its rest is over."""
    sort, day, until, then, state = line.split()
    about = {"other": "Ben"} if sort == "meet" else {"text": "won"}
    rests = {} if until == "-" else {"until": until}
    record = read_spot({"type": "spot", "id": "x", "day": day, "sort": sort, "person": "Ana", **about, **rests})
    (spot,) = spots_of([record])
    assert state_of(spot, date.fromisoformat(then).toordinal(), {}, keys_of) == state


@pytest.mark.parametrize("line", block("introductions").splitlines())
def test_both_are_asked_first(line: str) -> None:
    """Then, on another day, they are introduced."""
    found = re.fullmatch(r"A\[(\d*)\] B\[(\d*)\] (\d+) (ask|introduce|nothing) ?([AB]?)", line)
    assert found is not None
    first, second, then, step, who = found.groups()

    def on(day: str) -> int:
        return (FIRST + timedelta(days=int(day) - 1)).toordinal()

    done = {f"x.ask/{name}": on(day) for name, day in (("a", first), ("b", second)) if day}
    told = next_step(Spot("x", "meet", "A", "", on("1"), on("1"), "", "B"), on(then), done, keys_of)
    names = {"ask": "ask", "meet": "introduce"}
    assert (names[told.step] if told else "nothing") == step
    assert not who or (told is not None and told.person == who)
