"""The grid of days and kinds on which what was given is ticked."""

from __future__ import annotations

from collections.abc import Collection

from givequest.application.days.catching_up import CatchUp, EarlierDay, Tick
from givequest.domain.days import format_short_day
from givequest.domain.kinds import QUIET
from givequest.named_tuple import NamedTuple
from givequest.presentation.lines import Line, cells_of, fit
from givequest.presentation.paint import Paint

DAY_CELLS = 13
"""Cells of the column of days, with the sign of a day off."""
LEAST_CELLS, MOST_CELLS = 4, 13
"""Cells of a kind's column."""


class Cell(NamedTuple):
    """A place in the grid."""

    row: int
    column: int


def column_cells(found: CatchUp, width: int) -> int:
    """Return how many cells each kind's column takes in a width."""
    return max(min((width - DAY_CELLS) // max(len(found.kinds), 1), MOST_CELLS), LEAST_CELLS)


def cell_at(found: CatchUp, width: int, row: int, column: int) -> Cell | None:
    """Return which cell of the grid is drawn in a column of a day's line; None for none."""
    place = (column - DAY_CELLS) // column_cells(found, width)
    is_there = 0 <= row < len(found.days) and column >= DAY_CELLS and place < len(found.kinds)
    return Cell(row, place) if is_there else None


def head_line(found: CatchUp, width: int, cursor: Cell, paint: Paint) -> Line:
    """Return the names of the kinds, that of the cursor's column lit."""
    cells = column_cells(found, width)
    line: Line = [(" " * DAY_CELLS, paint.style())]
    for place, kind in enumerate(found.kinds):
        name = fit(kind.name, cells - 1, paint.glyphs.ellipsis if cells > LEAST_CELLS + 2 else "") + " "
        is_last = place == len(found.kinds) - 1
        ink = paint.style(paint.theme.role_of(kind.id), bold=place == cursor.column)
        line.append((name.rstrip() if is_last else name, ink))
    return line


def day_line(found: CatchUp, row: int, ticks: Collection[Tick], width: int, cursor: Cell, paint: Paint) -> Line:
    """Return a day with its cells: logged before, ticked, or open."""
    day, cells, glyphs = found.days[row], column_cells(found, width), paint.glyphs
    is_here = row == cursor.row
    name = fit(format_short_day(day.day), DAY_CELLS - 3, "")
    line: Line = [
        (f"{glyphs.cursor if is_here else ' '} ", paint.style("accent", bold=True)),
        (name, paint.style("text" if is_here else "muted", bold=is_here)),
        (glyphs.rest if day.rest else " ", paint.style("rest")),
    ]
    for place, kind in enumerate(found.kinds):
        sign, role = _sign(day, kind.id, ticks, paint)
        if Cell(row, place) == cursor:
            line.append((sign, paint.style("cursor_text", "cursor_background", bold=True)))
        else:
            line.append((sign, paint.style(role, bold=role == "kept")))
        if place < len(found.kinds) - 1:  # a blank behind the last could have no room
            line.append((" " * (cells - cells_of(sign)), paint.style()))
    return line


def _sign(day: EarlierDay, kind: str, ticks: Collection[Tick], paint: Paint) -> tuple[str, str]:
    glyphs = paint.glyphs
    if kind in day.kinds:
        return f" {glyphs.done} ", "muted"
    if kind == QUIET and day.slip:
        return f" {glyphs.slip} ", "slip"
    return (f"[{glyphs.done}]", "kept") if (day.day, kind) in ticks else ("[ ]", "muted")


def caught_up(count: int, days: int) -> str:
    """Return what is said of what was written down."""
    what = "One deed" if count == 1 else f"{count} deeds"
    where = "a day" if days == 1 else f"{days} days"
    return f"{what} written down, on {where} gone by. {{change.undo}} takes it back."
