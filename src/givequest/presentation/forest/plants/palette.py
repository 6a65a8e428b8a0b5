"""The tones of plants: of their species, in a season's light, paler with distance."""

from __future__ import annotations

from givequest.domain.forest.places import Place, unit
from givequest.presentation.forest.colours import mix, ramp
from givequest.presentation.forest.season import Season
from givequest.presentation.forest.toning import AS_IT_IS, Toning

VARIANTS = 7
_FADES = 6
"""Steps of distance, from right in front to the horizon."""
_PETALS = (
    (0xE8505B, 0xFF8A80), (0xF2B134, 0xFFE08A), (0xB57EDC, 0xDDB6F2), (0xF4F1E8, 0xFFFFFF),
    (0xF48FB1, 0xFFC1D6), (0x6C8EE8, 0xA9C1FF), (0xF27F3D, 0xFFB27A),
)  # fmt: skip
_EVERGREENS = {"pine": (0x35734C, 0x1F5A4A), "moss": (0x7C8F4E, 0xD8C27A), "fern": (0x4E9A52, 0xD8C27A)}
_FRESH = {"oak": 0x3F8A44, "birch": 0x9BC24F, "willow": 0x86A85A, "poplar": 0x5FA05A}
_TURNED = (0xC8412B, 0xE2A32E, 0xD9772B, 0xB8862E, 0xD75A2E, 0xE8B93C, 0xA8572C)
_TRUNKS = {"birch": (0x5B5550, 0xE9E4DA), "moss": (0x6B6F76, 0x969AA0)}
_CAPS = ((0xC44536, 0xE2604C), (0xB98A5A, 0xDDB582))
"""The hats of mushrooms."""
_CHERRY, _CHERRY_VARIANT = 0xF6B3CC, 2
_SNOW, _FROST = 0xF2F6FB, 0x98A2B4


_CLEAR = (1.0, 1.0, 1.0, 0.0, 0.0, 0.0)
"""Air that takes nothing away and adds nothing, by day and night."""
LEAVES = 4
"""Which of the tones is that of the leaves, two darker before it and a brighter one after it."""


def _air(season: Season, share: float) -> tuple[float, float, float, float, float, float]:
    """Return what a tone's red, green and blue are multiplied by through so much air, and what is added."""
    near = 1 - share
    (red, green, blue), haze = season.light, season.haze
    return (
        red * near, green * near, blue * near,
        (haze >> 16) * share, (haze >> 8 & 255) * share, (haze & 255) * share,
    )  # fmt: skip


class Palette:
    """The tones of every plant at one moment, in the landscape of one home."""

    def __init__(self, season: Season, seed: str, toning: Toning = AS_IT_IS) -> None:
        self._season = season
        self._start = int(unit(f"{seed}/tones") * VARIANTS)
        self._made: dict[tuple[str, int, int], tuple[int, ...]] = {}
        self._near: dict[tuple[str, int], list[int]] = {}
        self._tone = toning.plants
        self._air = [_CLEAR if toning.plants else _air(season, 0.1 * fade) for fade in range(_FADES + 1)]

    def of(self, place: Place) -> tuple[int, ...]:
        """Return what each tone of the plant at a place looks like."""
        key = place.species.id, (place.number * 3 + self._start) % VARIANTS, int((1 - place.depth) * _FADES)
        tones = self._made.get(key)
        if tones is None:
            tones = self._tones(*key)
            tones = self._made[key] = tuple(map(self._tone, tones)) if self._tone else tones
        return tones

    def toned(self, colour: int) -> int:
        """Return what becomes of another colour of what stands in the forest."""
        return self._tone(colour) if self._tone else colour

    def _tones(self, species: str, variant: int, fade: int) -> tuple[int, ...]:
        """Return the tones of a plant some steps away: with less relief, and fading into the air."""
        near = self._near.get((species, variant))
        if near is None:
            near = self._near[species, variant] = self._tones_nearby(species, variant)
        tones = near
        if fade:
            leaves, flat = near[LEAVES], 0.09 * fade
            shades = [mix(tone, leaves, flat) for tone in near[LEAVES - 2 : LEAVES + 2]]
            tones = [*near[: LEAVES - 2], *shades, *near[LEAVES + 2 :]]
        red, green, blue, add_red, add_green, add_blue = self._air[fade]
        return tuple(
            int((tone >> 16) * red + add_red) << 16
            | int((tone >> 8 & 255) * green + add_green) << 8
            | int((tone & 255) * blue + add_blue)
            for tone in tones
        )

    def _tones_nearby(self, species: str, variant: int) -> list[int]:
        season = self._season
        leaves = mix(self._leaves(species, variant), _FROST, 0.42 * season.snow * (species not in _EVERGREENS))
        shades = ramp(leaves)
        top = mix(shades[3], _SNOW, max(0.0, min(1.0, 1.7 * season.snow - 0.4)))
        petals = _CAPS[variant % 2] if species == "moss" else _PETALS[variant]
        tones = [*_TRUNKS.get(species, (0x4A3526, 0x6E5138)), *shades, *petals, top]
        if season.snow and species in ("blossom", "moss", "fern"):
            tones = [mix(tone, _SNOW, 0.5 * season.snow) for tone in tones]
        return tones

    def _leaves(self, species: str, variant: int) -> int:
        season, share = self._season, variant / (VARIANTS - 1)
        if species in _EVERGREENS:
            one, other = _EVERGREENS[species]
            leaves = mix(one, other, 0.24 * share)
            return mix(leaves, 0xB5712F, 0.6 * season.autumn) if species == "fern" else leaves
        if species == "blossom":
            return mix(season.leaves, 0x5C9A4A, 0.62)
        leaves = mix(season.leaves, _FRESH[species], 0.5 * (1 - season.autumn) * (season.fullness > 0.6))
        leaves = mix(leaves, 0xE8F08A if variant % 2 else 0x1E5A3A, 0.1 + 0.12 * share)
        if species == "oak" and variant == _CHERRY_VARIANT:
            leaves = mix(leaves, _CHERRY, 0.88 * season.bloom**3)
        return mix(leaves, _TURNED[variant], 0.62 * season.autumn)
