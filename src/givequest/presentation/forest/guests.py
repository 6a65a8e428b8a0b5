"""Guests: what comes for one day and is counted nowhere. A journal entry brings fireflies, a gift a bird."""

from __future__ import annotations

from givequest.domain.forest.places import unit
from givequest.domain.forest.visitors import Guests
from givequest.presentation.forest.colours import lit, mix
from givequest.presentation.forest.perspective import HORIZON
from givequest.presentation.forest.plants.palette import Palette
from givequest.presentation.forest.raster import Raster
from givequest.presentation.forest.season import Season

FIREFLIES = 14


def paint_guests(raster: Raster, guests: Guests, season: Season, seed: str, palette: Palette) -> None:
    """Paint fireflies over the meadow once it is dusk, and the bird that crosses the sky."""
    width, height = raster.width, raster.height
    key = f"{seed}/guests/{season.ordinal}"
    if guests.bird:
        x, y = round(width * (0.2 + 0.6 * unit(key))), round(height * HORIZON * (0.2 + 0.25 * unit(key + "y")))
        colour = palette.toned(mix(lit(0x2B2E3A, season.light), season.sky[0], 0.2))
        for right, down in ((-2, 0), (-1, -1), (0, 0), (1, -1), (2, 0)):
            raster.dot(x + right, y + down, colour)
    if guests.fireflies and season.sun < 0.05:
        for number in range(FIREFLIES):
            x = round(width * unit(f"{key}/{number}x"))
            y = round(height * (HORIZON + 0.08 + 0.5 * unit(f"{key}/{number}y")))
            for right, down in ((-1, 0), (1, 0), (0, -1), (0, 1)):
                raster.dot(x + right, y + down, palette.toned(0xE9F07A), 0.3)
            raster.dot(x, y, palette.toned(0xFBFFC0))


def tell_guests(guests: Guests) -> str:
    """Return who is there in words; nothing when nobody is."""
    told = ["Fireflies are about tonight."] if guests.fireflies else []
    return " ".join([*told, "A bird crosses the sky."] if guests.bird else told)
