"""The story of quiet days: a sentence each, told once, never lost."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from givequest.config.decks import load_library
from givequest.domain.morning.stories import LONGEST, Stories, Story

from ...built_in import BUILT_IN

STORIES = load_library("", BUILT_IN)[0].stories
ALL = [sentence for story in STORIES.all for sentence in story.sentences]


def test_the_first_story_has_a_hundred_sentences_and_others_behind_it() -> None:
    """Whoever is quiet for most of a year has something to read on every day of it."""
    first, *others = STORIES.all
    assert first.title == "The Fishmonger"
    assert len(first.sentences) >= 100
    assert all(len(story.sentences) >= 60 for story in others)
    assert len(ALL) >= 230


def test_every_sentence_is_there_once_and_fits_on_a_line() -> None:
    """In plain signs, so that it is told in ASCII as well."""
    assert len(ALL) == len(set(ALL))
    assert all(0 < len(sentence) <= LONGEST and sentence.isascii() for sentence in ALL)
    assert all(sentence[0].isupper() or sentence[0] == '"' for sentence in ALL)
    assert all(sentence.rstrip('"')[-1] in ".?!," for sentence in ALL)


@given(st.integers(0, 500))
def test_a_day_more_tells_the_next_sentence_and_takes_none_away(days: int) -> None:
    """What can be read again is what was told, in its order: a pure count of quiet days."""
    told = [sentence for story in STORIES.told(days) for sentence in story.sentences]
    assert told == ALL[:days]
    assert STORIES.sentence(days) == (ALL[days - 1] if 0 < days <= len(ALL) else "")


def test_a_story_is_whole_with_its_last_sentence() -> None:
    """The next one begins on the day after."""
    stories = Stories((Story("One", ("A.", "B.")), Story("Two", ("C.",))))
    assert stories.told(1) == (Story("One", ("A.",), is_whole=False),)
    assert stories.told(2) == (Story("One", ("A.", "B.")),)
    assert [story.title for story in stories.told(3)] == ["One", "Two"]
    assert stories.told(0) == ()
