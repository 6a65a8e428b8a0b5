"""Catching up: plain deeds of the days before today, saved as one change."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from givequest.application import deeds
from givequest.application.days.catching_up import LEAST_DAYS, MOST_DAYS, catch_up_of, log_ticked
from givequest.application.undo import list_changes, turn_change
from givequest.domain.change_labels import Turn
from givequest.domain.records import RecordType
from givequest.errors import UsageError

from ..tui.conftest import OpenHome, clock, open_home, saved  # noqa: F401 - fixtures

TODAY = date(2026, 11, 23)


def ago(days: int) -> date:
    """Return the day so many days ago."""
    return TODAY - timedelta(days=days)


@pytest.mark.parametrize(
    ("last", "shown"),
    [(1, LEAST_DAYS), (5, LEAST_DAYS), (12, 11), (MOST_DAYS, 27), (60, LEAST_DAYS), (None, LEAST_DAYS)],
)
def test_it_shows_a_week_or_all_that_lies_empty(open_home: OpenHome, last: int | None, shown: int) -> None:  # noqa: F811
    """Since the last day with a deed; where none is within four weeks, a week."""
    game = open_home().game
    if last is not None:
        deeds.log_deed(game, "help", ago(last))
    days = [known.day for known in catch_up_of(game).days]
    assert days == [ago(back) for back in range(1, shown + 1)]


def test_what_is_ticked_is_one_change_that_undo_takes_back(open_home: OpenHome) -> None:  # noqa: F811
    """Plain deeds of effort 1, each on its day."""
    home = open_home()
    ticks = {(ago(1), "help"), (ago(3), "help"), (ago(3), "quiet")}
    assert log_ticked(home.game, ticks) == 3
    logged = [record for record in saved(home) if record.type is RecordType.DEED]
    assert {(record.day, record.kind) for record in logged} == ticks
    assert {(record.effort, record.person, record.note, record.card) for record in logged} == {(1, None, None, None)}
    changes, _ = list_changes(home.game)
    assert changes[0].label == "3 deeds, caught up on"
    turn_change(home.game, changes[0].id, Turn.BACK)
    assert [record for record in saved(home) if record.type is RecordType.DEED] == []


def test_what_was_logged_meanwhile_is_not_logged_again(open_home: OpenHome) -> None:  # noqa: F811
    """From the command line, while the grid was open; nor does a vow stand against a post."""
    here, elsewhere = open_home(), open_home()
    assert catch_up_of(here.game).days[0].kinds == frozenset()
    deeds.log_deed(elsewhere.game, "help", ago(1))
    deeds.log_slip(elsewhere.game, ago(2))
    assert log_ticked(here.game, {(ago(1), "help"), (ago(2), "quiet")}) == 0
    assert sum(record.type is RecordType.DEED for record in saved(here)) == 1


def test_a_day_that_has_not_come_is_refused_and_nothing_is_saved(open_home: OpenHome) -> None:  # noqa: F811
    """All or nothing."""
    home = open_home()
    with pytest.raises(UsageError):
        log_ticked(home.game, {(ago(1), "help"), (TODAY + timedelta(days=1), "help")})
    assert saved(home) == []


def test_days_off_and_posts_are_shown(open_home: OpenHome) -> None:  # noqa: F811
    """So that one knows the day again."""
    game = open_home().game
    deeds.rest(game, ago(1), ago(1))
    deeds.log_slip(game, ago(2))
    first, second, *_ = catch_up_of(game).days
    assert first.rest
    assert second.slip
    assert not second.can_have("quiet")
    assert second.can_have("help")
