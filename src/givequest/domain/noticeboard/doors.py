"""Doors: who of one's people and address books may know a door for whoever looks for work.

It is told by words alone: those of what is looked for that stand in somebody's line, tags or notes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import islice

from givequest.domain.people.ties import Tie
from givequest.domain.text import fold_text
from givequest.named_tuple import NamedTuple

MANY = 1000
"""Candidates that are looked at in a few thousandths of a second."""
MOST = 3
"""So many are named."""
SHORTEST_WORD, SHORTEST_BEGINNING = 2, 4
"""Letters of a word that counts, and of one that another may begin with."""
_STOP_WORDS = frozenset((
    "a", "an", "and", "any", "anything", "are", "as", "at", "be", "been", "but", "by", "can", "for", "from", "had",
    "has", "have", "he", "her", "his", "i", "if", "in", "is", "it", "its", "job", "jobs", "junior", "lead",
    "looking", "me", "my", "near", "new", "not", "of", "on", "or", "our", "part", "senior", "she", "so", "some",
    "someone", "something", "that", "the", "their", "them", "they", "this", "time", "to", "up", "us", "was", "we",
    "well", "what", "who", "will", "with", "work", "works", "working", "would", "you", "your",
))  # fmt: skip
_NEARNESS: dict[str | None, int] = {Tie.CLOSE: 0, Tie.FADED: 1, Tie.EDGE: 2}
_WORD = re.compile(r"[^\W_]+")


class Candidate(NamedTuple):
    """Somebody who may know a door."""

    name: str
    key: str
    """What the name is compared by."""
    tie: str | None
    text: str
    """All that is looked through, folded (`text.fold_text`)."""
    lines: tuple[str, ...] = ()
    """The same as it is written, in parts: of these one is told."""


class Door(NamedTuple):
    """Somebody who may know one."""

    name: str
    line: str
    """What is known of them that has any of the words."""


def words_looked_for(text: str) -> frozenset[str]:
    """Return the words of what somebody looks for that say anything."""
    words = _WORD.findall(fold_text(text))
    return frozenset(word for word in words if len(word) >= SHORTEST_WORD and word not in _STOP_WORDS)


def fits(word: str, other: str) -> bool:
    """Return whether two words can mean the same: equal, or the longer begins with the shorter."""
    short, long = sorted((word, other), key=len)
    return word == other or (len(short) >= SHORTEST_BEGINNING and long.startswith(short))


class DoorSearch:
    """The search for those who may know a door, some candidates at a time, so that no key has to wait for it."""

    def __init__(self, looked_for: str, candidates: Iterable[Candidate]) -> None:
        """Look for the words of a text in what is known of some people; these are asked for one by one."""
        self._words = words_looked_for(looked_for)
        self._heads = [word[:SHORTEST_BEGINNING] for word in self._words]
        self._left = iter(candidates)
        self._found: list[tuple[int, int, str, Candidate]] = []

    def look_on(self, count: int) -> bool:
        """Look at some more candidates; return whether there may be more."""
        looked = 0
        for candidate in islice(self._left, count):
            looked += 1
            if any(head in candidate.text for head in self._heads):  # most of thirty thousand have none
                self._look_at(candidate)
        return looked == count

    def _look_at(self, candidate: Candidate) -> None:
        count = _count(self._words, _WORD.findall(candidate.text))
        if count:
            near = _NEARNESS.get(candidate.tie, len(_NEARNESS))
            self._found.append((-count, near, candidate.key, candidate))

    def doors(self) -> list[Door]:
        """Return the few of those looked at who have most of the words, the nearest first among equals."""
        doors: dict[str, Door] = {}
        for *_, key, candidate in sorted(self._found, key=lambda each: each[:3]):
            doors.setdefault(key, Door(candidate.name, _told(self._words, candidate.lines)))
            if len(doors) == MOST:
                break
        return list(doors.values())


def find_doors(looked_for: str, candidates: Iterable[Candidate]) -> list[Door]:
    """Return the few who have most of the words in what is known of them, the nearest first among equals."""
    search = DoorSearch(looked_for, candidates)
    while search.look_on(MANY):
        pass
    return search.doors()


def _told(words: Iterable[str], lines: Sequence[str]) -> str:
    return next((line for line in lines if _count(words, _WORD.findall(fold_text(line)))), next(iter(lines), ""))


def _count(words: Iterable[str], text: Sequence[str]) -> int:
    return sum(any(fits(word, other) for other in text) for word in words)
