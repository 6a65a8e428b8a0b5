"""The picture on screen as it moves: which cells are another thing than half a second ago."""

from __future__ import annotations

from rich.color import ColorSystem
from textual.geometry import Offset
from textual.strip import Strip

from givequest.presentation.forest.picture import Scenery
from givequest.tui.forest.pixels import HALF, cell_style, strips_of


class MovingPicture:
    """A scenery as strips of cells, from one tick to the next."""

    def __init__(self, scenery: Scenery, *, few_colours: bool) -> None:
        self._scenery = scenery
        self._few_colours = few_colours
        self._tick = 0
        self._moved = scenery.spots(0)
        self._frame = scenery.frame(0)
        self._changed: set[int] = set()
        """The rows of cells that have changed since their strips were asked for."""

    def strips(self) -> list[Strip]:
        """Return the whole picture."""
        self._changed.clear()
        return strips_of(self._frame, few_colours=self._few_colours)

    def strip(self, row: int) -> Strip | None:
        """Return a row that has changed since it was asked for last; None: it is as it was."""
        if row not in self._changed:
            return None
        self._changed.remove(row)
        return strips_of(self._frame.cut(2 * row, 2), few_colours=self._few_colours)[0]

    def step(self, corner: Offset) -> str:
        """Go on by a tick; return what to write to a terminal for it: the cells that have changed and nothing else.

        `corner` is where on the screen the picture begins.
        """
        self._tick += 1
        moved, frame, still = self._scenery.spots(self._tick), self._frame, self._scenery.still
        width, pixels = frame.width, frame.pixels
        cells: set[tuple[int, int]] = set()
        for at in self._moved.keys() | moved.keys():
            colour = moved[at] if at in moved else still.pixels[at]
            if colour != pixels[at]:
                pixels[at] = colour
                cells.add((at // width // 2, at % width))
        self._moved = moved
        self._changed |= {row for row, _ in cells}
        return "".join(self._cell(row, column, corner) for row, column in sorted(cells))

    def _cell(self, row: int, column: int, corner: Offset) -> str:
        width, pixels = self._frame.width, self._frame.pixels
        at = 2 * row * width + column
        style = cell_style(pixels[at], pixels[at + width], few_colours=self._few_colours)
        system = ColorSystem.EIGHT_BIT if self._few_colours else ColorSystem.TRUECOLOR
        return f"\x1b[{corner.y + row + 1};{corner.x + column + 1}H{style.render(HALF, color_system=system)}"
