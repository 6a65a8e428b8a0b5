"""Only the rows that are drawn anew are asked for, and what then stands there is what a whole drawing shows."""

from __future__ import annotations

from typing import ClassVar

import pytest
from rich.segment import Segment
from textual.app import App, ComposeResult
from textual.geometry import Region, Size
from textual.strip import Strip
from textual.widget import Widget

from givequest.tui.compositor_internals import RowCompositor
from givequest.tui.textual_internals import BatchedScreen


class Rows(Widget):
    """Rows that can be told apart."""

    asked: ClassVar[list[tuple[str | None, int]]] = []

    def render_line(self, y: int) -> Strip:
        """Return a row, and remember that it was asked for."""
        self.asked.append((self.id, y))
        return Strip([Segment(f"{self.id} {y} ".ljust(self.size.width, "-")[: self.size.width])])


class Plain(App[None]):
    """Three widgets: two above each other, and one over both."""

    CSS = """
    Rows { height: 4; }
    #over { layer: top; dock: right; width: 5; height: 6; }
    Screen { layers: base top; }
    """

    def get_default_screen(self) -> BatchedScreen:
        """Return a screen of ours."""
        return Screenful()


class Screenful(BatchedScreen):
    """The widgets."""

    def compose(self) -> ComposeResult:
        """Lay them out."""
        yield Rows(id="upper")
        yield Rows(id="lower")
        yield Rows(id="over")


@pytest.mark.parametrize("rows", [(0, 1), (3, 2), (5, 1), (6, 1), (0, 8), (9, 1)])
async def test_rows_are_the_same_as_in_a_whole_drawing(rows: tuple[int, int]) -> None:
    """Cell for cell, across widgets that lie over each other, and below all of them."""
    async with Plain().run_test(size=(20, 10)) as pilot:
        compositor = pilot.app.screen._compositor
        assert isinstance(compositor, RowCompositor)
        whole = compositor.render_strips(Size(20, 10))
        first, count = rows
        crop = Region(0, first, 20, count)
        lines = range(first, first + count)
        part = compositor._render_chops(crop, lambda y: y in lines)
        assert [Strip.join(part[y].values()).text for y in lines] == [whole[y].text for y in lines]


async def test_a_row_that_changed_is_all_that_is_asked_for() -> None:
    """Of the one widget that it is in."""
    async with Plain().run_test(size=(20, 10)) as pilot:
        lower = pilot.app.screen.query_one("#lower", Rows)
        await pilot.pause()
        Rows.asked.clear()
        for widget in pilot.app.screen.query(Rows):
            widget._styles_cache.clear()
        lower.refresh(Region(0, 2, 20, 1))
        await pilot.pause()
        assert Rows.asked == [("lower", 2)]
