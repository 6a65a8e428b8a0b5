"""Finding a name among tens of thousands while it is typed: its beginning, a part of it, or nearly it.

All names lie folded in one long text, a line each, and what is asked of all of them at once is asked of that text, in
scans that Python does in C. They stop when enough is found, so a letter that is in every name costs no more than one
that is in none.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate

from givequest.domain.text import fold_text
from givequest.named_tuple import NamedTuple

ENOUGH = 5
"""Of names that hold what is typed; where there are as many, nobody can have meant another."""
SHORTEST_TYPO = 4
"""Letters from which on a word that is found nowhere may be a misspelt one."""
LIKENESS = 0.7
"""How alike a word has to be to one that is typed, as `difflib` measures it: one letter of four, two of seven."""
MOST_ALIKE = 20
"""Of words that a misspelt one may be meant as, so many are looked for."""


class Found(NamedTuple):
    """The places of what was found among the names that were given, counted from 0."""

    places: tuple[int, ...] = ()
    """Those that hold what is typed, the likeliest first."""
    near: tuple[int, ...] = ()
    """Those that nearly do: what else can have been meant."""


class NameIndex:
    """Names to look among, and what else is known of each: tags, a line out of an address book."""

    def __init__(self, names: Sequence[str], lines: Sequence[str] = ()) -> None:
        """Take names, and for each a line of more words, both of them folded (`folded_line`)."""
        self._names = names
        self._lines = lines or [""] * len(names)
        self._text = "\n".join(["", *names, ""])
        self._ends = list(accumulate(len(name) + 1 for name in names))
        """Where the break behind each name stands."""

    def __len__(self) -> int:
        """Return how many names there are."""
        return len(self._names)

    def find(self, typed: str, most: int = 200, enough: int = ENOUGH) -> Found:
        """Return what holds every word that is typed, and where that is less than `enough`, what nearly does.

        First come names that begin with it, then those of which a word does, then those that hold it anywhere, and
        in the end those of which only the line does. Nothing typed finds everything.
        """
        words = folded_line(typed).split()
        if not words:
            return Found(tuple(range(min(len(self), most))))
        found: dict[int, None] = {}
        for place in self._holding(words):
            found.setdefault(place)
            if len(found) >= most:
                break
        places = tuple(found)
        return Found(places) if len(places) >= enough else Found(places, self._nearly(words, found, most - len(places)))

    def prepare(self) -> None:
        """Make ready for words that are misspelt, so that the first of them takes no longer than others."""
        _ = self._words_text, self._lines_text

    def _holding(self, words: Sequence[str]) -> Iterator[int]:
        rarest = words[0]
        if len(words) > 1:
            rarest = min(words, key=lambda word: self._text.count(word) + self._lines_text[0].count(word))
        for scanned in ("\n" + " ".join(words), "\n" + words[0], " " + words[0], rarest):
            yield from (place for place in self._with(scanned) if self._holds(place, words))
        yield from (place for place in self._with_line(rarest) if self._holds(place, words))

    def _with(self, scanned: str) -> Iterator[int]:
        """Yield the places of the names that hold something, in their order; a break in it stands before a name."""
        find, ends = self._text.find, self._ends
        at = find(scanned)
        while 0 <= at < len(self._text) - 1:
            place = bisect_right(ends, at)
            if place >= len(ends):
                return
            yield place
            at = find(scanned, ends[place])

    def _with_line(self, word: str) -> Iterator[int]:
        """Yield the places of the names of which the line holds a word, in their order."""
        text, ends = self._lines_text
        at = text.find(word)
        while at >= 0:
            place = bisect_right(ends, at)
            yield place
            at = text.find(word, ends[place])

    def _holds(self, place: int, words: Sequence[str]) -> bool:
        name, line = self._names[place], self._lines[place]
        return all(word in name or word in line for word in words)

    @cached_property
    def _lines_text(self) -> tuple[str, list[int]]:
        """All lines as one text, and where the break behind each stands."""
        return "\n".join(self._lines) + "\n", [end - 1 for end in accumulate(len(line) + 1 for line in self._lines)]

    @cached_property
    def _words(self) -> dict[str, list[int]]:
        """All words of names, each with the places of the names that it is in."""
        words: dict[str, list[int]] = {}
        for place, name in enumerate(self._names):
            for word in name.split():
                words.setdefault(word, []).append(place)
        return words

    @cached_property
    def _words_text(self) -> str:
        """All words of names, each once, one a line."""
        return "\n".join(self._words)

    def _nearly(self, words: Sequence[str], found: Iterable[int], most: int) -> tuple[int, ...]:
        """Return the places of names that have every word, or one that is much like it."""
        scores: dict[int, float] = {}
        for number, word in enumerate(words):
            here: dict[int, float] = {}
            for other, likeness in self._alike(word).items():
                for place in self._words[other]:
                    if not number or place in scores:
                        here[place] = max(here.get(place, 0.0), likeness)
            scores = {place: likeness + scores.get(place, 0.0) for place, likeness in here.items()}
        for place in found:
            scores.pop(place, None)
        ranked = sorted((-score, place) for place, score in scores.items())
        return tuple(place for _, place in ranked[:most])

    def _alike(self, word: str) -> dict[str, float]:
        """Return the known words that a word may be meant as, or as the beginning of, with their likeness (0 to 1).

        One half of a misspelt word is right, mostly: so only words that share a half of it are measured.
        """
        begun = re.findall(rf"^{re.escape(word)}.*$", self._words_text, re.MULTILINE)
        if begun:
            return dict.fromkeys(begun, 1.0)
        if len(word) < SHORTEST_TYPO:
            return {}
        from difflib import SequenceMatcher

        matcher = SequenceMatcher(autojunk=False)
        matcher.set_seq2(word)
        alike: list[tuple[float, str]] = []
        for other in self._sharing_a_half(word):
            matcher.set_seq1(other[: len(word) + 1])
            if matcher.real_quick_ratio() >= LIKENESS and (likeness := matcher.ratio()) >= LIKENESS:
                alike.append((-likeness, other))
        return {other: -likeness for likeness, other in sorted(alike)[:MOST_ALIKE]}

    def _sharing_a_half(self, word: str) -> list[str]:
        """Return the known words that begin with the first half of a word, or have its second about where it is."""
        half = len(word) // 2
        head, tail = re.escape(word[:half]), re.escape(word[half:])
        pattern = rf"^(?:{head}|.{{{max(half - 1, 0)},{half + 1}}}{tail}).*$"
        return re.findall(pattern, self._words_text, re.MULTILINE)


def folded_line(text: str) -> str:
    """Return a text as it is looked for: folded, on one line, single spaces between words."""
    return " ".join(fold_text(text).split())
