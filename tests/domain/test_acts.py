"""What changes are called: undo and redo name the same act, and never in the same sentence."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import givequest
from givequest.domain.change_labels import LONGEST_NAME, Act, Turn, count_words, name_days_off, name_known, name_record
from givequest.domain.records import read_record

from ..built_in import BUILT_IN

TODAY = date(2026, 11, 23)
SOURCES = Path(givequest.__file__).parent
whats = st.one_of(st.sampled_from(["", "Help, Ana", "{}", "{0}", "taken back", "Redone: x"]), st.text(max_size=30))


@given(act=st.sampled_from(Act), what=whats)
def test_undo_and_redo_tell_different_sentences_that_name_the_act(act: Act, what: str) -> None:
    """Whatever it was done to, braces and sentences of ours among the words."""
    label = act.label(what)
    back, again = Turn.BACK.sentence(label), Turn.AGAIN.sentence(label)
    assert back != again
    assert back == f"Undone: {label}."
    assert again == f"Redone: {label}."
    assert "{}" in act.value or label == act.value
    assert what in label or "{}" not in act.value


@given(act=st.sampled_from(Act))
def test_an_act_is_named_by_what_it_does_and_never_by_which_way_it_went(act: Act) -> None:
    """So nothing is ever "taken back taken back"."""
    assert not any(word in act.value.casefold() for word in ("taken", "back", "undo", "redo", "again"))


@pytest.mark.parametrize("earlier", ["Day off taken back", "Two invented years"])
def test_a_label_of_an_earlier_version_does_not_say_it_twice_either(earlier: str) -> None:
    """Such labels stand in ledgers, and stay there."""
    told = Turn.BACK.sentence(earlier)
    assert told.startswith("Undone: ")
    assert "taken back" not in told


@pytest.mark.parametrize(
    ("fields", "name", "known"),
    [
        ({"type": "deed", "kind": "help", "person": "Ana"}, "Help, Ana", "Help, Ana"),
        ({"type": "deed", "kind": "help"}, "Help", "Help"),
        ({"type": "deed", "kind": "mentor"}, "mentor", "mentor"),
        ({"type": "redraw", "kind": "help"}, "card swap for Help", "card swap for Help"),
        ({"type": "slip"}, "note that you posted about yourself", "the note that you posted about yourself"),
        ({"type": "rest"}, "day off", "a day off"),
        ({"type": "release"}, "release", "a release"),
        ({"type": "gift", "text": "a plum"}, "gift", "a gift"),
        ({"type": "entry", "text": "page"}, "journal page", "a journal page"),
        ({"type": "entry", "text": "page", "sort": "hushed"}, "journal page", "a journal page"),
        ({"type": "entry", "text": "page", "sort": "letter"}, "monthly letter", "a monthly letter"),
        ({"type": "entry", "text": "page", "sort": "pocket"}, "good thought", "a good thought"),
    ],
)
def test_a_record_is_named_in_words_that_a_person_knows_it_by(fields: dict[str, str], name: str, known: str) -> None:
    """With its day where that is another than the one it was made on; what was written is never among them."""
    record = read_record({**fields, "day": TODAY.isoformat()})
    assert name_record(record, BUILT_IN) == name_record(record, BUILT_IN, TODAY) == name
    assert name_known(record, BUILT_IN, TODAY) == known
    later = name_record(record, BUILT_IN, TODAY + timedelta(days=60))
    assert later == f"{name}, Monday 23 November 2026"


def test_a_name_as_long_as_a_page_is_shortened() -> None:
    """A label stands in the first lines of a year's file, which is read with every deed."""
    record = read_record({"type": "deed", "kind": "help", "day": "2026-11-23", "person": "x" * 9_999})
    assert len(name_record(record, BUILT_IN)) <= len("Help, ") + LONGEST_NAME


def test_one_is_one_and_several_are_several() -> None:
    """Days off, and whatever is counted."""
    assert name_days_off([TODAY], TODAY) == "day off on Monday 23 November"
    assert name_days_off([TODAY, date(2026, 11, 25)], TODAY) == "2 days off from Monday 23 November"
    assert count_words(1, "record") == "1 record"
    assert count_words(12_345, "record") == "12,345 records"
    assert count_words(2, "copy", "copies") == "2 copies"


def _calls() -> Iterator[tuple[str, ast.Call]]:
    for path in sorted(SOURCES.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call):
                yield path.relative_to(SOURCES).as_posix(), node


def test_no_change_is_named_anywhere_else_and_no_act_is_there_that_nobody_makes() -> None:
    """The type of a label says the first, as only one function returns one; this says the second."""
    made = {
        node.func.value.attr
        for _, node in _calls()
        if isinstance(node.func, ast.Attribute)
        and node.func.attr == "label"
        and isinstance(node.func.value, ast.Attribute)
        and isinstance(node.func.value.value, ast.Name)
        and node.func.value.value.id == "Act"
    } | {"ADD", "EDIT"}  # a sitting chooses between these two
    assert made == {act.name for act in Act}
    makers = {path for path, node in _calls() if isinstance(node.func, ast.Name) and node.func.id == "ActLabel"}
    assert makers == {"domain/change_labels.py"}
