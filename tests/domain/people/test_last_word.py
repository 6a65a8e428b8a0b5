"""How long ago the last word was, in soft words."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from givequest.domain.people.last_word import NOT_YET, WORDS, last_word

TODAY = 739_580
LAST_DAYS = {
    "today": 0,
    "yesterday": 1,
    "some days ago": 6,
    "about a week ago": 13,
    "some weeks ago": 41,
    "a month or two ago": 75,
    "some months ago": 150,
    "half a year ago": 270,
    "about a year ago": 450,
}


@pytest.mark.parametrize(("words", "days"), LAST_DAYS.items())
def test_each_of_the_words_has_its_last_day(words: str, days: int) -> None:
    """The day after it has the next one."""
    after = WORDS[WORDS.index(words) + 1]
    assert (last_word(TODAY - days, TODAY), last_word(TODAY - days - 1, TODAY)) == (words, after)


def test_whoever_never_had_a_word_has_it_not_yet() -> None:
    """And a clock that was ahead is no reason for words of the future."""
    assert last_word(None, TODAY) == NOT_YET
    assert last_word(TODAY + 5, TODAY) == "today"


@given(st.lists(st.integers(0, 20_000), min_size=2, max_size=2).map(sorted))
def test_a_longer_time_never_has_the_words_of_a_shorter_one(days: list[int]) -> None:
    """The words stand in their order, and hold no number."""
    words = [last_word(TODAY - ago, TODAY) for ago in days]
    assert all(WORDS.index(one) <= WORDS.index(other) for one, other in pairwise(words))
    assert not any(character.isdecimal() for word in words for character in word)
