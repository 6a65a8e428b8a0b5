"""The board of a day: which day it is, what lies on it, and what is done there."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date, datetime, time, timedelta, timezone
from pathlib import Path

import pytest

from givequest.application.board import Board, board_of
from givequest.application.deeds import answer_for_yesterday, log_deed, log_slip, redraw, rest
from givequest.application.game.game import Game
from givequest.composition import open_home
from givequest.config.paths import Paths
from givequest.domain.change_labels import ActLabel
from givequest.domain.days import giving_day

from ..conftest import Clock
from .conftest import TODAY, snapshot

YESTERDAY = TODAY - timedelta(days=1)


def cards(board: Board) -> dict[str, str]:
    """Return the card of each core quest."""
    return {quest.kind.id: quest.card.id for quest in board.quests if quest.card and quest.core}


def done(board: Board) -> set[str]:
    """Return the kinds that are kept."""
    return {quest.kind.id for quest in board.quests if quest.kept}


@pytest.mark.parametrize(
    ("hour", "minute", "day"),
    [(0, 0, YESTERDAY), (1, 30, YESTERDAY), (3, 59, YESTERDAY), (4, 0, TODAY), (8, 0, TODAY), (23, 59, TODAY)],
)
def test_a_deed_counts_for_the_giving_day_that_it_is(
    game: Game, clock: Clock, hour: int, minute: int, day: date
) -> None:
    """At half past one it is still yesterday; the stored time says when it really was."""
    clock.now = clock.now.replace(hour=hour, minute=minute)
    deed = log_deed(game, "help")
    assert deed.day == day == game.today() == board_of(game).day
    assert deed.at == f"2026-11-23T{hour:02}:{minute:02}:00+01:00"
    assert done(board_of(game)) == {"help"}


def test_where_a_day_starts_is_a_setting(paths: Paths, clock: Clock) -> None:
    """A change of it moves no day that is stored."""
    clock.now = clock.now.replace(hour=1, minute=30)
    before = log_deed(open_home(paths, clock).game, "help")
    os.makedirs(paths.config)
    Path(paths.config_file).write_text('day_start = "00:00"\n')
    game = open_home(paths, clock).game
    after = log_deed(game, "help")
    assert (before.day, after.day) == (YESTERDAY, TODAY)
    assert [record.day for record in game.years.records(2026).values()] == [YESTERDAY, TODAY]


@pytest.mark.parametrize("hours", [-11, 13])
def test_travel_and_a_clock_set_back_move_no_stored_day(game: Game, clock: Clock, hours: int) -> None:
    """What is stored stays, and what comes is of the day that it is where one is."""
    deed = log_deed(game, "help")
    clock.now = clock.now.astimezone(timezone(timedelta(hours=hours)))
    local = log_deed(game, "congratulate")
    assert local.day == giving_day(clock.now)
    clock.move(days=-40)
    assert next(record for record in game.years.records(2026).values() if record.id == deed.id) == deed
    assert board_of(game).streaks["giving"].total == 0  # records of days to come are ignored
    clock.move(days=41)
    assert board_of(game).streaks["giving"].total == len({deed.day, local.day})


def test_an_hour_that_comes_twice_or_never_moves_no_day() -> None:
    """The wall clock is what counts, on either side of it."""
    for fold in (0, 1):
        assert giving_day(datetime(2026, 10, 25, 2, 30, fold=fold), time(2, 30)) == date(2026, 10, 25)
        assert giving_day(datetime(2026, 10, 25, 2, 29, fold=fold), time(2, 30)) == date(2026, 10, 24)


def test_a_board_left_open_turns_to_the_new_day(game: Game, clock: Clock) -> None:
    """With the same game object; the deeds of before are yesterday's."""
    log_deed(game, "help")
    assert done(board_of(game)) == {"help"}
    clock.move(hours=19.9)
    assert board_of(game).day == TODAY
    clock.move(hours=0.2)
    board = board_of(game)
    assert board.day == board.today == TODAY + timedelta(days=1)
    assert done(board) == set()
    assert board.streaks["giving"].current == 1


