"""The history of the rules: what an act stores of them, and that no setting rewrites the past."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from givequest.domain.kinds import Kind
from givequest.domain.records import RulesRecord
from givequest.domain.rule_history import (
    RulesChange,
    are_in_turns,
    change_of,
    knowing,
    record_of,
    rule_set_of,
    sets_in_force,
    taken_in,
)
from givequest.domain.rule_sets import RuleSet
from givequest.domain.rules import Rules

from ..built_in import BUILT_IN, CORE

TODAY = date(2026, 11, 23)
AT = "2026-11-23T08:00:00+01:00"
PLAIN = RuleSet(BUILT_IN, CORE)
OWN = RuleSet({**BUILT_IN, "mentor": Kind("mentor", "Mentor", times=3)}, ("help", "mentor"), 6)
SECOND = "FREQ=DAILY;INTERVAL=2"
ANCHORED = RuleSet({**BUILT_IN, "help": BUILT_IN["help"]._replace(schedule=SECOND)}, CORE)
COUNTED = RuleSet({**BUILT_IN, "listen": BUILT_IN["listen"]._replace(schedule="FREQ=DAILY;COUNT=30")}, CORE)
SETS = (PLAIN, OWN, ANCHORED, COUNTED, ANCHORED._replace(core=("help",)), OWN._replace(first_weekday=0))


def day(number: int) -> date:
    """Return a day, counted from today."""
    return TODAY + timedelta(days=number)


def stored(*sets: tuple[int, RuleSet]) -> list[RulesRecord]:
    """Return records of rules, each with its day counted from today."""
    return [record_of(rules, day(number), AT) for number, rules in sets]


def act(records: list[RulesRecord], wanted: RuleSet, earliest: int | None = None, today: date = TODAY) -> RulesChange:
    """Return what an act of today stores; `earliest` is the first day of all records, counted from today."""
    first = None if earliest is None else day(earliest)
    return change_of(records, wanted, BUILT_IN, today=today, at=AT, earliest=lambda: first)


def after(records: list[RulesRecord], change: RulesChange) -> list[RulesRecord]:
    """Return the records after a change."""
    left = {record.id: record for record in records}
    for record in change.drops:
        del left[record.id]
    left |= {record.id: record for record in change.puts}
    return sorted(left.values(), key=lambda record: record.day)


def told(records: list[RulesRecord]) -> list[tuple[int, Any]]:
    """Return the days of records, counted from today, and what they want."""
    return [((record.day - TODAY).days, rule_set_of(record, BUILT_IN).terms) for record in records]


@pytest.mark.parametrize("rules", SETS)
def test_rules_come_back_from_their_record_as_they_were(rules: RuleSet) -> None:
    """Kinds in order, built-in ones first, whatever order they were stored in; and as JSON."""
    from givequest.domain.records import read_any_record

    record = record_of(rules, TODAY, AT)
    assert rule_set_of(record, BUILT_IN).terms == rules.terms
    assert read_any_record(record.to_document()) == record
    turned = record._replace(kinds=dict(reversed(list(record.kinds.items()))))
    assert rule_set_of(turned, BUILT_IN).terms == rules.terms


@pytest.mark.parametrize(
    ("there", "wanted", "earliest", "expected"),
    [
        ([], PLAIN, None, [(0, PLAIN)]),  # the first act ever
        ([], PLAIN, 0, [(0, PLAIN)]),
        ([], OWN, -40, [(-40, OWN)]),  # a ledger of before there were records of rules
        ([(0, PLAIN)], PLAIN, -3, [(0, PLAIN)]),
        ([(0, PLAIN)], OWN, 0, [(0, OWN)]),  # one a day
        ([(0, PLAIN)], OWN, -3, [(-3, PLAIN), (0, OWN)]),  # what earlier days had stands before something else does
        ([(-9, PLAIN)], PLAIN, -9, [(-9, PLAIN)]),
        ([(-9, PLAIN)], OWN, -20, [(-9, PLAIN), (0, OWN)]),
        ([(-9, PLAIN), (0, ANCHORED)], PLAIN, -9, [(-9, PLAIN)]),  # equal to the one before it
        ([(-9, PLAIN), (0, OWN)], PLAIN, -9, [(-9, PLAIN), (0, PLAIN)]),  # that alone knows what deeds of today are of
        ([(-9, PLAIN), (-2, OWN)], PLAIN, -9, [(-9, PLAIN), (-2, OWN), (0, PLAIN)]),
        ([(-9, PLAIN), (4, ANCHORED)], PLAIN, -9, [(-9, PLAIN)]),  # of a clock that was ahead
        ([(-9, PLAIN), (4, OWN)], PLAIN, -9, [(-9, PLAIN), (0, PLAIN)]),
        ([(-9, PLAIN), (4, OWN)], OWN, -9, [(-9, PLAIN), (0, OWN)]),
        ([(4, OWN)], PLAIN, -1, [(-1, OWN), (0, PLAIN)]),
        ([(4, OWN)], OWN, -1, [(-1, OWN)]),
        ([(4, OWN)], PLAIN, None, [(0, PLAIN)]),
    ],
)
def test_an_act_stores_what_is_due_where_the_ledger_does_not_have_it(
    there: list[tuple[int, RuleSet]], wanted: RuleSet, earliest: int | None, expected: list[tuple[int, RuleSet]]
) -> None:
    """And nothing where it has; a second act of the day stores nothing more."""
    records = stored(*there)
    left = after(records, act(records, wanted, earliest))
    assert told(left) == [(number, rules.terms) for number, rules in expected]
    assert act(left, wanted, earliest) == RulesChange()


def test_a_kind_that_comes_and_goes_within_a_day_stays_known() -> None:
    """As it was when deeds of it could be logged, by the day's record, of which it is no part; and it is never due."""
    records = after(stored((-9, PLAIN)), act(stored((-9, PLAIN)), OWN))
    for _ in range(2):
        records = after(records, act(records, PLAIN))
        assert {kind: (one.name, one.giving) for kind, one in records[-1].former.items()} == {
            "mentor": ("Mentor", True)
        }
    rules = rules_of(records, PLAIN, day(3))
    for when in (day(-20), day(-1), TODAY, day(3)):
        kind = rules.kind_on("mentor", when.toordinal())
        assert kind is not None
        assert kind.giving
        assert "mentor" not in rules.on(when.toordinal()).kinds
    assert rules.retired == ("mentor",)
    again = after(records, act(records, OWN))
    assert told(again) == told(stored((-9, PLAIN), (0, OWN)))
    assert not again[-1].former


