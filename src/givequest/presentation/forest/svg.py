"""The picture as an SVG file, whole by itself: no fonts, no scripts, nothing to fetch."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from givequest.presentation.forest.colours import hexadecimal
from givequest.presentation.forest.raster import Raster

PIXEL = 8
"""How wide a pixel of the picture is shown, in pixels of the screen."""
_ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}


def svg_of(raster: Raster, title: str, words: Iterable[str]) -> str:
    """Return a picture with its title and its description."""
    width, height = raster.width, raster.height
    runs: dict[int, list[str]] = {}
    for y, row in enumerate(raster.rows()):
        x = 0
        for colour, pixels in groupby(row):
            run = sum(1 for _ in pixels)
            runs.setdefault(colour, []).append(f"M{x} {y}h{run}v1h-{run}z")
            x += run
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
        f'width="{width * PIXEL}" height="{height * PIXEL}" role="img" shape-rendering="crispEdges">',
        f"<title>{_escaped(title)}</title>",
        f"<desc>{_escaped(' '.join(words))}</desc>",
        *(f'<path fill="{hexadecimal(colour)}" d="' + "".join(found) + '"/>' for colour, found in runs.items()),
    ]
    return "\n".join([*lines, "</svg>", ""])


def _escaped(text: str) -> str:
    return "".join(_ESCAPES.get(sign, sign) for sign in text)
