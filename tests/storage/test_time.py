"""Clocks that jump, journeys, leap days: what was stored for a day stays there, and no streak breaks for it."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from givequest.application.deeds import log_deed
from givequest.application.game.game import Game
from givequest.application.undo import undo
from givequest.composition import open_home
from givequest.config.paths import Paths, find_paths

from ..conftest import Clock
from .homes import open_ledger

BERLIN = ZoneInfo("Europe/Berlin")
CHANGES = {"gap": date(2026, 3, 29), "fold": date(2026, 10, 25)}
"""When two o'clock becomes three, and three becomes two."""
DAY_STARTS = ["00:00", "02:00", "02:45", "03:00", "06:00"]


def _moment(day: date, at: time, zone: ZoneInfo = BERLIN) -> datetime:
    """Return a time as a clock would show it: one that the zone skips is shown as what it has become."""
    return datetime.combine(day, at, zone).astimezone(UTC).astimezone(zone)


def _game(paths: Paths, clock: Clock, day_start: str = "04:00") -> Game:
    os.makedirs(paths.config, exist_ok=True)
    Path(paths.config_file).write_text(f'day_start = "{day_start}"\n')
    return open_home(paths, clock, with_cards=False).game


def _stored(paths: Paths) -> dict[str, date]:
    ledger = open_ledger(os.path.dirname(paths.data))
    return {record.id: record.day for record in ledger.records(ledger.years())}


def _streak(game: Game) -> tuple[int, int]:
    streak = game.progress(game.today()).series["giving"]
    return streak.current, streak.best


@pytest.mark.parametrize("day_start", DAY_STARTS)
@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("at", [time(0, 30), time(2, 0), time(2, 30), time(8, 0)])
def test_a_daily_deed_makes_an_unbroken_streak_over_a_change_of_the_clock(
    paths: Paths, day_start: str, change: str, at: time
) -> None:
    """At any time of the night, wherever the day starts; and no stored day moves when it is looked at later."""
    clock = Clock(_moment(CHANGES[change], at))
    game = _game(paths, clock, day_start)
    logged = {}
    for step in range(-4, 5):
        clock.now = _moment(CHANGES[change] + timedelta(days=step), at)
        deed = log_deed(game, "help")
        assert deed.day in (clock.now.date(), clock.now.date() - timedelta(days=1))
        assert deed.at == clock.now.isoformat(timespec="seconds")
        logged[deed.id] = deed.day
    # An hour that does not exist may be what put a deed on the other side of the day's start.
    assert _streak(game)[0] >= 9 - (change == "gap" and at.hour == 2)
    assert _stored(paths) == logged
    later = _game(paths, Clock(_moment(date(2027, 1, 1), time(12))), "05:30")
    assert _stored(paths) == logged
    assert later.progress(date(2027, 1, 1)).series["giving"].best >= 8


@pytest.mark.parametrize("day_start", ["00:00", "04:00", "06:00"])
def test_the_repeated_hour_loses_and_invents_no_day(paths: Paths, day_start: str) -> None:
    """A deed in each of its halves, and the same after it."""
    start = datetime(2026, 10, 24, 23, 0, tzinfo=UTC)
    clock = Clock(start.astimezone(BERLIN))
    game = _game(paths, clock, day_start)
    days = set()
    for minutes in range(0, 8 * 60, 20):
        clock.now = (start + timedelta(minutes=minutes)).astimezone(BERLIN)
        days.add(log_deed(game, "help").day)
    assert days <= {date(2026, 10, 24), date(2026, 10, 25)}
    assert _streak(game)[0] == len(days)


