"""The shipped questions of the journal: short, quiet, unlike each other, and never about an outcome."""

from __future__ import annotations

import os
import tomllib
from collections import Counter
from pathlib import Path

import pytest

from givequest.config.decks import PACKAGED, PROMPTS
from givequest.domain.journal.prompts import APART, CATEGORIES, WALLS, Prompt, read_prompt

from .wording import OUTCOME, SCOLDING, near_duplicates

LONGEST = 120
"""Characters: two short lines of a journal page."""
ALIKE = 0.4
EACH = 12


@pytest.fixture(scope="module")
def prompts() -> list[Prompt]:
    """All shipped questions."""
    document = tomllib.loads(Path(os.path.join(PACKAGED, PROMPTS)).read_text("utf-8"))
    return [read_prompt(table) for table in document["prompt"]]


def test_there_are_prompts_enough_in_every_category(prompts: list[Prompt]) -> None:
    """Enough for a question to stay away for its time, walls not counted, as they come when there is one."""
    sizes = Counter(prompt.category for prompt in prompts)
    assert set(sizes) == set(CATEGORIES)
    assert min(sizes.values()) >= EACH
    assert sizes.total() - sizes[WALLS] > APART
    assert sizes.total() >= 66


def test_every_prompt_has_an_id_of_its_own_under_its_category(prompts: list[Prompt]) -> None:
    """An id says where the question belongs, and is there once."""
    assert len({prompt.id for prompt in prompts}) == len(prompts)
    assert all(prompt.id.startswith(f"{prompt.category}.") for prompt in prompts)


def test_every_prompt_is_short_and_plain(prompts: list[Prompt]) -> None:
    """A question or a small request, in ASCII, without a raised voice."""
    for prompt in prompts:
        assert 12 <= len(prompt.text) <= LONGEST, prompt.id
        assert prompt.text.isascii(), prompt.id
        assert prompt.text[-1] in ".?", prompt.id
        assert not SCOLDING.search(prompt.text), prompt.id


def test_no_two_prompts_ask_the_same(prompts: list[Prompt]) -> None:
    """They differ in most of their words."""
    assert near_duplicates({prompt.id: prompt.text for prompt in prompts}, ALIKE) == []


def test_no_prompt_asks_whether_anybody_answered(prompts: list[Prompt]) -> None:
    """What others made of a kindness is no subject here."""
    assert [prompt.text for prompt in prompts if OUTCOME.search(prompt.text)] == []
