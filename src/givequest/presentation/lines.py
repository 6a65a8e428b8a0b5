"""Lines of spans: text with the ink that it is drawn in, measured in terminal cells.

How an ink looks is decided where a line is written out: by Textual, by a console, or by the first
frame. What is drawn here is the same for all of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from givequest.named_tuple import NamedTuple


class Ink(NamedTuple):
    """How text is to look: roles of the theme, or colours of its own."""

    role: str = "text"
    """The role of the letters, or a colour as `#rrggbb`."""
    on: str = "background"
    """The role of the ground below them, or a colour as `#rrggbb`."""
    bold: bool = False
    italic: bool = False


_PLAIN = re.compile(
    "[ -~\u00a1-\u00ac\u00ae-\u02ff\u2010-\u2027\u2030-\u205e\u2190-\u2199\u2500-\u25fc\u2660-\u2667\u2713\u2726]*"
)
"""Latin, typographic marks, arrows, lines, blocks, shapes and a few signs, without what some terminals draw wider."""

Span = tuple[str, Ink]
Line = list[Span]


def is_plain(text: str) -> bool:
    """Return whether each letter of a text takes one cell for sure: Latin letters, and the signs that we draw with."""
    return _PLAIN.fullmatch(text) is not None


def cells_of(text: str) -> int:
    """Return how many cells of a terminal a text takes."""
    if is_plain(text):
        return len(text)
    from rich.cells import cell_len  # its tables are read only where letters are wider than one cell, or may be

    return cell_len(text)


def set_cells(text: str, cells: int) -> str:
    """Return a text as exactly some cells: filled up with blanks, or cut."""
    if is_plain(text):
        return text[: max(cells, 0)].ljust(cells)
    from rich.cells import set_cell_size

    return set_cell_size(text, cells)


def width_of(line: Iterable[Span]) -> int:
    """Return how many cells a line takes."""
    return sum(cells_of(text) for text, _ in line)


def justify(left: Line, right: Line, width: int, fill: Ink, ellipsis: str) -> Line:
    """Return two ends of a line, the left one shortened where both do not fit."""
    room = width - width_of(right) - 1
    if width_of(left) > room:
        left = shorten(left, max(room, 0), ellipsis)
    gap = max(width - width_of(left) - width_of(right), 0)
    return [*left, (" " * gap, fill), *right]


def shorten(line: Line, width: int, ellipsis: str) -> Line:
    """Return a line cut to a width, with an ellipsis where something is missing."""
    if width_of(line) <= width:
        return line
    kept: Line = []
    room = max(width - cells_of(ellipsis), 0)
    for text, ink in line:
        size = cells_of(text)
        if size > room:
            kept.append((set_cells(text, room).rstrip() + (ellipsis if width > 0 else ""), ink))
            break
        kept.append((text, ink))
        room -= size
    return kept


def fit(text: str, cells: int, ellipsis: str) -> str:
    """Return a text as exactly some cells: filled up, or cut with an ellipsis."""
    size = cells_of(text)
    if size <= cells:
        return text + " " * (cells - size)
    return set_cells(set_cells(text, cells - cells_of(ellipsis)).rstrip() + ellipsis, cells)


def wrap(text: str, width: int, most: int = 1000) -> list[str]:
    """Return text broken at spaces into lines of a width in cells, `most` of them at the most."""
    lines: list[str] = []
    line = ""
    for word in text.split(" "):
        candidate = f"{line} {word}" if line else word
        if cells_of(candidate) <= width:
            line = candidate
            continue
        if line:
            lines.append(line)
        pieces = _chopped(word, max(width, 1)) if cells_of(word) > width else [word]
        lines.extend(pieces[:-1])
        line = pieces[-1] if pieces else ""
        if len(lines) >= most:
            break
    if line:
        lines.append(line)
    return lines[:most]


def _chopped(word: str, width: int) -> list[str]:
    if is_plain(word):
        return [word[start : start + width] for start in range(0, len(word), width)]
    from rich.cells import chop_cells

    return chop_cells(word, width)


def first_seen(chosen: int, rows: int, room: int) -> int:
    """Return the place of the first row that is drawn, of more than there is room for: the chosen one is among them."""
    return min(max(chosen - room // 2, 0), max(rows - room, 0))
