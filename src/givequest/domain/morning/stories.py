"""Stories that are told a sentence a quiet day: the n-th sentence belongs to the n-th quiet day ever kept."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from givequest.domain.text import clean_line
from givequest.named_tuple import NamedTuple

LONGEST = 72
"""Characters of a sentence: it is told on one line of 80 columns."""


class Story(NamedTuple):
    """A story, or as much of it as was told."""

    title: str
    sentences: tuple[str, ...]
    is_whole: bool = True


class Stories(NamedTuple):
    """The stories in the order that they are told in, one after the other."""

    all: tuple[Story, ...] = ()

    def sentence(self, day: int) -> str:
        """Return the sentence of the n-th quiet day (1 is the first); nothing once everything is told."""
        for story in self.all:
            if 0 < day <= len(story.sentences):
                return story.sentences[day - 1]
            day -= len(story.sentences)
        return ""

    def told(self, days: int) -> tuple[Story, ...]:
        """Return what is told after so many quiet days, story by story."""
        told = []
        for story in self.all:
            if days <= 0:
                break
            told.append(story._replace(sentences=story.sentences[:days], is_whole=days >= len(story.sentences)))
            days -= len(story.sentences)
        return tuple(told)


NO_STORIES = Stories()


def read_stories(document: Mapping[str, Any]) -> Stories:
    """Return the stories of a packaged document; `ValueError`, `KeyError` or `TypeError` where it holds none."""
    return Stories(tuple(Story(clean_line(row["title"]), _checked(row["sentences"])) for row in document["story"]))


def _checked(sentences: Any) -> tuple[str, ...]:
    if not sentences or any(not 0 < len(clean_line(sentence)) <= LONGEST for sentence in sentences):
        raise ValueError(f"a sentence takes 1 to {LONGEST} characters")
    return tuple(map(clean_line, sentences))
