"""Landmarks in the picture: on the hills what years of giving have built, on the path who has moved in."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from givequest.domain.forest.grove import Grove
from givequest.domain.forest.landmarks import landmarks_of
from givequest.domain.forest.places import path_at, unit
from givequest.named_tuple import NamedTuple
from givequest.presentation.forest.colours import lit, mix
from givequest.presentation.forest.land.drawings import DRAWINGS, TONES, WINDOW
from givequest.presentation.forest.land.lantern import paint_glow
from givequest.presentation.forest.land.ridges import RIDGES, crest_at
from givequest.presentation.forest.noise import grain
from givequest.presentation.forest.perspective import HORIZON, row_at
from givequest.presentation.forest.plants.palette import Palette
from givequest.presentation.forest.raster import Raster
from givequest.presentation.forest.season import Season

ON_THE_HILL = ("hut", "fields", "hamlet", "mill", "falls", "bridge")
"""What has a sixth of the hill each, in an order of its own for each home."""
ANIMALS = {"rabbit": (0.87, 0.05, 8), "deer": (0.9, -0.13, 9), "fox": (0.96, 0.0, 0)}
"""How near they are, how far right of the path's middle, and how many of their own pixels at the least."""
_LAMPS = ((0.69, 1), (0.57, -1), (0.46, 1), (0.36, -1))
"""How near the lamps are, and on which side of the path."""
_FAR, _NEAR = 0, 1
_ABOVE_TREES = 0.265
"""Where a house stands at the lowest, in parts of the height: a knoll of its own lifts it where the hill is low."""
_TALL, _TRIES = ("hut", "hamlet", "mill", "bridge"), 120
"""What a balloon would hide, and how many places it looks at."""
_AT_HOME = 12
"""So many of them are in its own part of the sky."""
_IN_FRONT = 1.0
"""What an animal's nearness is more than that of any plant: where it lives it would be hidden for good."""
_GLASS, _LIGHT = 0x6E8090, 0xFFD37A


class Site(NamedTuple):
    """Where something stands: its foot, and how many pixels one of its map's is."""

    x: int
    y: int
    scale: int


@lru_cache(maxsize=4096)
def crest_row(x: int, width: int, height: int, ridge: int, seed: str) -> int:
    """Return the row of pixels of a ridge's crest in a column."""
    horizon = round(height * HORIZON)
    return horizon - round(horizon * crest_at(x / max(width, 1), ridge, RIDGES[ridge], seed))


