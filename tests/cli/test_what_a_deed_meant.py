"""`givequest log` says which day of the giving it was, where the cache knows, and reads no history for it."""

from __future__ import annotations

import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from givequest.application.board import board_of
from givequest.application.game.giving_run import keep_run
from givequest.composition import open_home
from givequest.config.paths import Paths
from givequest.domain.rules import GIVING

from ..conftest import Clock
from .conftest import Play


def leave_app(paths: Paths, clock: Clock) -> None:
    """Open the board and leave it, as the app does."""
    game = open_home(paths, clock).game
    board_of(game)
    keep_run(game)


def run_now(paths: Paths, clock: Clock) -> int:
    """Return how long the giving has gone on, as the records have it."""
    return board_of(open_home(paths, clock).game).streaks[GIVING].current


def test_without_a_run_that_was_kept_it_says_what_it_did(play: Play) -> None:
    """As ever."""
    assert play("log", "help", "Ana").out.endswith("logged for Monday 23 November.\n")
    assert "Giving" not in play("log", "help").out


@pytest.mark.parametrize("grace", [0, 1, 2])
def test_it_tells_the_truth_for_weeks_of_deeds_by_the_command_alone(
    play: Play, paths: Paths, clock: Clock, grace: int
) -> None:
    """Whatever was left out between: what it says is what the board counts, and the day after it knows."""
    Path(paths.config_file).parent.mkdir(parents=True, exist_ok=True)
    Path(paths.config_file).write_text(f"grace = {grace}\n")
    play("log", "help")
    leave_app(paths, clock)
    told = 0
    for step in (0, 1, 1, 2, 1, 0, 1, 3, 1, 1):
        clock.now += timedelta(days=step)
        said = play("log", "help").out
        if "Giving: day " in said:
            told += 1
            assert f"Giving: day {run_now(paths, clock)}." in said, said
    assert told >= 3


@pytest.mark.parametrize("days", [0, 1, 2, 3, 10])
def test_days_after_the_app_was_left_it_still_knows(play: Play, paths: Paths, clock: Clock, days: int) -> None:
    """Days off that were planned are passed over."""
    play("rest", "tomorrow")
    play("log", "help")
    leave_app(paths, clock)
    clock.now += timedelta(days=days)
    said = play("log", "congratulate", "Ana").out
    assert f"Giving: day {run_now(paths, clock)}." in said


@pytest.mark.parametrize(
    "change", [("rest", "yesterday"), ("log", "help", "--day", "3 days ago"), ("undo",), ("slip",)], ids=" ".join
)
def test_after_any_other_change_it_says_nothing_that_it_does_not_know(
    play: Play, paths: Paths, clock: Clock, change: tuple[str, ...]
) -> None:
    """Until the app was there again."""
    play("log", "help")
    leave_app(paths, clock)
    play(*change)
    assert "Giving" not in play("log", "help").out


def test_a_setting_that_counts_otherwise_makes_it_say_nothing(play: Play, paths: Paths, clock: Clock) -> None:
    """A strict run isn't a forgiving one."""
    play("log", "help")
    leave_app(paths, clock)
    Path(paths.config_file).parent.mkdir(parents=True, exist_ok=True)
    Path(paths.config_file).write_text("grace = 0\n")
    assert "Giving" not in play("log", "help").out


def test_a_vow_is_no_giving_and_leaves_the_run_known(play: Play, paths: Paths, clock: Clock) -> None:
    """It is told with the next deed that gives."""
    play("log", "help")
    leave_app(paths, clock)
    assert "Giving" not in play("log", "quiet").out
    assert "Giving: day 1." in play("log", "help").out


def test_whoever_hides_numbers_reads_none(play: Play, paths: Paths, clock: Clock) -> None:
    """Here neither."""
    Path(paths.config_file).parent.mkdir(parents=True, exist_ok=True)
    Path(paths.config_file).write_text("numbers = false\n")
    play("log", "help")
    leave_app(paths, clock)
    assert "Giving" not in play("log", "help").out


def test_a_cache_that_is_gone_costs_the_words_and_nothing_else(play: Play, paths: Paths, clock: Clock) -> None:
    """As everything in there."""
    play("log", "help")
    leave_app(paths, clock)
    shutil.rmtree(paths.cache)
    said = play("log", "help")
    assert said.code == 0
    assert "Giving" not in said.out


def test_printing_the_board_lets_the_next_deed_be_told(play: Play) -> None:
    """Whoever never opens the app has it too."""
    play("log", "help")
    play("today")
    assert "Giving: day 1." in play("log", "congratulate").out
