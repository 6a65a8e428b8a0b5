"""A forest as the contents of files: a picture for browsers, and a text that any editor shows."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from givequest.presentation.forest.description import describe
from givequest.presentation.forest.picture import paint_forest
from givequest.presentation.forest.svg import svg_of
from givequest.presentation.forest.text_art import draw_signs, text_of
from givequest.presentation.forest.toning import toning_of

if TYPE_CHECKING:
    from givequest.appearance import Theme
    from givequest.application.forest import Forest

PICTURE_SIZE = (160, 90)
"""Width and height in pixels of a picture that is saved."""
TEXT_SIZE = (100, 30)
"""Columns and lines of one that is saved as text."""


def saved_forms(forest: Forest, day: date, theme: Theme, *, with_numbers: bool) -> dict[str, str]:
    """Return a day as the contents of files, by their names: an SVG, as a theme would have it, and a text."""
    grove, moment, guests = forest.grove_on(day), forest.moment(day), forest.guests(day)
    words = describe(grove, moment, forest.origins(), guests, with_numbers=with_numbers)
    name = f"forest-{day.isoformat()}"
    signs = text_of(draw_signs(grove, moment, *TEXT_SIZE))
    picture = paint_forest(grove, moment, *PICTURE_SIZE, guests, toning_of(theme))
    return {
        f"{name}.svg": svg_of(picture, "A forest of good deeds", words),
        f"{name}.txt": "\n".join([signs, "", *words, ""]),
    }
