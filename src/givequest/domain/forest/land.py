"""The land: hills with the far forest, the meadow, the old path and the pond."""

from __future__ import annotations

from collections.abc import Mapping
from math import exp, sin
from typing import NamedTuple

from givequest.domain.forest.colours import lit, mix
from givequest.domain.forest.places import path_at, unit
from givequest.domain.forest.raster import Raster
from givequest.domain.forest.season import Season
from givequest.domain.forest.species import OAK, PINE, species_of
from givequest.domain.forest.trees import grain

HORIZON = 0.40
"""Where the meadow ends, in parts of the picture's height."""
_NEARNESS = 1.45
"""How much the rows of the meadow draw together towards the horizon."""


class Ridge(NamedTuple):
    """A chain of hills."""

    height: float
    """Of its crest above the horizon, in parts of the sky."""
    swing: float
    waves: float
    haze: float
    """0 is near, 1 is all air."""
    deeds: int
    """How many deeds grow two thirds of a wood on it."""


RIDGES = (
    Ridge(0.64, 0.26, 5.2, 0.66, 14000),
    Ridge(0.36, 0.16, 4.1, 0.46, 4000),
    Ridge(0.15, 0.10, 2.9, 0.24, 1100),
)


def row_at(depth: float, height: int) -> int:
    """Return the row of pixels in which something stands at a depth (0 to 1)."""
    horizon = height * HORIZON
    nearness: float = depth**_NEARNESS
    return round(horizon + (height - 1 - horizon) * nearness)


def depth_at(row: int, height: int) -> float:
    """Return the depth (0 to 1) of a row of pixels."""
    horizon = height * HORIZON
    depth: float = max(0.0, (row - horizon) / max(height - 1 - horizon, 1)) ** (1 / _NEARNESS)
    return depth


def paint_hills(raster: Raster, season: Season, seed: str, counts: Mapping[str, int]) -> None:
    """Paint the hills, wooded as far as there were deeds for it."""
    horizon = round(raster.height * HORIZON)
    deciduous = sum(count for kind, count in counts.items() if species_of(kind) is not PINE)
    evergreen = sum(counts.values()) - deciduous
    for number, ridge in enumerate(RIDGES):
        bare = mix(lit(mix(season.ground, 0x6F8A6A, 0.45), season.light), season.haze, ridge.haze)
        if number == 0:
            bare = mix(lit(mix(0x5F7396, 0xE8EEF6, 0.4 * season.snow), season.light), season.haze, 0.5)
        woods = {
            species: [
                mix(lit(mix(colour, 0x14283A, dark), season.light), season.haze, ridge.haze)
                for dark in (0.1, 0.32, 0.52)
            ]
            for species, colour in ((OAK, season.leaves), (PINE, mix(0x3F6B4C, 0xC9D6DE, 0.45 * season.snow)))
        }
        cover = {OAK: 1 - exp(-deciduous / ridge.deeds), PINE: 1 - exp(-evergreen * 2.2 / ridge.deeds)}
        previous = 0
        for x in range(raster.width):
            crest = horizon - round(horizon * _crest(x / raster.width, number, ridge, seed))
            raster.column(x, crest, horizon + 1, bare)
            if number == 0:
                cap = round(horizon * (0.66 - 0.35 * season.snow) + 1.4 * grain(x, 0, 47))
                peak = lit(0xF4F7FC, season.light)
                for y in range(crest, horizon - cap):
                    raster.dot(x, y, peak, 0.75 if y == crest else 0.5)
            tall = 0
            for y in range(horizon, crest - 1, -1):
                tree = PINE if grain(x, y, number + 31) < 0.4 else OAK
                patch = 0.5 + 0.5 * sin(x / raster.width * 23 + number * 2 + unit(seed) * 9) * sin(y * 0.9 + number)
                if 0.62 * grain(x, y, number + 5) + 0.38 * patch < cover[tree]:
                    tone = int(3 * grain(x, y, number + 41))
                    raster.dot(x, y, woods[tree][tone])
                    tall = y == crest
            if tall and number and grain(x, number, 3) < 0.55 and previous == 0:
                raster.dot(x, crest - 1, woods[PINE][1])
                previous = 1
            else:
                previous = 0


