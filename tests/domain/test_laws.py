"""Laws that hold for every history, whatever was done in it."""

from __future__ import annotations

import random
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from givequest.domain.progress.day_facts import NOTHING_DONE, gather_facts
from givequest.domain.progress.history import History
from givequest.domain.progress.state import ProgressState
from givequest.domain.records import Record, RecordType
from givequest.domain.rule_sets import RuleSet
from givequest.domain.rules import BOARD, Rules
from givequest.domain.text import name_key

from ..built_in import BUILT_IN, CORE
from . import strategies as some
from .naive import Life
from .strategies import history, progress


@given(some.lives, some.rules(), some.days)
def test_the_fold_agrees_with_the_words_of_the_rules(lived: list[Record], rules: Rules, today: date) -> None:
    """Streaks, warmth, totals and XP are those of a second derivation that shares no line with it."""
    found = progress(lived, rules, today)
    life = Life(lived, rules, today)
    for name in rules.series:
        streak, expected = found.streak(name), life.series(name)
        assert (streak.current, streak.best, streak.total) == (expected.current, expected.best, expected.total), name
        assert streak.warmth == pytest.approx(expected.warmth, abs=1e-12)
    if found.day:
        of_day = found.xp_of_day if found.day == today.toordinal() else 0
        assert (found.xp, of_day) == life.xp()
    else:
        assert life.xp()[0] == 0


@given(some.lives, some.rules(), some.days)
def test_the_board_holds_what_the_words_of_the_rules_say(lived: list[Record], rules: Rules, day: date) -> None:
    """Core first, in its order, then what has days of its own, then the bonus; of a card for each, dealt on any day."""
    life = Life(lived, rules, day)
    found = history([record for record in lived if record.day <= day], rules)
    board = found.board_on(day)
    in_force = rules.on(day.toordinal())
    assert set(board) == {kind for kind in in_force.kinds if life.is_on_board(kind, day)}
    assert len(set(board)) == len(board)
    core = [kind for kind in board if kind in in_force.core]
    assert list(board[: len(core)]) == sorted(core, key=in_force.core.index)
    bonus = [kind for kind in board if kind in in_force.bonus]
    assert len(bonus) <= 1
    assert list(board[len(board) - len(bonus) :]) == bonus
    cards = found.cards_on(day)
    assert all(kind in cards for kind in board if rules.deck.pool(kind, day.month, 3).cards)


@given(some.rules(), st.integers(0, 200))
def test_whoever_does_all_that_is_offered_has_an_unbroken_run_in_every_series(rules: Rules, start: int) -> None:
    """For sixty days and without any grace, whatever schedules and numbers of days a week change on the way."""
    rules = rules._replace(grace=0)
    first = some.FIRST + timedelta(days=start - 100)
    lived: list[Record] = []
    for number in range(60):
        day = first + timedelta(days=number)
        for kind in history(lived, rules).board_on(day):
            lived.append(Record(RecordType.DEED, f"{day}:{kind}", day, f"{day}T09:00:00+01:00", kind=kind))
    found = history(lived, rules)
    for number in (0, 1, 6, 7, 30, 59):
        day = first + timedelta(days=number)
        state = found.state_on(day, today=day)
        for name in rules.series:
            streak = state.streak(name)
            assert streak.current == streak.best == streak.total, (name, day)
    assert {record.kind for record in lived} <= state.series.keys()


@given(some.lives, some.rules(), some.days)
def test_no_day_looks_ahead(lived: list[Record], rules: Rules, day: date) -> None:
    """What a day that is over was to a series stays, whatever is done after it: a left fold."""
    tomorrow = day + timedelta(days=1)
    whole, past = history(lived, rules), history([record for record in lived if record.day <= day], rules)
    for name in rules.series:
        assert whole.own_mark(name, day, today=tomorrow) == past.own_mark(name, day, today=tomorrow), name
    assert whole.state_before(tomorrow).series == past.state_before(tomorrow).series


