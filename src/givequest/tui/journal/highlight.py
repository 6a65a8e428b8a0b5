"""Text with what was searched for standing out."""

from __future__ import annotations

from collections.abc import Iterable

from givequest.domain.journal.search import Query, find_marks
from givequest.presentation.lines import Ink, Line
from givequest.presentation.paint import Paint
from givequest.tui.journal.wrap import TAB


def marked(text: str, marks: Iterable[tuple[int, int]], plain: Ink, hit: Ink) -> Line:
    """Return a text as spans, the marked stretches in a style of their own."""
    line: Line = []
    at = 0
    for start, end in marks:
        line += [(text[at:start], plain), (text[start:end], hit)]
        at = end
    line.append((text[at:], plain))
    return [(part.replace("\t", TAB), style) for part, style in line if part]


def part_of(marks: Iterable[tuple[int, int]], start: int, end: int) -> list[tuple[int, int]]:
    """Return the marks within a stretch, counted from its beginning."""
    return [(max(a, start) - start, min(b, end) - start) for a, b in marks if a < end and b > start]


def excerpt(text: str, query: Query, room: int, plain: Ink, paint: Paint) -> Line:
    """Return a text on one line of some cells: its first words, or those around the first hit."""
    hit = paint.style("accent", "panel", bold=True)
    if not query.words:
        return [(_flat(text[:400]).strip(), plain)]
    marks = find_marks(text, query)
    start = _start_of(text, *marks[0], room) if marks else 0
    window = text[start : start + 400]
    line = marked(window, part_of(marks, start, start + len(window)), plain, hit)
    head: Line = [(paint.glyphs.ellipsis, plain)] if start else []
    return head + [(_flat(part), style) for part, style in line]


def _flat(text: str) -> str:
    return text.replace("\n", " ").replace("\t", " ")


def _start_of(text: str, hit: int, end: int, room: int) -> int:
    """Return where an excerpt begins: some words before the hit, as many as leave room for it."""
    before = max((room - (end - hit)) // 2, 0)
    if hit <= before:
        return 0
    start = text.find(" ", hit - before, hit - 1)
    return start + 1 if start >= 0 else hit
