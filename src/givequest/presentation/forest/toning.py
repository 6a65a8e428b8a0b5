"""Toning: what a theme makes of the picture's colours: greys of a grey theme, a clear forest of high contrast."""

from __future__ import annotations

from collections.abc import Callable
from colorsys import rgb_to_hsv
from functools import lru_cache

from givequest.appearance import Theme, contrast
from givequest.named_tuple import NamedTuple
from givequest.presentation.forest.colours import mix

HIGH_CONTRAST = 18.0
"""From this contrast of its text a theme is one of high contrast."""
_GREY, _HUES = 0.15, 0.12
"""Less colourful is grey; hues (0 to 1) this near to each other are one."""


class Toning(NamedTuple):
    """What becomes of colours, each 0xRRGGBB."""

    land: Callable[[int], int] | None = None
    """Of sky, hills and meadow, which everything else stands before."""
    plants: Callable[[int], int] | None = None
    """Of what stands and lives there. With it distance and hour take no colour from them."""
    whole: Callable[[int], int] | None = None
    """Of every pixel, at last."""


AS_IT_IS = Toning()


@lru_cache(maxsize=8)
def toning_of(theme: Theme) -> Toning:
    """Return what a theme makes of the picture; nothing, for most."""
    if theme.is_see_through:
        return AS_IT_IS
    ground, text = theme.colour("background"), theme.colour("text")
    if contrast(ground, text) >= HIGH_CONTRAST:
        return Toning(_recede, _stand_out) if theme.dark else Toning(_pale, _darken)
    hues = sorted(hue for hue, colourful, _ in map(_parts, theme.colours.values()) if colourful > _GREY)
    if not hues:
        return Toning(whole=grey)
    if hues[-1] - hues[0] > _HUES:
        return AS_IT_IS
    dark, light = sorted((int(ground[1:], 16), int(text[1:], 16)), key=_luma)
    return Toning(whole=lru_cache(maxsize=8192)(lambda pixel: mix(dark, light, _luma(pixel) / 255)))


@lru_cache(maxsize=8192)
def grey(pixel: int) -> int:
    """Return a colour as the grey that is as bright."""
    return int(_luma(pixel) + 0.5) * 0x010101


def _parts(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    return rgb_to_hsv(red, green, blue)


def _luma(pixel: int) -> float:
    return 0.299 * (pixel >> 16) + 0.587 * (pixel >> 8 & 255) + 0.114 * (pixel & 255)


def _brought(pixel: int, luma: float, colourful: float) -> int:
    """Return a colour made as bright as asked, with so much of its colour."""
    before = max(_luma(pixel), 1.0)
    parts = (pixel >> 16, pixel >> 8 & 255, pixel & 255)
    red, green, blue = (
        max(0, min(255, round(luma + (part - before) * colourful * min(luma / before, 1.6)))) for part in parts
    )
    return red << 16 | green << 8 | blue


@lru_cache(maxsize=8192)
def _recede(pixel: int) -> int:
    return _brought(pixel, 0.3 * _luma(pixel) ** 2 / 255, 0.8)


@lru_cache(maxsize=8192)
def _stand_out(pixel: int) -> int:
    return _brought(pixel, 95 + 0.62 * _luma(pixel), 1.2)


@lru_cache(maxsize=8192)
def _pale(pixel: int) -> int:
    return _brought(pixel, 255 - 0.3 * (255 - _luma(pixel)), 0.5)


@lru_cache(maxsize=8192)
def _darken(pixel: int) -> int:
    return _brought(pixel, 0.45 * _luma(pixel), 1.5)
