"""The picture for a terminal without the app: two pixels to a cell, as half blocks with escape sequences."""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import lru_cache
from typing import TextIO

from givequest.cli.output import is_terminal
from givequest.cli.terminal import PLAIN_TERMS
from givequest.presentation.escapes import Depth
from givequest.presentation.forest.raster import Raster
from givequest.terminal.colours import colour_depth

_RESET = "\x1b[0m"
DULL = 24
"""How far the parts of a colour may be apart for it to be as good as grey."""
_LEVELS = (0, 95, 135, 175, 215, 255)
"""Those of the cube of 256 colours, from dark to bright."""


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
    code = _true if depth is Depth.TRUE else _of_256
    lines = []
    for line in raster.cells():
        parts, before = [], None
        for cell in line:
            if cell != before:
                parts.append(f"\x1b[38;{code(cell[0])};48;{code(cell[1])}m")
                before = cell
            parts.append("▀")
        lines.append("".join(parts) + _RESET)
    return lines


def _true(pixel: int) -> str:
    return f"2;{pixel >> 16};{pixel >> 8 & 255};{pixel & 255}"


@lru_cache(maxsize=1024)
def _of_256(pixel: int) -> str:
    """Return the nearest of the cube and of the greys: dull greens and browns are not to become greys or bright."""
    parts = (pixel >> 16, pixel >> 8 & 255, pixel & 255)
    six = [min(range(6), key=lambda level, part=part: abs(_LEVELS[level] - part)) for part in parts]  # type: ignore[misc]
    grey = min(max(round((sum(parts) / 3 - 8) / 10), 0), 23)
    by_cube = sum((_LEVELS[level] - part) ** 2 for level, part in zip(six, parts, strict=True))
    by_grey = sum((8 + 10 * grey - part) ** 2 for part in parts) * (1 if max(parts) - min(parts) < DULL else 3)
    return f"5;{232 + grey if by_grey < by_cube else 16 + 36 * six[0] + 6 * six[1] + six[2]}"
