"""Plantings and groves to look at."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import date

import pytest

from givequest.domain.forest.grove import Grove
from givequest.domain.forest.places import SPOTS
from givequest.domain.forest.planting import Planting

from ..built_in import BUILT_IN, SPECIES
from ..tui.conftest import clock, open_home, play

__all__ = ["clock", "open_home", "play"]

FIRST = date(2024, 3, 1).toordinal()


@pytest.fixture
def sow() -> Callable[..., list[Planting]]:
    """Make up so many plantings over so many days, the same for the same seed."""

    def sown(count: int, days: int, seed: int = 1) -> list[Planting]:
        chance = random.Random(seed)
        kinds = list(BUILT_IN)
        return sorted(
            Planting(
                FIRST + chance.randrange(days), chance.choice(kinds), chance.randrange(SPOTS), chance.randint(1, 3)
            )
            for _ in range(count)
        )

    return sown


@pytest.fixture
def grow() -> Callable[..., Grove]:
    """Make a grove of plantings."""

    def grown(plantings: list[Planting], seed: str = "seed") -> Grove:
        grove = Grove(seed, SPECIES)
        grove.plant(plantings)
        return grove

    return grown
