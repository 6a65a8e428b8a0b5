"""What every test may ask for: a clock that stands still, a home of its own, and a small deck."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from givequest.config.paths import Paths, find_paths
from givequest.domain.deck.cards import Card, Deck
from givequest.storage.doctor import disk_check

from .built_in import BUILT_IN

settings.register_profile(
    "givequest",
    derandomize=True,
    deadline=None,
    database=None,
    max_examples=60,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("givequest")


@pytest.fixture(scope="session", autouse=True)
def nothing_is_known_of_the_disk() -> Iterator[None]:
    """Wherever the tests run, on a network disk too, doctor has nothing to say of it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(disk_check, "MOUNTS", os.devnull)
        yield


class Clock:
    """A clock that stands still until it is moved."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        """Return what the clock shows."""
        return self.now

    def move(self, **step: float) -> None:
        """Move on by a `timedelta` of these parts."""
        self.now += timedelta(**step)


@pytest.fixture
def clock() -> Clock:
    """A Monday in November 2026, eight in the morning."""
    return Clock(datetime(2026, 11, 23, 8, 0, tzinfo=timezone(timedelta(hours=1))))


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    """The folders of a home that nobody has used yet."""
    return find_paths(str(tmp_path / "home"))


def deck_of(size: int, tiers: tuple[int, ...] = (1, 2, 3)) -> Deck:
    """Return a deck with so many cards of each kind, their efforts in turn."""
    return Deck(
        tuple(
            Card(f"{kind}.card-{number:02}", kind, f"Card {number}", f"Do the small thing {number}.", tier=tier)
            for kind in BUILT_IN
            for number in range(size)
            for tier in [tiers[number % len(tiers)]]
        )
    )


@pytest.fixture(scope="session")
def small_deck() -> Deck:
    """Six cards of each kind: small enough for everything to come around in a week."""
    return deck_of(6)
