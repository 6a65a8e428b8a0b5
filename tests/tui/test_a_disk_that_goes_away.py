"""A disk that goes away while the app is open: it is told on every page, and what was typed stays."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from typing import Any, cast

import pytest
from textual.pilot import Pilot

from givequest.application.deeds import log_deed
from givequest.composition import Home
from givequest.errors import StorageError
from givequest.tui.app import GivequestApp
from givequest.tui.runtime.shutdown import last_words

from .conftest import saved, screen_text

Play = Callable[..., AbstractAsyncContextManager[Pilot[None]]]
KEYS = (
    ["space"],
    ["s"],
    ["x"],
    ["r"],
    ["n", "A", "enter", "escape"],
    ["e", "escape"],
    ["d"],
    ["u"],
    ["left_square_bracket", "space", "t"],
    ["2", "down", "up", "d"],
    ["2", "slash", "a", "escape"],
    ["2", "g", "h", "i", "enter", "escape"],
    ["3", "left_square_bracket", "y", "down", "enter"],
    ["4", "left_square_bracket", "v", "s", "space", "space"],
)


def take_away(home: Home, patch: pytest.MonkeyPatch) -> None:
    """Let nobody look into the data folder any more, as when its drive is pulled out."""
    for name in ("open", "stat", "listdir", "mkdir", "unlink"):
        call = getattr(os, name)

        def gone(first: Any, *rest: Any, call: Callable[..., Any] = call, **options: Any) -> Any:
            if str(first).startswith(home.paths.data):
                raise OSError(errno.EIO, os.strerror(errno.EIO), str(first))
            return call(first, *rest, **options)

        patch.setattr(os, name, gone)


@pytest.mark.parametrize("keys", KEYS, ids=" ".join)
async def test_no_page_closes_when_the_disk_goes_away(
    play: Play, open_home: Callable[..., Home], monkeypatch: pytest.MonkeyPatch, keys: list[str]
) -> None:
    """It says what is wrong, with two years behind it, and goes on when the disk is there again."""
    home = open_home()
    log_deed(home.game, "help", person="Ana")
    log_deed(home.game, "help", home.game.today().replace(year=2025), person="Bo")
    async with play() as pilot:
        with monkeypatch.context() as during:
            take_away(home, during)
            await pilot.press(*keys)
            await pilot.pause()
            cast(GivequestApp, pilot.app).look_around()
            await pilot.pause()
            assert pilot.app.is_running
            assert "the disk reported an error" in " ".join(screen_text(pilot).split())
        await pilot.press("escape", "1", "t", "space")
        await pilot.pause()
        assert len(saved(home)) == 3


async def test_a_page_that_is_written_when_the_disk_goes_away_is_saved_when_it_comes_back(
    play: Play, open_home: Callable[..., Home], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither a letter of it is lost, nor does anything close."""
    home = open_home()
    async with play() as pilot:
        await pilot.press("2", "enter", "h", "i")
        with monkeypatch.context() as during:
            take_away(home, during)
            await pilot.press("escape")
            cast(GivequestApp, pilot.app).look_around()
            await pilot.press("!", "escape", "ctrl+q")
            await pilot.pause()
            assert pilot.app.is_running
        await pilot.press("escape")
        await pilot.pause()
        assert [record.text for record in saved(home)] == ["hi!"]


def test_an_app_that_has_to_close_because_of_the_disk_says_so() -> None:
    """What was refused is no secret of anybody's, and can be mended by whoever reads it."""
    told = str(last_words(StorageError("/data/2026.json could not be read: the disk reported an error.")))
    assert told == (
        "givequest had to close: /data/2026.json could not be read: the disk reported an error. What was saved is safe."
    )
