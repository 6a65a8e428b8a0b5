"""The cells of a chart, derived a second time from random histories, are the same."""

from __future__ import annotations

from datetime import date
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from givequest.domain.charts.traces import Span, trace_series
from givequest.domain.kinds import Kind
from givequest.domain.progress.day_facts import NOTHING_DONE, gather_facts
from givequest.domain.progress.day_mark import DayMark
from givequest.domain.progress.history import History
from givequest.domain.records import Record, RecordType
from givequest.domain.rules import BOARD, GIVING, Rules

from ...built_in import BUILT_IN
from ...domain.charts.naive import Life, life_of

FIRST = date(2025, 11, 1).toordinal()
LENGTH = 120
KINDS = {
    **BUILT_IN,
    "help": Kind("help", "Help", times=4),
    "introduce": Kind("introduce", "Introduce", schedule="FREQ=WEEKLY;BYDAY=TU,TH"),
}
CORE = ("help", "quiet", "introduce")
TURNS = ("congratulate", "reconnect", "listen")


@st.composite
def pasts(draw: st.DrawFn) -> tuple[list[Record], int, int]:
    """Return records of some months, the number of today, and the grace."""
    today = FIRST + draw(st.integers(0, LENGTH))
    start = FIRST + draw(st.integers(0, 40))
    days = range(start, FIRST + LENGTH + 10)
    likely = draw(st.sampled_from([0.2, 0.6, 0.9]))
    random = Random(draw(st.integers(0, 2**32)))
    records: list[Record] = []

    def add(type_: RecordType, day: int, **fields: Any) -> None:
        when = date.fromordinal(day)
        at = f"{when}T08:00:00+01:00"
        records.append(Record(type=type_, id=f"{len(records)}", day=when, at=at, **fields))

    for day in days:
        for kind in ("help", "listen", "quiet", "introduce"):
            if random.random() < likely:
                add(RecordType.DEED, day, kind=kind)
        if random.random() < 0.12:
            add(RecordType.REST, day)
        if random.random() < 0.1:
            add(RecordType.SLIP, day)
    return records, today, draw(st.integers(0, 2))


def naive_life(series: str, records: list[Record], today: int, grace: int) -> Life:
    """Return a series' life, asked of the records alone."""
    deeds = {(record.day.toordinal(), record.kind) for record in records if record.type is RecordType.DEED}
    rests = {record.day.toordinal() for record in records if record.type is RecordType.REST}
    slips = {record.day.toordinal() for record in records if record.type is RecordType.SLIP}

    def kind_kept(kind: str, day: int) -> bool:
        return (day, kind) in deeds and not (kind == "quiet" and day in slips)

    def kind_off(kind: str, day: int) -> bool:
        weekday = date.fromordinal(day).weekday()
        if kind == "help":
            week = range(day - weekday, day - weekday + 7)
            left = sum(other > day for other in week) if day < today else 0
            return sum(kind_kept(kind, other) for other in week if other <= day) + left >= 4
        if kind in TURNS:
            return TURNS[day % len(TURNS)] != kind
        return kind == "introduce" and weekday not in (1, 3)

    def due(day: int) -> list[str]:
        return [kind for kind in CORE if (kind == "help" and kind_kept(kind, day)) or not kind_off(kind, day)]

    def kept(day: int) -> bool:
        if day > today:
            return False
        if series == GIVING:
            return any((day, kind) in deeds for kind in KINDS if kind != "quiet")
        if series == BOARD:
            return bool(due(day)) and all(kind_kept(kind, day) for kind in due(day))
        return kind_kept(series, day)

    days = range(FIRST, FIRST + LENGTH + 10)
    return life_of(
        series, days, today, grace, kept, rests.__contains__,
        lambda day: series in KINDS and kind_off(series, day), slips.__contains__,
    )  # fmt: skip


@pytest.mark.parametrize("series", [GIVING, BOARD, "help", "quiet", "introduce", "congratulate"])
@given(past=pasts(), cut=st.integers(0, LENGTH), length=st.integers(1, 60))
@settings(max_examples=40, deadline=None)
def test_each_cell_is_what_the_words_of_the_rules_say(
    series: str, past: tuple[list[Record], int, int], cut: int, length: int
) -> None:
    """Mark, run, best, warmth and membership of a run agree, wherever the chart begins and ends."""
    records, today, grace = past
    rules = Rules(KINDS, CORE, grace)
    facts = gather_facts(records, rules)
    history = History(facts, rules)
    first = FIRST + cut
    before = history.state_on(date.fromordinal(first - 1), today=date.fromordinal(today)).streak(series)
    trace = trace_series(
        series, before, lambda day: facts.get(day, NOTHING_DONE), rules, Span(first, first + length - 1, today)
    )
    life = naive_life(series, records, today, grace)
    assert [cell.ordinal for cell in trace.cells] == list(range(first, first + length))
    for cell in trace.cells:
        day = cell.ordinal
        assert cell.mark == life.mark(day), date.fromordinal(day)
        assert cell.run == life.current(min(day, today))
        assert cell.streak.best == life.best(min(day, today))
        assert cell.warmth == pytest.approx(life.warmth(day), abs=1e-9)
        assert cell.joined == (day <= today and (cell.mark is DayMark.KEPT or life.is_inside(day)))


@given(past=pasts())
@settings(max_examples=60, deadline=None)
def test_runs_are_those_that_counting_finds(past: tuple[list[Record], int, int]) -> None:
    """Length, first and last day of each run agree with runs counted from the records."""
    records, today, grace = past
    rules = Rules(KINDS, CORE, grace)
    facts = gather_facts(records, rules)
    span = Span(FIRST, FIRST + LENGTH, today)
    trace = trace_series(
        GIVING, History(facts, rules).base.streak(GIVING), lambda day: facts.get(day, NOTHING_DONE), rules, span
    )
    life = naive_life(GIVING, records, today, grace)
    found = [(run.length, run.first, run.last) for run in trace.runs(goes_on=False)]
    assert found == [(len(run), run[0], run[-1]) for run in life.runs()]
