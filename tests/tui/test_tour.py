"""The demo's tour: every page with a sentence, ended by any key or click, and in no one's own home."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager

import pytest
from textual import events
from textual.pilot import Pilot

from givequest.composition import Home
from givequest.presentation.lines import cells_of
from givequest.presentation.tour import STEP_BY_STEP, STOPS, THE_END
from givequest.tui.app import GivequestApp
from givequest.tui.page import Page
from givequest.tui.today.screen import TodayPage
from givequest.tui.tour import Tour

from ..built_in import DEFAULTS
from .conftest import PlayApp, app_of, screen_text

Touring = Callable[..., AbstractAsyncContextManager[Pilot[None]]]


@pytest.fixture
def touring(open_home: Callable[..., Home], monkeypatch: pytest.MonkeyPatch) -> Touring:
    """Run the app with a tour that goes on when a test says so, and not by the clock."""
    monkeypatch.setattr("givequest.tui.tour.SECONDS", 1000)

    @asynccontextmanager
    async def opened(*, animations: bool = True) -> AsyncIterator[Pilot[None]]:
        app = GivequestApp(open_home(DEFAULTS._replace(animations=animations)))
        app.begins_with_tour = True
        async with app.run_test(size=(80, 24)) as pilot:
            await settled(pilot)
            yield pilot

    return opened


async def settled(pilot: Pilot[None]) -> None:
    """Let the tour get to its page and say its sentence."""
    for _ in range(4):
        await pilot.pause()


def tour_of(pilot: Pilot[None]) -> Tour:
    """Return the tour."""
    tour = app_of(pilot).tour
    assert tour is not None
    return tour


def sentence(pilot: Pilot[None], words: str) -> str:
    """Return a sentence of the tour as it stands on the screen."""
    return app_of(pilot).with_keys(words)


async def test_every_page_is_shown_with_its_sentence_and_the_board_is_the_last(touring: Touring) -> None:
    """The sentences are whole at 80 columns."""
    pages = []
    async with touring() as pilot:
        for stop in STOPS:
            assert sentence(pilot, stop.words) in screen_text(pilot)
            assert isinstance(pilot.app.screen, Page)
            pages.append(type(pilot.app.screen).__name__)
            tour_of(pilot).go_on()
            await settled(pilot)
        assert isinstance(pilot.app.screen, TodayPage)
        assert sentence(pilot, THE_END) in screen_text(pilot)
        assert not tour_of(pilot).is_on
    assert len(set(pages)) == len({stop.page for stop in STOPS}) == 6


@pytest.mark.parametrize("key", ["space", "x", "escape", "4", "enter"])
async def test_any_key_ends_it_and_does_nothing_else(touring: Touring, key: str) -> None:
    """Also one that would log a deed, take the day off or go to a page."""
    async with touring() as pilot:
        tour_of(pilot).go_on()
        await settled(pilot)
        await pilot.press(key)
        await settled(pilot)
        game = app_of(pilot).game
        assert game.years.records_on(game.today()) == []
        assert isinstance(pilot.app.screen, TodayPage)
        assert not tour_of(pilot).is_on
        await pilot.press("space")  # the next key is heard
        assert len(game.years.records_on(game.today())) == 1


async def test_a_click_ends_it(touring: Touring) -> None:
    """And chooses nothing."""
    async with touring() as pilot:
        tour_of(pilot).go_on()
        tour_of(pilot).go_on()
        await settled(pilot)
        pilot.app.post_message(  # as it comes from a terminal
            events.MouseDown(None, 5, 5, 0, 0, button=1, shift=False, meta=False, ctrl=False)
        )
        await settled(pilot)
        assert isinstance(pilot.app.screen, TodayPage)
        assert not tour_of(pilot).is_on


async def test_leaving_leaves_at_once(touring: Touring) -> None:
    """As it does everywhere."""
    async with touring() as pilot:
        await pilot.press("q")
        await pilot.pause()
        assert app_of(pilot).return_code == 0


async def test_where_nothing_moves_a_key_goes_on(touring: Touring) -> None:
    """And escape ends it."""
    async with touring(animations=False) as pilot:
        assert sentence(pilot, STEP_BY_STEP) in screen_text(pilot)
        await pilot.press("space", "space")
        await settled(pilot)
        assert sentence(pilot, STOPS[2].words) in screen_text(pilot)
        await pilot.press("escape")
        await settled(pilot)
        assert isinstance(pilot.app.screen, TodayPage)


async def test_no_home_of_ones_own_has_one(play: PlayApp) -> None:
    """Only the demo asks for it."""
    async with play() as pilot:
        assert app_of(pilot).tour is None


def test_every_sentence_fits_a_small_screen() -> None:
    """With some room for longer keys."""
    for words in (*(stop.words for stop in STOPS), STEP_BY_STEP, THE_END):
        assert cells_of(words) <= 90 if "{" in words else cells_of(words) <= 78
