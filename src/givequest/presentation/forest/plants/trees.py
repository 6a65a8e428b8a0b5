"""Trees as pixels: each species drawn at any height, a few shapes of each."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from math import sqrt

from givequest.presentation.forest.noise import grain
from givequest.presentation.forest.raster import Dot, Sprite

TRUNK_DARK, TRUNK, SHADOW, DARK, MIDDLE, BRIGHT, ACCENT, ACCENT_LIGHT, TOP = range(9)
"""The tones that every sprite is drawn with; snow lies on what is on top."""
Pixels = dict[tuple[int, int], int]
Blob = tuple[float, float, float, float]
"""Middle (right, up) and radii (across, up) of a ball of leaves."""


def _leaves(pixels: Pixels, blobs: list[Blob], salt: int, fullness: float) -> None:
    """Add balls of leaves, lit from above on the left."""
    rough = min(0.5, 0.1 + max(wide for _, _, wide, _ in blobs) * 0.06)  # grain would hide what a small crown is
    for across, up, wide, tall in blobs:
        for y in range(round(up - tall), round(up + tall) + 1):
            for x in range(round(across - wide), round(across + wide) + 1):
                right, above = (x - across) / (wide + 0.25), (y - up) / (tall + 0.25)
                distance = right * right + above * above
                if distance > 1 or (fullness < 1 and _is_bare(x, y, salt, fullness)):
                    continue
                shade = above * 0.62 - right * 0.42 + (grain(x, y, salt + 7) - 0.5) * rough - (distance > 0.8) * 0.1
                tone = SHADOW if shade < -0.42 else DARK if shade < -0.05 else MIDDLE if shade < 0.42 else BRIGHT
                pixels[x, y] = tone


def _is_bare(x: int, y: int, salt: int, fullness: float) -> bool:
    """Return whether leaves have fallen here: in clumps, so that a crown is still a crown."""
    return 0.7 * grain(x // 2, y // 2, salt) + 0.3 * grain(x, y, salt) > fullness


def _trunk(pixels: Pixels, foot: float, top: float, height: int, thickness: int) -> None:
    for y in range(height):
        middle = foot + (top - foot) * y / max(height, 1)
        for step in range(thickness):
            pixels[round(middle) + step - thickness // 2, y] = TRUNK if step == 0 else TRUNK_DARK
    if thickness > 1:
        pixels[round(foot) - thickness // 2 - 1, 0] = TRUNK_DARK


def _oak(height: int, salt: int, fullness: float) -> Pixels:
    pixels: Pixels = {}
    lean = (grain(1, salt) - 0.5) * 0.18 * height
    _trunk(pixels, 0, lean * 0.5, max(round(height * 0.5), 1), max(1, round(height / 7)))
    wide = height * (0.40 + 0.07 * grain(2, salt))
    blobs = [
        (lean * 0.6 - wide * 0.52, height * 0.5, wide * 0.58, height * 0.19),
        (lean * 0.6 + wide * 0.54, height * 0.53, wide * 0.56, height * 0.2),
        (lean - wide * 0.1, height * 0.62, wide * 0.85, height * 0.25),
        (lean + wide * (grain(3, salt) - 0.5) * 0.7, height * 0.77, wide * 0.6, height * 0.21),
    ]
    _leaves(pixels, blobs, salt, fullness)
    return pixels


def _pine(height: int, salt: int, fullness: float) -> Pixels:
    pixels: Pixels = {}
    foot = max(1, round(height * 0.14))
    _trunk(pixels, 0, 0, height - 1, 1 if height < 14 else 2)
    tiers = max(2, round(height / 3.6))
    body = height - foot
    slim = 0.27 + 0.07 * grain(4, salt)
    for y in range(foot, height):
        share = (y - foot) / body
        in_tier = (share * tiers) % 1
        wide = height * slim * (1 - share) * (1.12 - 0.5 * in_tier) + 0.25
        for x in range(-int(wide), int(wide) + 1):
            edge = abs(x) / (wide + 0.01)
            if edge > 0.9 and grain(x, y, salt) < 0.3:
                continue
            shade = -x / (wide + 1) * 0.5 + (in_tier - 0.62) * 0.9 + (grain(x, y, salt + 3) - 0.5) * 0.5
            tone = SHADOW if shade < -0.5 else DARK if shade < -0.12 else MIDDLE if shade < 0.3 else BRIGHT
            pixels[x, y] = tone
    return pixels


def _birch(height: int, salt: int, fullness: float) -> Pixels:
    """Two trees that lean towards each other."""
    pixels: Pixels = {}
    apart = max(1.6, height * 0.26)
    for side in (-1, 1):
        tall = height * (1 if side < 0 else 0.88 + 0.08 * grain(5, salt))
        top = side * apart * 0.42
        trunk = max(round(tall * 0.8), 1)
        for y in range(trunk):
            x = round(side * apart + (top - side * apart) * (y / max(trunk, 1)) ** 1.3)
            pixels[x, y] = TRUNK_DARK if grain(x, y, salt) < 0.22 else TRUNK
        blobs = [
            (top + side * height * 0.1, tall * 0.66, height * 0.16, height * 0.1),
            (top + side * height * 0.03, tall * 0.76, height * 0.19, height * 0.13),
            (top, tall * 0.9, height * 0.13, height * 0.1),
        ]
        _leaves(pixels, blobs, salt + side, fullness * 0.86)
    return pixels


def _willow(height: int, salt: int, fullness: float) -> Pixels:
    pixels: Pixels = {}
    wide = height * (0.46 + 0.08 * grain(6, salt))
    _trunk(pixels, 0, (grain(7, salt) - 0.5) * 2, max(round(height * 0.6), 1), max(1, round(height / 8)))
    _leaves(pixels, [(0, height * 0.7, wide * 0.86, height * 0.29)], salt, fullness)
    for x in range(-int(wide), int(wide) + 1):
        share = abs(x) / (wide + 0.01)
        top = height * (0.7 + 0.2 * sqrt(max(0.0, 1 - share * share)))
        low = height * (0.12 + 0.34 * grain(x, 1, salt)) if share > 0.28 else height * 0.5
        for y in range(round(low), round(top)):
            if (fullness < 1 and _is_bare(x, y, salt + 5, fullness)) or ((x + salt) % 3 == 0 and y < height * 0.5):
                continue
            shade = (y / height - 0.5) * 0.9 - x / (wide + 1) * 0.35 + (grain(x, y // 2, salt) - 0.5) * 0.6
            pixels[x, y] = SHADOW if shade < -0.34 else DARK if shade < 0 else MIDDLE if shade < 0.34 else BRIGHT
    return pixels


def _poplar(height: int, salt: int, fullness: float) -> Pixels:
    pixels: Pixels = {}
    _trunk(pixels, 0, 0, max(round(height * 0.3), 1), 1 if height < 14 else 2)
    wide = height * (0.15 + 0.04 * grain(8, salt))
    _leaves(
        pixels, [(0, height * 0.4, wide, height * 0.27), (0, height * 0.66, wide * 0.86, height * 0.34)], salt, fullness
    )
    return pixels


_DRAWN: dict[str, Callable[[int, int, float], Pixels]] = {
    "oak": _oak, "pine": _pine, "birch": _birch, "willow": _willow, "poplar": _poplar,
}  # fmt: skip


@lru_cache(maxsize=512)
def tree(species: str, height: int, salt: int, tenths: int) -> Sprite:
    """Return a tree of a height in pixels; its crown is `tenths` of ten full."""
    pixels = _DRAWN[species](height, salt, tenths / 10)
    dots: list[Dot] = []
    for (x, y), tone in pixels.items():
        if tone >= DARK and all((x, y + up) not in pixels for up in (1, 2, 3)) and grain(x, y, salt + 11) < 0.85:
            tone = TOP
        dots.append((x, -y, tone))
    return Sprite(dots)


def is_tree(species: str) -> bool:
    """Return whether a species is drawn as a tree."""
    return species in _DRAWN
