"""The last line of every page: the keys that matter there, as many as fit."""

from __future__ import annotations

from collections.abc import Sequence

from givequest.named_tuple import NamedTuple
from givequest.presentation.lines import Line, cells_of, width_of
from givequest.presentation.paint import Paint


class StripKey(NamedTuple):
    """A command as the strip names it."""

    id: str
    key: str
    """Its key as people write it; empty where it has none."""
    title: str
    always: bool = False
    """Whether it keeps its place when others give way: help, the way to all of them."""


def fitting(keys: Sequence[StripKey], width: int, paint: Paint) -> list[StripKey]:
    """Return the keys that have room in a width of cells; the last ones give way first."""
    shown = list(keys)
    while len(shown) > 1 and width_of(strip_line(shown, paint)) > width:
        spare = [key for key in shown if not key.always]
        shown.remove(spare[-1])
    return shown


def strip_line(keys: Sequence[StripKey], paint: Paint) -> Line:
    """Return all of some keys with their titles."""
    line: Line = [(" ", paint.style())]
    for key in keys:
        line += [(f" {key.key}", paint.style("accent", bold=True)), (f" {key.title} ", paint.style("muted"))]
    return line


def key_at(keys: Sequence[StripKey], column: int) -> StripKey | None:
    """Return which of some keys, drawn by `strip_line`, is in a column; None where none is."""
    end = 1
    for key in keys:
        start, end = end, end + cells_of(f" {key.key}") + cells_of(f" {key.title} ")
        if start <= column < end:
            return key
    return None