def test_a_journey_over_the_date_line_and_back_breaks_no_streak_and_moves_no_day(paths: Paths) -> None:
    """To Honolulu a day happens twice, to Auckland one does not happen: that is one empty day, and it is bridged."""
    auckland, honolulu = ZoneInfo("Pacific/Auckland"), ZoneInfo("Pacific/Honolulu")
    clock = Clock(datetime(2026, 11, 1, 9, tzinfo=auckland))
    game = _game(paths, clock)
    days = []
    instant = clock.now.astimezone(UTC)
    for zone, nights in ((auckland, 5), (honolulu, 5), (auckland, 5)):
        for _ in range(nights):
            clock.now = instant.astimezone(zone)
            days.append(log_deed(game, "help").day)
            instant += timedelta(hours=24)
    kept = sorted(set(days))
    assert len(kept) == 14, "one day was lived twice"
    assert (kept[-1] - kept[0]).days + 1 == 15, "and one not at all"
    assert _streak(game) == (14, 14)
    assert sorted(_stored(paths).values()) == sorted(days)


@pytest.mark.parametrize("wrong", [timedelta(days=-6 * 365), timedelta(days=9 * 365), timedelta(days=-1)])
def test_a_clock_that_was_wrong_for_a_day_leaves_the_streak_as_it_was(paths: Paths, wrong: timedelta) -> None:
    """Years back or ahead: what is logged then stands on that day, can be taken back, and changes nothing else."""
    right = datetime(2026, 11, 20, 8, tzinfo=BERLIN)
    clock = Clock(right)
    game = _game(paths, clock)
    for step in range(3):
        clock.now = right + timedelta(days=step)
        log_deed(game, "help")
    before = _stored(paths)
    clock.now = right + timedelta(days=2) + wrong
    astray = log_deed(_game(paths, clock), "congratulate")
    assert astray.day == clock.now.date()
    assert _stored(paths) == {**before, astray.id: astray.day}
    assert _streak(_game(paths, clock))[1] >= 1

    clock.now = right + timedelta(days=3)
    game = _game(paths, clock)
    log_deed(game, "help")
    assert _streak(game) == (4, 4)
    last = undo(game)
    assert last is not None
    assert set(_stored(paths)) == {*before, astray.id}, "the latest change is taken back, not the one of a later clock"
    undo(_game(paths, clock))
    assert _stored(paths) == before


def test_the_leap_day_is_a_day_like_any_other(paths: Paths) -> None:
    """It is kept, counted, and the streak goes over it."""
    clock = Clock(datetime(2028, 2, 27, 8, tzinfo=UTC))
    game = _game(paths, clock)
    for _ in range(4):
        log_deed(game, "help")
        clock.move(days=1)
    assert date(2028, 2, 29) in _stored(paths).values()
    assert _streak(game) == (4, 4)
    assert (
        _game(paths, Clock(datetime(2029, 3, 1, 8, tzinfo=UTC))).progress(date(2028, 3, 1)).series["giving"].best == 4
    )


def test_another_start_of_the_day_moves_nothing_that_is_stored(paths: Paths) -> None:
    """A deed at three in the morning belongs to the day that it was logged for, whatever the config says later."""
    clock = Clock(datetime(2026, 11, 24, 3, tzinfo=UTC))
    logged = log_deed(_game(paths, clock, "04:00"), "help")
    assert logged.day == date(2026, 11, 23)
    for day_start in DAY_STARTS:
        game = _game(paths, clock, day_start)
        assert [record.id for record in game.years.records_on(date(2026, 11, 23))] == [logged.id]
    assert log_deed(_game(paths, clock, "00:00"), "help").day == date(2026, 11, 24)


def test_a_zone_that_the_machine_is_in_later_moves_nothing_that_is_stored(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on a machine that was carried around the world, with its own clock."""
    home = os.path.dirname(paths.data)
    before: dict[str, date] = {}
    for zone in ("Pacific/Auckland", "Pacific/Honolulu", "America/St_Johns"):
        monkeypatch.setenv("TZ", zone)
        clock = Clock(datetime(2026, 11, 23, 18, tzinfo=UTC).astimezone(ZoneInfo(zone)))
        deed = log_deed(open_home(find_paths(home), clock).game, "help")
        assert deed.day == clock.now.date()
        assert _stored(paths) == {**before, deed.id: deed.day}
        before = _stored(paths)
