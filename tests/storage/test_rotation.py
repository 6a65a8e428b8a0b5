"""Which backups stay: the last days, weeks and months, whatever the clock says."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from givequest.storage.backup.retention import DAILY, MONTHLY, WEEKLY, BackupName, names_to_remove, read_name

NOW = datetime(2026, 11, 24, 8, 1, 3)
moments = st.datetimes(NOW - timedelta(days=800), NOW + timedelta(days=800)).map(
    lambda moment: moment.replace(microsecond=0)
)
names = st.builds(BackupName, moments, st.integers(0, 3), st.sampled_from(["", "before-import", "before-restore"]))


def taken(days_ago: int, reason: str = "") -> BackupName:
    """Return the name of a backup taken at this time so many days ago."""
    return BackupName(NOW - timedelta(days=days_ago), 0, reason)


def weeks(day: date) -> tuple[int, int]:
    """Return the ISO week of a day."""
    return day.isocalendar()[:2]


def months(day: date) -> tuple[int, int]:
    """Return the month of a day."""
    return day.year, day.month


@given(names)
def test_a_name_is_read_back_as_it_was_written(name: BackupName) -> None:
    """What the folder holds is all that rotation knows."""
    assert read_name(str(name)) == name


@pytest.mark.parametrize(
    "text",
    [
        "2026-11-24.zip",
        "2026-13-24-080103.zip",
        "2026-11-24-080103.zip.12.part",
        "mine.zip",
        "2026-11-24-080103-00.zip",
    ],
)
def test_what_is_not_named_as_a_backup_is_none(text: str) -> None:
    """Nobody's own file in the folder is ever removed."""
    assert read_name(text) is None


def test_a_backup_a_day_for_two_years_leaves_the_last_days_weeks_and_months() -> None:
    """Seven days, four weeks and twelve months: the oldest of them is ten months old or more."""
    held: set[BackupName] = set()
    for days_ago in range(730, -1, -1):
        held.add(taken(days_ago))
        held -= names_to_remove(held, NOW - timedelta(days=days_ago))
    assert (DAILY, WEEKLY, MONTHLY) == (7, 4, 12)
    assert {taken(number) for number in range(DAILY)} <= held
    assert len({weeks(name.taken.date()) for name in held}) >= WEEKLY
    assert len({months(name.taken.date()) for name in held}) == MONTHLY
    assert len(held) <= DAILY + WEEKLY + MONTHLY
    assert NOW - min(held).taken > timedelta(days=320)


@given(st.sets(names, max_size=60))
def test_the_latest_of_each_late_day_week_and_month_always_stays(held: set[BackupName]) -> None:
    """Worked out a second way: by what is removed."""
    removed = names_to_remove(held, NOW)
    past = {name for name in held if name.taken <= NOW}
    periods: list[tuple[int, Callable[[date], object]]] = [(DAILY, lambda day: day), (WEEKLY, weeks), (MONTHLY, months)]
    for count, period_of in periods:
        by_period: dict[object, BackupName] = {}
        for name in past:
            period = period_of(name.taken.date())
            by_period[period] = max(name, by_period.get(period, name))
        assert not removed & set(sorted(by_period.values())[-count:])


@given(st.sets(names, max_size=60), st.sets(names, max_size=20))
def test_a_backup_of_the_future_is_never_a_reason_to_remove_another(
    held: set[BackupName], more: set[BackupName]
) -> None:
    """A clock that was years ahead for a while leaves such names behind."""
    future = {name for name in more if name.taken > NOW}
    assert names_to_remove(held | future, NOW) <= names_to_remove(held, NOW)
    assert not any(name.taken > NOW for name in names_to_remove(held | future, NOW))


@given(st.integers(32, 4000))
def test_a_clock_that_jumps_ahead_removes_nothing(jump: int) -> None:
    """Nor do more launches, each a year later than the last."""
    held = {taken(number) for number in range(60)}
    now = NOW
    for _ in range(20):
        now += timedelta(days=jump)
        held.add(BackupName(now, 0, ""))
        assert not names_to_remove(held, now)


@given(st.integers(400, 4000), st.integers(1, 30))
def test_a_clock_that_stays_ahead_for_weeks_removes_nothing_from_before(jump: int, days: int) -> None:
    """Nor when it is right again, and goes on from there."""
    held = {taken(number) for number in range(60)}
    before = held - names_to_remove(held, NOW)
    held = set(before)
    for day in range(days):
        held.add(BackupName(NOW + timedelta(days=jump + day), 0, ""))
        held -= names_to_remove(held, NOW + timedelta(days=jump + day))
    assert before <= held
    assert taken(-1) not in names_to_remove(held | {taken(-1)}, NOW + timedelta(days=1))


def test_a_long_pause_is_forgotten_once_the_days_after_it_are_many() -> None:
    """A summer without the program leaves no more backups than any other."""
    held: set[BackupName] = set()
    for day in (*range(200), *range(290, 400)):
        held.add(BackupName(NOW + timedelta(days=day), 0, ""))
        held -= names_to_remove(held, NOW + timedelta(days=day))
        assert len(held) <= 2 * (DAILY + WEEKLY + MONTHLY)
    assert len(held) <= DAILY + WEEKLY + MONTHLY


def test_what_was_taken_before_an_import_stays_through_the_next_day() -> None:
    """Twenty imports in one afternoon remove none of the copies before them."""
    afternoon = {BackupName(NOW - timedelta(minutes=number), 0, "before-import") for number in range(20)}
    held = afternoon | {taken(number) for number in range(1, 40)}
    assert not afternoon & names_to_remove(held, NOW)
    tomorrow = BackupName(NOW + timedelta(days=1), 0, "")
    assert not afternoon & names_to_remove(held | {tomorrow}, tomorrow.taken)
