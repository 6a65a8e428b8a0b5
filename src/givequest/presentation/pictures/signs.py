"""Signs that are shapes and no letters: frames, bars and blocks. Drawn by us, no font leaves gaps between them."""

from __future__ import annotations

from functools import cache
from math import cos, pi, sin

from givequest.named_tuple import NamedTuple

WIDTH, HEIGHT = 10, 20
"""A cell, in units of a picture."""
THIN, THICK = 1.5, 4.0
"""Lines of frames and of streaks."""
_EIGHTHS_UP = "▁▂▃▄▅▆▇█"
_EIGHTHS_RIGHT = "▏▎▍▌▋▊▉"
_SHADES = {"░": 0.28, "▒": 0.52, "▓": 0.78}
_ARMS = {
    "─": "lr", "│": "ud", "╭": "rd", "╮": "ld", "╰": "ur", "╯": "ul", "├": "udr", "┤": "udl", "┬": "lrd", "┴": "lru",
    "┼": "lrud", "╴": "l", "╶": "r", "╵": "u", "╷": "d", "┌": "rd", "┐": "ld", "└": "ur", "┘": "ul",
    "━": "LR", "╸": "L", "╺": "R",
}  # fmt: skip
"""For each sign of lines: the edges of the cell that it reaches; capitals are thick."""

Polygon = tuple[tuple[float, float], ...]


class Shape(NamedTuple):
    """What a sign fills of its cell."""

    polygons: tuple[Polygon, ...]
    share: float = 1.0
    """How much of its colour is over the ground's."""


@cache
def shape_of(sign: str) -> Shape | None:
    """Return the shape of a sign; None for one that a font has to draw."""
    if sign in _EIGHTHS_UP:
        return Shape((_box(0, HEIGHT - HEIGHT * (_EIGHTHS_UP.index(sign) + 1) / 8, WIDTH, HEIGHT),))
    if sign in _EIGHTHS_RIGHT:
        return Shape((_box(0, 0, WIDTH * (_EIGHTHS_RIGHT.index(sign) + 1) / 8, HEIGHT),))
    if sign in "▀▐":
        return Shape((_box(0, 0, WIDTH, HEIGHT / 2) if sign == "▀" else _box(WIDTH / 2, 0, WIDTH, HEIGHT),))
    if sign in _SHADES:
        return Shape((_box(0, 0, WIDTH, HEIGHT),), _SHADES[sign])
    if sign in "╭╮╰╯":
        return Shape((_corner(_ARMS[sign]),))
    if sign in _ARMS:
        return Shape(tuple(_arm(edge) for edge in _ARMS[sign]))
    if sign in "▰▱":
        outer: Polygon = ((3, 5), (10, 5), (7, 15), (0, 15))
        return Shape((outer,)) if sign == "▰" else Shape((outer,), 0.32)
    return None


def _box(left: float, top: float, right: float, bottom: float) -> Polygon:
    return ((left, top), (right, top), (right, bottom), (left, bottom))


def _arm(edge: str) -> Polygon:
    half = (THICK if edge.isupper() else THIN) / 2
    middle, centre = HEIGHT / 2, WIDTH / 2
    match edge.lower():
        case "l":
            return _box(0, middle - half, centre, middle + half)
        case "r":
            return _box(centre, middle - half, WIDTH, middle + half)
        case "u":
            return _box(centre - half, 0, centre + half, middle)
        case _:
            return _box(centre - half, middle, centre + half, HEIGHT)


def _corner(edges: str) -> Polygon:
    """Return the round corner between two edges: a quarter of a ring, and the straight bit below or above it."""
    to_right, down = "r" in edges, "d" in edges
    radius, half = WIDTH / 2, THIN / 2
    turns = [step * pi / 2 / 6 for step in range(7)]
    # Its middle is at the edge it reaches sideways; the angle runs from the vertical arm to the horizontal one.
    outer = [(radius - (radius + half) * cos(turn), radius - (radius + half) * sin(turn)) for turn in turns]
    inner = [(radius - (radius - half) * cos(turn), radius - (radius - half) * sin(turn)) for turn in reversed(turns)]
    points = [(-half, radius), *outer, *inner, (half, radius + HEIGHT / 2 - radius), (-half, HEIGHT / 2)]
    placed = []
    for x, y in points:  # as for a corner that goes right and down, from the middle of the cell
        across, along = (WIDTH / 2 + x, HEIGHT / 2 + y) if to_right else (WIDTH / 2 - x, HEIGHT / 2 + y)
        placed.append((across, along if down else HEIGHT - along))
    return tuple(placed)
