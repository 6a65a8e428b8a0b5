"""Whatever can be imported can be exported, imported elsewhere, and taken back."""

from __future__ import annotations

import json
import tempfile
from datetime import UTC, datetime, timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from givequest.application.data.import_export import export_lines, read_import, save_import
from givequest.application.game.game import Game
from givequest.application.undo import undo
from givequest.composition import open_home
from givequest.config.paths import find_paths
from givequest.domain.records import RecordType
from givequest.domain.records.lines import HEADER

from ..built_in import BUILT_IN
from ..conftest import Clock
from ..exported import facts_in
from .conftest import TODAY, snapshot

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
ANY_TEXT = st.text(st.characters(), max_size=12)  # surrogates and control characters too
ANY_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | ANY_TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(ANY_TEXT, inner, max_size=3),
    max_leaves=5,
)
DAYS = (st.integers(-60, 0) | st.sampled_from([-400, 1, 3])).map(
    lambda number: (TODAY + timedelta(days=number)).isoformat()
)
GOOD_FIELDS: dict[str, st.SearchStrategy[Any]] = {
    "type": st.sampled_from([str(type_) for type_ in RecordType]),
    "id": st.sampled_from(["a", "b", "c-1", None]),
    "day": DAYS,
    "at": st.sampled_from(["2026-11-01T08:03:11+01:00", "2024-02-29T00:00:00Z", None]),
    "kind": st.sampled_from(list(BUILT_IN)),
    "person": st.none() | ANY_TEXT,
    "note": st.none() | ANY_TEXT,
    "effort": st.sampled_from([1, 2, 3, None]),
    "card": st.sampled_from([None, "help.five-minutes"]),
    "text": ANY_TEXT,
}


@st.composite
def documents(draw: st.DrawFn) -> dict[str, Any]:
    """Return a record, with some of it left out, some of it odd, and some of it nobody's."""
    document = {name: draw(strategy) for name, strategy in GOOD_FIELDS.items()}
    for name in draw(st.lists(st.sampled_from(["id", "at", "person", "note", "effort", "card"]), max_size=3)):
        document.pop(name, None)
    if draw(st.integers(0, 3)) == 0:
        document[draw(st.sampled_from(list(GOOD_FIELDS)))] = draw(ANY_JSON)
    if draw(st.integers(0, 3)) == 0:
        document[draw(ANY_TEXT)] = draw(ANY_JSON)
    return document


def fresh(folder: str, clock: Clock) -> Game:
    """Return the game of a home in a folder, without cards: they take longer to read than all the rest."""
    return open_home(find_paths(folder), clock, with_cards=False).game


def take_in(game: Game, lines: list[str]) -> list[str]:
    """Import lines, if they can be, and return what the game exports then."""
    incoming = read_import(game, lines, "in")
    for problem in incoming.problems:
        assert str(problem).startswith("in, line ")
        assert "\x1b" not in str(problem)
    if not incoming.problems:
        save_import(game, incoming)
    return list(export_lines(game))


@settings(max_examples=40)
@given(lived=st.lists(documents(), max_size=4))
def test_what_is_imported_is_exported_and_comes_to_the_same_elsewhere(lived: list[dict[str, Any]]) -> None:
    """Or it is refused whole, and nothing is there."""
    clock = Clock(NOON)
    with tempfile.TemporaryDirectory() as folder:
        lines = [json.dumps(HEADER), *(json.dumps(document) for document in lived)]
        game = fresh(f"{folder}/one", clock)
        exported = take_in(game, lines)
        if read_import(game, lines, "in").problems:
            assert exported == [json.dumps(HEADER)]
            return
        assert len(facts_in("\n".join(exported))) <= len(lived)
        assert all(line.encode("utf-8") for line in exported)
        assert list(export_lines(fresh(f"{folder}/one", clock))) == exported
        assert take_in(game, lines) == exported
        other = fresh(f"{folder}/two", clock)
        assert take_in(other, exported) == exported
        assert snapshot(other) == snapshot(game)
        if len(exported) > 1:
            undo(other)
        assert facts_in("\n".join(export_lines(other))) == []


def test_the_random_records_are_often_good_and_sometimes_not() -> None:
    """So that both halves of the test above are tried."""
    clock, good = Clock(NOON), 0
    tried: list[dict[str, Any]] = []

    @settings(max_examples=40)
    @given(documents())
    def collect(document: dict[str, Any]) -> None:
        tried.append(document)

    collect()
    with tempfile.TemporaryDirectory() as folder:
        game = fresh(folder, clock)
        for document in tried:
            good += not read_import(game, [json.dumps(HEADER), json.dumps(document)], "in").problems
    assert len(tried) // 4 < good < len(tried)
