"""What grows low: seedlings, flower beds, stones with their moss, ferns. Small maps of pixels, drawn by hand."""

from __future__ import annotations

from functools import lru_cache

from givequest.domain.forest.raster import Sprite
from givequest.domain.forest.trees import ACCENT, ACCENT_LIGHT, BRIGHT, DARK, MIDDLE, SHADOW, TOP, TRUNK, TRUNK_DARK

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
        ("..O..o.O./oOmo.Om.o/mmomOmoOm/bmmommmom/dbmdmbdmd", ".o.O..O../OmomOoOmo/mmOmmmomm/bomdmOmbm/dmbdmdmdb"),
        (
            "...o.O..o.O.../.O.mO.om.mO.o/omOmmomOmomOm/mmomOmmommOmm/bmmommOmbmomm/dbmdmbmdmdbmd",
            "..O..o..O..o./o.mOom.OmoOm./mOmmomOmmomOm/mmomOmmomOmmo/bmdmmombmmdmm/ddmbdmdmbdmdb",
        ),
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


def _read(drawing: str) -> Sprite:
    lines = drawing.split("/")
    middle = max(map(len, lines)) // 2
    return Sprite(
        (column - middle, line + 1 - len(lines), _TONES[sign])
        for line, text in enumerate(lines)
        for column, sign in enumerate(text)
        if sign != "."
    )


@lru_cache(maxsize=256)
def small_plant(species: str, size: int, shape: int) -> Sprite:
    """Return a low plant, `size` from 0 to 5."""
    shapes = _MAPS[species][max(0, min(size, SIZES - 1))]
    return _read(shapes[shape % len(shapes)])


@lru_cache(maxsize=8)
def seedling(size: int) -> Sprite:
    """Return a tree that is still to become one, `size` from 0 to 2."""
    return _read(_SEEDLINGS[max(0, min(size, 2))])
