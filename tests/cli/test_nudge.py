"""The nudge: one gentle sentence while nothing was given today, and silence after it."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest

from givequest.config.paths import Paths
from givequest.preferences import write_start
from givequest.presentation.sayings import NUDGES

from ..conftest import Clock
from .conftest import Play

ACTS = {
    "a deed": ("log", "help"),
    "a quiet evening": ("log", "quiet"),
    "a slip": ("slip",),
    "a rest": ("rest",),
    "a page": ("journal", "a page"),
    "a deed of yesterday": ("log", "help", "--day", "yesterday"),
    "a rest of tomorrow": ("rest", "tomorrow"),
}
SILENCING = {"a deed", "a rest"}


@pytest.mark.parametrize(
    "acts", [acts for number in (0, 1, 2) for acts in combinations(ACTS, number)], ids=" and ".join
)
def test_it_speaks_until_something_is_given_or_the_day_is_off(play: Play, acts: tuple[str, ...]) -> None:
    """Whatever else was done; and undo brings it back."""
    for act in acts:
        assert play(*ACTS[act]).code == 0
    ran = play("nudge")
    assert (ran.code, ran.err) == (0, "")
    if SILENCING.intersection(acts):
        assert ran.out == ""
    else:
        assert ran.out.rstrip("\n") in NUDGES
        assert ran.out.count("\n") == 1
    for _ in acts:
        play("undo")
    assert play("nudge").out


def test_it_says_the_same_all_day_and_something_else_on_the_next(play: Play, clock: Clock) -> None:
    """A status line that flickers is read by nobody."""
    morning = play("nudge").out
    clock.move(hours=12)
    assert play("nudge").out == morning
    clock.move(hours=12)
    assert play("nudge").out not in ("", morning)
    assert len({saying for saying in NUDGES if len(saying) <= 60}) == len(NUDGES)


def test_it_is_of_the_giving_day(play: Play, clock: Clock) -> None:
    """What was given late yesterday counts at half past one, and not in the morning."""
    clock.move(hours=14)
    play("log", "help")
    clock.move(hours=3.5)
    assert play("nudge").out == ""
    clock.move(hours=3)
    assert play("nudge").out


def test_a_day_on_which_nothing_is_to_be_given_is_left_in_peace(play: Play, paths: Paths) -> None:
    """By a schedule of one's own: today is a Monday."""
    kinds = ("congratulate", "help", "reconnect", "introduce", "listen")
    write_start(paths.config_file, "".join(f'[quests.{kind}]\non = "FREQ=WEEKLY;BYDAY=TU"\n' for kind in kinds))
    assert play("nudge") == (0, "", "")


def test_of_a_day_that_cannot_be_read_it_says_nothing(play: Play, paths: Paths) -> None:
    """Something may have been given; the trouble is told beside it."""
    play("log", "help")
    Path(paths.ledger, "2026.json").write_bytes(b"")
    ran = play("nudge")
    assert ran.out == ""
    assert "2026.json" in ran.err
