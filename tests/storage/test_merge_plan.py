"""The plan of a merge: the union of all, with the later of each, and nothing that anybody wrote is dropped."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import permutations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from givequest.storage.merge.plan import LONGEST_ID, MergePlan, Source, plan_merge

Row = dict[str, Any]
History = dict[str, Row]


def row(identity: str, note: str, seq: int | None = None, day: str = "2026-11-24") -> Row:
    """Return a record as it stands in a file."""
    document = {"type": "deed", "id": identity, "day": day, "at": f"{day}T08:00:00+01:00", "kind": "help", "note": note}
    return document if seq is None else {**document, "seq": seq}


def source(*rows: Mapping[str, Any], changes: Mapping[int, tuple[list[str], list[Row]]] | None = None) -> Source:
    """Return a partition that holds these records; `changes` are ids to drop and records to put back, by number."""
    table = {
        str(number): {"seq": seq, "label": "", "undone": False, "drop": drop, "put": put}
        for number, (seq, (drop, put)) in enumerate((changes or {}).items(), 1)
    }
    return Source({"changes": table, "records": {str(n): dict(document) for n, document in enumerate(rows, 1)}})


def notes(plan: MergePlan) -> dict[str, str]:
    """Return what each record says afterwards."""
    return {identity: document["note"] for identity, document in plan.records.items()}


@pytest.mark.parametrize(("mine", "theirs", "note"), [(5, 7, "theirs"), (7, 5, "mine")])
def test_the_version_with_the_larger_number_stays(mine: int, theirs: int, note: str) -> None:
    """Whichever side it is on."""
    plan = plan_merge([source(row("a", "mine", mine))], [source(row("a", "theirs", theirs))])
    assert notes(plan) == {"a": note}
    assert plan.changed == (("a",) if note == "theirs" else ())
    assert not plan.added
    assert not plan.doubled


@pytest.mark.parametrize(("mine", "theirs"), [(None, 7), (7, None), (None, None), (7, 7)])
def test_where_nobody_can_say_both_stay(mine: int | None, theirs: int | None) -> None:
    """The copy's under an id of its own, and it is named."""
    plan = plan_merge([source(row("a", "mine", mine))], [source(row("a", "theirs", theirs))])
    assert notes(plan) == {"a": "mine", "a-2": "theirs"}
    assert plan.doubled == {"a-2": "a"}
    assert plan.records["a-2"]["id"] == "a-2"
    assert plan.changed == ()
    again = plan_merge(
        [source(row("a", "mine", mine), dict(plan.records["a-2"]))], [source(row("a", "theirs", theirs))]
    )
    assert again.doubled == {}, "the same copy a second time doubles nothing"


def test_the_same_words_under_two_numbers_are_the_same() -> None:
    """A number says when, and not what."""
    for mine, theirs, later in ((5, 7, 7), (7, 5, 7), (None, 7, None), (7, None, 7)):
        plan = plan_merge([source(row("a", "same", mine))], [source(row("a", "same", theirs))])
        assert (plan.changed, plan.added, plan.doubled) == ((), (), {})
        assert plan.records["a"] == row("a", "same", later)


def test_a_way_back_tells_which_version_is_the_earlier() -> None:
    """Of ledgers from before there were numbers, as far as they can take changes back."""
    old, new = row("a", "old"), row("a", "new")
    here, there = source(old), source(new, changes={9: ([], [old])})
    assert notes(plan_merge([here], [there])) == {"a": "new"}
    assert notes(plan_merge([there], [here])) == {"a": "new"}
    back_and_forth = source(old, changes={9: ([], [new])})
    assert notes(plan_merge([back_and_forth], [there])) == {"a": "old", "a-2": "new"}


def test_the_latest_changes_say_the_number_of_a_record_that_has_none() -> None:
    """An import that changed records is a change like any other."""
    here = source(row("a", "mine"), changes={5: ([], [row("a", "first")])})
    there = source(row("a", "imported"), changes={7: ([], [row("a", "second")])})
    assert notes(plan_merge([here], [there])) == {"a": "imported"}


def test_a_record_that_was_deleted_here_comes_back_and_is_named() -> None:
    """By the way back, or by a number from before the two parted."""
    deleted = row("a", "old", 3)
    by_way_back = plan_merge([source(changes={9: ([], [deleted])})], [source(deleted)])
    by_number = plan_merge([source(changes={4: ([], [])})], [source(deleted, changes={4: ([], [])})])
    new = plan_merge([source(changes={4: ([], [])})], [source(row("a", "new", 8), changes={4: ([], [])})])
    assert by_way_back.returned == by_number.returned == ("a",)
    assert new.returned == ()
    assert by_way_back.added == by_number.added == new.added == ("a",)


def test_an_id_of_full_length_is_cut_for_the_number_behind_it() -> None:
    """What is kept twice can be read."""
    identity = "x" * LONGEST_ID
    plan = plan_merge([source(row(identity, "mine"))], [source(row(identity, "theirs"))])
    (new,) = plan.doubled
    assert new == "x" * (LONGEST_ID - 2) + "-2"


