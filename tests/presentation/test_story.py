"""The story of the quiet days, as it is read."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from givequest.domain.morning.stories import Stories, Story
from givequest.presentation.story import GOES_ON, NOT_BEGUN, story_words

SENTENCES = tuple(f"Sentence {number}." for number in range(1, 9))
STORIES = Stories((Story("First", SENTENCES[:5]), Story("Second", SENTENCES[5:])))


@given(days=st.integers(0, 20))
def test_so_many_quiet_days_have_told_so_many_sentences_in_their_order(days: int) -> None:
    """Below the titles of the stories that have begun; what comes next is never told."""
    told = [words for words, _ in story_words(STORIES, days)]
    assert [words for words in told if words in SENTENCES] == [*SENTENCES[:days]]
    assert ("First" in told, "Second" in told) == (days > 0, days > 5)
    assert (NOT_BEGUN in told) == (days == 0)
    assert (GOES_ON in told) == (0 < days < len(SENTENCES))
