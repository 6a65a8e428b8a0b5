"""The picture for a terminal without the app: two pixels to a cell, as half blocks with escape sequences."""

from __future__ import annotations

from givequest.presentation.forest.raster import Raster

_RESET = "\x1b[0m"


def half_blocks(raster: Raster) -> list[str]:
    """Return a picture of an even height as lines in 24-bit colours; each ends in the terminal's own."""
    width, pixels = raster.width, raster.pixels
    lines = []
    for start in range(0, len(pixels), 2 * width):
        parts, before = [], None
        for above, below in zip(pixels[start : start + width], pixels[start + width : start + 2 * width], strict=True):
            if (above, below) != before:
                parts.append(f"\x1b[38;2;{_numbers(above)};48;2;{_numbers(below)}m")
                before = above, below
            parts.append("▀")
        lines.append("".join(parts) + _RESET)
    return lines


def _numbers(pixel: int) -> str:
    return f"{pixel >> 16};{pixel >> 8 & 255};{pixel & 255}"
