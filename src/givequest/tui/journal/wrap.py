"""Wrapping of long texts for reading: line by line, only as far as is looked at."""

from __future__ import annotations

import re
from collections.abc import Iterator

from givequest.presentation.lines import cells_of

TAB = "    "
_WORD = re.compile(r"[^ \t]*[ \t]*")

Stretch = tuple[int, int]
"""Where a line begins and ends in its text."""


def wrap_text(text: str, width: int) -> Iterator[Stretch]:
    """Yield the lines of a text in a width of cells; breaks stand after spaces, and in words that are too long."""
    width = max(width, 1)
    start = 0
    for paragraph in text.split("\n"):
        yield from _wrap_paragraph(paragraph, start, width)
        start += len(paragraph) + 1


def _wrap_paragraph(paragraph: str, start: int, width: int) -> Iterator[Stretch]:
    if len(paragraph) <= width and paragraph.isascii() and "\t" not in paragraph:
        yield start, start + len(paragraph)
        return
    begin = end = cells = 0
    for match in _WORD.finditer(paragraph):
        if not match[0]:
            continue
        bare, whole = cells_with_tabs(match[0].rstrip(" \t")), cells_with_tabs(match[0])
        if cells and cells + bare > width:
            yield start + begin, start + end
            begin, cells = end, 0
        if bare > width:
            for position in range(match.start(), match.end()):
                size = cells_with_tabs(paragraph[position])
                if cells + size > width:
                    yield start + begin, start + position
                    begin, cells = position, 0
                cells += size
        else:
            cells += whole
        end = match.end()
    yield start + begin, start + len(paragraph)


def cells_with_tabs(text: str) -> int:
    """Return how many cells a text takes, its tabs as spaces."""
    return cells_of(text.replace("\t", TAB))
