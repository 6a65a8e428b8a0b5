"""A game on a real ledger, with a clock that stands still."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from givequest.application.board import board_of
from givequest.application.board_document import board_document
from givequest.application.data.import_export import export_lines
from givequest.application.game.game import Game
from givequest.application.stats import stats_document, stats_of
from givequest.composition import open_home
from givequest.config.paths import Paths

from ..conftest import Clock
from ..exported import facts_in

TODAY = date(2026, 11, 23)
Snapshot = dict[str, Any]


@pytest.fixture
def game(paths: Paths, clock: Clock) -> Game:
    """The game of a home that nobody has used yet."""
    return open_home(paths, clock).game


@pytest.fixture
def reopened(paths: Paths, clock: Clock) -> Callable[[], Game]:
    """Return what opens the same home anew, as another process would."""
    return lambda: open_home(paths, clock).game


def snapshot(game: Game) -> Snapshot:
    """Return everything that can be seen of a game, but for which change each record is from, and what was due."""
    records = facts_in("\n".join(export_lines(game)))
    return {
        "records": [{name: value for name, value in record.items() if name != "seq"} for record in records],
        "board": board_document(board_of(game)),
        "stats": stats_document(stats_of(game)),
        "people": dict(game.progress(game.today()).people),
    }