def test_a_deed_counts_by_a_config_that_stores_nothing() -> None:
    """Of a kind that no rules have the latest record keeps what it is; where there is no record, nothing can."""
    own = {"mentor": OWN.kinds["mentor"]}
    assert knowing([], ["mentor"], lambda: own) == ()
    assert knowing(stored((-9, OWN), (-3, PLAIN)), ["mentor", "help"], lambda: own) == ()
    (record,) = knowing(stored((-9, PLAIN), (-3, ANCHORED)), ["help", "mentor", "nothing"], lambda: own)
    assert record.id == "rules.2026-11-20"
    assert list(record.former) == ["mentor"]
    assert knowing([record], ["mentor"], lambda: {}) == ()


def test_what_is_in_step_stays_in_step_wherever_its_record_is_moved_to() -> None:
    """Every second day from today on, and thirty days from today on, though the record is dated on an earlier day."""
    record = act([], ANCHORED, -41).puts[0]
    assert (record.day, record.kinds["help"].start) == (day(-41), TODAY)
    later = after([record], act([record], ANCHORED._replace(core=("help",)), today=day(5)))
    assert [found.kinds["help"].start for found in later] == [TODAY, TODAY]
    again = after(later, act(later, PLAIN, today=day(7)))
    again = after(again, act(again, ANCHORED, today=day(8)))
    assert again[-1].kinds["help"].start == day(8)
    assert act([], COUNTED, -400).puts[0].kinds["listen"].start == TODAY


def test_rules_without_a_start_are_in_step_with_the_first_of_their_unbroken_run() -> None:
    """As somebody else may have written them."""
    other = ANCHORED._replace(core=("help",))
    records = [
        record._replace(kinds={kind: rules._replace(start=None) for kind, rules in record.kinds.items()})
        for record in stored((-9, ANCHORED), (-4, other), (-2, PLAIN), (-1, ANCHORED))
    ]
    rules = rules_of(records, None, TODAY)
    assert [period.anchors.get("help") for period in rules.periods] == [
        day(-9).toordinal(), day(-9).toordinal(), None, day(-1).toordinal(),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("there", "wanted", "expected"),
    [
        ([], OWN, [(0, OWN)]),
        ([], None, []),
        ([(-9, PLAIN)], OWN, [(-9, PLAIN), (0, OWN)]),
        ([(-9, PLAIN)], None, [(-9, PLAIN)]),
        ([(-9, PLAIN), (0, ANCHORED)], PLAIN, [(-9, PLAIN)]),
        ([(-9, PLAIN), (0, OWN)], PLAIN, [(-9, PLAIN), (0, PLAIN)]),  # which knows what deeds of today are of
        ([(0, PLAIN)], OWN, [(0, PLAIN), (0, OWN)]),
        ([(4, PLAIN)], OWN, [(0, PLAIN), (0, OWN)]),
        ([(4, PLAIN)], None, [(4, PLAIN)]),
        ([(-9, PLAIN), (4, OWN)], None, [(-9, PLAIN)]),
    ],
)
def test_today_has_what_the_config_wants_before_it_is_stored(
    there: list[tuple[int, RuleSet]], wanted: RuleSet | None, expected: list[tuple[int, RuleSet]]
) -> None:
    """And without an opinion of the config what the ledger had last; what a clock stored ahead counts for nothing."""
    sets = [(record.day, rule_set_of(record, BUILT_IN)) for record in stored(*there)]
    found = sets_in_force(sets, wanted, TODAY)
    assert [((since - TODAY).days, rules.terms) for since, rules in found] == [
        (number, rules.terms) for number, rules in expected
    ]


