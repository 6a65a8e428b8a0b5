"""The rules about people by the vectors of `docs/design.md`."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from givequest.domain.people import resting
from givequest.domain.people.greetings import greeted_day
from givequest.domain.people.naming import Names, names_of, turn_of
from givequest.domain.people.profiles import NamedOn, Profile
from givequest.domain.people.resting import IN_PEACE, rests_until
from givequest.domain.people.ties import Tie
from givequest.domain.records import person
from givequest.domain.records.yearly_dates import read_yearly_date
from givequest.domain.text import name_key

from ...design import block

SEED = "1a2b3c4d"
SINCE = date(2026, 1, 1).toordinal()
TIES = {
    "Ana Berg": "close",
    "Mum": "close",
    "Ben Karlsson": "faded",
    "Priya Nair": "faded",
    "Łukasz Śmiały": "edge",
    "Zoë Müller": "edge",
}
PEOPLE = [Profile(name, (name_key(name),), tie, SINCE) for name, tie in TIES.items()]
NAMED: NamedOn = {
    name_key(name): (date.fromisoformat(day).toordinal(),)
    for name, day in {
        "Ana Berg": "2026-10-30",
        "Ben Karlsson": "2026-01-20",
        "Zoë Müller": "2026-11-10",
        "Mum": "2026-11-20",
    }.items()
}


def _named_from(first: date, days: int) -> list[Names]:
    return [names_of(PEOPLE, NAMED, SEED, first.toordinal() + number) for number in range(days)]


@pytest.mark.parametrize("line", block("rests").splitlines())
def test_whoever_has_heard_from_somebody_rests(line: str) -> None:
    """A tie, the days of the deeds, the first day without rest."""
    tie, days, until = line.split()
    given = tuple(map(int, days.strip("[]").split(","))) if days != "[]" else ()
    distinct = tuple(sorted(set(given)))
    assert rests_until(tie, distinct) == (IN_PEACE if until == "never" else int(until))
    assert rests_until(tie, distinct[-3:]) == rests_until(tie, distinct), "three days are enough to know"


def test_the_turns_of_a_day_are_known() -> None:
    """By the seed, the key and the day alone."""
    day = date(2026, 11, 25).toordinal()
    turns = {name: turn_of(name_key(name), SEED, day, SINCE) for name in TIES}
    assert turns == {
        "Ana Berg": 13, "Mum": 8, "Ben Karlsson": 13, "Priya Nair": 12, "Łukasz Śmiały": 9, "Zoë Müller": 4,
    }  # fmt: skip


def test_two_names_a_day() -> None:
    """Of six people, for some weeks."""
    expected: dict[date, Names] = {}
    for line in block("names").splitlines():
        span, far, near = (part.strip() for part in line.split("|"))
        first, _, last = span.partition("..")
        day = date.fromisoformat(first)
        while day <= date.fromisoformat(last or first):
            expected[day] = Names(*(None if name == "nobody" else name for name in (far, near)))
            day += timedelta(days=1)
    days = sorted(expected)
    assert [expected[day] for day in days] == _named_from(days[0], len(days))
    assert len(days) == (days[-1] - days[0]).days + 1


def test_the_order_of_names_stands_without_the_rests_of_today(monkeypatch: pytest.MonkeyPatch) -> None:
    """Vectors that were worked out by another program, with a rest of 14 days for a close one and of 60 for others."""
    monkeypatch.setattr(resting, "AFTER_CLOSE", 14)
    monkeypatch.setattr(resting, "AFTER_ONE", 60)
    nobody, priya = Names(), "Priya Nair"
    assert _named_from(date(2026, 11, 25), 24) == [
        *[nobody] * 5,
        *[Names("Łukasz Śmiały")] * 3,
        Names(priya, "Łukasz Śmiały"),
        *[Names(priya, "Ana Berg")] * 4,
        Names("Ben Karlsson", "Ana Berg"),
        *[nobody] * 7,
        Names("Mum"),
        *[Names("Łukasz Śmiały", "Mum")] * 2,
    ]


@pytest.mark.parametrize("line", block("greeted").splitlines())
def test_a_date_is_greeted_for_a_week(line: str) -> None:
    """On its day, and after it unless there was a word since."""
    written, today, deeds, greeted = line.split()
    days = [date.fromisoformat(day).toordinal() for day in deeds.strip("[]").split(",") if day]
    looked_at = date.fromisoformat(today)
    last = max((day for day in days if day < looked_at.toordinal()), default=0)
    found = greeted_day(read_yearly_date(written), last, looked_at)
    assert found == (None if greeted == "none" else date.fromisoformat(greeted))


def test_a_tie_is_called_the_same_wherever_it_is_read() -> None:
    """In the rules and in records."""
    assert tuple(map(str, Tie)) == person.TIES
