"""The story that quiet days have told so far, a sentence a day, to be read from its beginning."""

from __future__ import annotations

from collections.abc import Iterator

from givequest.domain.morning.stories import Stories
from givequest.presentation.lines import Line, wrap
from givequest.presentation.paint import Paint

NOT_BEGUN = "The story hasn't begun. Its first sentence comes with your first quiet day."
GOES_ON = "The next sentence comes with your next quiet day."
WIDEST = 90
"""Columns that a line of text takes at the most."""


def story_words(stories: Stories, days: int) -> Iterator[tuple[str, str]]:
    """Yield what so many quiet days have told, each line with the role that it is drawn in."""
    told = stories.told(days)
    if not told:
        yield NOT_BEGUN, "muted"
        return
    for number, story in enumerate(told):
        if number:
            yield "", "text"
        yield story.title, "accent"
        yield from ((sentence, "text") for sentence in story.sentences)
    if stories.sentence(days + 1):
        yield "", "text"
        yield GOES_ON, "muted"


def story_lines(stories: Stories, days: int, width: int, paint: Paint) -> list[Line]:
    """Return what so many quiet days have told, in a width of cells."""
    lines: list[Line] = [[]]
    for words, role in story_words(stories, days):
        style = paint.style(role, bold=role == "accent")
        lines += [[("  " + row, style)] for row in wrap(words, max(min(width, WIDEST) - 4, 8))] if words else [[]]
    return lines
