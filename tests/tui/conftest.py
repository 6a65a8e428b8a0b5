"""A home of its own for each test, with a small deck and a clock that the test moves."""

from __future__ import annotations

import tomllib
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot

import givequest
from givequest.application.board import Board
from givequest.application.game.game import Game
from givequest.composition import Home
from givequest.config.paths import find_paths
from givequest.domain.deck.cards import GARDEN_CARD, Card, Deck
from givequest.domain.noticeboard.spot_cards import read_spot_texts
from givequest.domain.progress.titles import Titles
from givequest.domain.records import Record
from givequest.domain.rules import Rules
from givequest.domain.settings import Settings
from givequest.storage.ledger.ledger import Ledger
from givequest.storage.year_cache import YearCacheFiles
from givequest.tui.app import GivequestApp
from givequest.tui.today.screen import TodayPage

from ..built_in import BUILT_IN, DEFAULTS
from ..conftest import Clock
from ..fixtures.pilot import quick_pilot

__all__ = ["quick_pilot"]

MONDAY_MORNING = datetime(2026, 11, 23, 7, 30, tzinfo=timezone(timedelta(hours=1)))
DECK = Deck(
    tuple(
        Card(f"{kind}.card-{number:02}", kind, f"Card {number}", f"Do the small thing number {number}.", tier=1)
        for kind in BUILT_IN
        for number in range(24)
    )
)
SPOTS_FILE = Path(givequest.__file__).parent / "texts" / "spots.toml"
SPOT_TEXTS = read_spot_texts(tomllib.loads(SPOTS_FILE.read_text("utf-8")))
WITH_GARDEN = DECK.joined([Card(GARDEN_CARD, "quiet", "Garden day", "Do nothing much for ten minutes.", tier=1)])


OpenHome = Callable[..., Home]
PlayApp = Callable[..., AbstractAsyncContextManager[Pilot[None]]]


@pytest.fixture
def clock() -> Clock:
    """A Monday, half past seven in the morning."""
    return Clock(MONDAY_MORNING)


@pytest.fixture
def open_home(tmp_path: Path, clock: Clock) -> OpenHome:
    """Open the same home again, as another process would; settings may be given."""

    def opened(settings: Settings | None = None) -> Home:
        settings = settings or DEFAULTS._replace(animations=False)
        paths = find_paths(str(tmp_path))
        rules = Rules(settings.kinds, settings.core, settings.grace, WITH_GARDEN, "seed")
        titles = Titles(("Guest", "Wallflower"), ("Forest {ring}",))
        game = Game(
            Ledger(paths.ledger), YearCacheFiles(paths.cache), clock, rules=rules, settings=settings, titles=titles
        )
        game.use_texts(spots=SPOT_TEXTS)
        return Home(paths, settings, game)

    return opened


@pytest.fixture
def play(open_home: OpenHome, monkeypatch: pytest.MonkeyPatch) -> PlayApp:
    """Run the app on the home, at a size of columns and lines.

    What was earned is looked for when a test says so, and not a moment after the first frame: on a busy machine
    that moment is over before the test has looked at what's there.
    """
    monkeypatch.setattr("givequest.tui.today.notices.SOON", 1000)

    @asynccontextmanager
    async def playing(
        size: tuple[int, int] = (100, 30), settings: Settings | None = None
    ) -> AsyncIterator[Pilot[None]]:
        app = GivequestApp(open_home(settings))
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            yield pilot

    return playing


async def press_at(pilot: Pilot[None], *keys: tuple[float, str]) -> None:
    """Press keys, each at a time by a monotonic clock, in seconds."""
    for at, name in keys:
        key = events.Key(name, " " if name == "space" else name)
        key.time = at
        pilot.app.post_message(key)
        await pilot.pause()


async def press_slowly(pilot: Pilot[None], *keys: str) -> None:
    """Press keys as someone does who means each of them: a second apart."""
    await press_at(pilot, *((float(second), name) for second, name in enumerate(keys, 1)))


def app_of(pilot: Pilot[None]) -> GivequestApp:
    """Return the app that a pilot flies."""
    assert isinstance(pilot.app, GivequestApp)
    return pilot.app


def today_page(pilot: Pilot[None]) -> TodayPage:
    """Return the page that is open, which is the board."""
    page = pilot.app.screen
    assert isinstance(page, TodayPage)
    return page


def board_shown(pilot: Pilot[None]) -> Board:
    """Return the board that is on the screen."""
    board = today_page(pilot)._board
    assert board is not None
    return board


def screen_text(pilot: Pilot[None]) -> str:
    """Return what is on the screen, line by line."""
    strips = pilot.app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip) for strip in strips)


def saved(home: Home) -> list[Record]:
    """Return everything that is in the ledger on the disk, in the order it was put there."""
    ledger = Ledger(home.paths.ledger)
    return ledger.records(ledger.years())
