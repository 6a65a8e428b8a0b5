"""The sky: its colours, sun or moon, stars and clouds."""

from __future__ import annotations

from functools import lru_cache
from math import pi, sin

from givequest.domain.forest.places import unit
from givequest.presentation.forest.colours import WHITE, mix
from givequest.presentation.forest.noise import grain
from givequest.presentation.forest.raster import Raster
from givequest.presentation.forest.season import Season

_MONTH_OF_THE_MOON = 29.530588
_A_NEW_MOON = 730125.0  # 6 January 2000


def paint_sky(raster: Raster, horizon: int, season: Season, seed: str) -> None:
    """Paint everything above the horizon (a row of pixels)."""
    for y in range(horizon + 1):
        raster.row(y, season.sky_at((y / max(horizon, 1)) ** 1.15))
    if season.darkness:
        _paint_stars(raster, horizon, season)
        _paint_moon(raster, horizon, season)
    _paint_sun(raster, horizon, season)
    _paint_clouds(raster, horizon, season, seed)


@lru_cache(maxsize=8)
def _stars(width: int, horizon: int) -> list[tuple[int, int, float]]:
    """Return the stars that a sky can hold, with how bright (0 to 1) they are."""
    found = []
    for y in range(horizon):
        for x in range(width):
            size = grain(x, y, 17)
            if size < 0.016 * (1 - 0.5 * y / horizon):
                found.append((x, y, 0.35 + 40 * size))
    return found


def _paint_stars(raster: Raster, horizon: int, season: Season) -> None:
    for x, y, bright in _stars(raster.width, horizon):
        raster.dot(x, y, 0xFFF6DA, season.darkness**2 * bright)


def _paint_sun(raster: Raster, horizon: int, season: Season) -> None:
    share = season.hour_angle
    if not 0 <= share <= 1 or season.sun < -0.1:
        return
    x = round(raster.width * (0.06 + 0.88 * share))
    y = round(horizon * (0.9 - 0.82 * max(0.0, min(season.sun, 0.9) / 0.9) ** 0.5))
    size = max(1.0, raster.height / 24)
    warm = mix(0xFF9A4D, 0xFFF3C4, max(0.0, min(1.0, season.sun / 0.3)))
    glow = size * 4.2
    for row in range(round(y - glow), min(round(y + glow) + 1, horizon + 1)):
        for column in range(round(x - glow), round(x + glow) + 1):
            distance = ((column - x) ** 2 + (row - y) ** 2) ** 0.5
            if distance <= size:
                raster.dot(column, row, warm)
            elif distance < glow:
                raster.dot(column, row, warm, round(0.5 * (1 - (distance - size) / (glow - size)) ** 1.6, 1))


def _paint_moon(raster: Raster, horizon: int, season: Season) -> None:
    phase = (season.ordinal - _A_NEW_MOON) / _MONTH_OF_THE_MOON % 1
    share = (season.moment.minute / 60 - 18) % 24 / 12
    share = max(0.08, min(share, 0.92))
    x, y = round(raster.width * (0.06 + 0.88 * share)), round(horizon * (0.42 - 0.26 * sin(pi * share)))
    size = max(1.4, raster.height / 24)
    for row in range(round(y - size), round(y + size) + 1):
        for column in range(round(x - size), round(x + size) + 1):
            across, down = (column - x) / size, (row - y) / size
            if across * across + down * down > 1.05:
                continue
            edge = (1 - down * down) ** 0.5 * (1 - 4 * phase if phase < 0.5 else 4 * phase - 3) if abs(down) < 1 else 0
            is_lit = across >= edge if phase < 0.5 else across <= edge
            raster.dot(column, row, 0xFDF3D2, season.darkness * (1.0 if is_lit else 0.12))


def _paint_clouds(raster: Raster, horizon: int, season: Season, seed: str) -> None:
    weather = unit(f"{seed}/weather/{season.ordinal}")
    colour = mix(season.sky[2], WHITE, 0.45 * (1 - season.darkness))
    for number in range(round(weather * 4)):
        key = f"{seed}/{season.ordinal}/{number}"
        x, y = unit(key + "x") * raster.width, horizon * (0.08 + 0.5 * unit(key + "y"))
        long = raster.width * (0.06 + 0.09 * unit(key + "long"))
        for layer, (shift, stretch) in enumerate(((0.0, 1.0), (-0.2, 0.55), (0.12, 0.3))):
            for column in range(round(x + long * (shift - stretch)), round(x + long * (shift + stretch))):
                raster.dot(column, round(y) - layer, colour, (0.55, 0.7, 0.8)[layer])