def test_the_board_of_another_day_shows_its_deeds_and_todays_streaks(game: Game) -> None:
    """So that backdating shows at once what it comes to."""
    log_deed(game, "help", YESTERDAY, person="Ana")
    log_deed(game, "quiet")
    board = board_of(game, YESTERDAY)
    assert (board.day, board.today) == (YESTERDAY, TODAY)
    assert done(board) == {"help"}
    assert [deed.person for quest in board.quests for deed in quest.deeds] == ["Ana"]
    assert board.streaks["giving"].current == board.streaks["quiet"].current == 1
    assert board.xp_of_day == 20
    assert board.xp == board_of(game).xp == 20 + 25
    assert board.question is None


def test_a_deed_of_a_day_before_mends_the_streak_at_once(game: Game) -> None:
    """Nothing has to be worked out anew by hand."""
    for back in (5, 4, 1, 0):
        log_deed(game, "help", TODAY - timedelta(days=back))
    assert board_of(game).streaks["help"].current == 2
    log_deed(game, "help", TODAY - timedelta(days=3))
    assert board_of(game).streaks["help"].current == 5


def test_a_board_is_the_same_whenever_it_is_looked_at(game: Game, clock: Clock, reopened: Callable[[], Game]) -> None:
    """In the evening, in another process, and after a quiet day was written down later."""
    log_deed(game, "help")
    dealt = cards(board_of(game))
    assert dealt.keys() == {"congratulate", "help", "reconnect", "quiet"}
    clock.move(hours=12)
    assert cards(board_of(game)) == cards(board_of(reopened())) == dealt
    log_deed(game, "quiet", TODAY - timedelta(days=9))
    assert cards(board_of(game)) == cards(board_of(reopened())) == dealt


def test_a_redraw_deals_another_card_of_that_kind_only(game: Game, reopened: Callable[[], Game]) -> None:
    """Every time another one, and of that day only."""
    log_deed(game, "quiet")
    other_day = cards(board_of(game, YESTERDAY))
    seen = [cards(board_of(game))]
    for _ in range(4):
        redraw(game, "help", TODAY)
        seen.append(cards(board_of(game)))
    assert len({board["help"] for board in seen}) == 5
    for kind in ("congratulate", "quiet"):
        assert len({board[kind] for board in seen}) == 1
    assert cards(board_of(reopened())) == seen[-1]
    assert cards(board_of(game, YESTERDAY)) == other_day


def test_a_day_off_has_the_board_of_any_day_and_says_that_it_is_off(game: Game) -> None:
    """What is done on it counts."""
    rest(game, TODAY, TODAY)
    assert board_of(game).rest
    log_deed(game, "help")
    assert done(board_of(game)) == {"help"}
    assert board_of(game).streaks["giving"].current == 1


def test_the_morning_asks_about_yesterdays_quiet_until_it_is_known(game: Game) -> None:
    """Not on the first day of all, not twice, and not of a day off."""
    assert board_of(game).question is None
    log_deed(game, "help")
    assert board_of(game).question is None
    log_deed(game, "help", YESTERDAY)
    assert board_of(game).question == YESTERDAY
    before = snapshot(game)
    for kept in (True, False):
        answer_for_yesterday(game, YESTERDAY, kept=kept)
        assert board_of(game).question is None
        assert board_of(game, YESTERDAY).slip is not kept
        for record in list(game.years.records_on(YESTERDAY)):
            if record.kind != "help":
                game.save(ActLabel("taken out"), drops=[record])
        assert snapshot(game) == before
    rest(game, YESTERDAY, YESTERDAY)
    assert board_of(game).question is None


def test_a_deed_that_is_no_quest_of_the_day_is_on_the_board_too(game: Game) -> None:
    """Introduce and listen take turns; whichever is done shows."""
    for kind in ("introduce", "listen"):
        log_deed(game, kind)
    board = board_of(game)
    assert done(board) == {"introduce", "listen"}
    assert not any(quest.core and quest.kept for quest in board.quests)
    log_slip(game)
    assert board_of(game).slip


def test_before_anything_is_logged_the_board_is_new(game: Game) -> None:
    """And never again, unless all of it is taken back."""
    assert board_of(game).is_new
    log_deed(game, "help")
    assert not board_of(game).is_new
