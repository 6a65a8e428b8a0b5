"""A person in one line."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from givequest.domain.people.quick_entry import QuickEntry, read_date_of, read_quick_entry
from givequest.domain.people.ties import TIES
from givequest.errors import UsageError

TODAY = date(2026, 11, 25)


@pytest.mark.parametrize(
    ("line", "entry"),
    [
        (
            "Ana Berg #choir 3 dec close met at the fair",
            QuickEntry("Ana Berg", "close", ("choir",), ("--12-03 birthday",), "at the fair"),
        ),
        ("Mum", QuickEntry("Mum")),
        ("  Glenn   Close ", QuickEntry("Glenn Close")),
        ("glenn close", QuickEntry("glenn", "close")),
        ("Ana #choir Berg #choir #boats", QuickEntry("Ana Berg", None, ("choir", "boats"))),
        ("Łukasz Śmiały 24.11. edge", QuickEntry("Łukasz Śmiały", "edge", (), ("--11-24 birthday",))),
        (
            "Ana 2011-07-18 wedding day 3 dec",
            QuickEntry("Ana", None, (), ("2011-07-18 wedding day", "--12-03 birthday")),
        ),
        ("Ana met in Lund, 2011 #boats", QuickEntry("Ana", None, ("boats",), (), "in Lund, 2011")),
        ("Ana 29 feb", QuickEntry("Ana", None, (), ("--02-29 birthday",))),
        ("Ana --12-03", QuickEntry("Ana", None, (), ("--12-03 birthday",))),
        ("Ana 13 jan 99", QuickEntry("Ana", None, (), ("1999-01-13 birthday",))),
        ("May 5 june", QuickEntry("May", None, (), ("--06-05 birthday",))),
        ("Agent 007", QuickEntry("Agent 007")),
        ("met", QuickEntry("met")),
        ("#choir 3 dec", QuickEntry("3 dec", None, ("choir",))),
        ("Ana met", QuickEntry("Ana")),
        ("Ana # close", QuickEntry("Ana #", "close")),
    ],
)
def test_a_line_says_who_somebody_is(line: str, entry: QuickEntry) -> None:
    """In any order after the name; what is no date, tie or tag stays a part of the name."""
    assert read_quick_entry(line, TODAY) == entry


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("", "begins with a name"),
        ("#choir", "begins with a name"),
        ("Ana 3/12", "3 December or 12 March"),
    ],
)
def test_what_cannot_be_read_in_one_way_is_said(line: str, words: str) -> None:
    """And nothing is guessed."""
    with pytest.raises(UsageError, match=words):
        read_quick_entry(line, TODAY)


def test_a_date_alone_is_read_by_the_same_rule() -> None:
    """For the command line."""
    assert read_date_of("3 dec birthday", TODAY) == "--12-03 birthday"
    assert read_date_of("18 july 2011 their wedding", TODAY) == "2011-07-18 their wedding"
    with pytest.raises(UsageError, match="doesn't begin with a date"):
        read_date_of("birthday 3 dec", TODAY)


@given(st.text(max_size=60))
def test_whatever_is_typed_is_read_or_refused_in_a_sentence(line: str) -> None:
    """A name never holds what a terminal would obey, and a tie is one of those that there are."""
    try:
        entry = read_quick_entry(line, TODAY)
    except UsageError:
        return
    assert entry.name
    assert "\x1b" not in entry.name
    assert entry.tie in (None, *TIES)
