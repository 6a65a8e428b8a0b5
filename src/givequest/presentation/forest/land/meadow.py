"""The meadow, the old path and the pond."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from math import exp

from givequest.domain.forest.places import Pond, path_at
from givequest.named_tuple import NamedTuple
from givequest.presentation.forest.colours import lit, mix
from givequest.presentation.forest.noise import grain
from givequest.presentation.forest.perspective import HORIZON, depth_at, row_at
from givequest.presentation.forest.raster import Raster
from givequest.presentation.forest.season import Season


class Row(NamedTuple):
    """A row of pixels of the meadow: places of its grass, and of the path, the first walked first."""

    y: int
    depth: float
    dark: list[int]
    light: list[int]
    path: list[tuple[float, int]]


@lru_cache(maxsize=8)
def rows_of(width: int, height: int, seed: str) -> list[Row]:
    """Return the meadow in pictures of a size."""
    rows = []
    for y in range(round(height * HORIZON), height):
        depth = depth_at(y, height)
        grass = [(grain(x, y, 23), y * width + x) for x in range(width)]
        dark = [at for value, at in grass if 0.03 <= value < 0.07]
        light = [at for value, at in grass if value < 0.03]
        middle, half = path_at(depth, seed) * width, width * (0.004 + 0.024 * depth)
        columns = range(max(round(middle - half), 0), min(round(middle + half) + 1, width))
        rows.append(Row(y, depth, dark, light, sorted((grain(x, y, 29), y * width + x) for x in columns)))
    return rows


def paint_meadow(raster: Raster, season: Season, seed: str, counts: Mapping[str, int]) -> None:
    """Paint the ground, with the path as far as old ways were walked again."""
    walked = 0.2 + 0.8 * (1 - exp(-counts.get("reconnect", 0) / 30))
    haze, light = season.haze, season.light
    earth = lit(mix(0xC8A878, 0xE9EEF4, 0.75 * season.snow), light)
    below = mix(0x1E3A2A, 0x5C7AA8, season.snow)
    deep, bright = lit(0x16301E, light), lit(0xFFF6C0, light)
    for y, depth, darker, lighter, path in rows_of(raster.width, raster.height, seed):
        shade = (0.06 + 0.26 * depth) * (1 - 0.72 * season.snow)
        colour = mix(lit(mix(season.ground, below, shade), light), haze, 0.42 * (1 - depth) ** 1.6)
        raster.row(y, colour)
        raster.fill(darker, mix(colour, deep, 0.11))
        raster.fill(lighter, mix(colour, bright, 0.12))
        worn = mix(colour, mix(earth, haze, 0.4 * (1 - depth)), 0.3 + 0.45 * walked)
        raster.fill((at for threshold, at in path if threshold < walked), worn)


def paint_pond(raster: Raster, season: Season, pond: Pond) -> None:
    """Paint the pond, the sky in it."""
    width, height = raster.width, raster.height
    first, last = row_at(pond.depth - pond.deep, height), row_at(pond.depth + pond.deep, height)
    if pond.wide * width < 2:
        return
    shore = lit(mix(0x4F6B4A, 0xD8E2EA, season.snow), season.light)
    ice = 0.5 * season.snow * (1 - season.darkness)
    for y in range(first, last + 1):
        down = (y - (first + last) / 2) / max((last - first) / 2 + 0.5, 1)
        half = pond.wide * width * max(0.0, 1 - down * down) ** 0.5
        water = mix(season.sky_at(0.25 + 0.4 * (1 - (down + 1) / 2)), lit(0x2C5A78, season.light), 0.35)
        water = mix(water, lit(0xE8F1F8, season.light), ice)
        glint = mix(water, 0xFFFFFF, 0.22)
        left, right = round(pond.x * width - half), round(pond.x * width + half)
        for x in range(left, right + 1):
            is_shore = x in (left, right) or y == first
            raster.dot(x, y, shore if is_shore else glint if grain(x // 3, y, 37) < 0.12 else water)
            if season.darkness > 0.4 and not is_shore and grain(x, y, 61) < 0.05:
                raster.dot(x, y, 0xFFF6DA, 0.5)