@given(some.lives, some.rules(), some.rule_sets(), some.days)
def test_rules_that_come_later_rewrite_no_day_before_them(
    lived: list[Record], rules: Rules, new: RuleSet, day: date
) -> None:
    """Streaks, warmth, XP, boards and cards stay as they were, and so does what caches of those days are known by."""
    since = day.toordinal() + 1
    now = RuleSet(rules.kinds, rules.core, rules.first_weekday, rules.starts)
    sets = [*rules.earlier, (rules.since, now)]
    sets = [one for one in sets if one[0] < since] or sets[:1]
    known = {kind for kind in new.kinds if all(kind in found.kinds for _, found in sets)}
    new = new._replace(kinds={kind: new.kinds[kind] for kind in sorted(known)}, core=("help", "quiet"))
    before, after = _rules_of(sets, rules), _rules_of([*sets, (since, new)], rules)
    assert before.fingerprint_until(day.toordinal()) == after.fingerprint_until(day.toordinal())
    old, later = history(lived, before), history(lived, after)
    for name in before.series:
        assert old.state_on(day, today=day).streak(name) == later.state_on(day, today=day).streak(name), name
        assert old.own_mark(name, day, today=day) == later.own_mark(name, day, today=day), name
    assert old.state_on(day, today=day).xp == later.state_on(day, today=day).xp
    assert (old.board_on(day), old.cards_on(day)) == (later.board_on(day), later.cards_on(day))


def _rules_of(sets: list[tuple[int, RuleSet]], like: Rules) -> Rules:
    """Return rules with these sets in place of their own."""
    since, now = sets[-1]
    return like._replace(
        kinds=now.kinds,
        core=now.core,
        first_weekday=now.first_weekday,
        starts=now.starts,
        since=since,
        earlier=tuple(sets[:-1]),
    )


@given(some.lives, some.rules(), some.days, st.randoms(use_true_random=False))
def test_the_order_of_records_never_matters(
    lived: list[Record], rules: Rules, today: date, chance: random.Random
) -> None:
    """Neither to where a person stands, nor to the cards on the board."""
    shuffled = lived.copy()
    chance.shuffle(shuffled)
    assert progress(shuffled, rules, today) == progress(lived, rules, today)
    assert history(shuffled, rules).cards_on(today) == history(lived, rules).cards_on(today)


@given(
    some.lives, some.rules(), some.days, st.one_of(some.records(9, RecordType.DEED), some.records(9, RecordType.REST))
)
def test_a_deed_or_a_rest_day_added_anywhere_never_shortens_a_streak(
    lived: list[Record], rules: Rules, today: date, added: Record
) -> None:
    """Of no series, neither the current one nor the best; and it takes no warmth away."""
    before, after = progress(lived, rules, today), progress([*lived, added], rules, today)
    for name in rules.series:
        was, now = before.streak(name), after.streak(name)
        assert now.current >= was.current, name
        assert now.best >= was.best, name
        assert now.warmth >= was.warmth - 1e-12, name


@given(some.lives, some.rules(), some.days)
def test_records_of_days_to_come_are_ignored(lived: list[Record], rules: Rules, today: date) -> None:
    """What stands today is what stood today before they were written down."""
    past = [record for record in lived if record.day <= today]
    whole, known = progress(lived, rules, today), progress(past, rules, today)
    for name in rules.series:
        assert whole.streak(name) == known.streak(name)
    assert (whole.xp, whole.people, whole.kinds_done) == (known.xp, known.people, known.kinds_done)


@given(some.lives, some.rules(), st.integers(0, some.DAYS), some.days)
def test_a_fold_can_be_cut_on_any_day(lived: list[Record], rules: Rules, cut: int, today: date) -> None:
    """What is carried on from a state is what is folded in one go: numbers, people, and the cards to come."""
    split = some.FIRST + timedelta(days=cut)
    whole = history(lived, rules)
    base = whole.state_before(split)
    later = History({day: facts for day, facts in whole.facts.items() if day >= split.toordinal()}, rules, base)
    for day in (split, split + timedelta(days=3), max(today, split), date(2024, 3, 1)):
        assert later.state_on(day, today=day) == whole.state_on(day, today=day)
        if base.day:
            assert later.cards_on(day) == whole.cards_on(day)
            assert later.board_on(day) == whole.board_on(day)
            for name in rules.series:
                assert later.own_mark(name, day, today=today) == whole.own_mark(name, day, today=today)


@given(some.lives, some.rules(), some.records(9), some.days)
def test_a_history_told_of_one_day_is_the_history_read_anew(
    lived: list[Record], rules: Rules, changed: Record, today: date
) -> None:
    """Whatever was asked of the old one before, and when the record is taken out again."""
    before = history(lived, rules)
    before.state_on(today, today=today), before.cards_on(date(2024, 2, 20))
    ordinal = changed.day.toordinal()
    after = before.with_facts(ordinal, gather_facts([*lived, changed], rules).get(ordinal, NOTHING_DONE))
    anew = history([*lived, changed], rules)
    assert_same(after, anew, today)
    back = after.with_facts(ordinal, before.facts_of(changed.day))
    assert back.facts == before.facts
    assert_same(back, history(lived, rules), today)


