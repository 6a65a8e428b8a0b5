"""Random lives: rules that a person may choose, and records around a New Year."""

from __future__ import annotations

import random
from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from givequest.domain.kinds import Kind
from givequest.domain.progress.day_facts import gather_facts
from givequest.domain.progress.history import History
from givequest.domain.progress.state import ProgressState
from givequest.domain.records import Record, RecordType
from givequest.domain.rule_sets import RuleSet
from givequest.domain.rules import Rules

from ..built_in import BUILT_IN, CORE
from ..conftest import deck_of
from .naive import SCHEDULES

FIRST = date(2023, 12, 8)
DAYS = 56
"""From December into a leap year's February."""
OWN_KINDS = (Kind("mentor", "Mentor"), Kind("no-scroll", "No scroll", giving=False))
SMALL_DECK = deck_of(5)

days = st.integers(0, DAYS - 1).map(lambda number: FIRST + timedelta(days=number))


@st.composite
def rule_sets(draw: st.DrawFn) -> RuleSet:
    """Return what may be due, with kinds of one's own, some of all kinds not due every day."""
    kinds = {**BUILT_IN, **{kind.id: kind for kind in draw(st.sampled_from([OWN_KINDS, OWN_KINDS[:1], ()]))}}
    for name in draw(st.lists(st.sampled_from(sorted(kinds)), max_size=4, unique=True)):
        if draw(st.booleans()):
            kinds[name] = kinds[name]._replace(schedule=draw(st.sampled_from(sorted(SCHEDULES))))
        else:
            kinds[name] = kinds[name]._replace(times=draw(st.integers(1, 7)))
    if "mentor" in kinds and draw(st.integers(0, 4)) == 0:
        kinds["mentor"] = kinds["mentor"]._replace(giving=False)
    core = draw(st.one_of(st.just(CORE), st.lists(st.sampled_from(sorted(kinds)), min_size=1, max_size=4, unique=True)))
    starts = {
        kind.id: FIRST.toordinal() + draw(st.integers(-9, DAYS))
        for kind in kinds.values()
        if kind.schedule and draw(st.booleans())
    }
    return RuleSet(kinds, tuple(core), draw(st.sampled_from([0, 0, 6, 5])), starts)


@st.composite
def rules(draw: st.DrawFn) -> Rules:
    """Return rules that changed up to twice, one or two kinds of which may be known nowhere else."""
    begins = sorted(draw(st.lists(st.integers(-20, DAYS), min_size=1, max_size=3, unique=True)))
    sets = [(FIRST.toordinal() + begin, draw(rule_sets())) for begin in begins]
    earlier, (since, now) = sets[:-1], sets[-1]
    if draw(st.booleans()) and earlier:  # the same again, or nearly: what is in step stays in step
        now = RuleSet({**now.kinds, **earlier[-1][1].kinds}, earlier[-1][1].core, now.first_weekday, now.starts)
    others = {kind.id: kind for kind in draw(st.sampled_from([(), OWN_KINDS]))}
    grace = draw(st.integers(0, 2))
    return Rules(
        now.kinds,
        now.core,
        grace,
        SMALL_DECK,
        "a seed",
        now.first_weekday,
        since,
        now.starts,
        earlier=tuple(earlier),
        others=others,
    )


@st.composite
def records(draw: st.DrawFn, number: int = 0, type_: RecordType | None = None) -> Record:
    """Return one record; kinds that nobody set up are among them."""
    type_ = type_ or draw(st.sampled_from([RecordType.DEED] * 5 + list(RecordType)))
    kind, effort, text = None, 1, None
    if type_ in (RecordType.DEED, RecordType.REDRAW):
        kind = draw(st.sampled_from([*CORE, *CORE, "introduce", "listen", "mentor", "no-scroll", "forgotten"]))
    if type_ is RecordType.DEED:
        effort = draw(st.integers(1, 3))
    if type_ in (RecordType.ENTRY, RecordType.GIFT):
        text = "word " * draw(st.sampled_from([3, 15]))
    day = draw(days)
    person = draw(st.sampled_from([None, "Ana", "Bo"])) if type_ is RecordType.DEED else None
    card = f"{kind}.card-00" if type_ is RecordType.DEED and draw(st.booleans()) else None
    identity = f"{type_}-{number}-{draw(st.integers(0, 1 << 40))}"
    return Record(
        type_, identity, day, f"{day}T09:00:00+01:00", kind=kind, person=person, effort=effort, card=card, text=text
    )


def busy_life(seed: int, diligence: float) -> list[Record]:
    """Return records of most days, as a person who comes back would leave them."""
    chance = random.Random(seed)
    lived: list[Record] = []

    def add(type_: RecordType, day: date, **fields: Any) -> None:
        identity = f"{type_}-{len(lived)}"
        lived.append(Record(type_, identity, day, f"{day}T09:00:00+01:00", **fields))

    for number in range(DAYS):
        day = FIRST + timedelta(days=number)
        if chance.random() < 0.15:
            continue
        for kind in (*CORE, "introduce", "mentor", "no-scroll"):
            if chance.random() < diligence:
                add(RecordType.DEED, day, kind=kind, effort=chance.randint(1, 3), person=chance.choice([None, "Ana"]))
        for type_ in (RecordType.SLIP, RecordType.REST, RecordType.RELEASE):
            if chance.random() < 0.1:
                add(type_, day)
        if chance.random() < 0.2:
            add(RecordType.REDRAW, day, kind=chance.choice(CORE))
    return lived


quiet_lives = st.lists(records(), max_size=60, unique_by=lambda record: record.id)
busy_lives = st.builds(busy_life, st.integers(0, 1 << 30), st.sampled_from([0.2, 0.5, 0.9]))
lives = st.one_of(quiet_lives, busy_lives)


def history(lived: list[Record], rules: Rules) -> History:
    """Return the history that these records are."""
    return History(gather_facts(lived, rules), rules)


def progress(lived: list[Record], rules: Rules, today: date) -> ProgressState:
    """Return where these records leave a person today."""
    return history(lived, rules).state_on(today, today=today)
