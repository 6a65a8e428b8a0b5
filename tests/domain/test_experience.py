"""Experience is never lowered by what is logged, whenever it is logged and for whichever day."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import example, given
from hypothesis import strategies as st

from givequest.domain.kinds import Kind
from givequest.domain.progress.experience import level_of
from givequest.domain.records import Record, RecordType
from givequest.domain.rules import Rules

from ..built_in import BUILT_IN, CORE
from . import strategies as some
from .strategies import FIRST, progress

PLAIN = Rules(BUILT_IN, CORE)


def deed(day: int, kind: str = "help", number: int = 0, effort: int = 1) -> Record:
    """Return a deed so many days after the first."""
    then = FIRST + timedelta(days=day)
    return Record(RecordType.DEED, f"{kind}-{day}-{number}", then, f"{then}T09:00:00+01:00", kind=kind, effort=effort)


FULL = [deed(4, "help", number, 3) for number in range(3)]


@given(some.lives, some.rules(), some.records(9, RecordType.DEED), st.integers(0, some.DAYS))
@example([*FULL, deed(9, "listen")], PLAIN, deed(4, "listen", 1), 9)  # a first moves to a full day
@example([deed(0), *FULL], PLAIN, deed(2), 4)  # the comeback of a full day goes, ten for the forgotten deed come
@example([deed(0), deed(4), deed(8), deed(12)], PLAIN, deed(1), 12)  # other days are paid for coming back
@example([deed(1, "quiet"), *FULL], PLAIN, deed(0, "quiet"), 9)  # the first of a kind moves to an earlier day
@example([*FULL, deed(9, "listen", 0, 3), deed(9, "listen", 1, 3)], PLAIN, deed(0, "listen"), 9)
def test_a_deed_logged_for_any_day_lowers_neither_xp_nor_level_of_any_date(
    lived: list[Record], rules: Rules, added: Record, after: int
) -> None:
    """As of the deed's own day, of the last day there is, and of any day between and behind."""
    for today in {added.day, FIRST + timedelta(days=after), FIRST + timedelta(days=some.DAYS)}:
        before = progress(lived, rules, today).xp
        now = progress([*lived, added], rules, today).xp
        assert now >= before, today
        assert level_of(now) >= level_of(before)


def test_the_first_deed_of_a_kind_logged_later_for_a_full_day_costs_nothing() -> None:
    """Found in use: the full day had no room for the first listening, and the day that had been the first lost it."""
    lived, today = [*FULL, deed(9, "listen")], FIRST + timedelta(days=9)
    assert progress(lived, PLAIN, today).xp == (60 + 10) + (10 + 10 + 10)
    assert progress([*lived, deed(4, "listen", 1)], PLAIN, today).xp == (60 + 10 + 10) + (10 + 10)


def test_a_vow_of_ones_own_earns_its_first_time_alone() -> None:
    """Nobody knows what it asks for, so nothing else is counted."""
    rules = Rules({**BUILT_IN, "no-scroll": Kind("no-scroll", "No scroll", giving=False)}, CORE)
    vows = [deed(day, "no-scroll") for day in range(3)]
    assert progress(vows, rules, date(2024, 1, 20)).xp == 10
