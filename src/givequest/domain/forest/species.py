"""Species: which plant each kind of deed grows into, and where in the landscape it likes to stand."""

from __future__ import annotations

from typing import NamedTuple


class Species(NamedTuple):
    """A sort of plant."""

    id: str
    singular: str
    plural: str
    nearest: float
    """How near (0 is the horizon, 1 the lower edge) it grows at the most."""
    farthest: float
    share: int
    """Its part of the places, beside those of the other species."""
    height: float
    """Of the oldest, in parts of the tallest tree."""


BLOSSOM = Species("blossom", "flower bed", "flower beds", 1.0, 0.22, 7, 0.62)
OAK = Species("oak", "oak", "oaks", 0.86, 0.0, 5, 1.0)
PINE = Species("pine", "pine", "pines", 0.86, 0.0, 5, 1.0)
BIRCH = Species("birch", "pair of birches", "pairs of birches", 0.82, 0.1, 4, 0.86)
WILLOW = Species("willow", "willow", "willows", 0.84, 0.1, 4, 0.8)
MOSS = Species("moss", "mossy stone", "mossy stones", 1.0, 0.28, 6, 0.3)
POPLAR = Species("poplar", "poplar", "poplars", 0.84, 0.0, 3, 1.0)
FERN = Species("fern", "fern", "ferns", 1.0, 0.4, 3, 0.3)

ALL = (BLOSSOM, OAK, PINE, BIRCH, WILLOW, MOSS, POPLAR, FERN)
RELEASE = "release"
"""What is planted by letting an expectation go, beside the kinds of deeds."""
BY_KIND = {
    "congratulate": BLOSSOM,
    "help": OAK,
    "reconnect": PINE,
    "introduce": BIRCH,
    "listen": WILLOW,
    "quiet": MOSS,
    RELEASE: FERN,
}


def species_of(kind: str) -> Species:
    """Return what a kind grows into; kinds of a person's own grow into poplars."""
    return BY_KIND.get(kind, POPLAR)
