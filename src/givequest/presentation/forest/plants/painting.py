"""Plants in the picture: how large each is drawn where it stands, and the glow of the newest."""

from __future__ import annotations

from givequest.domain.forest.grove import Plant
from givequest.presentation.forest.perspective import row_at
from givequest.presentation.forest.plants.palette import Palette
from givequest.presentation.forest.plants.small_plants import seedling, small_plant
from givequest.presentation.forest.plants.trees import is_tree, tree
from givequest.presentation.forest.raster import Raster
from givequest.presentation.forest.season import Season

TALLEST = 0.50
"""The tallest tree, right in front, in parts of the picture's height."""
SMALLEST = 0.07
"""The smallest plant, right in front, in parts of the picture's height: it is to be seen."""
FIRST_FROM, FIRST_ROOM = 0.46, 0.86
"""How large the first plants are to begin with, and how large they can be: near as they are, not to hide the rest."""
SHAPES = 3
_SHINE, _SPARK = 0xFFC94A, 0xFFF4B8
_SPARKS = ((-0.9, 0.9), (0.95, 0.7), (-0.35, 1.45), (0.5, 1.3), (1.2, 0.15), (-1.2, 0.2))
"""Where sparks are: right of and above the middle, in parts of the reach of the shine."""


def paint_plant(raster: Raster, plant: Plant, season: Season, palette: Palette, *, glows: bool = False) -> None:
    """Paint a plant where it stands; the one that glows has a shine around it."""
    place = plant.place
    number, species = place.number, place.species
    fullness = _crowns(season.fullness)
    x, y = round(place.x * (raster.width - 1)), row_at(place.depth, raster.height)
    shape = number * 7 % SHAPES
    tall = tallness(plant, season.ordinal, raster.height)
    if glows:
        _paint_shine(raster, x, y, _shining(plant, tall), palette.toned(_SHINE))
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
        size = round(tall * (0.5 if species.id == "blossom" else 0.9)) - (not plant.is_first)
        least = 3 if plant.is_first and species.id != "blossom" else int(place.depth > 0.4)
        sprite = small_plant(species.id, max(size, least), number * 5 % 7)
    tones = palette.of(place)
    if tall >= 4 and species.id != "moss":
        _paint_shadow(raster, x, y, round(tall * 0.24))
    raster.stamp(sprite, x, y, tones, mirrored=number % 2 == 1)


def tallness(plant: Plant, day: int, height: int) -> float:
    """Return how many pixels tall a plant is on a day (an ordinal), in a picture of a height."""
    place = plant.place
    room = height * TALLEST * (0.24 + 0.76 * place.depth) * place.species.height
    room *= 0.88 + 0.24 * (place.number * 13 % 11) / 10
    grown = plant.height(day)
    if plant.is_first:
        return room * FIRST_ROOM * (FIRST_FROM + (1 - FIRST_FROM) * grown)
    return max(grown * room, SMALLEST * place.depth * height)


def paint_sparks(raster: Raster, plant: Plant, season: Season, palette: Palette) -> None:
    """Paint the sparks about the plant that glows, over whatever stands before it."""
    x, y = round(plant.place.x * (raster.width - 1)), row_at(plant.place.depth, raster.height)
    tall = tallness(plant, season.ordinal, raster.height)
    reach = _reach(_shining(plant, tall))
    for right, up in _SPARKS:
        raster.dot(x + round(right * reach), y - round(up * reach), palette.toned(_SPARK))


def _shining(plant: Plant, tall: float) -> float:
    """Return how tall what shines is: low plants are not drawn as tall as trees."""
    return tall if is_tree(plant.place.species.id) else tall * 0.6


def _reach(tall: float) -> float:
    return max(2.5, tall * 0.75)


def _paint_shine(raster: Raster, x: int, y: int, tall: float, colour: int) -> None:
    middle, reach = y - tall * 0.45, _reach(tall) * 1.25
    for row in range(round(middle - reach), round(middle + reach) + 1):
        for column in range(round(x - reach), round(x + reach) + 1):
            distance = ((column - x) ** 2 + (row - middle) ** 2) ** 0.5 / reach
            if distance < 1:
                raster.dot(column, row, colour, round(0.75 * (1 - distance) ** 0.8, 1))


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
