"""The tabs of the pages, at the left of every page's first line: their keys, and as many of their names as fit."""

from __future__ import annotations

from givequest.named_tuple import NamedTuple
from givequest.presentation.key_strip import StripKey
from givequest.presentation.lines import Line, cells_of
from givequest.presentation.paint import Paint

BESIDE, LEAST_BESIDE = 26, 12
"""Cells that what stands beside the tabs takes at the least: day and level, or the day alone."""


class Tabs(NamedTuple):
    """The pages with their keys, and which of them is open."""

    pages: tuple[StripKey, ...] = ()
    lit: str = ""
    """The id of the command that goes to the page that is open; empty on a page that has no tab."""


def tab_line(tabs: Tabs, width: int, paint: Paint) -> Line:
    """Return the tabs for a line of some width: with names, or with that of the open page, or with none."""
    return _drawn(tabs, _words(tabs, width), paint)


def tab_at(tabs: Tabs, width: int, column: int) -> StripKey | None:
    """Return which tab is in a column, as `tab_line` draws them in a width; None where none is."""
    end = 0
    for tab, words in zip(tabs.pages, _words(tabs, width), strict=True):
        start, end = end, end + 1 + cells_of(words)
        if start <= column < end:
            return tab
    return None


def _words(tabs: Tabs, width: int) -> list[str]:
    """Return what is written on each tab."""
    named = [f"{tab.key} {tab.title}".strip() for tab in tabs.pages]
    one_named = [
        words if tab.id == tabs.lit or not tab.key else tab.key for tab, words in zip(tabs.pages, named, strict=True)
    ]
    for words, beside in ((named, BESIDE), (one_named, LEAST_BESIDE)):
        if sum(map(cells_of, words)) + len(words) + 1 + beside <= width:
            return words
    return [tab.key or tab.title[:1] for tab in tabs.pages]


def _drawn(tabs: Tabs, words: list[str], paint: Paint) -> Line:
    lit, plain = paint.style("cursor_text", "cursor_background", bold=True), paint.style("muted")
    line: Line = []
    was_lit = False
    for tab, written in zip(tabs.pages, words, strict=True):
        is_lit = tab.id == tabs.lit
        line.append((" ", lit if is_lit or was_lit else plain))
        key, gap, title = written.partition(" ")
        if is_lit:
            line.append((written, lit))
        else:
            line += [(key, paint.style("accent")), (gap + title, plain)]
        was_lit = is_lit
    return [*line, (" ", lit if was_lit else plain)] if line else []
