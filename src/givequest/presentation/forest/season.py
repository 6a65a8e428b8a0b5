"""Seasons and hours: what the calendar does to leaves, ground, sky and light. Never what somebody did."""

from __future__ import annotations

from functools import cached_property
from math import cos, pi, sin

from givequest.domain.days import days_in_month
from givequest.domain.forest.moment import Moment
from givequest.presentation.forest.colours import Light, between, mix

SOUTH = "south"
# January to December in the north.
_LEAVES = (
    0x7A6A5E, 0x80705E, 0x9DA05A, 0xA5C75C, 0x84BC50, 0x62A548,
    0x55963F, 0x5E933B, 0x97A03A, 0xD98B2B, 0xC0682A, 0x8A6A50,
)  # fmt: skip
_FULLNESS = (0.46, 0.48, 0.62, 0.86, 1.0, 1.0, 1.0, 1.0, 1.0, 0.96, 0.78, 0.52)
_GROUND = (
    0xDDE6F0, 0xCBD8DC, 0x8FA35F, 0x7FB351, 0x72B04A, 0x67A646,
    0x6F9F42, 0x7FA24A, 0x8B9F48, 0x94974A, 0x87924F, 0xB6C2BC,
)  # fmt: skip
_SNOW = (1.0, 0.8, 0.12, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.08, 0.55)
_BLOOM = (0.0, 0.0, 0.4, 1.1, 0.5, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
_NAMES = ("winter", "spring", "summer", "autumn")
_NIGHT_SKY = (0x070B1F, 0x0E1634, 0x1D2A52)
_DAWN_SKY = (0x34427C, 0xA9708F, 0xF4A873)
_GOLD_SKY = (0x4C7FC0, 0xA9BEDD, 0xFFE0B0)
_DAY_SKY = (0x3F86D0, 0x7DB6E6, 0xCFE9F4)
_NIGHT_LIGHT, _DAWN_LIGHT, _DAY_LIGHT = (0.34, 0.42, 0.70), (0.94, 0.80, 0.80), (1.0, 1.0, 1.0)


class Season:
    """What a moment looks like."""

    def __init__(self, moment: Moment) -> None:
        day = moment.day
        self.moment = moment
        self.ordinal = day.toordinal()
        middle = (day.day - 0.5) / days_in_month(day) - 0.5
        shift = 6 if moment.hemisphere == SOUTH else 0
        self._position = (day.month - 1 + middle + shift) % 12

    def _now(self, values: tuple[float, ...]) -> float:
        month = int(self._position)
        share = self._position - month
        return values[month] + (values[(month + 1) % 12] - values[month]) * share

    def _colour(self, colours: tuple[int, ...]) -> int:
        month = int(self._position)
        return mix(colours[month], colours[(month + 1) % 12], self._position - month)

    @property
    def name(self) -> str:
        """The word for the season."""
        return _NAMES[int((self._position + 1.5) % 12 // 3)]

    @cached_property
    def leaves(self) -> int:
        """The colour of leaves."""
        return self._colour(_LEAVES)

    @cached_property
    def fullness(self) -> float:
        """How much of their crowns the trees fill, 0 to 1."""
        return self._now(_FULLNESS)

    @cached_property
    def ground(self) -> int:
        """The colour of the meadow."""
        return self._colour(_GROUND)

    @cached_property
    def snow(self) -> float:
        """How much snow lies, 0 to 1."""
        return self._now(_SNOW)

    @cached_property
    def bloom(self) -> float:
        """How much of the trees is in blossom, 0 to 1."""
        return self._now(_BLOOM)

    @cached_property
    def autumn(self) -> float:
        """How far the leaves have turned, 0 to 1."""
        return self._now((0.2, 0, 0, 0, 0, 0, 0, 0.05, 0.4, 1.0, 0.9, 0.4))

    @cached_property
    def sun(self) -> float:
        """How high the sun stands: 1 at noon of midsummer, 0 at the horizon, below 0 at night."""
        hour = self.moment.minute / 60 - 12.4
        tilt = 0.40 * sin((self._position - 2.7) / 12 * 2 * pi)
        return 0.66 * cos(hour / 12 * pi) + tilt * 0.85

    @cached_property
    def hour_angle(self) -> float:
        """Where sun and moon stand from east (0) to west (1); below 0 or above 1 beyond the horizon."""
        return (self.moment.minute / 60 - 5.4) / 14

    @cached_property
    def sky(self) -> tuple[int, int, int]:
        """The colours of the sky: above, in the middle, above the horizon."""
        steps = ((-0.22, _NIGHT_SKY), (0.0, _DAWN_SKY), (0.16, _GOLD_SKY), (0.42, _DAY_SKY))
        before = steps[0]
        for step in steps:
            if self.sun < step[0]:
                share = max(0.0, (self.sun - before[0]) / (step[0] - before[0])) if step is not before else 0.0
                top, middle, low = (mix(a, b, share) for a, b in zip(before[1], step[1], strict=True))
                return self._wintry(top), self._wintry(middle), self._wintry(low)
            before = step
        top, middle, low = map(self._wintry, before[1])
        return top, middle, low

    def _wintry(self, colour: int) -> int:
        return mix(colour, 0xB9C4D6, 0.25 * self.snow * max(self.sun, 0.0))

    @cached_property
    def light(self) -> Light:
        """What falls on everything."""
        if self.sun < 0:
            share = max(0.0, min(1.0, 1 + self.sun / 0.22))
            one, other = _NIGHT_LIGHT, _DAWN_LIGHT
        else:
            share = min(1.0, self.sun / 0.22)
            one, other = _DAWN_LIGHT, _DAY_LIGHT
        red, green, blue = (a + (b - a) * share for a, b in zip(one, other, strict=True))
        return red, green, blue

    @cached_property
    def darkness(self) -> float:
        """How much of the stars can be seen, 0 to 1."""
        return max(0.0, min(1.0, (0.02 - self.sun) / 0.2))

    def sky_at(self, height: float) -> int:
        """Return the colour of the sky from above (0) to the horizon (1)."""
        return between(self.sky, height)

    @cached_property
    def haze(self) -> int:
        """What far things fade into."""
        return mix(self.sky[2], self.sky[1], 0.35)
