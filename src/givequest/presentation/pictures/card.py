"""A card to share: a chart or the forest with what it is of, and nothing of the program around it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from givequest.presentation.forest.colours import hexadecimal
from givequest.presentation.forest.raster import Raster
from givequest.presentation.lines import Line
from givequest.presentation.paint import Paint
from givequest.presentation.pictures.cells import Row, placed, row_of

COLUMNS = 80
"""How wide a card is."""
STRIP, FOREST = 6, 24
"""Lines of the forest below a chart, and by itself."""
SIGNATURE = "givequest"


def chart_card(lines: Iterable[Line], forest: Raster, paint: Paint) -> list[Row]:
    """Return a chart with a strip of the forest below it."""
    return [*text_rows(lines, paint), (), *forest_rows(forest), _signature(paint)]


def forest_card(forest: Raster, title: str, words: Iterable[Line], paint: Paint) -> list[Row]:
    """Return the forest with its day above it, and words below it."""
    heading: Line = [(title, paint.style("text", bold=True))]
    return [row_of(heading, paint), (), *forest_rows(forest), *text_rows(words, paint), _signature(paint)]


def text_rows(lines: Iterable[Line], paint: Paint) -> list[Row]:
    """Return lines as rows, without empty ones at the end."""
    rows = [row_of(line, paint) for line in lines]
    while rows and not any(run.text.strip() for run in rows[-1]):
        rows.pop()
    return rows


def forest_rows(forest: Raster) -> Sequence[Row]:
    """Return a picture of an even height as rows of half blocks."""
    return [
        placed(("▀", hexadecimal(above), hexadecimal(below), False, False) for above, below in line)
        for line in forest.cells()
    ]


def _signature(paint: Paint) -> Row:
    style = paint.style("muted")
    return row_of([(" " * (COLUMNS - len(SIGNATURE)), style), (SIGNATURE, style)], paint)
