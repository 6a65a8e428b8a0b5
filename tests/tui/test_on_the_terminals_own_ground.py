"""A theme on the terminal's own ground, which has no colour to set a panel off with, nor to shine through one."""

from __future__ import annotations

import pytest
from textual.command import CommandInput, CommandList

from ..built_in import DEFAULTS
from .conftest import PlayApp, screen_text

SEE_THROUGH = DEFAULTS._replace(theme="terminal", animations=False)


async def test_the_palette_has_a_frame_on_every_side(play: PlayApp) -> None:
    """Or its words would run into those of the page behind it."""
    async with play((80, 24), settings=SEE_THROUGH) as pilot:
        await pilot.press("ctrl+p")
        await pilot.pause()
        field = pilot.app.screen.query_one("#--input").styles
        found = pilot.app.screen.query_one(CommandList).styles
        assert pilot.app.screen.query_one(CommandInput)
        sides = [field.border_top, field.border_left, field.border_right]
        sides += [found.border_left, found.border_right, found.border_bottom]
        assert [edge for edge, _ in sides] == ["round"] * 6


@pytest.mark.parametrize(("key", "title"), [("f3", "Themes"), ("comma", "Settings"), ("ctrl+u", "History")])
async def test_what_opens_over_a_page_leaves_the_rest_of_it_to_be_seen(play: PlayApp, key: str, title: str) -> None:
    """A theme is tried on by looking at the page."""
    async with play((100, 40), settings=SEE_THROUGH) as pilot:
        await pilot.press("space", key)
        await pilot.pause()
        assert title in screen_text(pilot)
        assert "Today" in screen_text(pilot)
