"""A border with a title around lines."""

from __future__ import annotations

from givequest.presentation.lines import Ink, Line, shorten, width_of
from givequest.presentation.paint import Paint

SMALLEST_FRAME = (8, 3)
"""Columns and lines below which a border would leave no room for what it frames."""


def framed(
    title: str,
    content: list[Line],
    width: int,
    height: int,
    paint: Paint,
    border_role: str = "border",
    place: str = "",
    foot: Line | None = None,
) -> list[Line]:
    """Return content within a border of some width and height in cells, cut where it does not fit.

    `place` says at the right of the border which part of more is shown; `foot` stands in the lower border.
    """
    glyphs, edge, fill = paint.glyphs, paint.style(border_role), paint.style()
    heading: Line = [(f" {title} ", paint.style("text", bold=True))] if title else []
    end: Line = [(f" {place} ", paint.style("muted")), (glyphs.h, edge)] if place else []
    end = end if width_of(end) <= width // 2 else []
    heading = shorten(heading, width - 4 - width_of(end), glyphs.ellipsis)
    rule = glyphs.h * (width - 3 - width_of(heading) - width_of(end))
    lines: list[Line] = [[(glyphs.tl + glyphs.h, edge), *heading, (rule, edge), *end, (glyphs.tr, edge)]]
    inner = width - 4
    content = content[: height - 2]
    for line in content + [[]] * (height - 2 - len(content)):
        body = shorten(line, inner, glyphs.ellipsis)
        gap = (" " * (inner - width_of(body)) + " ", fill)
        lines.append([(glyphs.v, edge), (" ", fill), *body, gap, (glyphs.v, edge)])
    return [*lines, _lower_border(foot or [], width, paint, edge)]


def _lower_border(foot: Line, width: int, paint: Paint, edge: Ink) -> Line:
    glyphs = paint.glyphs
    told = shorten(foot, width - 6, glyphs.ellipsis)
    if not width_of(told):
        return [(glyphs.bl + glyphs.h * (width - 2) + glyphs.br, edge)]
    rule = glyphs.h * (width - 5 - width_of(told))
    gap = (" ", paint.style())
    return [(glyphs.bl + glyphs.h, edge), gap, *told, gap, (rule + glyphs.br, edge)]
