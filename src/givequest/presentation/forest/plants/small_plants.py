"""What grows low: seedlings, flower beds, stones with their moss, ferns. Small maps of pixels, drawn by hand."""

from __future__ import annotations

from functools import lru_cache

from givequest.presentation.forest.noise import grain
from givequest.presentation.forest.plants.trees import (
    ACCENT,
    ACCENT_LIGHT,
    BRIGHT,
    DARK,
    MIDDLE,
    SHADOW,
    TOP,
    TRUNK,
    TRUNK_DARK,
)
from givequest.presentation.forest.raster import Sprite

_TONES = {
    "t": TRUNK_DARK, "T": TRUNK, "s": SHADOW, "d": DARK, "m": MIDDLE, "b": BRIGHT,
    "o": ACCENT, "O": ACCENT_LIGHT, "w": TOP,
}  # fmt: skip
# The lowest line is the ground; the column in the middle is the foot.
_SEEDLINGS = ("b", "b.b/.m.", ".b./bmb/.d.")
_MAPS: dict[str, tuple[tuple[str, ...], ...]] = {
    "blossom": (
        ("O/m", "o/m"),
        (".O./.m./bmd", ".O.o/.m.m/bmdm"),
        ("O..o/mO.m/mmom/dbmd", ".O..o/om.Om/mmomd/bdmmd"),
        (".O.o.O./omOmom./mmommOm/dbmdbmd", "O..O.o./mo.mOm./mmOmmoO/bdmmdbm"),
    ),
    "moss": (
        ("b", "O/T"),
        (".m/TT", "OO/.T"),
        (".bm./TTTt", "OOo./.T.m/TTmt"),
        (".bmm../bTTTmt/TTTttt", ".OOo../..T.Oo/bmTmTm/TTTttt"),
        ("..bmm..../.bmTTm.OO/bTTTTTm.T/TTTTtttTt", "OOOo...../.TT.bmm../.T.bTTTm./mTmTTTttt"),
        (
            "...bbmm....../..bmTTTm..OO./.bmTTTTtm.OOo/bmTTTTTttm.T./TTTTTTttttmTm",
            ".OOo.bmmm..../OOOobTTTTm.../..T.bTTTttm.O/.mTmTTTTttmbT/TTTTTTttttttt",
        ),
    ),
    "fern": (
        ("b", "m"),
        ("b.b/.m.", "b.m/.d."),
        ("b...b/.m.m./..d..", ".b.b./b.m.m/..d.."),
        ("b.b.b.b/.m.m.m./..dmd../...s...", ".b...b./b.mbm.b/.mmdmm./...s..."),
        ("..b...b../b..m.m..b/.mb.m.bm./..mmdmm../....s....", ".b..b..b./b.m.m.m.b/.m.mmm.m./..mddm.../....s...."),
        (
            "...b...b.../b.b.m.m.b.b/.m.b.m.b.m./..mmbmbmm../....mdm..../.....s.....",
            ".b..b.b..b./b.m.m.m.m.b/.m.mbmbm.m./..mmmdmmm../....ddd..../.....s.....",
        ),
    ),
}  # fmt: skip
SIZES = 6
BED = 4
"""The size from which flowers are beds, each unlike the others."""


def _read(drawing: str) -> Sprite:
    lines = drawing.split("/")
    middle = max(map(len, lines)) // 2
    return Sprite(
        (column - middle, line + 1 - len(lines), _TONES[sign])
        for line, text in enumerate(lines)
        for column, sign in enumerate(text)
        if sign != "."
    )


def _bed(size: int, shape: int) -> Sprite:
    """Return a large flower bed: blossoms in loose bunches over a cushion of leaves."""
    half, tall = size + 1, size - 0.4
    dots = []
    for x in range(-half, half + 1):
        top = round(tall * (1 - (x / (half + 1)) ** 2) ** 0.5 + 0.9 * grain(x, shape, 71))
        for y in range(top + 1):
            bunch = grain((x + 9) // 3, y // 2, shape + 79)
            share = 0.8 if y >= top - 1 else 0.55 if bunch < 0.6 else 0.15
            if y > 0 and grain(x, y, shape + 73) < (share if (x + y) % 2 else 0.1):
                tone = ACCENT_LIGHT if y == top or bunch < 0.3 else ACCENT
            else:
                tone = DARK if y == 0 or bunch < 0.35 else BRIGHT if y == top and bunch > 0.85 else MIDDLE
            dots.append((x, -y, tone))
    return Sprite(dots)


@lru_cache(maxsize=256)
def small_plant(species: str, size: int, shape: int) -> Sprite:
    """Return a low plant, `size` from 0 to 5."""
    if species == "blossom" and size >= BED:
        return _bed(min(size, SIZES - 1), shape)
    shapes = _MAPS[species][max(0, min(size, SIZES - 1))]
    return _read(shapes[shape % len(shapes)])


@lru_cache(maxsize=8)
def seedling(size: int) -> Sprite:
    """Return a tree that is still to become one, `size` from 0 to 2."""
    return _read(_SEEDLINGS[max(0, min(size, 2))])