@lru_cache(maxsize=64)
def site_of(name: str, width: int, height: int, seed: str) -> Site:
    """Return where a landmark stands in pictures of a size."""
    scale = max(1, round(height / 60))
    if name in ANIMALS:
        depth, aside, least = ANIMALS[name]
        off = max(abs(aside) * width, least * scale) * (-1 if aside < 0 else 1)
        return Site(round(path_at(depth, seed) * width + off), row_at(depth, height), scale)
    if name == "castle":
        houses = [site_of(other, width, height, seed).x for other in ("hut", "hamlet", "mill")]
        room = width // 10
        columns = [x for x in range(room, width - room + 1) if all(abs(x - house) > room for house in houses)]
        columns = columns or [width // 2]
        x = max(columns, key=lambda column: crest_at(column / width, _FAR, RIDGES[_FAR], seed))
        return Site(x, max(crest_row(x, width, height, _FAR, seed), len(DRAWINGS[name]) * scale) + scale, scale)
    order = sorted(ON_THE_HILL, key=lambda other: unit(f"{seed}/landmark/{other}"))
    x = round(width * (order.index(name) + 0.5) / len(order))
    return Site(x, min(crest_row(x, width, height, _NEAR, seed) + scale, round(height * _ABOVE_TREES)), scale)


def balloons_of(width: int, height: int, seed: str, day: int) -> list[Site]:
    """Return where balloons are on a day (an ordinal): elsewhere on each, in front of no building and of no other."""
    scale = max(1, round(height / 60))
    taken = [_box(name, site_of(name, width, height, seed), width) for name in (*_TALL, "castle")]
    found: list[Site] = []
    for number in range(3):
        least, best = 1 << 30, Site(0, 0, scale)
        for attempt in range(_TRIES):
            across, up = (unit(f"{seed}/balloon/{number}/{day}/{axis}{attempt or ''}") for axis in "xy")
            part = 0.06 + 0.3 * number + 0.26 * across if attempt < _AT_HOME else 0.05 + 0.9 * across
            y = max(round(height * (0.12 + 0.12 * up)), len(DRAWINGS["balloon"]) * scale)
            site = Site(round(width * part), y, scale)
            hidden = sum(_shared(_box("balloon", site, width), other) for other in taken)
            if hidden < least:
                least, best = hidden, site
            if not hidden:
                break
        found.append(best)
        taken.append(_box("balloon", best, width))
    return found


def _box(name: str, site: Site, width: int) -> tuple[int, int, int, int]:
    """Return the left and right columns and the top and bottom rows of a building, with a pixel around it."""
    lines = DRAWINGS.get(name, DRAWINGS["hut"])
    half = round(width * 0.09) if name == "bridge" else len(lines[0]) * site.scale // 2
    return site.x - half - 1, site.x + half + 1, site.y - len(lines) * site.scale, site.y + 1


def _shared(one: tuple[int, int, int, int], other: tuple[int, int, int, int]) -> int:
    """Return how many pixels two boxes share."""
    wide = min(one[1], other[1]) - max(one[0], other[0]) + 1
    return max(wide, 0) * max(min(one[3], other[3]) - max(one[2], other[2]) + 1, 0)


def paint_landmarks(raster: Raster, season: Season, grove: Grove, palette: Palette) -> None:
    """Paint what stands behind all plants."""
    names = [landmark.id for landmark in landmarks_of(grove.days)]
    for name in sorted(names, key=lambda name: (name == "balloons", name not in ("castle", "falls"))):
        if name in ("lamps", *ANIMALS):
            continue
        if name == "balloons":
            for site in balloons_of(raster.width, raster.height, grove.seed, season.ordinal):
                _stamp(raster, "balloon", site, season, palette, 0.1)
            continue
        site = site_of(name, raster.width, raster.height, grove.seed)
        if name == "fields":
            _paint_fields(raster, site, season, grove.seed, palette)
        elif name == "falls":
            _paint_falls(raster, site, season, grove.seed, palette)
        elif name == "bridge":
            _paint_bridge(raster, site, season, palette)
        else:
            if name != "castle":
                _paint_clearing(raster, name, site, season, grove.seed, palette)
            _stamp(raster, name, site, season, palette, 0.3 if name == "castle" else 0.12)


def residents_of(grove: Grove) -> list[tuple[float, str, int]]:
    """Return who and what stands among the plants: how near, what, and on which side of the path."""
    found: list[tuple[float, str, int]] = []
    for landmark in landmarks_of(grove.days):
        if landmark.id == "lamps":
            found += [(depth, "lamp", side) for depth, side in _LAMPS]
        elif landmark.id in ANIMALS:
            found.append((_IN_FRONT + ANIMALS[landmark.id][0], landmark.id, 1))
    return found


def paint_resident(
    raster: Raster, resident: tuple[float, str, int], season: Season, seed: str, palette: Palette
) -> None:
    """Paint one of those that stand among the plants."""
    depth, name, side = resident
    if name == "lamp":
        _paint_lamp(raster, depth, side, season, seed, palette)
    else:
        _stamp(raster, name, site_of(name, raster.width, raster.height, seed), season, palette, 0.0)


def _stamp(raster: Raster, name: str, site: Site, season: Season, palette: Palette, air: float) -> None:
    for x, y, letter in pixels_of(name, site):
        if letter == WINDOW:
            colour = mix(lit(_GLASS, season.light), _LIGHT, season.darkness)
        else:
            colour = TONES[letter]
            colour = mix(colour, 0xF2F6FB, 0.7 * season.snow) if letter == "r" else colour
            colour = mix(lit(colour, season.light), season.haze, air)
            colour = mix(colour, _LIGHT, 0.45 * season.darkness) if name == "balloon" else colour
        raster.dot(x, y, palette.toned(colour))


def pixels_of(name: str, site: Site) -> Iterator[tuple[int, int, str]]:
    """Yield the column, the row and the letter of each pixel of a drawing."""
    lines, scale = DRAWINGS[name], site.scale
    left, top = site.x - len(lines[0]) * scale // 2, site.y - len(lines) * scale + 1
    for line, text in enumerate(lines):
        for column, letter in enumerate(text):
            if letter != ".":
                for step in range(scale * scale):
                    yield left + column * scale + step % scale, top + line * scale + step // scale, letter


def _paint_clearing(raster: Raster, name: str, site: Site, season: Season, seed: str, palette: Palette) -> None:
    """Paint grass about a house, and ground below it where the hill falls away."""
    fresh = mix(season.ground, 0xBFD36A, 0.35 * (1 - season.snow))
    grass = palette.toned(mix(lit(fresh, season.light), season.haze, 0.2))
    half = len(DRAWINGS[name][0]) * site.scale // 2 + 3 * site.scale
    for x in range(site.x - half, site.x + half + 1):
        inner = abs(x - site.x) <= half - 3 * site.scale
        knoll = site.y + 1 + (0 if inner else abs(x - site.x) - half + 3 * site.scale)
        top = min(crest_row(x, raster.width, raster.height, _NEAR, seed), knoll)
        for y in range(top, site.y + 2 * site.scale + round(2 * site.scale * (1 - abs(x - site.x) / half))):
            raster.dot(x, y, grass)


def _paint_fields(raster: Raster, site: Site, season: Season, seed: str, palette: Palette) -> None:
    half = round(raster.width * 0.085)
    for x in range(site.x - half, site.x + half + 1):
        crest = crest_row(x, raster.width, raster.height, _NEAR, seed)
        far = crest_row(x, raster.width, raster.height, _FAR, seed)
        deep = (1 - ((x - site.x) / (half + 1)) ** 2) ** 0.5
        for y in range(max(far + 2, crest - round(raster.height * 0.07 * deep)), crest + 1):
            strip = (x + 2 * (y - crest) + 400) // max(3, raster.width // 28) % 3
            colour = mix((0xE3C25A, 0xA9C65B, 0xC98F4A)[strip], 0xE9EEF4, 0.8 * season.snow)
            raster.dot(x, y, palette.toned(mix(lit(colour, season.light), season.haze, 0.18)))


def _paint_falls(raster: Raster, site: Site, season: Season, seed: str, palette: Palette) -> None:
    """Paint water that falls from the mountain into a lake behind the hill."""
    width, height = raster.width, raster.height
    light = mix(lit(0xF4FAFF, season.light), season.haze, 0.1)
    water = mix(season.sky_at(0.4), lit(0x3F86B8, season.light), 0.5)
    half, deep = round(width * 0.11), max(2, round(height * 0.035))
    shore = max(crest_row(x, width, height, _NEAR, seed) for x in range(site.x - half, site.x + half + 1))
    shore -= max(2, round(height * 0.03))
    for x in range(site.x - half, site.x + half + 1):
        tall = deep * (1 - ((x - site.x) / (half + 1)) ** 2) ** 0.5
        for y in range(round(shore - tall), shore + 1):
            if crest_row(x, width, height, _FAR, seed) < y <= crest_row(x, width, height, _NEAR, seed):
                raster.dot(x, y, palette.toned(light if grain(x // 3, y, 37) < 0.16 else water))
    for x in range(site.x, site.x + max(2, site.scale + 1)):
        for y in range(crest_row(x, width, height, _FAR, seed) + 1, shore - deep + 1):
            raster.dot(x, y, palette.toned(mix(light, water, 0.45 * grain(x, y // 2, 71))))


def _paint_bridge(raster: Raster, site: Site, season: Season, palette: Palette) -> None:
    """Paint a long bridge on arches."""
    stone = palette.toned(mix(lit(0xD6CDBB, season.light), season.haze, 0.15))
    half, scale = round(raster.width * 0.09), site.scale
    step = 4 * scale
    for x in range(site.x - half, site.x + half + 1):
        within = (x - site.x + half) % step
        deep = 8 * scale if within < scale else 2 * scale if within in (scale, step - 1) else scale
        for y in range(site.y - 6 * scale, site.y - 6 * scale + deep):
            raster.dot(x, y, stone)


def _paint_lamp(raster: Raster, depth: float, side: int, season: Season, seed: str, palette: Palette) -> None:
    x = round((path_at(depth, seed) + side * (0.01 + 0.03 * depth)) * (raster.width - 1))
    y, tall = row_at(depth, raster.height), max(2, round(raster.height * 0.15 * depth))
    iron = palette.toned(lit(0x3A3F4A, season.light))
    for up in range(tall):
        raster.dot(x, y - up, iron)
    paint_glow(raster, x, y - tall, tall * 1.4, season)
    raster.dot(x, y - tall, palette.toned(mix(lit(0xE9D9A8, season.light), _LIGHT, 0.35 + 0.65 * season.darkness)))
