"""Who may know a door for whoever looks for work."""

from __future__ import annotations

import pytest

from givequest.domain.noticeboard.doors import Candidate, find_doors, fits, words_looked_for
from givequest.domain.text import fold_text


def candidate(name: str, text: str, tie: str | None = None) -> Candidate:
    """Return somebody of whom something is known."""
    return Candidate(name, name.lower(), tie, fold_text(text), (text,))


def test_the_words_that_say_something_are_looked_for() -> None:
    """Folded, of two letters or more, stop words out."""
    assert words_looked_for("A job as UX designer in Berlin, or Malmö") == {"ux", "designer", "berlin", "malmo"}
    assert not words_looked_for("some new work for her")


@pytest.mark.parametrize(
    ("word", "other", "same"),
    [
        ("ux", "ux", True), ("design", "designer", True), ("designer", "design", True), ("ux", "uxbridge", False),
        ("art", "artist", False), ("arts", "artsy", True), ("berlin", "bern", False),
    ],
)  # fmt: skip
def test_two_words_fit_where_one_begins_with_the_other(word: str, other: str, same: bool) -> None:
    """With four letters or more of it."""
    assert fits(word, other) is same


def test_the_three_who_have_most_of_the_words_are_named() -> None:
    """Then the closest, then by name; whoever has none is not."""
    found = find_doors(
        "UX designer, Berlin",
        [
            candidate("Zoe", "Head of Design, Nordlicht"),
            candidate("Ravi", "UX Lead, Fareloop, Berlin", "edge"),
            candidate("Mum", "allotment, roses", "close"),
            candidate("Henrik", "Berlin", "close"),
            candidate("Ana", "Head of Design, Nordlicht", "close"),
            candidate("Ben", "Designer", "faded"),
        ],
    )
    assert [door.name for door in found] == ["Ravi", "Ana", "Henrik"]
    assert found[1].line == "Head of Design, Nordlicht"


def test_one_person_of_two_books_is_named_once() -> None:
    """With what the first of them says."""
    found = find_doors("nurse", [candidate("Ana", "Nurse, Lund"), candidate("Ana", "nurse")])
    assert [(door.name, door.line) for door in found] == [("Ana", "Nurse, Lund")]
    assert find_doors("", [candidate("Ana", "Nurse")]) == []


def test_what_has_the_words_is_told() -> None:
    """Of several lines about one person; where none has them as it is written, the first."""
    ana = Candidate("Ana", "ana", None, "choir knows every nurse in lund", ("choir", "Knows every nurse in Lund."))
    assert find_doors("nurse", [ana])[0].line == "Knows every nurse in Lund."
    assert find_doors("nurse", [ana._replace(lines=("choir",))])[0].line == "choir"
    assert find_doors("nurse", [ana._replace(lines=())])[0].line == ""
