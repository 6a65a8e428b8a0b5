"""The empty desk: what begins a message, as on the other pages that are empty yet."""

from __future__ import annotations

import pytest

from givequest.presentation.desk.beginning import FATE, HEADING, KEYS, empty_desk
from givequest.presentation.lines import width_of

from ..test_standing_words import PAINT

SHOWN = [("enter", KEYS[0][1]), ("w", KEYS[1][1]), ("w", KEYS[2][1])]


@pytest.mark.parametrize("width", [1, 8, 20, 40, 76, 120, 200])
@pytest.mark.parametrize("height", [1, 4, 9, 40])
def test_it_keeps_within_its_area(width: int, height: int) -> None:
    """However small that is."""
    lines = empty_desk(width, height, PAINT, SHOWN)
    assert len(lines) <= height
    assert all(width_of(line) <= width for line in lines)


@pytest.mark.parametrize("width", [50, 76, 200])
def test_its_keys_are_lit_and_its_sentences_whole(width: int) -> None:
    """Each key before what it does."""
    lines = empty_desk(width, 20, PAINT, SHOWN)
    text = ["".join(words for words, _ in line).strip() for line in lines]
    assert [HEADING, *FATE] == [line for line in text if line in (HEADING, *FATE)]
    for key, told in SHOWN:
        (line,) = [line for line in lines if any(words == told for words, _ in line)]
        assert line[0][0].split() == [key]
        assert line[0][1] == PAINT.style("accent", bold=True)
