"""Surprises told on the morning after, and kept on a shelf."""

from __future__ import annotations

import os
from datetime import date, timedelta
from pathlib import Path

import pytest

from givequest.application import deeds
from givequest.application.achievements import Achievements
from givequest.application.forest import Forest
from givequest.application.undo import undo
from givequest.composition import Home

from ...conftest import Clock
from ...tui.conftest import OpenHome, PlayApp, screen_text

TODAY = date(2026, 11, 23)


def names(achievements: Achievements, day: date = TODAY) -> list[str]:
    """Return the names on the shelf of a day."""
    return [earned.achievement.name for earned in achievements.earned_by(day)]


def opened(home: Home) -> Achievements:
    """Return the achievements of a home, all past years known."""
    achievements = home.game.derived(Achievements)
    while not achievements.is_prepared:
        achievements.prepare()
    return achievements


def test_what_was_earned_yesterday_is_told_until_the_first_deed_of_today(open_home: OpenHome, clock: Clock) -> None:
    """One line on the next morning, and no more of it once the day has begun."""
    home = open_home()
    deeds.log_deed(home.game, "help", TODAY, person="Ana")
    assert opened(home).to_tell(TODAY) == []
    clock.move(days=1)
    told = opened(home).to_tell(TODAY + timedelta(days=1))
    assert [(earned.achievement.name, earned.deed) for earned in told] == [("Coat off", "Help, Ana")]
    deeds.log_deed(home.game, "help")
    assert opened(home).to_tell(TODAY + timedelta(days=1)) == []


def test_nothing_is_told_after_a_long_absence(open_home: OpenHome) -> None:
    """Whoever comes back after months is greeted, not told of last year's achievement."""
    home = open_home()
    deeds.log_deed(home.game, "help", TODAY - timedelta(days=200))
    assert opened(home).to_tell(TODAY) == []
    assert names(opened(home)) == ["Coat off"]


def test_undo_takes_a_surprise_off_the_shelf_again(open_home: OpenHome) -> None:
    """The shelf is the history and nothing else."""
    home = open_home()
    deeds.log_deed(home.game, "help")
    achievements = opened(home)
    assert names(achievements) == ["Coat off"]
    undo(home.game)
    assert names(achievements) == []


def test_the_shelf_of_a_past_day_holds_what_had_been_earned_by_then(open_home: OpenHome) -> None:
    """Looking back shows the shelf as it was."""
    home = open_home()
    for days in range(10):
        deeds.log_deed(home.game, "help", TODAY - timedelta(days=days))
    achievements = opened(home)
    assert names(achievements, TODAY - timedelta(days=9)) == ["Coat off"]
    assert "Five small lamps" in names(achievements)


@pytest.mark.parametrize("breaking", ["nothing", "deleted", "nonsense", "another's"])
def test_the_cache_may_be_there_gone_or_broken_and_the_years_come_to_the_same(
    open_home: OpenHome, tmp_path: Path, breaking: str
) -> None:
    """Anything in the cache can be deleted or spoiled at any time."""
    home = open_home()
    for number in range(40):
        deeds.log_deed(home.game, list(home.game.kinds)[number % 6], date(2023, 3, 1) + timedelta(days=23 * number))
    forest = home.game.derived(Forest)
    shelf, plants = opened(home).earned_by(TODAY), forest.grove_on(TODAY).plants()
    for folder in ("achievements", "forest", "plantings"):
        files = sorted((Path(home.paths.cache) / folder).iterdir())
        assert files
        for file in files:
            if breaking == "deleted":
                os.remove(file)
            elif breaking == "nonsense":
                file.write_bytes(b"[1, 2")
            elif breaking == "another's":
                file.write_bytes(file.read_bytes().replace(b"made_from", b"made_by"))
    again = open_home()
    forest = again.game.derived(Forest)
    assert opened(again).earned_by(TODAY) == shelf
    assert forest.grove_on(TODAY).plants() == plants


def test_a_deed_put_into_a_past_year_grows_though_that_year_was_kept(open_home: OpenHome) -> None:
    """What was worked out is believed only while the files are those it was made from."""
    home = open_home()
    for year in (2023, 2024, 2025):
        deeds.log_deed(home.game, "help", date(year, 5, 1))
    forest = home.game.derived(Forest)
    assert forest.grove_on(TODAY).deeds == 3
    deeds.log_deed(home.game, "listen", date(2024, 2, 2))
    assert forest.grove_on(TODAY).deeds == 4
    assert forest.grove_on(date(2023, 12, 31)).deeds == 1
    assert forest.first_day() == date(2023, 5, 1)


def test_an_older_deed_written_down_later_moves_no_hill_and_no_tree(open_home: OpenHome, clock: Clock) -> None:
    """The land is that of the deed that was logged first, kept in the cache or not."""
    home = open_home()
    for days in (400, 10, 0):
        deeds.log_deed(home.game, "help", TODAY - timedelta(days=days))
        clock.move(minutes=1)
    forest = home.game.derived(Forest)
    before = forest.grove_on(TODAY)
    deeds.log_deed(home.game, "help", TODAY - timedelta(days=900))
    again = open_home().game.derived(Forest)
    for grove in (forest.grove_on(TODAY), again.grove_on(TODAY)):
        assert grove.seed == before.seed
        assert {plant.place for plant in before.plants()} <= {plant.place for plant in grove.plants()}


async def test_the_shelf_is_a_key_away_and_says_when_and_with_what(open_home: OpenHome, play: PlayApp) -> None:
    """Name, day, deed, and what it was for."""
    home = open_home()
    deeds.log_deed(home.game, "help", TODAY - timedelta(days=1), person="Ana")
    async with play((80, 24)) as pilot:
        await pilot.press("4", "s")
        text = screen_text(pilot)
        assert "Coat off" in text
        assert "22 November 2026  Help, Ana" in text
        await pilot.press("s")
        assert "Coat off" not in screen_text(pilot)


def test_the_shelf_names_the_card_that_a_deed_was_done_by(open_home: OpenHome) -> None:
    """So that one knows which deed it was."""
    home = open_home()
    deeds.log_deed(home.game, "help", TODAY, person="Ana", card="help.card-03")
    assert [earned.deed for earned in opened(home).earned_by(TODAY)] == ["Help, Ana: Card 3"]


async def test_a_bare_shelf_names_nothing_that_could_be_earned(play: PlayApp) -> None:
    """Surprises stay hidden until they are earned."""
    async with play() as pilot:
        await pilot.press("4", "s")
        text = screen_text(pilot)
        assert "The shelf is still bare" in text
        assert "Coat off" not in text
