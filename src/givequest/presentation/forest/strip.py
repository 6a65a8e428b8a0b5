"""The forest in one line: two rows of the picture's pixels, or a row of its signs."""

from __future__ import annotations

from givequest.domain.forest.grove import Grove
from givequest.domain.forest.moment import Moment
from givequest.domain.forest.visitors import NOBODY, Guests
from givequest.presentation.forest.picture import paint_forest
from givequest.presentation.forest.raster import Raster
from givequest.presentation.forest.text_art import draw_signs, text_of
from givequest.presentation.forest.toning import AS_IT_IS, Toning

_PICTURE, _ROWS = 32, (21, 28)
"""How high the picture is of which these rows are taken: one goes through the crowns, the other through the flowers."""
_LINES, _LINE = 8, 6
"""The same of the picture in signs: the line in which most stems stand."""


def paint_strip(grove: Grove, moment: Moment, width: int, guests: Guests = NOBODY, toning: Toning = AS_IT_IS) -> Raster:
    """Return a picture of two rows of pixels, which make one line of half blocks."""
    rows = list(paint_forest(grove, moment, width, _PICTURE, guests, toning).rows())
    strip = Raster(width, len(_ROWS))
    strip.pixels[:] = [pixel for row in _ROWS for pixel in rows[row]]
    return strip


def draw_strip(grove: Grove, moment: Moment, width: int) -> str:
    """Return one line of signs."""
    return text_of(draw_signs(grove, moment, width, _LINES)[_LINE : _LINE + 1])
