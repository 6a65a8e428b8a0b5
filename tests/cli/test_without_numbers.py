"""`numbers = false`: whoever would rather not be counted is not, in any word that is printed."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from givequest.config.paths import Paths

from .conftest import Play

WORDS = (("today",), ("today", "--plain"), ("stats",), ("stats", "--plain"), ("stats", "--short"), ("stats", "--year"))
COUNTED = re.compile(r"\d+ days|\d+ ?%|level \d|\d+ in a row|best|warmth|streak|xp", re.IGNORECASE)


@pytest.mark.parametrize("words", WORDS, ids=" ".join)
def test_nothing_is_counted_for_whoever_does_not_want_it(play: Play, paths: Paths, words: tuple[str, ...]) -> None:
    """Dates are there, days in a row, percentages and levels are not."""
    for back in (0, 1, 2, 4):
        play("log", "help", "--day", f"2026-11-{23 - back}")
    if words != ("stats", "--year"):
        assert COUNTED.search(play(*words).out), "so that it can be found"
    os.makedirs(paths.config)
    Path(paths.config_file).write_text("numbers = false\n")
    ran = play(*words)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.strip()
    without_cards = "\n".join(line for line in ran.out.splitlines() if not line.startswith("  "))
    for quest in play("today", "--json").data["quests"]:  # cards are dealt by chance, "A wink, explained" among them
        without_cards = without_cards.replace(quest["title"], "")
    assert not COUNTED.search(without_cards), ran.out


def test_programs_get_their_numbers_all_the_same(play: Play, paths: Paths) -> None:
    """What asks for JSON asks for data."""
    play("log", "help")
    counted = [play(command, "--json").data for command in ("today", "stats")]
    os.makedirs(paths.config)
    Path(paths.config_file).write_text("numbers = false\n")
    assert [play(command, "--json").data for command in ("today", "stats")] == counted
