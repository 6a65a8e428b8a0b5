"""The last line of every page: the keys that matter there, as many as fit."""

from __future__ import annotations

from collections.abc import Sequence

from givequest.named_tuple import NamedTuple
from givequest.presentation.lines import Line, width_of
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
