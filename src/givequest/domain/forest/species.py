"""Species: the plants that kinds of deed grow into, and where in the landscape each likes to stand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from givequest.domain.kinds import Kind
from givequest.named_tuple import NamedTuple


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
    first: str
    """What it is called as the first of its sort, in "the first flowers in your forest"."""


BLOSSOM = Species("blossom", "flower bed", "flower beds", 1.0, 0.22, 7, 0.62, "flowers")
OAK = Species("oak", "oak", "oaks", 0.86, 0.0, 5, 1.0, "oak")
PINE = Species("pine", "pine", "pines", 0.86, 0.0, 5, 1.0, "pine")
BIRCH = Species("birch", "pair of birches", "pairs of birches", 0.82, 0.1, 4, 0.86, "birches")
WILLOW = Species("willow", "willow", "willows", 0.84, 0.1, 4, 0.8, "willow")
MOSS = Species("moss", "mossy stone", "mossy stones", 1.0, 0.28, 6, 0.3, "moss")
POPLAR = Species("poplar", "poplar", "poplars", 0.84, 0.0, 3, 1.0, "poplar")
FERN = Species("fern", "fern", "ferns", 1.0, 0.4, 3, 0.3, "fern")

ALL = (BLOSSOM, OAK, PINE, BIRCH, WILLOW, MOSS, POPLAR, FERN)
RELEASE = "release"
"""What is planted by letting an expectation go, beside the kinds of deeds."""
_BY_ID = {species.id: species for species in ALL}


def species_of(kind: Kind) -> Species:
    """Return what a kind grows into; a poplar where it names no plant that there is."""
    return _BY_ID.get(kind.plant, POPLAR)


def species_by_kind(kinds: Iterable[Kind]) -> Mapping[str, Species]:
    """Return what each of some kinds grows into by its id, and what a release grows into."""
    return {**{kind.id: species_of(kind) for kind in kinds}, RELEASE: FERN}
