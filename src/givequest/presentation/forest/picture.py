"""The picture: sky, land and plants as pixels, for any size, day and hour."""

from __future__ import annotations

from givequest.domain.forest.first_plants import BENCH_DEPTH
from givequest.domain.forest.grove import Grove
from givequest.domain.forest.moment import Moment
from givequest.domain.forest.places import pond_of
from givequest.domain.forest.visitors import NOBODY, Guests
from givequest.presentation.forest.guests import paint_guests
from givequest.presentation.forest.land.landmarks import paint_landmarks, paint_resident, residents_of
from givequest.presentation.forest.land.lantern import paint_lantern
from givequest.presentation.forest.land.meadow import paint_meadow, paint_pond
from givequest.presentation.forest.land.ridges import paint_hills
from givequest.presentation.forest.perspective import HORIZON
from givequest.presentation.forest.plants.painting import paint_plant, paint_sparks
from givequest.presentation.forest.plants.palette import Palette
from givequest.presentation.forest.raster import Raster
from givequest.presentation.forest.season import Season
from givequest.presentation.forest.sky import paint_sky
from givequest.presentation.forest.toning import AS_IT_IS, Toning

BENCH = "bench"


def paint_forest(
    grove: Grove, moment: Moment, width: int, height: int, guests: Guests = NOBODY, toning: Toning = AS_IT_IS
) -> Raster:
    """Return the picture of a grove at a moment, of some width and height in pixels, as a theme would have it."""
    season = Season(moment)
    raster = Raster(width, height)
    if width < 1 or height < 4:
        return raster
    paint_sky(raster, round(height * HORIZON), season, grove.seed)
    paint_hills(raster, season, grove)
    paint_meadow(raster, season, grove.seed, grove.counts)
    paint_pond(raster, season, pond_of(grove.seed, grove.counts.get("quiet", 0)))
    raster.tone(toning.land)
    palette = Palette(season, grove.seed, toning)
    paint_landmarks(raster, season, grove, palette)
    glowing = None
    others = sorted([*residents_of(grove), (BENCH_DEPTH, BENCH, 1)], reverse=True)
    for plant in grove.plants():
        while others and plant.place.depth > others[-1][0]:
            _paint_other(raster, others.pop(), season, grove.seed, palette)
        is_newest = plant.place.number == grove.newest
        paint_plant(raster, plant, season, palette, glows=is_newest)
        glowing = plant if is_newest else glowing
    while others:
        _paint_other(raster, others.pop(), season, grove.seed, palette)
    if glowing is not None:
        paint_sparks(raster, glowing, season, palette)
    paint_guests(raster, guests, season, grove.seed, palette)
    raster.tone(toning.whole)
    return raster


def _paint_other(raster: Raster, other: tuple[float, str, int], season: Season, seed: str, palette: Palette) -> None:
    if other[1] == BENCH:
        paint_lantern(raster, season, seed, palette)
    else:
        paint_resident(raster, other, season, seed, palette)
