"""A forest that moves: a few cells each half second, while somebody looks, and the same at the same tick."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from textual import events
from textual.geometry import Offset
from textual.pilot import Pilot

from givequest.application import deeds
from givequest.application.game.game import Game
from givequest.domain.forest.grove import Grove
from givequest.domain.forest.moment import Moment
from givequest.domain.forest.planting import Planting
from givequest.domain.forest.visitors import NOBODY, Guests
from givequest.presentation.forest.picture import Scenery, paint_forest
from givequest.tui.forest.moving import MovingPicture
from givequest.tui.forest.pixels import strips_of
from givequest.tui.forest.view import ForestView
from givequest.tui.textual_internals import driver_of

from ...built_in import DEFAULTS
from ...fixtures.forest import FIRST
from ...tui.conftest import OpenHome, PlayApp

Sow = Callable[..., list[Planting]]
Grow = Callable[..., Grove]
TODAY = date(2026, 11, 23)
SIZE = (80, 44)
MOMENTS = {
    "autumn": Moment(date(2027, 10, 20), 12 * 60),
    "winter": Moment(date(2027, 1, 10), 12 * 60),
    "spring": Moment(date(2027, 4, 15), 12 * 60),
    "summer night": Moment(date(2027, 6, 20), 23 * 60 + 30),
}
CELL = re.compile(r"\x1b\[(\d+);(\d+)H\x1b\[[\d;]*m▀\x1b\[0m")


@pytest.fixture
def grove(sow: Sow, grow: Grow) -> Grove:
    """A forest of some years, with a hut and a mill."""
    grove = grow(sow(300, 300))
    grove.plant(Planting(FIRST + day, "help", 3, 1) for day in range(2000))
    return grove


@pytest.fixture
def colourful(monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal with colours."""
    monkeypatch.setattr(ForestView, "has_pixels", True)


@pytest.fixture
def game(open_home: OpenHome) -> Game:
    """A home with a deed on each of some days."""
    game = open_home().game
    for days in range(20, 0, -1):
        deeds.log_deed(game, list(game.kinds)[days % 6], TODAY - timedelta(days=days))
    return game


def scenery_of(grove: Grove, moment: Moment) -> Scenery:
    """Return what everything that can move is in."""
    return Scenery(grove, moment, *SIZE, Guests(fireflies=True, bird=True))


@pytest.mark.parametrize("moment", MOMENTS.values(), ids=MOMENTS)
@pytest.mark.parametrize("few", [False, True])
def test_what_is_written_are_the_cells_that_changed_each_once_and_few(grove: Grove, moment: Moment, few: bool) -> None:
    """And the whole picture, when it is asked for, is the one of that tick."""
    scenery = scenery_of(grove, moment)
    moving = MovingPicture(scenery, few_colours=few)
    shown, changes = moving.strips(), []
    for tick in range(1, 60):
        before, now = scenery.frame(tick - 1), scenery.frame(tick)
        differing = {at for at, (one, two) in enumerate(zip(before.pixels, now.pixels, strict=True)) if one != two}
        cells = {(at // SIZE[0] // 2, at % SIZE[0]) for at in differing}
        written = moving.step(Offset(0, 1))
        found = [(int(row) - 2, int(column) - 1) for row, column in CELL.findall(written)]
        assert sorted(found) == sorted(cells)
        assert CELL.sub("", written) == ""
        changes.append(len(cells))
        for row in {row for row, _ in cells}:
            strip = moving.strip(row)
            assert strip is not None
            shown[row] = strip
            assert moving.strip(row) is None
        assert shown == strips_of(now, few_colours=few)
    assert 0 < max(changes) < 110
    assert sum(changes) / len(changes) < 60


@pytest.mark.parametrize("moment", MOMENTS.values(), ids=MOMENTS)
def test_a_tick_is_the_same_picture_whenever_it_comes_and_the_first_one_is_the_still(
    grove: Grove, moment: Moment
) -> None:
    """What moves is a function of history, moment and tick."""
    one, other = scenery_of(grove, moment), scenery_of(grove, moment)
    for tick in (41, 3, 900, 0):
        assert one.frame(tick).pixels == other.frame(tick).pixels
    assert one.frame().pixels == paint_forest(grove, moment, *SIZE, Guests(fireflies=True, bird=True)).pixels


def test_in_summer_by_day_nothing_moves_in_a_young_forest_and_nothing_is_written(sow: Sow, grow: Grow) -> None:
    """No leaves fall, nobody has come, and there is no hut yet."""
    scenery = Scenery(grow(sow(20, 20)), Moment(date(2026, 6, 20), 12 * 60), *SIZE, NOBODY)
    moving = MovingPicture(scenery, few_colours=False)
    assert {moving.step(Offset(0, 0)) for _ in range(20)} == {""}


def view_of(pilot: Pilot[None]) -> ForestView:
    """Return the picture of the page on screen."""
    return pilot.app.screen.query_one(ForestView)


@pytest.mark.usefixtures("colourful")
async def test_the_page_moves_while_it_is_looked_at_and_only_then(game: Game, play: PlayApp) -> None:
    """Not below words, not behind another page or a dialog, not in a window without the focus."""
    async with play(settings=DEFAULTS) as pilot:
        await pilot.press("4")
        view = view_of(pilot)
        assert view.is_moving
        for leave, come_back in (("v", "v"), ("1", "4"), ("question_mark", "escape"), ("s", "s")):
            await pilot.press(leave)
            await pilot.pause()
            assert not view.is_moving, leave
            await pilot.press(come_back)
            await pilot.pause()
            assert view.is_moving, leave
        pilot.app.post_message(events.AppBlur())
        await pilot.pause()
        assert not view.is_moving
        pilot.app.post_message(events.AppFocus())
        await pilot.pause()
        assert view.is_moving


@pytest.mark.usefixtures("colourful")
async def test_with_animations_off_the_picture_is_still(game: Game, play: PlayApp) -> None:
    """The setting holds for all that moves."""
    async with play(settings=DEFAULTS._replace(animations=False)) as pilot:
        await pilot.press("4")
        assert not view_of(pilot).is_moving


@pytest.mark.usefixtures("colourful")
async def test_a_step_writes_to_the_terminal_where_the_picture_is(
    game: Game, play: PlayApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In late autumn leaves fall: below the first line of the screen, within its columns."""
    async with play((80, 24), settings=DEFAULTS) as pilot:
        await pilot.press("4")
        view, written = view_of(pilot), list[str]()
        driver = driver_of(pilot.app)
        assert driver is not None
        monkeypatch.setattr(driver, "write", written.append)
        for _ in range(4):
            view.step()
        places = [(int(row), int(column)) for row, column in CELL.findall("".join(written))]
        assert places
        top, bottom = view.region.y + 1, view.region.bottom
        assert all(top <= row <= bottom and 1 <= column <= 80 for row, column in places)
        await pilot.press("v")
        written.clear()
        view.step()
        assert written == []


async def test_signs_do_not_move(game: Game, play: PlayApp, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a terminal has few colours, nothing is written by itself."""
    monkeypatch.setattr(ForestView, "has_pixels", False)
    async with play(settings=DEFAULTS) as pilot:
        await pilot.press("4")
        assert not view_of(pilot).is_moving