def _crest(x: float, number: int, ridge: Ridge, seed: str) -> float:
    one, two, three = (unit(f"{seed}/ridge/{number}/{wave}") * 6.3 for wave in range(3))
    waves = (
        sin(x * ridge.waves + one) + 0.5 * sin(x * ridge.waves * 2.3 + two) + 0.25 * sin(x * ridge.waves * 5.1 + three)
    )
    return max(0.03, ridge.height + ridge.swing * waves / 1.75)


def paint_meadow(raster: Raster, season: Season, seed: str, counts: Mapping[str, int]) -> None:
    """Paint the ground, with the path as far as it was walked and the pond as far as there was quiet."""
    width, height = raster.width, raster.height
    horizon = round(height * HORIZON)
    walked = 0.2 + 0.8 * (1 - exp(-counts.get("reconnect", 0) / 30))
    earth = lit(mix(0xC8A878, 0xE9EEF4, 0.75 * season.snow), season.light)
    for y in range(horizon, height):
        depth = depth_at(y, height)
        shade = (0.06 + 0.26 * depth) * (1 - 0.72 * season.snow)
        plain = lit(mix(season.ground, mix(0x1E3A2A, 0x5C7AA8, season.snow), shade), season.light)
        colour = mix(plain, season.haze, 0.42 * (1 - depth) ** 1.6)
        raster.row(y, colour)
        tufts = mix(colour, lit(0x16301E, season.light), 0.11), mix(colour, lit(0xFFF6C0, season.light), 0.12)
        for x in range(width):
            grass = grain(x, y, 23)
            if grass < 0.07:
                raster.dot(x, y, tufts[grass < 0.03])
        middle, half = path_at(depth, seed) * width, width * (0.004 + 0.024 * depth)
        worn = mix(colour, mix(earth, season.haze, 0.4 * (1 - depth)), 0.3 + 0.45 * walked)
        for x in range(round(middle - half), round(middle + half) + 1):
            if grain(x, y, 29) < walked:
                raster.dot(x, y, worn)


class Pond(NamedTuple):
    """Still water: its middle and half its extent, in parts of the picture."""

    x: float
    depth: float
    wide: float
    deep: float


def pond_of(seed: str, quiet: int) -> Pond:
    """Return the pond that some quiet days have filled."""
    depth = 0.5 + 0.12 * unit(f"{seed}/pond")
    path = path_at(depth, seed)
    x = path - 0.26 if path > 0.5 else path + 0.26
    full = 1 - exp(-quiet / 45)
    return Pond(x, depth, 0.13 * full, 0.10 * full)


def paint_pond(raster: Raster, season: Season, pond: Pond) -> None:
    """Paint the pond, the sky in it."""
    height = raster.height
    first, last = row_at(pond.depth - pond.deep, height), row_at(pond.depth + pond.deep, height)
    if pond.wide * raster.width < 2:
        return
    shore = lit(mix(0x4F6B4A, 0xD8E2EA, season.snow), season.light)
    for y in range(first, last + 1):
        down = (y - (first + last) / 2) / max((last - first) / 2 + 0.5, 1)
        half = pond.wide * raster.width * max(0.0, 1 - down * down) ** 0.5
        middle = pond.x * raster.width
        water = mix(season.sky_at(0.25 + 0.4 * (1 - (down + 1) / 2)), lit(0x2C5A78, season.light), 0.35)
        water = mix(water, 0xE8F1F8, 0.5 * season.snow * (1 - season.darkness))
        left, right = round(middle - half), round(middle + half)
        for x in range(left, right + 1):
            is_shore = x in (left, right) or y == first
            glint = grain(x // 3, y, 37) < 0.12
            raster.dot(x, y, shore if is_shore else mix(water, 0xFFFFFF, 0.22) if glint else water)
            if season.darkness > 0.4 and not is_shore and grain(x, y, 61) < 0.05:
                raster.dot(x, y, 0xFFF6DA, 0.5)