def test_the_rules_of_a_day_know_the_kinds_of_those_that_they_are_taken_instead_of() -> None:
    """Deeds may be of them; whichever is taken in first, and a second time nothing changes."""
    kinds = {"help": {"name": "Help", "giving": True}}
    mentor, vow = {"name": "Mentor", "giving": True}, {"name": "No news", "giving": False}
    rules = {
        "type": "rules",
        "id": "rules.2026-11-24",
        "day": "2026-11-24",
        "core": ["help"],
        "first_weekday": "monday",
    }
    morning = {**rules, "at": "2026-11-24T08:00:00+01:00", "kinds": {**kinds, "mentor": {**mentor, "times": 3}}}
    noon = {**rules, "at": "2026-11-24T12:00:00+01:00", "kinds": kinds, "former": {"nonews": vow}}
    evening = {**rules, "at": "2026-11-24T20:00:00+01:00", "kinds": kinds}
    expected = {**evening, "former": {"mentor": mentor, "nonews": vow}}
    for first, *others in permutations((morning, noon, evening)):
        here = first
        for other in others:
            plan = plan_merge([source(here)], [source(other)])
            here = dict(plan.records["rules.2026-11-24"])
        assert here == expected
        assert plan_merge([source(here)], [source(first)]).changed == ()


def test_a_day_has_one_set_of_rules() -> None:
    """That of the later act, by its instant and never by its letters."""
    kinds = {"help": {"name": "Help", "giving": True}, "listen": {"name": "Listen", "giving": True}}
    rules = {
        "type": "rules",
        "id": "rules.2026-11-24",
        "day": "2026-11-24",
        "core": ["help"],
        "kinds": kinds,
        "first_weekday": "monday",
    }
    morning = {**rules, "at": "2026-11-24T20:00:00+09:00"}
    evening = {**rules, "at": "2026-11-24T09:00:00-08:00", "core": ["listen"]}
    for here, there in ((morning, evening), (evening, morning)):
        plan = plan_merge([source(here)], [source(there)])
        assert plan.records == {"rules.2026-11-24": evening}


ids = st.sampled_from("abcdef")
edits = st.lists(st.tuples(st.sampled_from(["put", "put", "drop"]), ids, st.integers(1, 9)), max_size=12)


@given(edits, edits, edits)
def test_the_merge_of_any_two_histories_is_their_union_with_the_later_of_each(
    common: list[tuple[str, str, int]], mine: list[tuple[str, str, int]], theirs: list[tuple[str, str, int]]
) -> None:
    """What one side deleted and the other still has is there; two versions with one number are both there."""

    def play(history: History, steps: list[tuple[str, str, int]], start: int, side: str) -> History:
        history, seq = dict(history), start
        for act, identity, gap in steps:
            seq += gap
            if act == "put":
                history[identity] = row(identity, f"{side} {seq}", seq)
            else:
                history.pop(identity, None)
        return history

    base = play({}, common, 0, "common")
    here, there = play(base, mine, 1000, "mine"), play(base, theirs, 1000, "theirs")
    plan = plan_merge([source(*here.values())], [source(*there.values())])
    merged = {**here, **plan.records}
    for identity in here.keys() | there.keys():
        versions = [history[identity] for history in (here, there) if identity in history]
        latest = max(version["seq"] for version in versions)
        expected = {version["note"] for version in versions if version["seq"] == latest}
        kept = {merged[key]["note"] for key in merged if key == identity or plan.doubled.get(key) == identity}
        assert kept == expected
    assert len(merged) == len(here.keys() | there.keys()) + len(plan.doubled)
    backwards = plan_merge([source(*there.values())], [source(*here.values())])
    assert sorted({**there, **backwards.records}.items()) == sorted(merged.items()) or plan.doubled


maybe_numbered = st.dictionaries(
    ids, st.tuples(st.sampled_from(["one", "two", "three"]), st.none() | st.integers(1, 5)), max_size=6
)


@given(maybe_numbered, st.lists(maybe_numbered, min_size=1, max_size=3))
def test_nothing_is_dropped_but_for_something_known_to_be_later(
    mine: dict[str, tuple[str, int | None]], copies: list[dict[str, tuple[str, int | None]]]
) -> None:
    """Of any number of copies, numbered or not; and to merge them once more changes nothing."""
    here = [row(identity, *version) for identity, version in mine.items()]
    there = [[row(identity, *version) for identity, version in copy.items()] for copy in copies]
    plan = plan_merge([source(*here)], [source(*rows) for rows in there])
    merged = {**{document["id"]: document for document in here}, **plan.records}
    for document in (*here, *(document for rows in there for document in rows)):
        of_it = [key for key in merged if key == document["id"] or plan.doubled.get(key) == document["id"]]
        assert any(
            merged[key]["note"] == document["note"]
            or (document.get("seq") and merged[key].get("seq", 0) > document["seq"])
            for key in of_it
        )
    again = plan_merge([source(*merged.values())], [source(*rows) for rows in there])
    assert (again.added, again.doubled) == ((), {})
