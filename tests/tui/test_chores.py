"""What the app does beside the game: the backup of the day, and a look at the clock."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from typing import cast

from textual.pilot import Pilot

from givequest.application.deeds import log_deed
from givequest.application.game.giving_run import kept_run
from givequest.composition import Home
from givequest.domain.diagnostics import Diagnostic
from givequest.tui.app import GivequestApp
from givequest.tui.widgets.notice_line import NoticeLine

from ..conftest import Clock
from .conftest import screen_text

Play = Callable[..., AbstractAsyncContextManager[Pilot[None]]]


async def do_chores(pilot: Pilot[None]) -> str:
    """Do what is done a moment after launch, and return what is on the screen then."""
    app = cast(GivequestApp, pilot.app)
    app.background.begin()
    await app.workers.wait_for_complete()
    await pilot.pause()
    return screen_text(pilot)


def backups(home: Home) -> list[str]:
    """Return the names of all backups."""
    return sorted(os.listdir(home.paths.backups)) if os.path.isdir(home.paths.backups) else []


async def test_the_first_open_of_a_day_takes_a_backup_and_says_nothing(
    play: Play, open_home: Callable[..., Home]
) -> None:
    """The second does not, and an empty ledger leaves nothing behind."""
    home = open_home()
    async with play() as pilot:
        await do_chores(pilot)
        assert not os.path.exists(home.paths.data)
    log_deed(home.game, "help", person="Ana")
    for _ in range(2):
        async with play() as pilot:
            assert "backup" not in (await do_chores(pilot)).lower()
        assert backups(home) == ["2026-11-23-073000.zip"]


async def test_a_board_left_open_overnight_takes_the_backup_of_the_new_day(
    play: Play, open_home: Callable[..., Home], clock: Clock
) -> None:
    """When it turns to it."""
    home = open_home()
    log_deed(home.game, "help", person="Ana")
    async with play() as pilot:
        await do_chores(pilot)
        clock.move(days=1)
        app = cast(GivequestApp, pilot.app)
        app.look_around()
        app.background.begin()
        await app.workers.wait_for_complete()
    assert backups(home) == ["2026-11-23-073000.zip", "2026-11-24-073000.zip"]


async def test_who_leaves_before_it_was_quiet_has_a_backup_all_the_same(
    play: Play, open_home: Callable[..., Home]
) -> None:
    """Keys put it off; leaving does not."""
    home = open_home()
    async with play() as pilot:
        app = cast(GivequestApp, pilot.app)
        await pilot.press("space")
        app.background.begin()
        await app.workers.wait_for_complete()
        assert backups(home) == []
    app.background.finish()
    app.background.finish()
    assert backups(home) == ["2026-11-23-073000.zip"]


async def test_a_clock_that_is_behind_is_mentioned_once(
    play: Play, open_home: Callable[..., Home], clock: Clock
) -> None:
    """Gently, on the notice line; the next launch says nothing of it."""
    log_deed(open_home().game, "help", person="Ana")
    clock.move(days=-30)
    async with play(size=(120, 40)) as pilot:
        assert "Clock: It says 24 October 2026" in await do_chores(pilot)
    async with play(size=(120, 40)) as pilot:
        assert "Clock" not in await do_chores(pilot)


async def test_a_backup_that_is_refused_is_told_on_the_notice_line(play: Play, open_home: Callable[..., Home]) -> None:
    """And the board goes on."""
    home = open_home()
    log_deed(home.game, "help", person="Ana")
    with open(home.paths.backups, "wb") as file:
        file.write(b"in the way")
    async with play() as pilot:
        assert "couldn't be" in " ".join((await do_chores(pilot)).split())
        await pilot.press("space")
        await pilot.pause()
    assert len(open_home().game.store.page(2026).records) == 2


async def test_what_is_found_while_a_dialog_is_open_is_told_when_it_is_closed(play: Play) -> None:
    """Once, on the line that the dialog hid."""
    async with play() as pilot:
        app = cast(GivequestApp, pilot.app)
        await pilot.press("enter")
        app.tell([Diagnostic("Clock", "It is odd.")])
        await pilot.press("escape")
        for is_told in (True, False):
            app.look_around()
            await pilot.pause()
            assert ("Clock: It is odd." in screen_text(pilot)) is is_told
            app.screen.query_one(NoticeLine).clear()


async def test_a_year_that_was_put_back_and_conflict_copies_are_mentioned_once(
    play: Play, open_home: Callable[..., Home]
) -> None:
    """On the notice line, with the command that brings them together; the next launch says nothing of it."""
    home = open_home()
    log_deed(home.game, "help", person="Ana")
    year = os.path.join(home.paths.ledger, "2026.json")
    with open(year, "rb") as file:
        earlier = file.read()
    log_deed(home.game, "help", person="Bo")
    async with play() as pilot:
        await do_chores(pilot)
    with open(year, "wb") as file:
        file.write(earlier)
    with open(os.path.join(home.paths.ledger, "2025.json.conflict1"), "wb") as file:
        file.write(earlier)
    async with play(size=(200, 40)) as pilot:
        said = " ".join((await do_chores(pilot)).split())
        assert "It's in an earlier state than it was" in said
    async with play(size=(200, 40)) as pilot:
        said = " ".join((await do_chores(pilot)).split())
        assert "an earlier state" not in said


async def test_leaving_the_app_keeps_how_long_the_giving_has_gone_on(
    play: Play, open_home: Callable[..., Home]
) -> None:
    """For the command that logs a deed, which reads no history."""
    async with play() as pilot:
        await pilot.press("space")
        cast(GivequestApp, pilot.app).background.finish()
        game = open_home().game
        run = kept_run(game)
        assert run is not None
        assert run[str(game.today().toordinal())] == 1
        assert run[str(game.today().toordinal() + 1)] == 2
