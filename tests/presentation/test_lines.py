"""Lines: how many cells they take, and where they are cut."""

from __future__ import annotations

import sys

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len, chop_cells, set_cell_size

from givequest.presentation.lines import cells_of, fit, is_plain, set_cells, shorten, width_of, wrap
from givequest.presentation.paint import ink

TEXTS = st.text(st.one_of(st.characters(codec="utf-8"), st.sampled_from("aé·━╺…🌲李\u0301 ")), max_size=30)


def test_what_is_measured_without_tables_takes_one_cell() -> None:
    """Letter by letter, of all that there are."""
    plain = [chr(point) for point in range(sys.maxunicode + 1) if is_plain(chr(point))]
    assert len(plain) > 700
    assert [letter for letter in plain if cell_len(letter) != 1] == []


@given(TEXTS, st.integers(0, 40))
def test_texts_are_measured_and_cut_as_rich_does(text: str, cells: int) -> None:
    """With and without wide letters."""
    assert cells_of(text) == cell_len(text)
    assert set_cells(text, cells) == set_cell_size(text, cells)


@given(TEXTS, st.integers(1, 40))
def test_no_line_is_wider_than_its_room(text: str, cells: int) -> None:
    """Whether it is fitted, shortened or wrapped."""
    assert cells_of(fit(text, cells, "…")) == cells
    assert width_of(shorten([(text, ink())], cells, "…")) <= cells
    if cells > 1:
        assert all(cells_of(line) <= cells for line in wrap(text, cells))


@given(st.text("ab李é", max_size=30), st.integers(2, 9))
def test_a_word_that_is_too_long_is_broken_as_rich_does(word: str, cells: int) -> None:
    """So that nothing of it is gone."""
    assert "".join(wrap(word, cells)) == word
    assert not word or wrap(word, cells) == chop_cells(word, cells)
