"""A sentence of ours that ends with what somebody wrote ends once: `for Lena W.`, and not `for Lena W..`."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

import givequest
from givequest.domain.change_labels import ActLabel, Turn, name_record
from givequest.domain.morning.deed_echo import DeedEcho
from givequest.domain.noticeboard.spot_cards import behind
from givequest.domain.past_changes import PastChange
from givequest.domain.text import end_sentence
from givequest.presentation import messages
from givequest.presentation.people.words import plenty, told_met

from ..built_in import BUILT_IN
from ..fixtures.charts import deed

SOURCE = Path(givequest.__file__).parent
WRITTEN_BY_PEOPLE = {"person", "other", "note", "label", "first", "far", "near", "met"}
"""What a name in the code that holds words of a person's own is called."""


@pytest.mark.parametrize(
    "text", ["for Lena W.", "so?", "at last!", "and then…", "he said 'hello.'", "(gladly.)", "好。"]
)
def test_what_has_an_end_gets_no_other(text: str) -> None:
    """Quotes and brackets may close behind it."""
    assert end_sentence(text) == text


@pytest.mark.parametrize("text", ["for Ana", "a 'word'", "", "10.5", "(gladly)", "→"])
def test_what_has_none_gets_a_full_stop(text: str) -> None:
    """Whatever it is."""
    assert end_sentence(text) == f"{text}."


def test_a_name_with_a_full_stop_ends_its_sentence() -> None:
    """What is said of a deed, of what is undone, of an earlier year, of a card and of whom a day names."""
    given = deed(date(2026, 11, 27), "help", person="Lena W.")
    label = name_record(given, BUILT_IN)
    told = [
        messages.given(given, BUILT_IN["help"]),
        Turn.BACK.sentence(label),
        Turn.AGAIN.already(label),
        DeedEcho(given, "A year ago today", "helped").words(),
        behind("Lena W.", "She won."),
        plenty("Omar", "Lena W."),
        told_met("by Lena W."),
    ]
    assert [line for line in told if ".." in line] == []
    assert all("Lena W." in line for line in told)


def test_the_list_of_changes_keeps_the_full_stop_of_a_name() -> None:
    """A title has no full stop of ours, and all of theirs."""
    titles = [PastChange(2, ActLabel(label), 0, True, Turn.BACK, 1).title for label in ("Help, Lena W.", "Help, Ana")]
    assert titles == ["Undone: Help, Lena W.", "Undone: Help, Ana"]


def unended(source: str) -> Iterator[int]:
    """Yield the lines on which a full stop is put right behind words of a person's own."""
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.JoinedStr):
            continue
        for part, behind_it in zip(node.values, node.values[1:], strict=False):
            if not (isinstance(part, ast.FormattedValue) and isinstance(behind_it, ast.Constant)):
                continue
            name = getattr(part.value, "attr", getattr(part.value, "id", ""))
            if name in WRITTEN_BY_PEOPLE and str(behind_it.value).split(" ")[0] == ".":
                yield node.lineno


def test_the_search_for_a_second_full_stop_finds_it() -> None:
    """And leaves names of files alone."""
    assert list(unended("""f"for {deed.person}. {line}", f"{first}.", f"{deed.person}.json", f"{count}." """)) == [1, 1]


def test_no_full_stop_is_put_behind_words_of_a_persons_own() -> None:
    """`end_sentence` puts it there."""
    found = [
        f"{path.relative_to(SOURCE)}, line {line}"
        for path in sorted(SOURCE.rglob("*.py"))
        for line in unended(path.read_text(encoding="utf-8"))
    ]
    assert found == []
