"""Colours as numbers (0xRRGGBB), and how they mix."""

from __future__ import annotations

from collections.abc import Sequence

WHITE, BLACK = 0xFFFFFF, 0x000000
Light = tuple[float, float, float]
"""How much red, green and blue the light has, 1 being that of noon."""


def mix(one: int, other: int, share: float) -> int:
    """Return a colour with a share (0 to 1) of the other one."""
    red = (one >> 16) + ((other >> 16) - (one >> 16)) * share
    green = (one >> 8 & 255) + ((other >> 8 & 255) - (one >> 8 & 255)) * share
    blue = (one & 255) + ((other & 255) - (one & 255)) * share
    return int(red + 0.5) << 16 | int(green + 0.5) << 8 | int(blue + 0.5)


def lit(colour: int, light: Light) -> int:
    """Return a colour in a light."""
    red, green, blue = light
    return (
        min(int((colour >> 16) * red), 255) << 16
        | min(int((colour >> 8 & 255) * green), 255) << 8
        | min(int((colour & 255) * blue), 255)
    )


def between(colours: Sequence[int], position: float) -> int:
    """Return the colour at a position (0 to 1) of a scale."""
    place = max(0.0, min(position, 1.0)) * (len(colours) - 1)
    step = min(int(place), len(colours) - 2)
    return mix(colours[step], colours[step + 1], place - step)


def ramp(middle: int, light: int = 0xFFF3C0, dark: int = 0x10213A) -> tuple[int, int, int, int]:
    """Return four tones of a colour, from its shadow to its highlight."""
    return mix(middle, dark, 0.52), mix(middle, dark, 0.24), middle, mix(middle, light, 0.34)


def hexadecimal(colour: int) -> str:
    """Return a colour as `#rrggbb`."""
    return f"#{colour:06x}"
