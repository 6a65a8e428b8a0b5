"""Lines of spans as escape sequences, for the colours that a terminal has.

Colours are reduced as Rich and Textual reduce them, so that what is written here is what the
full-screen app draws: to 256 colours through the 6 x 6 x 6 cube and its greys, to sixteen by the
nearest of the standard palette in the "redmean" distance (https://www.compuphase.com/cmetric.htm).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import IntEnum
from functools import lru_cache
from math import sqrt

from givequest.appearance.terminal_colours import DEFAULT, SIXTEEN
from givequest.presentation.lines import Ink, Span
from givequest.presentation.paint import Look, Paint

RESET = "\x1b[0m"
STANDARD = (
    (0, 0, 0), (170, 0, 0), (0, 170, 0), (170, 85, 0), (0, 0, 170), (170, 0, 170), (0, 170, 170), (170, 170, 170),
    (85, 85, 85), (255, 85, 85), (85, 255, 85), (255, 255, 85), (85, 85, 255), (255, 85, 255), (85, 255, 255),
    (255, 255, 255),
)  # fmt: skip
"""The sixteen colours of the standard palette."""
_QUIET = ("muted", "faint", "empty", "off")
"""Roles that are drawn dim where the ground is the terminal's own."""


class Depth(IntEnum):
    """How many colours a terminal has."""

    NONE = 0
    SIXTEEN = 1
    PALETTE = 2
    """256 of them."""
    TRUE = 3


def depth_of(environ: Mapping[str, str]) -> Depth:
    """Return how many colours the terminal has, by the variables it sets.

    `NO_COLOR` counts only where it is not empty (https://no-color.org).
    """
    if environ.get("NO_COLOR"):
        return Depth.NONE
    if environ.get("COLORTERM", "").strip().lower() in ("truecolor", "24bit"):
        return Depth.TRUE
    ending = environ.get("TERM", "").strip().lower().rpartition("-")[2]
    return Depth.PALETTE if ending in ("kitty", "256color") else Depth.SIXTEEN


def write_line(line: Sequence[Span], paint: Paint, depth: Depth, *, own_ground: bool = True) -> str:
    """Return a line as text with escape sequences, ended by a reset.

    With `own_ground=False` the ground, and letters of no role of their own, are the terminal's: words in
    a colour of a dark theme could not be read on a light ground.
    """
    parts, before = [], ""
    for text, ink in line:
        if not text:
            continue
        codes = _codes(paint.look(ink), depth) if own_ground else _bare_codes(ink, paint, depth)
        if codes != before:
            parts.append(f"{RESET if before else ''}\x1b[{codes}m" if codes else RESET)
            before = codes
        parts.append(text)
    return "".join(parts) + (RESET if before else "")


@lru_cache(maxsize=512)
def _codes(look: Look, depth: Depth) -> str:
    codes = _attributes(look)
    if depth is not Depth.NONE:
        codes += [_colour(look.colour, depth, is_ground=False), _colour(look.ground, depth, is_ground=True)]
    return ";".join(codes)


def _bare_codes(ink: Ink, paint: Paint, depth: Depth) -> str:
    if ink.role in _QUIET:
        return "2;3" if ink.italic else "2"
    look = paint.look(ink)
    codes = _attributes(look)
    if depth is not Depth.NONE and ink.role != "text" and look.colour != DEFAULT:
        codes.append(_colour(look.colour, depth, is_ground=False))
    if depth is not Depth.NONE and ink.on != "background" and look.ground != DEFAULT:
        codes.append(_colour(look.ground, depth, is_ground=True))
    return ";".join(codes)


def _attributes(look: Look) -> list[str]:
    attributes = (("1", look.bold), ("2", look.dim), ("3", look.italic), ("7", look.reverse))
    return [code for code, is_on in attributes if is_on]


@lru_cache(maxsize=512)
def _colour(colour: str, depth: Depth, *, is_ground: bool) -> str:
    if colour == DEFAULT:
        return "49" if is_ground else "39"
    if colour in SIXTEEN:
        return _one_of_sixteen(SIXTEEN.index(colour), is_ground=is_ground)
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    first = 48 if is_ground else 38
    if depth is Depth.TRUE:
        return f"{first};2;{red};{green};{blue}"
    if depth is Depth.PALETTE:
        return f"{first};5;{palette_number(red, green, blue)}"
    return _one_of_sixteen(sixteen_number(red, green, blue), is_ground=is_ground)


def _one_of_sixteen(number: int, *, is_ground: bool) -> str:
    return str((30 if number < 8 else 82) + number + (10 if is_ground else 0))


def palette_number(red: int, green: int, blue: int) -> int:
    """Return the number of 256 that a colour (parts of 0 to 255) is reduced to."""
    low, high = min(red, green, blue) / 255, max(red, green, blue) / 255
    lightness, spread = (low + high) / 2, high - low
    most = low + high if lightness <= 0.5 else 2 - high - low
    if not spread or spread / most < 0.15:
        grey = round(lightness * 25)
        return 16 if grey == 0 else 231 if grey == 25 else 231 + grey
    parts = (part / 95 if part < 95 else 1 + (part - 95) / 40 for part in (red, green, blue))
    six = [round(part) for part in parts]
    return 16 + 36 * six[0] + 6 * six[1] + six[2]


def sixteen_number(red: int, green: int, blue: int) -> int:
    """Return the number of sixteen that is nearest to a colour (parts of 0 to 255)."""

    def distance(number: int) -> float:
        other_red, other_green, other_blue = STANDARD[number]
        mean = (red + other_red) // 2
        reds, greens, blues = red - other_red, green - other_green, blue - other_blue
        return sqrt((((512 + mean) * reds * reds) >> 8) + 4 * greens * greens + (((767 - mean) * blues * blues) >> 8))

    return min(range(len(STANDARD)), key=distance)
