"""Pixels on the screen: two of them to a cell, as half blocks in two colours."""

from __future__ import annotations

from functools import lru_cache

from rich.color import Color
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from givequest.presentation.forest.raster import Raster

HALF = "▀"
_FINE = 0xFCFCFC
"""Which differences of colour are kept: finer ones cost time and nobody sees them."""


@lru_cache(maxsize=16384)
def _style(above: int, below: int) -> Style:
    return Style.from_color(_colour(above), _colour(below))


@lru_cache(maxsize=8192)
def _colour(pixel: int) -> Color:
    return Color.from_rgb(pixel >> 16, pixel >> 8 & 255, pixel & 255)


_LEVELS = (0, 95, 135, 175, 215, 255)
"""How much of red, green and blue the colours of a terminal with 256 of them have."""
_VIVID = 1.3
"""How much more colourful a picture is made before it is told in few colours: they would be greys."""


@lru_cache(maxsize=8192)
def _snapped(pixel: int) -> int:
    """Return the nearest of 256 colours."""
    parts = pixel >> 16, pixel >> 8 & 255, pixel & 255
    grey = sum(parts) / 3
    red, green, blue = (min(_LEVELS, key=lambda level: abs(level - (grey + (p - grey) * _VIVID))) for p in parts)
    return red << 16 | green << 8 | blue


def cell_style(above: int, below: int, *, few_colours: bool = False) -> Style:
    """Return the style of a cell of two pixels, as `strips_of` has it."""
    if few_colours:
        above, below = _snapped(above), _snapped(below)
    return _style(above & _FINE, below & _FINE)


def strips_of(raster: Raster, *, few_colours: bool = False) -> list[Strip]:
    """Return a picture of an even height as lines of cells; in 256 colours if that is all there are."""
    width, pixels = raster.width, raster.pixels
    if few_colours:
        pixels = list(map(_snapped, pixels))
    strips = []
    for start in range(0, len(pixels), 2 * width):
        segments = []
        pairs = list(zip(pixels[start : start + width], pixels[start + width : start + 2 * width], strict=True))
        before, since = pairs[0], 0
        for x, pair in enumerate(pairs):
            if pair != before:
                segments.append(Segment(HALF * (x - since), _style(before[0] & _FINE, before[1] & _FINE)))
                before, since = pair, x
        segments.append(Segment(HALF * (width - since), _style(before[0] & _FINE, before[1] & _FINE)))
        strips.append(Strip(segments, width))
    return strips
