"""A space that comes too soon after another is no deed; and where the cursor is after one that counts."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot

from givequest.application import deeds
from givequest.composition import Home
from givequest.tui.today.board_panel import BoardPanel

from ..built_in import DEFAULTS
from .conftest import OpenHome, PlayApp, press_at, saved

STEADY = DEFAULTS._replace(animations=False)
ADVANCING = STEADY._replace(advance=True)


def done(home: Home) -> list[str | None]:
    """Return the kinds of all deeds on the disk."""
    return [record.kind for record in saved(home)]


def chosen(pilot: Pilot[None]) -> str:
    """Return the kind under the cursor."""
    row = pilot.app.screen.query_one(BoardPanel).chosen
    assert row is not None
    return row.quest.kind.id


@pytest.mark.parametrize(("later", "times"), [(0.01, 1), (0.39, 1), (0.41, 2), (30.0, 2)])
async def test_a_space_within_two_fifths_of_a_second_of_the_last_one_does_nothing(
    play: PlayApp, open_home: OpenHome, later: float, times: int
) -> None:
    """Later it logs one more."""
    async with play() as pilot:
        await press_at(pilot, (5.0, "space"), (5.0 + later, "space"))
        assert done(open_home()) == ["congratulate"] * times


async def test_a_key_that_is_held_down_logs_once(play: PlayApp, open_home: OpenHome) -> None:
    """Each repeat is a bounce of the one before it, however long it goes on."""
    async with play() as pilot:
        await press_at(pilot, *((5.0 + 0.3 * number, "space") for number in range(10)))
        assert done(open_home()) == ["congratulate"]


async def test_two_quests_can_be_ticked_as_fast_as_fingers_are(play: PlayApp, open_home: OpenHome) -> None:
    """What bounces is a key on one quest."""
    async with play() as pilot:
        await press_at(pilot, (5.0, "space"), (5.05, "j"), (5.1, "space"))
        assert done(open_home()) == ["congratulate", "help"]


async def test_what_was_undone_can_be_done_again_at_once(play: PlayApp, open_home: OpenHome) -> None:
    """On a quest that had a deed already, too."""
    deeds.log_deed(open_home().game, "congratulate")
    async with play() as pilot:
        await press_at(pilot, (5.0, "space"), (5.1, "u"), (5.2, "space"))
        assert done(open_home()) == ["congratulate", "congratulate"]


async def test_the_cursor_stays_on_what_was_logged(play: PlayApp) -> None:
    """Unless it was asked to go on."""
    async with play(settings=STEADY) as pilot:
        await pilot.press("space")
        assert chosen(pilot) == "congratulate"


async def test_advancing_the_cursor_goes_to_the_next_quest_that_is_open(play: PlayApp, open_home: OpenHome) -> None:
    """Past what is done and past its deeds, around the end; and it stays where nothing is open any more."""
    deeds.log_deed(open_home().game, "help", person="Ana")
    async with play(settings=ADVANCING) as pilot:
        await pilot.press("down", "down", "down")
        assert chosen(pilot) == "reconnect"
        visited = []
        for second in range(10, 13):
            await press_at(pilot, (float(second), "space"))
            visited.append(chosen(pilot))
        assert visited[0] == "quiet"
        assert "help" not in visited
        for second in range(13, 16):
            await press_at(pilot, (float(second), "space"))
        assert {"congratulate", "help", "reconnect", "quiet"} <= set(filter(None, done(open_home())))
        assert done(open_home()).count("help") == 1


async def test_advancing_never_lets_a_bounce_log_the_next_quest(play: PlayApp, open_home: OpenHome) -> None:
    """It finds the cursor there already, and is a bounce all the same."""
    async with play(settings=ADVANCING) as pilot:
        await press_at(pilot, (5.0, "space"), (5.2, "space"), (5.4, "space"))
        assert done(open_home()) == ["congratulate"]
        assert chosen(pilot) == "help"
        await press_at(pilot, (6.0, "space"))
        assert done(open_home()) == ["congratulate", "help"]
