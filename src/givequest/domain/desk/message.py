"""The text of a message, made even for reading, with the way back to where its author wrote each letter."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property

from givequest.domain.text import clean_text
from givequest.named_tuple import NamedTuple

_EVEN = str.maketrans(
    {
        "\u2018": "'",
        "\u2019": "'",
        "\u201b": "'",
        "\u02bc": "'",
        "\u201c": '"',
        "\u201d": '"',
        "\u201e": '"',
        "\u00a0": " ",
        "\u2009": " ",
        "\u202f": " ",
        "\t": " ",
    }
)
"""Letter for letter, so that places stay where they are."""
_RUN = re.compile(r" {2,}")
_SENTENCE = re.compile(r"[^.!?\n]+[.!?]*")
_WORD = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")


class Span(NamedTuple):
    """A stretch of a text: from one place up to another, counted in characters from its beginning."""

    start: int
    end: int


class Message:
    """A message to someone, as rules read it: straight quotes, one space between words, sentences and words."""

    def __init__(self, text: str, kind: str = "", person: str = "") -> None:
        """Take a message in.

        Args:
            text: As it was written; what a terminal would obey is taken out first, and spans count in what is left.
            kind: The id of the kind of deed it is for; empty where none is known.
            person: The name of whoever it goes to; empty where nobody is known.

        """
        self.written = clean_text(text)
        self.kind = kind
        self.person = person

    @cached_property
    def text(self) -> str:
        """The text that rules search."""
        return _RUN.sub(" ", self.written.translate(_EVEN))

    @cached_property
    def _removed(self) -> tuple[list[int], list[int]]:
        """Where in `text` spaces were left out, and how many up to there."""
        places, totals, total = [], [], 0
        for run in _RUN.finditer(self.written.translate(_EVEN)):
            places.append(run.start() - total + 1)
            total += len(run[0]) - 1
            totals.append(total)
        return places, totals

    def written_span(self, start: int, end: int) -> Span:
        """Return where a stretch of `text` stands in what was written."""
        return Span(self._written_place(start), self._written_place(end - 1) + 1 if end > start else start)

    def _written_place(self, place: int) -> int:
        places, totals = self._removed
        before = bisect_right(places, place)
        return place + (totals[before - 1] if before else 0)

    def line_and_column(self, place: int) -> tuple[int, int]:
        """Return the line and column, both counted from 1, of a place in what was written."""
        return self.written.count("\n", 0, place) + 1, place - (self.written.rfind("\n", 0, place) + 1) + 1

    @cached_property
    def sentences(self) -> tuple[str, ...]:
        """The sentences: each ends at a full stop, an exclamation or question mark, or the end of a line."""
        found = (match[0].strip() for match in _SENTENCE.finditer(self.text))
        return tuple(sentence for sentence in found if sentence)

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words in small letters; an apostrophe or a hyphen within one belongs to it."""
        return tuple(word.casefold() for word in _WORD.findall(self.text))

    @cached_property
    def paragraphs(self) -> tuple[str, ...]:
        """The paragraphs, which empty lines part."""
        return tuple(filter(None, (part.strip() for part in re.split(r"\n\s*\n", self.text))))


def words_of(text: str) -> list[str]:
    """Return the words of a text as `Message.words` has them."""
    return [word.casefold() for word in _WORD.findall(text)]
