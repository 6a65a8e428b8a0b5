"""The picture: sky, land and plants as pixels, for any size, day and hour."""

from __future__ import annotations

from givequest.domain.forest.first_plants import BENCH_DEPTH
from givequest.domain.forest.grove import Grove
from givequest.domain.forest.moment import Moment
from givequest.domain.forest.places import pond_of
from givequest.domain.forest.visitors import NOBODY, Guests
from givequest.presentation.forest.guests import paint_guests
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
    is_lantern_due = True
    glowing = None
    for plant in grove.plants():
        if is_lantern_due and plant.place.depth > BENCH_DEPTH:
            paint_lantern(raster, season, grove.seed, palette)
            is_lantern_due = False
        is_newest = plant.place.number == grove.newest
        paint_plant(raster, plant, season, palette, glows=is_newest)
        glowing = plant if is_newest else glowing
    if is_lantern_due:
        paint_lantern(raster, season, grove.seed, palette)
    if glowing is not None:
        paint_sparks(raster, glowing, season, palette)
    paint_guests(raster, guests, season, grove.seed, palette)
    raster.tone(toning.whole)
    return raster
