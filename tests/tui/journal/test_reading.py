"""Wrapping, excerpts, and the words for where to go."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from givequest.domain.journal.date_words import Jump, parse_jump
from givequest.errors import UsageError
from givequest.tui.journal.highlight import part_of
from givequest.tui.journal.wrap import cells_with_tabs, wrap_text

from ...fixtures.journal import HOSTILE, TODAY


@given(st.text(st.characters(blacklist_categories=["Cs", "Cc"]) | st.sampled_from(" \t\n漢é")), st.integers(2, 30))
def test_wrapping_loses_no_character_and_no_line_is_too_wide(text: str, width: int) -> None:
    """The stretches follow one another, with a line end between paragraphs and nothing else left out."""
    lines = list(wrap_text(text, width))
    at = 0
    for start, end in lines:
        assert start == at or (start == at + 1 and text[at] == "\n")
        assert cells_with_tabs(text[start:end].rstrip(" \t")) <= width or "\t" in text[start:end]
        at = end
    assert at == len(text)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_wrap(text: str) -> None:
    """Whatever was pasted has lines."""
    assert list(wrap_text(text, 10))


def test_lines_break_after_spaces_and_within_words_that_are_too_long() -> None:
    """As in any editor."""
    text = "one two three extraordinarily"
    assert [text[start:end] for start, end in wrap_text(text, 9)] == ["one two ", "three ", "extraordi", "narily"]


def test_a_long_text_is_wrapped_only_as_far_as_it_is_looked_at() -> None:
    """The first lines of a million characters come at once."""
    lines = wrap_text("word " * 10 + "\n" + "word " * 200_000, 20)
    assert next(lines) == (0, 20)


def test_marks_are_cut_at_the_ends_of_a_line() -> None:
    """A hit over a line end is marked on both lines."""
    assert part_of([(3, 8)], 0, 5) == [(3, 5)]
    assert part_of([(3, 8)], 5, 10) == [(0, 3)]
    assert part_of([(3, 5)], 5, 10) == []


@pytest.mark.parametrize(
    ("words", "jump"),
    [
        ("last friday", Jump(date(2026, 11, 20))),
        ("yesterday", Jump(date(2026, 11, 22))),
        ("2026-03", Jump(date(2026, 3, 31), is_month=True)),
        ("2026-11", Jump(TODAY, is_month=True)),
        ("march", Jump(date(2026, 3, 31), is_month=True)),
        ("December", Jump(date(2025, 12, 31), is_month=True)),
        ("feb 2024", Jump(date(2024, 2, 29), is_month=True)),
        ("2025-07-14", Jump(date(2025, 7, 14))),
        ("14 July 2025", Jump(date(2025, 7, 14))),
        ("2025", Jump(date(2025, 12, 31), is_month=True)),
        ("2026", Jump(TODAY, is_month=True)),
        ("last week", Jump(date(2026, 11, 16))),
        ("Last  Month", Jump(date(2026, 10, 31), is_month=True)),
        ("last year", Jump(date(2025, 12, 31), is_month=True)),
        ("3 days ago", Jump(date(2026, 11, 20))),
        ("a week ago", Jump(date(2026, 11, 16))),
        ("9 months ago", Jump(date(2026, 2, 28), is_month=True)),
        ("0 months ago", Jump(TODAY, is_month=True)),
        ("9999 years ago", Jump(date(1, 12, 31), is_month=True)),
    ],
)
def test_days_and_months_are_found_in_words(words: str, jump: Jump) -> None:
    """As people say them."""
    assert parse_jump(words, TODAY) == jump


@pytest.mark.parametrize(
    "words",
    ["tomorrow", "2027-01", "2026-12", "", "sometime", "ju", "2027", "0000", "some days ago", "march 0000", "m" * 500],
)
def test_days_that_are_none_or_have_not_come_are_told_of(words: str) -> None:
    """In a sentence, and nothing moves."""
    with pytest.raises(UsageError):
        parse_jump(words, TODAY)
