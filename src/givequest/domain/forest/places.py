"""Places: where plants can stand, well apart from each other, in an order of its own for each home."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from math import exp, sin
from zlib import crc32

from givequest.domain.forest.species import ALL, Species
from givequest.named_tuple import NamedTuple

PLACES = 300
SPOTS = 1 << 16
"""How many different numbers a planting's spot can be."""
_NEAR_FIRST = 1.6
"""More than 1: the places nearby are planted first."""
_STEP_X, _STEP_DEPTH = 0.7548776662466927, 0.5698402909980532  # the most even way to scatter points in a plane
_PATH_CLEARANCE = 0.1


class Place(NamedTuple):
    """Somewhere a plant can stand."""

    number: int
    species: Species
    x: float
    """0 is the left edge, 1 the right one."""
    depth: float
    """0 is the horizon, 1 the lower edge."""


def unit(text: str) -> float:
    """Return a number from 0 up to 1 that is always the same for a text, and unlike that of its neighbours."""
    return (crc32(text.encode()) * 0x9E3779B1 & 0xFFFFFFFF) / 4294967296


def path_at(depth: float, seed: str) -> float:
    """Return where the old path lies (0 left, 1 right) at a depth."""
    start, swing = unit(f"{seed}/path"), unit(f"{seed}/swing")
    middle = 0.36 + 0.28 * start
    return middle + (0.05 + 0.09 * swing) * sin(2.4 + 6 * start + 5.2 * (1 - depth) ** 1.4) * (0.35 + 0.65 * depth)


class Pond(NamedTuple):
    """Still water: its middle and half its extent, in parts of the picture."""

    x: float
    depth: float
    wide: float
    deep: float


def pond_of(seed: str, quiet: float) -> Pond:
    """Return the pond that some quiet days have filled."""
    depth = 0.5 + 0.12 * unit(f"{seed}/pond")
    path = path_at(depth, seed)
    full = 1 - exp(-quiet / 45)
    return Pond(path - 0.27 if path > 0.5 else path + 0.27, depth, 0.13 * full, 0.10 * full)


@lru_cache(maxsize=4)
def places_of(seed: str) -> Mapping[str, tuple[Place, ...]]:
    """Return the places of each species, the nearest first."""
    start_x, start_depth = unit(f"{seed}/x"), unit(f"{seed}/depth")
    pond = pond_of(seed, 10_000)
    owed = dict.fromkeys(ALL, 0.0)
    found: dict[Species, list[Place]] = {species: [] for species in ALL}
    for number in range(PLACES):
        depth = (start_depth + number * _STEP_DEPTH) % 1
        x = _ashore(_beside_the_path((start_x + number * _STEP_X) % 1, depth, seed), depth, pond)
        is_framed = abs(x - 0.5) > 0.4  # tall trees may stand near at the edges of the picture
        fitting = [s for s in ALL if s.farthest <= depth <= s.nearest + (0.08 if is_framed else 0)] or [ALL[0]]
        for species in fitting:
            owed[species] += species.share / sum(s.share for s in fitting)
        chosen = max(fitting, key=lambda species: (owed[species], species.share))
        owed[chosen] -= 1
        found[chosen].append(Place(number, chosen, x, depth))
    return {s.id: tuple(sorted(found[s], key=lambda place: -place.depth)) for s in ALL}


@lru_cache(maxsize=4)
def places_by_number(seed: str) -> Mapping[int, Place]:
    """Return the places by their numbers."""
    return {place.number: place for places in places_of(seed).values() for place in places}


def _beside_the_path(x: float, depth: float, seed: str) -> float:
    middle = path_at(depth, seed)
    clearance = _PATH_CLEARANCE * (0.3 + 0.7 * depth)
    if abs(x - middle) >= clearance:
        return x
    return middle + clearance * (1 + 0.6 * abs(x - middle) / clearance) * (1 if x >= middle else -1)


def _ashore(x: float, depth: float, pond: Pond) -> float:
    """Return where something stands that is not to stand in the fullest pond."""
    down = (depth - pond.depth) / (pond.deep * 1.15)
    if abs(down) >= 1:
        return x
    half = pond.wide * 1.1 * (1 - down * down) ** 0.5
    return pond.x + (half if x >= pond.x else -half) if abs(x - pond.x) < half else x


@lru_cache(maxsize=64)
def numbers_for(species: str, seed: str) -> tuple[int, ...]:
    """Return the numbers of the places that spots mean for a species, one for each 64 of them."""
    places = places_of(seed)[species]
    steps = SPOTS >> 6
    return tuple(places[int(len(places) * (step / steps) ** _NEAR_FIRST)].number for step in range(steps))
