"""The picture: sky, land and plants as pixels, for any size, day and hour."""

from __future__ import annotations

from givequest.domain.forest.grove import Grove, Plant
from givequest.domain.forest.moment import Moment
from givequest.domain.forest.places import pond_of
from givequest.domain.forest.visitors import NOBODY, Guests
from givequest.presentation.forest.guests import paint_guests
from givequest.presentation.forest.land import paint_meadow, paint_pond, row_at
from givequest.presentation.forest.lantern import DEPTH, paint_lantern
from givequest.presentation.forest.palette import Palette
from givequest.presentation.forest.raster import Raster
from givequest.presentation.forest.ridges import HORIZON, paint_hills
from givequest.presentation.forest.season import Season
from givequest.presentation.forest.sky import paint_sky
from givequest.presentation.forest.small_plants import seedling, small_plant
from givequest.presentation.forest.trees import is_tree, tree

TALLEST = 0.50
"""The tallest tree, right in front, in parts of the picture's height."""
SMALLEST = 0.07
"""The smallest plant, right in front, in parts of the picture's height: it is to be seen."""
SHAPES = 3


def paint_forest(grove: Grove, moment: Moment, width: int, height: int, guests: Guests = NOBODY) -> Raster:
    """Return the picture of a grove at a moment, of some width and height in pixels."""
    season = Season(moment)
    raster = Raster(width, height)
    if width < 1 or height < 4:
        return raster
    paint_sky(raster, round(height * HORIZON), season, grove.seed)
    paint_hills(raster, season, grove)
    paint_meadow(raster, season, grove.seed, grove.counts)
    paint_pond(raster, season, pond_of(grove.seed, grove.counts.get("quiet", 0)))
    palette = Palette(season, grove.seed)
    is_lantern_due = True
    for plant in grove.plants():
        if is_lantern_due and plant.place.depth > DEPTH:
            paint_lantern(raster, season, grove.seed)
            is_lantern_due = False
        _paint_plant(raster, plant, season, palette)
    if is_lantern_due:
        paint_lantern(raster, season, grove.seed)
    paint_guests(raster, guests, season, grove.seed)
    return raster


def _paint_plant(raster: Raster, plant: Plant, season: Season, palette: Palette) -> None:
    place = plant.place
    number, species = place.number, place.species
    fullness = _crowns(season.fullness)
    x, y = round(place.x * (raster.width - 1)), row_at(place.depth, raster.height)
    shape = number * 7 % SHAPES
    room = raster.height * TALLEST * (0.24 + 0.76 * place.depth) * species.height
    room *= 0.88 + 0.24 * (number * 13 % 11) / 10
    tall = max(plant.height(season.ordinal) * room, SMALLEST * place.depth * raster.height)
    if is_tree(species.id):
        if tall < 3.4:
            sprite = seedling(round(tall) - 1)
        else:
            sprite = tree(
                species.id,
                _stepped(tall),
                shape,
                10 if species.id == "pine" or (tall < 9 and fullness > 5) else fullness,
            )
    else:
        size = round(tall * (0.5 if species.id == "blossom" else 0.9)) - 1
        sprite = small_plant(species.id, max(size, place.depth > 0.4), number * 5 % 7)
    tones = palette.of(place)
    if tall >= 4 and species.id != "moss":
        _paint_shadow(raster, x, y, round(tall * 0.24))
    raster.stamp(sprite, x, y, tones, mirrored=number % 2 == 1)


def _stepped(tall: float) -> int:
    """Return a height in pixels; large trees grow in larger steps, so that there are fewer to draw."""
    step = 1 if tall < 12 else 2 if tall < 24 else 3
    return round(tall / step) * step


def _crowns(fullness: float) -> int:
    """Return how full (in tenths) crowns are drawn: bare, turning or full."""
    return 6 if fullness < 0.55 else 7 if fullness < 0.85 else 10


def _paint_shadow(raster: Raster, x: int, y: int, half: int) -> None:
    row = y + 1 if half > 2 else y
    if row < raster.height:
        start, pixels = row * raster.width, raster.pixels
        for at in range(start + max(x - half, 0), start + min(x + half + 2, raster.width)):
            pixels[at] -= pixels[at] >> 3 & 0x1F1F1F  # an eighth of the light
