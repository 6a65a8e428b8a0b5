"""What page 5 says, and what it never does."""

from __future__ import annotations

import ast
import re
from datetime import date
from pathlib import Path

import pytest

import givequest
from givequest.commands.registry import COMMANDS, PEOPLE
from givequest.domain.records.yearly_dates import YearlyDate
from givequest.presentation.people.words import heard_from, plenty, told_date, told_met, word_of

SOURCE = Path(givequest.__file__).parent
ROOMS = (
    "presentation/people", "presentation/address_books", "tui/people", "tui/address_books", "domain/people",
    "tui/today/who_field.py", "tui/today/name_rest.py",
)  # fmt: skip
ACCUSING = re.compile(
    r"\b(overdue|late by|neglect\w*|behind|due|should|only|still|lost|failed|fails?|missed|must|owes?|guilt\w*)\b", re.I
)


def sentences() -> list[tuple[str, str]]:
    """Return every text of the rooms of people that is no docstring, with its file."""
    found = [("commands", command.help) for command in COMMANDS if command.page == PEOPLE]
    for room in ROOMS:
        path = SOURCE / room
        for file in sorted(path.rglob("*.py")) if path.is_dir() else [path]:
            tree = ast.parse(file.read_text("utf-8"))
            docs = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
            found += [
                (file.relative_to(SOURCE).as_posix(), node.value)
                for node in ast.walk(tree)
                if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs
            ]
    return found


def test_page_5_accuses_nobody() -> None:
    """No word of it says that somebody was left alone, or that something has to be done."""
    assert len(sentences()) > 200
    assert [(file, text) for file, text in sentences() if " " in text and ACCUSING.search(text)] == []


@pytest.mark.parametrize("text", ["Ana is overdue.", "You should write.", "Only Ana is left.", "behind", "due"])
def test_the_scan_finds_what_it_looks_for(text: str) -> None:
    """A scan that finds nothing would hold whatever is written."""
    assert ACCUSING.search(text)


@pytest.mark.parametrize(
    ("far", "near", "words"),
    [
        ("Łukasz Śmiały", "Ben Karlsson", "Two names a day are plenty: Łukasz Śmiały or Ben Karlsson."),
        ("Ana", None, "One word a day is plenty: Ana, say."),
        (None, "Ana", "One word a day is plenty: Ana, say."),
        (None, None, "One word a day is plenty."),
    ],
)
def test_the_line_below_the_list_names_the_names_of_the_day(far: str | None, near: str | None, words: str) -> None:
    """And is content with none."""
    assert plenty(far, near) == words


def test_the_guard_says_one_line_and_without_numbers_no_number() -> None:
    """It never refuses a deed."""
    assert heard_from("Ana Berg", 2, with_numbers=True) == (
        "Ana Berg has heard from you twice this month. Let it land."
    )
    assert heard_from("Ana Berg", 3, with_numbers=False) == "Ana Berg has heard from you lately. Let it land."


@pytest.mark.parametrize(
    ("met", "words"),
    [
        ("at the fair in Lund, 2011.", "Met at the fair in Lund, 2011."),
        ("At the fair", "Met at the fair."),
        ("Lund, 2011", "Met: Lund, 2011."),
        ("in", "Met: in."),
    ],
)
def test_where_somebody_was_met_is_a_sentence(met: str, words: str) -> None:
    """However it was written down."""
    assert told_met(met) == words


def test_dates_and_days_are_told_in_words() -> None:
    """With the year where there is one."""
    assert told_date(YearlyDate(12, 3, None, "birthday")) == "3 December, birthday"
    assert told_date(YearlyDate(7, 18, 2011, "")) == "18 July 2011"
    assert word_of(date(2026, 11, 1), date(2026, 11, 25)) == "Some weeks ago"
