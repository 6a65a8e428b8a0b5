"""Prompts: a question a day for the journal, never the same twice in a while."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from zlib import crc32

from givequest.domain.text import clean_line

CATEGORIES = ("noticing", "strings", "walls", "receiving", "quiet")
WALLS = "walls"
"""Asked about only after a release, or a deed towards somebody silent."""
WALLS_WITHIN = 7
"""Days after which a wall is no matter of the day any more."""
APART = 45
"""Days that lie between two days with the same prompt, where there are enough of them."""
LONGEST_PROMPT = 200


@dataclass(frozen=True, slots=True)
class Prompt:
    """One question."""

    id: str
    category: str
    text: str


@dataclass(frozen=True)
class Prompts:
    """All the questions there are."""

    all: tuple[Prompt, ...] = ()

    @cached_property
    def by_category(self) -> Mapping[str, tuple[Prompt, ...]]:
        """The prompts of each category that has any."""
        groups: dict[str, list[Prompt]] = {}
        for prompt in self.all:
            groups.setdefault(prompt.category, []).append(prompt)
        return {name: tuple(groups[name]) for name in CATEGORIES if name in groups}

    def of_day(self, day: int, seed: str, *, walls: bool = False, redraws: int = 0) -> Prompt | None:
        """Return the prompt of a day (an ordinal), or the one after so many redraws; None when there is none.

        The categories take turns, so that none comes on two days in a row and a prompt
        waits until all others of its category were there.
        """
        turns = [name for name in self.by_category if name != WALLS]
        if not turns:
            return None
        if walls and WALLS in self.by_category and redraws == 0 and day % len(turns) == 0:
            return self._pick(WALLS, day // _wait(len(self.by_category[WALLS]), len(turns)), seed)
        before = turns[(day - 1) % len(turns)]
        names = [name for step in range(len(turns)) if (name := turns[(day + step) % len(turns)]) != before]
        names = names or turns
        if walls and WALLS in self.by_category and day % len(turns) != 1:
            names.append(WALLS)
        rounds, position = divmod(redraws, len(names))
        name = names[position]
        half = len(self.by_category[name]) // 2 if redraws else 0
        return self._pick(name, day // len(turns) + half + rounds, seed)

    def _pick(self, category: str, position: int, seed: str) -> Prompt:
        prompts = sorted(self.by_category[category], key=lambda prompt: crc32(f"{seed} {prompt.id}".encode()))
        return prompts[position % len(prompts)]


def _wait(size: int, turn: int) -> int:
    """Return how many days a prompt of a group of a size stays the same, a turn's length at least."""
    return max(turn, -(-APART // size))


def walls_matter(day: int, releases: Iterable[int]) -> bool:
    """Return whether one of these days lies so little before a day that walls are on one's mind."""
    return any(0 <= day - other < WALLS_WITHIN for other in releases)


def read_prompt(document: Mapping[str, Any]) -> Prompt:
    """Return the prompt that a table describes; `ValueError` says what is wrong with it."""
    identity, category, text = (document.get(name) for name in ("id", "category", "text"))
    if not isinstance(identity, str) or not identity or clean_line(identity) != identity:
        raise ValueError("it has no id")
    if category not in CATEGORIES:
        raise ValueError(f"its category is none of {', '.join(CATEGORIES)}")
    if not isinstance(text, str) or not 0 < len(clean_line(text)) <= LONGEST_PROMPT:
        raise ValueError(f"its text isn't a line of 1 to {LONGEST_PROMPT} characters")
    return Prompt(identity, str(category), clean_line(text))
