"""Motion: the few pixels of a picture that move with time. At tick 0 everything is where a still picture has it."""

from __future__ import annotations

from collections.abc import Iterator
from math import cos, sin

from givequest.domain.forest.grove import Grove
from givequest.domain.forest.landmarks import landmarks_of
from givequest.domain.forest.places import unit
from givequest.domain.forest.visitors import Guests
from givequest.presentation.forest.colours import lit, mix
from givequest.presentation.forest.land.drawings import DRAWINGS, TONES
from givequest.presentation.forest.land.landmarks import Site, site_of
from givequest.presentation.forest.perspective import HORIZON
from givequest.presentation.forest.plants.palette import Palette
from givequest.presentation.forest.season import Season

Spot = tuple[int, int, int, float]
"""A pixel right and down, a colour, and how much of it is that colour (up to 1)."""
FIREFLIES, FALLING = 14, 7
_LEAVES = (0xC8412B, 0xE2A32E, 0xD9772B, 0xE8B93C)
_PUFFS, _SMOKE_TICKS = 4, 8


class Stage:
    """Where things move: a picture's size and moment."""

    def __init__(self, width: int, height: int, season: Season, grove: Grove, guests: Guests, palette: Palette) -> None:
        self.width = width
        self.height = height
        self._season = season
        self._grove = grove
        self._guests = guests
        self._palette = palette
        self._key = f"{grove.seed}/guests/{season.ordinal}"
        self._landmarks = {landmark.id for landmark in landmarks_of(grove.days)}

    def spots(self, tick: int) -> Iterator[Spot]:
        """Yield what is where at a tick, from 0 on; two of them are half a second apart or more."""
        if "hut" in self._landmarks:
            yield from self._smoke(tick)
        if "mill" in self._landmarks:
            yield from self._sails(tick)
        if self._guests.bird:
            yield from self._bird(tick)
        yield from self._falling(tick)
        if self._guests.fireflies and self._season.sun < 0.05:
            for number in range(FIREFLIES):
                yield from self._firefly(number, tick)

    def _smoke(self, tick: int) -> Iterator[Spot]:
        site = site_of("hut", self.width, self.height, self._grove.seed)
        chimney, top = self._corner("hut", site, DRAWINGS["hut"][0].index("c"), 0)
        season = self._season
        colour = self._palette.toned(mix(lit(0xECECF0, season.light), season.haze, 0.2))
        for number in range(_PUFFS):
            age = (tick + number * _SMOKE_TICKS // _PUFFS) % _SMOKE_TICKS
            right = round(0.09 * age * age + 0.6 * sin(age * 1.4 + number)) * site.scale
            for step in range(site.scale**2):
                x, y = chimney + right + step % site.scale, top - (age + 1) * site.scale + step // site.scale
                yield x, y, colour, round(0.75 * (1 - age / _SMOKE_TICKS), 2)

    def _sails(self, tick: int) -> Iterator[Spot]:
        site = site_of("mill", self.width, self.height, self._grove.seed)
        hub = next(line for line, text in enumerate(DRAWINGS["mill"]) if "r" in text)
        x, y = self._corner("mill", site, len(DRAWINGS["mill"][0]) // 2, hub)
        colour = self._palette.toned(lit(TONES["s"], self._season.light))
        crossed = ((1, 1), (-1, 1), (1, -1), (-1, -1))
        upright = ((1, 0), (-1, 0), (0, 1), (0, -1))
        for right, down in upright if tick // 2 % 2 else crossed:
            for far in range(1, 4):
                for step in range(site.scale**2):
                    across, below = step % site.scale, step // site.scale
                    yield x + right * far * site.scale + across, y + down * far * site.scale + below, colour, 1.0

    @staticmethod
    def _corner(name: str, site: Site, column: int, line: int) -> tuple[int, int]:
        """Return the upper left pixel of one of a drawing's."""
        lines, scale = DRAWINGS[name], site.scale
        left, top = site.x - len(lines[0]) * scale // 2, site.y - len(lines) * scale + 1
        return left + column * scale, top + line * scale

    def _bird(self, tick: int) -> Iterator[Spot]:
        span = self.width + 8
        x = (round(self.width * (0.2 + 0.6 * unit(self._key))) + 4 + tick) % span - 4
        y = round(self.height * HORIZON * (0.2 + 0.25 * unit(self._key + "y")))
        season = self._season
        colour = self._palette.toned(mix(lit(0x2B2E3A, season.light), season.sky[0], 0.2))
        tips = -1 if tick % 2 else 0
        for right, down in ((-2, tips), (-1, -1 - tips), (0, 0), (1, -1 - tips), (2, tips)):
            yield x + right, y + down, colour, 1.0

    def _falling(self, tick: int) -> Iterator[Spot]:
        """Yield leaves in autumn, petals in spring, flakes in winter, where there are plants for them to fall from."""
        season = self._season
        if season.snow > 0.5:
            colours: tuple[int, ...] = (0xFFFFFF,)
        elif season.autumn > 0.35:
            colours = _LEAVES
        elif season.bloom > 0.35:
            colours = (0xF6B3CC, 0xFFFFFF)
        else:
            return
        if self._grove.deeds < FALLING:
            return
        top, span = round(self.height * 0.34), max(round(self.height * 0.54), 1)
        for number in range(FALLING):
            fallen = tick + round(span * unit(f"{self._key}/fall/{number}"))
            down, times = fallen % span, fallen // span
            start = self.width * unit(f"{self._key}/fall/{number}/{times}")
            x = round(start + 0.3 * down + 1.5 * sin(down * 0.7 + number))
            yield x, top + down, self._palette.toned(lit(colours[number % len(colours)], season.light)), 0.9

    def _firefly(self, number: int, tick: int) -> Iterator[Spot]:
        stage = (tick + number) // 3
        if tick and (stage + number) % 5 == 0:
            return
        x = round(self.width * unit(f"{self._key}/{number}x") + 2 * sin(stage * 1.3 + number))
        y = round(
            self.height * (HORIZON + 0.08 + 0.5 * unit(f"{self._key}/{number}y")) + 1.5 * cos(stage * 0.9 + number)
        )
        for right, down in ((-1, 0), (1, 0), (0, -1), (0, 1)):
            yield x + right, y + down, self._palette.toned(0xE9F07A), 0.3
        yield x, y, self._palette.toned(0xFBFFC0), 1.0
