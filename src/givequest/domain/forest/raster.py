"""A picture of pixels, two of which go into a cell of the screen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from givequest.domain.forest.colours import mix

Dots = Sequence[tuple[int, int, int]]
"""A sprite: pixels right of and below its foot, each with the number of a tone."""


class Raster:
    """Pixels in rows; whatever lies outside is not drawn."""

    __slots__ = ("height", "pixels", "width")

    def __init__(self, width: int, height: int, pixels: list[int] | None = None) -> None:
        self.width = width
        self.height = height
        self.pixels = pixels if pixels is not None else [0] * (width * height)

    def copy(self) -> Raster:
        """Return another picture with the same pixels."""
        return Raster(self.width, self.height, self.pixels[:])

    def dot(self, x: int, y: int, colour: int, share: float = 1.0) -> None:
        """Colour a pixel, or only a share of it."""
        if 0 <= x < self.width and 0 <= y < self.height:
            at = y * self.width + x
            self.pixels[at] = colour if share >= 1 else mix(self.pixels[at], colour, share)

    def row(self, y: int, colour: int) -> None:
        """Colour a row."""
        if 0 <= y < self.height:
            self.pixels[y * self.width : (y + 1) * self.width] = [colour] * self.width

    def column(self, x: int, first: int, last: int, colour: int) -> None:
        """Colour the pixels of a column from `first` to the one before `last`."""
        if 0 <= x < self.width:
            width, pixels = self.width, self.pixels
            for at in range(max(first, 0) * width + x, min(last, self.height) * width, width):
                pixels[at] = colour

    def stamp(self, dots: Dots, x: int, y: int, tones: Sequence[int], mirrored: bool = False) -> None:
        """Draw a sprite with its foot on a pixel."""
        width, height, pixels = self.width, self.height, self.pixels
        side = -1 if mirrored else 1
        for right, down, tone in dots:
            column, line = x + side * right, y + down
            if 0 <= column < width and 0 <= line < height:
                pixels[line * width + column] = tones[tone]

    def rows(self) -> Iterable[list[int]]:
        """Yield the rows of pixels from above."""
        for start in range(0, len(self.pixels), self.width or 1):
            yield self.pixels[start : start + self.width]
