"""The command line, and the app as it really opens, in a home of the test's own."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager

import pytest
from textual.pilot import Pilot

from givequest.composition import open_home
from givequest.config.paths import Paths
from givequest.tui.app import GivequestApp

from ..cli.conftest import play
from ..conftest import Clock

__all__ = ["play"]

Open = Callable[..., AbstractAsyncContextManager[Pilot[None]]]
"""Opens the app at a size of columns and lines."""


@pytest.fixture
def open_app(paths: Paths, clock: Clock) -> Open:
    """Return what opens the app on the home, with its config file and its themes."""

    @asynccontextmanager
    async def opening(size: tuple[int, int] = (100, 30)) -> AsyncIterator[Pilot[None]]:
        async with GivequestApp(open_home(paths, clock)).run_test(size=size) as pilot:
            await pilot.pause()
            yield pilot

    return opening