def rules_of(records: list[RulesRecord], wanted: RuleSet | None, today: date) -> Rules:
    """Return the rules that records and a config come to."""
    sets = sets_in_force([(record.day, rule_set_of(record, BUILT_IN)) for record in records], wanted, today)
    since, now = sets[-1]
    earlier = tuple((when.toordinal(), rules) for when, rules in sets[:-1])
    return Rules(
        now.kinds,
        now.core,
        first_weekday=now.first_weekday,
        since=since.toordinal(),
        starts=now.starts,
        earlier=earlier,
        former=now.former,
    )


def due(rules: Rules, when: date) -> Any:
    """Return all that a day has of its rules."""
    in_force = rules.on(when.toordinal())
    return (
        in_force.dealt(when.toordinal()), in_force.idle(when.toordinal()), in_force.quotas, in_force.core,
        in_force.first_weekday, {kind.id: (kind.name, kind.giving) for kind in in_force.kinds.values()},
    )  # fmt: skip


STEPS = st.lists(st.tuples(st.integers(0, 3), st.sampled_from(SETS), st.booleans(), st.integers(-3, 0)), max_size=14)


@given(STEPS)
def test_no_setting_rewrites_the_past(steps: list[tuple[int, RuleSet, bool, int]]) -> None:
    """Configs change, days pass, some with an act and some without: what was due on a day that is over stays.

    What holds today is what the config wants, before and after an act stores it; and whatever kind a deed could be
    of stays known.
    """
    records: list[RulesRecord] = []
    today, first = TODAY, TODAY
    logged: set[str] = set()
    past: dict[date, Any] = {}
    for days, wanted, acts, back in steps:
        today += timedelta(days=days)
        now = rules_of(records, wanted, today)
        assert (now.core, now.first_weekday) == (wanted.core, wanted.first_weekday)
        for when, was in past.items():
            assert when == today or due(now, when) == was, when
        if acts:
            first = min(first, today + timedelta(days=back))
            change = act(records, wanted, (first - TODAY).days, today)
            records = after(records, change)
            assert len({record.id for record in records}) == len(records)
            assert all(one.terms != other.terms or other.former for one, other in pairs(records))
            logged |= wanted.kinds.keys()
            assert logged <= rules_of(records, None, today).known.keys()
            then, now = now, rules_of(records, wanted, today)
            assert first == today or now.fingerprint == then.fingerprint
            for when in (first + timedelta(days=number) for number in range((today - first).days + 30)):
                assert due(rules_of(records, None, today), when) == due(then, when), when
        seen = [first + timedelta(days=number) for number in range((today - first).days + acts)]
        past = {when: due(now, when) for when in seen} if records else {}


def pairs(records: list[RulesRecord]) -> list[tuple[RuleSet, RuleSet]]:
    """Return each two records that follow one another, as sets of rules."""
    return list(pairwise(rule_set_of(record, BUILT_IN) for record in records))


def test_an_import_takes_all_rules_into_a_fresh_ledger_and_else_those_from_before_its_first() -> None:
    """What this ledger has of its own stays."""
    file = stored((-20, PLAIN), (-10, OWN), (-3, PLAIN))
    assert taken_in(file, []) == file
    assert taken_in(file, stored((-10, ANCHORED), (0, PLAIN))) == file[:1]
    assert taken_in(file, stored((-30, PLAIN))) == []


def test_two_computers_are_noticed_by_rules_that_change_to_and_fro() -> None:
    """Four times within two weeks; somebody who changes their mind is not taken for two."""
    assert are_in_turns(stored((-6, PLAIN), (-5, OWN), (-3, PLAIN), (-1, OWN)), BUILT_IN)
    assert are_in_turns(stored((-90, ANCHORED), (-6, PLAIN), (-5, OWN), (-3, PLAIN), (-1, OWN)), BUILT_IN)
    assert not are_in_turns(stored((-6, PLAIN), (-5, OWN), (-3, PLAIN)), BUILT_IN)
    assert not are_in_turns(stored((-60, PLAIN), (-5, OWN), (-3, PLAIN), (-1, OWN)), BUILT_IN)
    assert not are_in_turns(stored((-6, PLAIN), (-5, OWN), (-3, PLAIN), (-1, ANCHORED)), BUILT_IN)
