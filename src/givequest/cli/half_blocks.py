"""The picture for a terminal without the app: two pixels to a cell, as half blocks with escape sequences."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import TextIO

from givequest.cli.output import is_terminal
from givequest.cli.terminal import PLAIN_TERMS
from givequest.presentation.escapes import Depth, palette_number
from givequest.presentation.forest.raster import Raster
from givequest.terminal.colours import colour_depth

_RESET = "\x1b[0m"


def picture_depth(stream: TextIO | None, environ: Mapping[str, str] = os.environ) -> Depth:
    """Return in how many colours a picture can be shown on a stream; `Depth.NONE` where signs do it better.

    That is so where it is no terminal, has no half blocks or only sixteen colours, or is asked for none.
    """
    is_fit = (
        stream is not None
        and is_terminal(stream)
        and environ.get("TERM", "") not in PLAIN_TERMS
        and (stream.encoding or "").lower().replace("-", "") == "utf8"
    )
    depth = colour_depth(environ) if is_fit else Depth.NONE
    return depth if depth in (Depth.PALETTE, Depth.TRUE) else Depth.NONE


def half_blocks(raster: Raster, depth: Depth = Depth.TRUE) -> list[str]:
    """Return a picture of an even height as lines in 24-bit or 256 colours; each ends in the terminal's own."""
    width, pixels = raster.width, raster.pixels
    code = _true if depth is Depth.TRUE else _of_256
    lines = []
    for start in range(0, len(pixels), 2 * width):
        parts, before = [], None
        for above, below in zip(pixels[start : start + width], pixels[start + width : start + 2 * width], strict=True):
            if (above, below) != before:
                parts.append(f"\x1b[38;{code(above)};48;{code(below)}m")
                before = above, below
            parts.append("▀")
        lines.append("".join(parts) + _RESET)
    return lines


def _true(pixel: int) -> str:
    return f"2;{pixel >> 16};{pixel >> 8 & 255};{pixel & 255}"


def _of_256(pixel: int) -> str:
    return f"5;{palette_number(pixel >> 16, pixel >> 8 & 255, pixel & 255)}"
