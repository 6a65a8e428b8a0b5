"""The bench and the lantern by the path: there from the first day on, for whoever comes along."""

from __future__ import annotations

from givequest.domain.forest.first_plants import BENCH_DEPTH, bench_side
from givequest.domain.forest.places import path_at
from givequest.presentation.forest.colours import lit, mix
from givequest.presentation.forest.perspective import row_at
from givequest.presentation.forest.plants.palette import Palette
from givequest.presentation.forest.raster import Raster
from givequest.presentation.forest.season import Season


def paint_lantern(raster: Raster, season: Season, seed: str, palette: Palette) -> None:
    """Paint the lantern, lit while it is dark, and the bench beside it."""
    side = bench_side(seed)
    x = round((path_at(BENCH_DEPTH, seed) + side * 0.055) * (raster.width - 1))
    y = row_at(BENCH_DEPTH, raster.height)
    tall = max(3, round(raster.height * 0.13))
    iron, wood = (palette.toned(lit(colour, season.light)) for colour in (0x3A3F4A, 0x8A5A34))
    for up in range(tall):
        raster.dot(x, y - up, iron)
    raster.dot(x, y - tall - 1, iron)
    paint_glow(raster, x, y - tall, tall * 1.5, season)
    raster.dot(x, y - tall, mix(lit(0xC9D3D8, season.light), 0xFFD37A, 0.35 + 0.65 * season.darkness))
    seat = max(2, tall // 2)
    for step in range(seat + 1):
        raster.dot(x + side * (2 + step), y - 1, wood)
        if tall >= 6:
            raster.dot(x + side * (2 + step), y - 3, wood)
    for leg in (2, 2 + seat):
        raster.dot(x + side * leg, y, iron)


def paint_glow(raster: Raster, x: int, y: int, reach: float, season: Season) -> None:
    """Paint the light of a lamp on what is around it, while it is dark."""
    if not season.darkness:
        return
    for row in range(round(y - reach), round(y + reach) + 1):
        for column in range(round(x - reach * 1.3), round(x + reach * 1.3) + 1):
            distance = (((column - x) / 1.3) ** 2 + (row - y) ** 2) ** 0.5 / reach
            if distance < 1:
                raster.dot(column, row, 0xFFC766, round(0.55 * season.darkness * (1 - distance) ** 1.3, 1))
