"""The picture: sky, land and plants as pixels, for any size, day and hour."""

from __future__ import annotations

from givequest.domain.forest.first_plants import BENCH_DEPTH
from givequest.domain.forest.grove import Grove
from givequest.domain.forest.moment import Moment
from givequest.domain.forest.places import pond_of
from givequest.domain.forest.visitors import NOBODY, Guests
from givequest.presentation.forest.colours import mix
from givequest.presentation.forest.land.landmarks import paint_landmarks, paint_resident, residents_of
from givequest.presentation.forest.land.lantern import paint_lantern
from givequest.presentation.forest.land.meadow import paint_meadow, paint_pond
from givequest.presentation.forest.land.ridges import paint_hills
from givequest.presentation.forest.motion import Stage
from givequest.presentation.forest.perspective import HORIZON
from givequest.presentation.forest.plants.painting import paint_plant, paint_sparks
from givequest.presentation.forest.plants.palette import Palette
from givequest.presentation.forest.raster import Raster
from givequest.presentation.forest.season import Season
from givequest.presentation.forest.sky import paint_sky
from givequest.presentation.forest.toning import AS_IT_IS, Toning

BENCH = "bench"
SMALLEST = 4
"""No picture is drawn that is less high, in pixels."""


class Scenery:
    """The picture of a grove at a moment, of a size in pixels, as a theme would have it; some of it moves."""

    def __init__(
        self,
        grove: Grove,
        moment: Moment,
        width: int,
        height: int,
        guests: Guests = NOBODY,
        toning: Toning = AS_IT_IS,
    ) -> None:
        season = Season(moment)
        palette = Palette(season, grove.seed, toning)
        self._toning = toning
        self._stage = Stage(width, height, season, grove, guests, palette)
        self._ground = _paint_still(Raster(width, height), grove, season, palette, toning)
        self.still = self._ground.copy()
        """All that does not move."""
        self.still.tone(toning.whole)

    def spots(self, tick: int) -> dict[int, int]:
        """Return the colours of the pixels where something moves at a tick, by rows times width and columns."""
        width, height, ground, whole = self._ground.width, self._ground.height, self._ground.pixels, self._toning.whole
        found: dict[int, int] = {}
        if width < 1 or height < SMALLEST:
            return found
        for x, y, colour, share in self._stage.spots(tick):
            if 0 <= x < width and 0 <= y < height:
                at = y * width + x
                found[at] = colour if share >= 1 else mix(found.get(at, ground[at]), colour, share)
        return {at: whole(colour) for at, colour in found.items()} if whole else found

    def frame(self, tick: int = 0) -> Raster:
        """Return the whole picture at a tick."""
        raster = self.still.copy()
        for at, colour in self.spots(tick).items():
            raster.pixels[at] = colour
        return raster


def paint_forest(
    grove: Grove, moment: Moment, width: int, height: int, guests: Guests = NOBODY, toning: Toning = AS_IT_IS
) -> Raster:
    """Return the picture of a grove at a moment, of some width and height in pixels, as a theme would have it."""
    return Scenery(grove, moment, width, height, guests, toning).frame()


def _paint_still(raster: Raster, grove: Grove, season: Season, palette: Palette, toning: Toning) -> Raster:
    width, height = raster.width, raster.height
    if width < 1 or height < SMALLEST:
        return raster
    paint_sky(raster, round(height * HORIZON), season, grove.seed)
    paint_hills(raster, season, grove)
    paint_meadow(raster, season, grove.seed, grove.counts)
    paint_pond(raster, season, pond_of(grove.seed, grove.counts.get("quiet", 0)))
    raster.tone(toning.land)
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
    return raster


def _paint_other(raster: Raster, other: tuple[float, str, int], season: Season, seed: str, palette: Palette) -> None:
    if other[1] == BENCH:
        paint_lantern(raster, season, seed, palette)
    else:
        paint_resident(raster, other, season, seed, palette)
