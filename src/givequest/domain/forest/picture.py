"""The picture: sky, land and plants as pixels, for any size, day and hour."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from givequest.domain.forest.colours import lit, mix, ramp
from givequest.domain.forest.grove import Grove, Plant
from givequest.domain.forest.land import paint_meadow, paint_pond, row_at
from givequest.domain.forest.lantern import DEPTH, paint_lantern
from givequest.domain.forest.places import pond_of, unit
from givequest.domain.forest.raster import Raster
from givequest.domain.forest.ridges import HORIZON, paint_hills
from givequest.domain.forest.season import Moment, Season
from givequest.domain.forest.sky import paint_sky
from givequest.domain.forest.small_plants import seedling, small_plant
from givequest.domain.forest.trees import is_tree, tree

TALLEST = 0.50
"""The tallest tree, right in front, in parts of the picture's height."""
SHAPES = 3
_PETALS = (
    (0xE8505B, 0xFF8A80), (0xF2B134, 0xFFE08A), (0xB57EDC, 0xDDB6F2), (0xF4F1E8, 0xFFFFFF),
    (0xF48FB1, 0xFFC1D6), (0x6C8EE8, 0xA9C1FF), (0xF27F3D, 0xFFB27A),
)  # fmt: skip
_GREENS = {"pine": 0x35734C, "moss": 0x7C8F4E, "fern": 0x4E9A52}
_FADES = 6


def paint_forest(grove: Grove, moment: Moment, width: int, height: int) -> Raster:
    """Return the picture of a grove at a moment, of some width and height in pixels."""
    season = Season(moment)
    raster = Raster(width, height)
    if width < 1 or height < 4:
        return raster
    paint_sky(raster, round(height * HORIZON), season, grove.seed)
    paint_hills(raster, season, grove.seed, grove.counts)
    paint_meadow(raster, season, grove.seed, grove.counts)
    paint_pond(raster, season, pond_of(grove.seed, grove.counts.get("quiet", 0)))
    palettes = Palettes(season, grove.seed)
    is_lantern_due = True
    for plant in grove.plants():
        if is_lantern_due and plant.place.depth > DEPTH:
            paint_lantern(raster, season, grove.seed)
            is_lantern_due = False
        _paint_plant(raster, plant, season, palettes)
    if is_lantern_due:
        paint_lantern(raster, season, grove.seed)
    return raster


def _paint_plant(raster: Raster, plant: Plant, season: Season, palettes: Palettes) -> None:
    place = plant.place
    number, species = place.number, place.species
    fullness = _crowns(season.fullness)
    x, y = round(place.x * (raster.width - 1)), row_at(place.depth, raster.height)
    shape = number * 7 % SHAPES
    room = raster.height * TALLEST * (0.24 + 0.76 * place.depth) * species.height
    room *= 0.88 + 0.24 * (number * 13 % 11) / 10
    tall = plant.height(season.ordinal) * room
    if is_tree(species.id):
        if tall < 3.4:
            sprite = seedling(round(tall) - 1)
        else:
            sprite = tree(species.id, _stepped(tall), shape, 10 if species.id == "pine" else fullness)
    else:
        sprite = small_plant(species.id, round(tall * (0.5 if species.id == "blossom" else 0.9)) - 1, number * 5 % 7)
    tones = palettes.of(number, place.depth)
    if tall >= 4 and species.id != "moss":
        _paint_shadow(raster, x, y, round(tall * 0.3))
    raster.stamp(sprite, x, y, tones, mirrored=number % 2 == 1)


def _stepped(tall: float) -> int:
    """Return a height in pixels; large trees grow in larger steps, so that there are fewer to draw."""
    step = 1 if tall < 12 else 2 if tall < 24 else 3
    return round(tall / step) * step


def _crowns(fullness: float) -> int:
    """Return how full (in tenths) crowns are drawn: bare, turning or full."""
    return 5 if fullness < 0.55 else 7 if fullness < 0.85 else 10


def _paint_shadow(raster: Raster, x: int, y: int, half: int) -> None:
    row = y + 1 if half > 2 else y
    if row < raster.height:
        start, pixels = row * raster.width, raster.pixels
        for at in range(start + max(x - half, 0), start + min(x + half + 2, raster.width)):
            pixels[at] -= pixels[at] >> 2 & 0x3F3F3F  # a quarter of the light


class Palettes:
    """The tones of each plant in a season's light, paler with distance."""

    def __init__(self, season: Season, seed: str) -> None:
        self._season = season
        self._made: dict[tuple[int, int], tuple[int, ...]] = {}
        self._seed = seed

    def of(self, number: int, depth: float) -> tuple[int, ...]:
        """Return the tones of the plant at a place."""
        fade = int((1 - depth) * _FADES)
        return tones_of(self._season.moment, self._species[number], number, fade, self._seed)

    @property
    def _species(self) -> Mapping[int, str]:
        return _species_by_number(self._seed)


@lru_cache(maxsize=4)
def _species_by_number(seed: str) -> Mapping[int, str]:
    from givequest.domain.forest.places import places_of

    return {place.number: place.species.id for places in places_of(seed).values() for place in places}


@lru_cache(maxsize=4)
def _season_of(moment: Moment) -> Season:
    return Season(moment)


@lru_cache(maxsize=4096)
def tones_of(moment: Moment, species: str, number: int, fade: int, seed: str) -> tuple[int, ...]:
    """Return what each tone of a plant looks like."""
    season = _season_of(moment)
    own = unit(f"{seed}/tone/{number}")
    leaves = _GREENS.get(species, season.leaves)
    if species in _GREENS:
        leaves = mix(leaves, 0xD8C27A if species != "pine" else 0x1F5A4A, 0.22 * own)
        if species == "fern":
            leaves = mix(leaves, 0xB5712F, 0.6 * season.autumn)
    elif species == "blossom":
        leaves = mix(season.leaves, 0x5C9A4A, 0.45)
    else:
        turned = (0xC8412B, 0xE2A32E, 0xD9772B, 0xB8862E)[int(own * 4)]
        fresh = {"oak": 0x3F8A44, "birch": 0x9BC24F, "willow": 0x86A85A, "poplar": 0x5FA05A}[species]
        leaves = mix(leaves, fresh, 0.45 * (1 - season.autumn) * (season.fullness > 0.6))
        leaves = mix(leaves, turned, 0.62 * season.autumn)
    petals = _PETALS[int(own * len(_PETALS))]
    trunk = (0x4A3526, 0x6E5138)
    if species == "birch":
        trunk = (0x5B5550, 0xE9E4DA)
    elif species == "moss":
        trunk = (0x6B6F76, 0x969AA0)
        petals = ((0xC44536, 0xE2604C), (0xB98A5A, 0xDDB582))[number % 2]
    snow = 0xF2F6FB
    shades = ramp(leaves)
    tones = [*trunk, *shades, *petals, mix(shades[3], snow, max(0.0, min(1.0, 1.7 * season.snow - 0.4)))]
    if season.snow and species in ("blossom", "moss", "fern"):
        tones = [mix(tone, snow, 0.35 * season.snow) for tone in tones]
    far = 0.10 * fade
    tones[2:6] = [mix(tone, leaves, 0.09 * fade) for tone in tones[2:6]]  # what is far has less relief
    return tuple(mix(lit(tone, season.light), season.haze, far) for tone in tones)