def assert_same(one: History, other: History, today: date) -> None:
    """Check that two histories answer alike."""
    assert one.first_day == other.first_day
    for day in (today, date(2023, 12, 31), date(2024, 2, 20)):
        assert one.state_on(day, today=today) == other.state_on(day, today=today)
        assert one.state_before(day) == other.state_before(day)
        assert one.cards_on(day) == other.cards_on(day)


@given(some.lives, some.rules())
def test_a_state_that_was_asked_for_is_not_changed_by_what_is_asked_next(lived: list[Record], rules: Rules) -> None:
    """A history hands out what it keeps."""
    lived_history = history(lived, rules)
    middle = some.FIRST + timedelta(days=20)
    kept = lived_history.state_before(middle)
    before = kept.copy()
    for number in range(0, some.DAYS, 5):
        day = some.FIRST + timedelta(days=number)
        lived_history.cards_on(day), lived_history.state_on(day, today=day)
    assert kept == before


@given(some.lives, some.rules(), some.days)
def test_looking_from_a_later_day_changes_no_day_before(lived: list[Record], rules: Rules, day: date) -> None:
    """A day that was kept stands where it stood; only an open day may close.

    A kind with a number of days a week may be off on it then, and with the rest of the board done that day counts.
    """
    lived_history = history(lived, rules)
    then = lived_history.state_on(day, today=day)
    later = lived_history.state_on(day, today=day + timedelta(days=30))
    assert (later.xp, later.xp_of_day, later.deals) == (then.xp, then.xp_of_day, then.deals)
    has_quotas = any(kind.times for kind in rules.known.values())
    for name in rules.series:
        if name == BOARD and has_quotas:
            assert later.streak(name).best >= then.streak(name).best
        else:
            assert later.streak(name).best == then.streak(name).best


def test_a_strict_person_has_no_grace_and_a_schedule_bridges_what_is_not_due() -> None:
    """The two rules together: off days are not empty days."""
    kinds = dict(Rules(BUILT_IN, CORE).kinds)
    kinds["help"] = kinds["help"]._replace(schedule="FREQ=WEEKLY;BYDAY=MO")
    rules = Rules(kinds, CORE, grace=0)
    mondays = [date(2026, 11, 2), date(2026, 11, 9), date(2026, 11, 23)]
    lived = [Record(RecordType.DEED, str(day), day, f"{day}T09:00:00+01:00", kind="help") for day in mondays]
    assert progress(lived[:2], rules, date(2026, 11, 15)).streak("help").current == 2
    assert progress(lived[:2], rules, date(2026, 11, 16)).streak("help").current == 2
    assert progress(lived[:2], rules, date(2026, 11, 17)).streak("help").current == 0
    assert progress(lived, rules, date(2026, 11, 23)).streak("help") == ProgressState().streak("help")._replace(
        current=1, best=2, total=3, warmth=progress(lived, rules, date(2026, 11, 23)).streak("help").warmth
    )


NAMES = ("Zoë Miller", "zoë miller", "ZOE  MILLER", "Zoe\u0308 Miller", "zoe miller")


@given(some.lives, some.rules(), st.lists(st.sampled_from(NAMES), min_size=1, max_size=6), st.randoms())
def test_a_name_is_one_person_however_it_is_spelt_and_shown_as_last_written(
    lived: list[Record], rules: Rules, written: list[str], chance: random.Random
) -> None:
    """The last by its instant, on whatever day and in whatever order the records stand."""
    start = some.FIRST
    named = [
        Record(
            RecordType.DEED,
            f"named-{number}",
            start + timedelta(days=number // 2),
            f"{start + timedelta(days=number // 2)}T{10 + number % 2}:00:00+01:00",
            kind="help",
            person=name,
        )
        for number, name in enumerate(written)
    ]
    everything = [*lived, *named]
    chance.shuffle(everything)
    people = progress(everything, rules, start + timedelta(days=some.DAYS)).people
    (found,) = [person for key, person in people.items() if key == name_key("Zoë Miller")]
    assert found.name == written[-1]
    assert found.days[-1] == named[-1].day.toordinal()
    assert people.keys() == {name_key(each.person) for each in everything if each.person and each.kind != "quiet"}
