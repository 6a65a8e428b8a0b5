"""The forest of a day, painted for a card."""

from __future__ import annotations

from datetime import date

from givequest.application.forest import Forest
from givequest.presentation.forest.picture import paint_forest
from givequest.presentation.forest.raster import Raster
from givequest.presentation.forest.toning import toning_of
from givequest.presentation.pictures.card import COLUMNS
from givequest.tui.context import AppContext


def forest_of(givequest: AppContext, day: date, lines: int) -> Raster:
    """Return the forest as wide as a card, in so many lines of half blocks. Raises `StorageError`."""
    forest = givequest.game.derived(Forest)
    toning = toning_of(givequest.paint.theme)
    return paint_forest(forest.grove_on(day), forest.moment(day), COLUMNS, 2 * lines, forest.guests(day), toning)
