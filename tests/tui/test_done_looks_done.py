"""What a day looks like on which everything is done, a day off, and one that has earned all it can."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from textual.pilot import Pilot

from givequest.application import deeds
from givequest.application.game.game import Game
from givequest.presentation import messages, sayings
from givequest.presentation.lines import Ink, Line
from givequest.tui.today.board_panel import BoardPanel
from givequest.tui.today.sidebar import Sidebar

from ..built_in import DEFAULTS
from .conftest import OpenHome, PlayApp, app_of, screen_text

TODAY = date(2026, 11, 23)
STEADY = DEFAULTS._replace(animations=False)
CORE = ("congratulate", "help", "reconnect", "quiet")


def finish(game: Game, day: date = TODAY, *, but: str = "") -> None:
    """Do all that a day asks for."""
    for kind in CORE:
        if kind != but:
            deeds.log_deed(game, kind, day)


def inks(lines: list[Line], words: str) -> set[Ink]:
    """Return how some words are drawn."""
    return {ink for line in lines for text, ink in line if words in text}


def board_lines(pilot: Pilot[None]) -> list[Line]:
    """Return the board as it is drawn, with its frame."""
    panel = pilot.app.screen.query_one(BoardPanel)
    return panel.lines(*panel.size)


async def test_the_last_quest_lights_the_frame_and_the_day(play: PlayApp, open_home: OpenHome) -> None:
    """And undoing it puts the light out; one that is open leaves all as it was."""
    finish(open_home().game, but="congratulate")
    async with play(settings=STEADY) as pilot:
        sidebar = pilot.app.screen.query_one(Sidebar)
        for key, is_done in (("j", False), ("k", False), ("space", True), ("u", False)):
            await pilot.press(key)
            assert (" Today ✓ 4/4 " in screen_text(pilot)) is is_done
            lines = board_lines(pilot)
            assert inks(lines[:1], "╭") == {app_of(pilot).paint.style("kept" if is_done else "border_focus")}
            (cell,) = inks(sidebar.lines(*sidebar.size), "23")
            assert cell.on == ("kept" if is_done else "cursor_background")


async def test_a_line_stays_once_everything_is_done(play: PlayApp, open_home: OpenHome) -> None:
    """It's there when the app is opened again, and is of that day alone."""
    finish(open_home().game)
    async with play(settings=STEADY) as pilot:
        assert any(line in screen_text(pilot) for line in sayings.ALL_GIVEN)
        await pilot.press("left_square_bracket")
        assert not any(line in screen_text(pilot) for line in sayings.ALL_GIVEN)


async def test_no_number_is_told_to_whoever_hides_them(play: PlayApp, open_home: OpenHome) -> None:
    """The sign says it."""
    finish(open_home().game)
    async with play(settings=STEADY._replace(numbers=False)) as pilot:
        assert " Today ✓ ─" in screen_text(pilot)


async def test_a_day_that_is_over_looks_done_as_well(play: PlayApp, open_home: OpenHome) -> None:
    """Whichever it was."""
    finish(open_home().game, TODAY - timedelta(days=1))
    async with play(settings=STEADY) as pilot:
        await pilot.press("left_square_bracket")
        assert " Yesterday ✓ 4/4 " in screen_text(pilot)


async def test_the_prompt_of_what_is_done_steps_back(play: PlayApp, open_home: OpenHome) -> None:
    """That of what is open does not."""
    deeds.log_deed(open_home().game, "help")
    async with play((100, 40), settings=STEADY) as pilot:
        lines = board_lines(pilot)
        rows = ["".join(text for text, _ in line) for line in lines]
        for kind, role in (("Help", "muted"), ("Reconnect", "text")):
            line = next(number for number, row in enumerate(rows) if kind in row)
            (ink,) = inks(lines[line + 1 : line + 2], "Do the small thing")
            assert ink.role == role


async def test_a_day_off_is_drawn_as_one(play: PlayApp, open_home: OpenHome) -> None:
    """Its name, its colour, no quest that calls, and a line that stays for as long as it is one."""
    async with play(settings=STEADY) as pilot:
        await pilot.press("x")
        pilot.app.screen.forget_notice()  # type: ignore[attr-defined]
        assert "Your day off. x makes" in screen_text(pilot)
        assert " Today, a day off " in screen_text(pilot)
        lines = board_lines(pilot)
        assert inks(lines[:1], "╭") == {app_of(pilot).paint.style("rest")}
        assert {ink.role for ink in inks(lines, "Do the small thing")} == {"muted"}
        rows = ["".join(text for text, _ in line) for line in lines]
        assert sum(" r " in row for row in rows) == 5
        await pilot.press("j", "space")
        assert "Your day off" in screen_text(pilot)
        await pilot.press("u", "x")
        assert "Your day off" not in screen_text(pilot)


@pytest.mark.parametrize(("numbers", "efforts", "told"), [(True, 1, False), (True, 3, True), (False, 3, False)])
async def test_it_is_told_that_the_day_has_earned_all_it_can(
    play: PlayApp, open_home: OpenHome, numbers: bool, efforts: int, told: bool
) -> None:
    """For as long as that day is shown, so that nobody wonders why the bar stands still."""
    game = open_home().game
    for kind in ("help", "reconnect"):
        deeds.log_deed(game, kind, effort=efforts)
    async with play(settings=STEADY._replace(numbers=numbers)) as pilot:
        assert (messages.FULL in screen_text(pilot)) is told
        await pilot.press("left_square_bracket")
        assert messages.FULL not in screen_text(pilot)


@pytest.mark.parametrize("variable", ["NO_COLOR"])
async def test_without_colours_the_day_that_is_shown_stands_out_still(
    play: PlayApp, open_home: OpenHome, monkeypatch: pytest.MonkeyPatch, variable: str
) -> None:
    """Only the cursor's ground is drawn reversed."""
    monkeypatch.setenv(variable, "1")
    finish(open_home().game)
    async with play(settings=STEADY) as pilot:
        sidebar = pilot.app.screen.query_one(Sidebar)
        (cell,) = inks(sidebar.lines(*sidebar.size), "23")
        assert cell.on == "cursor_background"
