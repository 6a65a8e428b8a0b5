"""The hills behind the meadow, and the far forest on them: what the deeds of years come to."""

from __future__ import annotations

from functools import lru_cache
from math import exp, sin

from givequest.domain.forest.grove import Grove
from givequest.domain.forest.places import unit
from givequest.domain.forest.species import PINE
from givequest.named_tuple import NamedTuple
from givequest.presentation.forest.colours import lit, mix
from givequest.presentation.forest.noise import grain
from givequest.presentation.forest.perspective import HORIZON
from givequest.presentation.forest.raster import Raster
from givequest.presentation.forest.season import Season


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
TREE_LINE = 0.66
"""How high trees grow on the farthest hills, in parts of the sky."""
_DEPTHS = (0.1, 0.32, 0.52)
"""How dark the three tones of a wood are."""
Woods = list[tuple[float, int, int]]
"""Where trees can grow: how far the wood must have come, the place of the pixel, its tone."""


class Plan(NamedTuple):
    """One chain of hills in pictures of some size."""

    area: list[int]
    peaks: list[tuple[int, float]]
    """Pixels where snow lies: their places, and how high (0 to 1) they are."""
    broad: Woods
    pines: Woods


def paint_hills(raster: Raster, season: Season, grove: Grove) -> None:
    """Paint the hills, wooded as far as there were deeds for it."""
    evergreen = grove.deeds_of(PINE)
    broad = grove.deeds - evergreen
    light, haze = season.light, season.haze
    pine = mix(0x3F6B4C, 0xC9D6DE, 0.45 * season.snow)
    for ridge, plan in zip(RIDGES, plans_of(raster.width, raster.height, grove.seed), strict=True):
        ground = 0x5F7396 if ridge is RIDGES[0] else mix(season.ground, mix(0x6F8A6A, 0x8FA6C4, season.snow), 0.45)
        raster.fill(plan.area, mix(lit(ground, light), haze, ridge.haze * (0.75 if ridge is RIDGES[0] else 1)))
        snow_line = 0.68 - 0.3 * season.snow
        peak = lit(0xF4F7FC, light)
        for at, height in plan.peaks:
            if height > snow_line:
                raster.pixels[at] = mix(raster.pixels[at], peak, 0.66)
        for colour, woods, grown in (
            (mix(season.leaves, 0xAEB9CC, 0.55 * season.snow), plan.broad, 1 - exp(-broad / ridge.deeds)),
            (pine, plan.pines, 1 - exp(-2.2 * evergreen / ridge.deeds)),
        ):
            tones = [mix(lit(mix(colour, 0x14283A, dark), light), haze, ridge.haze) for dark in _DEPTHS]
            for threshold, at, tone in woods:
                if threshold > grown:
                    break
                raster.pixels[at] = tones[tone]


@lru_cache(maxsize=8)
def plans_of(width: int, height: int, seed: str) -> list[Plan]:
    """Return where the hills and their trees lie in pictures of a size."""
    return [_plan_of(width, round(height * HORIZON), seed, number, ridge) for number, ridge in enumerate(RIDGES)]


def _plan_of(width: int, horizon: int, seed: str, number: int, ridge: Ridge) -> Plan:
    plan = Plan([], [], [], [])
    salt = unit(seed) * 9
    for x in range(width):
        crest = horizon - round(horizon * crest_at(x / width, number, ridge, seed))
        ragged = 0.05 * sin(x * 0.9 + salt) + 0.04 * sin(x * 0.37)
        has_spire = number and x % 2 and grain(x, number, 3) < 0.6
        for y in range(max(crest - (1 if has_spire else 0), 0), horizon + 1):
            at = y * width + x
            if y >= crest:
                plan.area.append(at)
            if number == 0:
                height = (horizon - y) / max(horizon, 1) + ragged
                plan.peaks.append((at, height))
                if height > TREE_LINE:
                    continue
            patch = 0.5 + 0.5 * sin(x / width * 23 + number * 2 + salt) * sin(y * 0.9 + number)
            woods = plan.pines if grain(x, y, number + 31) < 0.4 or y < crest else plan.broad
            woods.append((0.62 * grain(x, y, number + 5) + 0.38 * patch, at, int(3 * grain(x, y, number + 41))))
    plan.broad.sort()
    plan.pines.sort()
    return plan


def crest_at(x: float, number: int, ridge: Ridge, seed: str) -> float:
    """Return how high a ridge is at a place from left (0) to right (1), in parts of the sky."""
    one, two, three = (unit(f"{seed}/ridge/{number}/{wave}") * 6.3 for wave in range(3))
    along = x * ridge.waves
    waves = sin(along + one) + 0.5 * sin(along * 2.3 + two) + 0.25 * sin(along * 5.1 + three)
    return max(0.03, ridge.height + ridge.swing * waves / 1.75)
