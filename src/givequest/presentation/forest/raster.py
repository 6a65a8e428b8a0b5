"""A picture of pixels, two of which go into a cell of the screen, and the sprites that are stamped on it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from givequest.presentation.forest.colours import mix

Dot = tuple[int, int, int]
"""A pixel right of and below the foot of a sprite, and the number of its tone."""


class Sprite:
    """A small drawing that stands on its foot; it keeps where its pixels lie in pictures of some width."""

    __slots__ = ("_offsets", "bottom", "dots", "left", "right", "top")

    def __init__(self, dots: Iterable[Dot]) -> None:
        self.dots = tuple(dots)
        self.left = min(x for x, _, _ in self.dots)
        self.right = max(x for x, _, _ in self.dots)
        self.top = min(y for _, y, _ in self.dots)
        self.bottom = max(y for _, y, _ in self.dots)
        self._offsets: dict[tuple[int, int], list[tuple[int, int]]] = {}

    def offsets(self, width: int, side: int) -> list[tuple[int, int]]:
        """Return how far each pixel is from the foot in a picture of a width, and its tone."""
        found = self._offsets.get((width, side))
        if found is None:
            found = self._offsets[width, side] = [(y * width + side * x, tone) for x, y, tone in self.dots]
        return found


class Raster:
    """Pixels in rows; whatever lies outside is not drawn."""

    __slots__ = ("height", "pixels", "width")

    def __init__(self, width: int, height: int) -> None:
        self.width = width
        self.height = height
        self.pixels = [0] * (width * height)

    def dot(self, x: int, y: int, colour: int, share: float = 1.0) -> None:
        """Colour a pixel, or only a share of it."""
        if 0 <= x < self.width and 0 <= y < self.height:
            at = y * self.width + x
            self.pixels[at] = colour if share >= 1 else mix(self.pixels[at], colour, share)

    def row(self, y: int, colour: int) -> None:
        """Colour a row."""
        if 0 <= y < self.height:
            self.pixels[y * self.width : (y + 1) * self.width] = [colour] * self.width

    def fill(self, places: Iterable[int], colour: int) -> None:
        """Colour the pixels at some places: rows times width and columns, all within the picture."""
        pixels = self.pixels
        for at in places:
            pixels[at] = colour

    def tone(self, toned: Callable[[int], int] | None) -> None:
        """Let every pixel become what `toned` makes of its colour."""
        if toned is not None:
            self.pixels = list(map(toned, self.pixels))

    def stamp(self, sprite: Sprite, x: int, y: int, tones: Sequence[int], mirrored: bool = False) -> None:
        """Draw a sprite with its foot on a pixel."""
        width, height, pixels = self.width, self.height, self.pixels
        side = -1 if mirrored else 1
        reach = max(-sprite.left, sprite.right)
        if reach <= x < width - reach and -sprite.top <= y < height - sprite.bottom:
            foot = y * width + x
            for offset, tone in sprite.offsets(width, side):
                pixels[foot + offset] = tones[tone]
            return
        for right, down, tone in sprite.dots:
            column, line = x + side * right, y + down
            if 0 <= column < width and 0 <= line < height:
                pixels[line * width + column] = tones[tone]

    def copy(self) -> Raster:
        """Return a picture that can be drawn on without changing this one."""
        return self.cut(0, self.height)

    def cut(self, first: int, rows: int) -> Raster:
        """Return some of the rows of pixels as a picture, from a row on that there is."""
        part = Raster(self.width, 0)
        part.height = rows
        part.pixels = self.pixels[first * self.width : (first + rows) * self.width]
        return part

    def rows(self) -> Iterable[list[int]]:
        """Yield the rows of pixels from above."""
        for start in range(0, len(self.pixels), self.width or 1):
            yield self.pixels[start : start + self.width]

    def cells(self) -> Iterable[list[tuple[int, int]]]:
        """Yield lines of cells: the upper and the lower pixel of each. The height is even."""
        rows = iter(self.rows())
        for above in rows:
            yield list(zip(above, next(rows), strict=True))
