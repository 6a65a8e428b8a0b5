"""What one deed costs, in things that can be counted."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from textual.geometry import Region
from textual.widget import Widget

from givequest.application import deeds
from givequest.application.board import board_of
from givequest.domain.progress import state
from givequest.tui.today.board_panel import BoardPanel
from givequest.tui.today.sidebar import Sidebar
from givequest.tui.widgets.header_line import HeaderLine
from givequest.tui.widgets.notice_line import NoticeLine

from ..tui.conftest import OpenHome, PlayApp
from .conftest import Watched

SPARE = 400
"""Bytes that a deed and the change that logs it may add to a file."""


def test_a_deed_takes_two_syncs_and_the_bytes_of_its_year(
    fill: Callable[[int], None], open_home: OpenHome, watched: Watched
) -> None:
    """The file and its folder, once each; no other file is written, whatever lies behind."""
    fill(2)
    home = open_home()
    board_of(home.game)
    year = Path(home.paths.ledger) / "2026.json"
    before = os.path.getsize(year)
    watched.syncs = watched.written = 0
    deeds.log_deed(home.game, "help")
    assert watched.syncs == 2
    assert before <= watched.written <= before + SPARE
    assert os.path.getsize(year) == watched.written


def test_a_deed_logged_by_a_command_takes_no_more(
    fill: Callable[[int], None], open_home: OpenHome, watched: Watched
) -> None:
    """It is put at the end of the year's file, which is not parsed for it."""
    fill(1)
    year = Path(open_home().paths.ledger) / "2026.json"
    before = os.path.getsize(year)
    watched.syncs = watched.written = 0
    deeds.log_deed(open_home().game, "help")
    assert watched.syncs == 2
    assert watched.written <= before + SPARE


def test_a_deed_logged_by_a_command_reads_its_year_once_and_looks_once_for_what_is_pending(
    fill: Callable[[int], None], open_home: OpenHome, watched: Watched
) -> None:
    """What is read for the number of the change is what the deed is put at the end of."""
    fill(1)
    paths = open_home().paths
    game = open_home().game
    watched.opened.clear()
    deeds.log_deed(game, "help")
    names = [os.path.basename(path) for path in watched.opened if path.startswith(paths.ledger)]
    assert [name for name in names if name in ("2026.json", "2025.json")] == ["2026.json"]
    looked_for = [name for name in names if name.startswith("pending")]
    assert looked_for == ["pending.json", "pending-2.json"] * 2  # for what is due, and once more under the lock


def test_a_deed_folds_the_days_it_touched(
    fill: Callable[[int], None], open_home: OpenHome, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Today, seen from the board, and not the year before it."""
    fill(1)
    home = open_home()
    board_of(home.game)
    days: list[int] = []
    advance = state._advance

    def counted(*given: Any, **named: Any) -> None:
        days.append(1)
        advance(*given, **named)

    monkeypatch.setattr(state, "_advance", counted)
    deeds.log_deed(home.game, "help")
    board_of(home.game)
    assert len(days) <= 3


@pytest.mark.parametrize("size", [(100, 30), (160, 50)], ids=str)
async def test_a_tick_refreshes_the_widgets_that_changed(
    play: PlayApp, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]
) -> None:
    """Header, board, sidebar and notice at most; never the whole page, never a layout, nor a third column."""
    async with play(size) as pilot:
        await pilot.pause()
        refreshed: set[type[Widget]] = set()
        layouts: list[str] = []
        refresh = Widget.refresh

        def watched(widget: Widget, *regions: Region, **how: bool) -> Widget:
            refreshed.add(type(widget))
            if how.get("layout"):
                layouts.append(type(widget).__name__)
            return refresh(widget, *regions, **how)

        monkeypatch.setattr(Widget, "refresh", watched)
        await pilot.press("space")
        await pilot.pause()
        assert refreshed <= {HeaderLine, BoardPanel, NoticeLine, Sidebar}
        assert BoardPanel in refreshed
        assert not layouts


async def test_a_move_refreshes_the_board_alone(play: PlayApp, monkeypatch: pytest.MonkeyPatch) -> None:
    """And two lines of it, at most, beside the text that unfolds."""
    async with play() as pilot:
        await pilot.pause()
        refreshed: set[type[Widget]] = set()
        refresh = Widget.refresh

        def watched(widget: Widget, *regions: Region, **how: bool) -> Widget:
            refreshed.add(type(widget))
            return refresh(widget, *regions, **how)

        monkeypatch.setattr(Widget, "refresh", watched)
        await pilot.press("j")
        await pilot.pause()
        assert refreshed == {BoardPanel}
