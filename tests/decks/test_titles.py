"""The shipped titles: one for each of the first levels, and no end of them after that."""

from __future__ import annotations

import pytest

from givequest.config.decks import load_library
from givequest.domain.progress.experience import MOST_A_DAY, level_of
from givequest.domain.progress.titles import Titles

from ..built_in import BUILT_IN

FIRST = 12
LONGEST = 32
"""Characters that fit beside the day on a screen of 80 columns."""


@pytest.fixture(scope="module")
def titles() -> Titles:
    """All shipped titles."""
    return load_library("", BUILT_IN)[0].titles


def test_each_of_the_first_twelve_levels_has_a_title_of_its_own(titles: Titles) -> None:
    """From the coat rack to the forest."""
    assert len(titles.first) == FIRST
    assert titles.of(1) == "Guest at the Coat Rack"
    assert titles.of(FIRST) == "Forest"


def test_nobody_meets_a_title_twice_in_forty_years_of_full_days(titles: Titles) -> None:
    """The rings go on for longer than anybody gives, each level with a title that fits."""
    highest = level_of(40 * 366 * MOST_A_DAY)
    told = [titles.of(level) for level in range(1, highest + 1)]
    assert len(set(told)) == len(told)
    assert all(0 < len(title) <= LONGEST for title in told)


def test_no_title_holds_a_figure_or_a_brace(titles: Titles) -> None:
    """Titles stay where numbers are hidden, however far it goes."""
    assert not any(sign.isdigit() or sign in "{}" for level in (*range(1, 200), 9999) for sign in titles.of(level))
