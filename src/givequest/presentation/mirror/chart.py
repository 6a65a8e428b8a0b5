"""The mirror as a picture: a bar a month in four shades, whose party it was, beside the deeds of that month."""

from __future__ import annotations

from givequest.application.mirror.mirror import MirrorMonth, MirrorYear
from givequest.domain.days import MONTHS
from givequest.domain.mirror.counts import PostCounts
from givequest.named_tuple import NamedTuple
from givequest.presentation.charts.parts import coloured, flow, space, under_legend, with_margin
from givequest.presentation.charts.plots import shade_stroke
from givequest.presentation.charts.strokes import Stroke
from givequest.presentation.frame import framed
from givequest.presentation.lines import Line, wrap
from givequest.presentation.mirror.words import ASIDE, SORTS, sources_words, told_month
from givequest.presentation.paint import Paint

SHADES = (4, 3, 2, 1)
"""The step of the heatmap's scale for each sort of post: what goes to others is the strongest."""
LABEL, NUMBER, APART = 5, 6, 2
"""Columns of a month's name, of a number behind a bar, and between posts and deeds."""
LEAST_DEEDS, MOST_BAR = 8, 96
"""Columns of the deeds' bar at least; and of the posts' at most."""
LEGEND_EDGE = 5
LEAST_WIDTH, LEAST_HEIGHT = 40, 14
"""Columns and lines of twelve months with a frame; on fewer columns no number is behind a bar."""


ROOMY = 33
"""Lines from which on months are set apart."""


class MirrorView(NamedTuple):
    """A year of the mirror, and what is looked at in it."""

    year: MirrorYear
    month: int
    """1 to 12; 0 for none."""
    with_numbers: bool = True


def mirror_lines(view: MirrorView, width: int, height: int, paint: Paint) -> list[Line]:
    """Return the picture in an area of cells; on few lines the months around the one that is looked at."""
    has_frame = height >= LEAST_HEIGHT and width >= LEAST_WIDTH
    rows = _rows(view, width - 4 if has_frame else width, paint)
    if not has_frame:
        room = max(height - 2, 1)
        first = max(0, min(view.month - 1 - room // 2, len(rows) - room))
        return [*rows[first : first + room], *_sentences(view, width, paint)][:height]
    if height >= ROOMY:
        rows = [line for row in rows for line in (row, [])][:-1]
    title = f"Whose party it was, {view.year.year}"
    frame = framed(title, [_head(view, width - 4, paint), *rows], width, len(rows) + 3, paint, "border_focus")
    lines = under_legend(frame, legend_lines(width - LEGEND_EDGE, paint), width, paint)
    told = _sentences(view, width - 4, paint)
    blank: list[Line] = [[]] if height - len(lines) > len(told) else []
    return [*lines, *blank, *with_margin(told, paint)][:height]


def legend_lines(width: int, paint: Paint) -> list[Line]:
    """Return what the four shades mean, in as many lines as it takes."""
    entries = [
        [*coloured([shade_stroke(shade, paint.glyphs)], paint), (f" {words}", paint.style("muted"))]
        for shade, words in zip(SHADES, SORTS, strict=True)
    ]
    return flow(entries, width, paint)


def _sentences(view: MirrorView, width: int, paint: Paint) -> list[Line]:
    lines: list[Line] = []
    if view.month:
        month = view.year.months[view.month - 1]
        told = told_month(month, with_numbers=view.with_numbers)
        lines += [[(line, paint.style())] for line in wrap(told, max(width, 1))]
    whence = f"{sources_words(view.year.sources)}. {ASIDE}" if view.year.sources else ASIDE
    return lines + [[(line, paint.style("muted"))] for line in wrap(whence, max(width, 1))]


def _cells(width: int, with_numbers: bool) -> tuple[int, int]:
    """Return the columns of a bar of posts and of one of deeds."""
    numbers = 2 * NUMBER if with_numbers else 0
    room = max(width - LABEL - APART - numbers, 2)
    deeds = max(min(room // 4, 24), min(LEAST_DEEDS, room // 2))
    return min(room - deeds, MOST_BAR), deeds


def _head(view: MirrorView, width: int, paint: Paint) -> Line:
    posts, _ = _cells(width, view.with_numbers)
    gap = posts + (NUMBER if view.with_numbers else 0) + APART
    muted = paint.style("muted")
    return [space(LABEL, paint), ("your posts".ljust(gap)[:gap], muted), ("your deeds", muted)]


def _rows(view: MirrorView, width: int, paint: Paint) -> list[Line]:
    view = view._replace(with_numbers=view.with_numbers and width >= LEAST_WIDTH - 4)
    posts, deeds = _cells(width, view.with_numbers)
    return [_row(view, month, posts, deeds, paint) for month in view.year.months]


def _row(view: MirrorView, month: MirrorMonth, posts: int, deeds: int, paint: Paint) -> Line:
    is_chosen = month.month.month == view.month
    mark = f"{paint.glyphs.cursor if is_chosen else ' '}"
    name = MONTHS[month.month.month - 1][:3]
    line: Line = [(f"{mark}{name}".ljust(LABEL), paint.style("accent" if is_chosen else "muted", bold=is_chosen))]
    strokes: list[Stroke] = []
    for shade, cells in zip(SHADES, bar_cells(month.counts, view.year.most_posts, posts), strict=True):
        strokes += [shade_stroke(shade, paint.glyphs)] * cells
    line += coloured(strokes, paint)
    line.append(space(posts - len(strokes), paint))
    if view.with_numbers:
        line.append((_number(month.counts.total), paint.style("text")))
    line.append(space(APART, paint))
    most = view.year.most_deeds
    line += paint.gauge(month.deeds / most if most else 0, deeds, "kept") if month.deeds else [space(deeds, paint)]
    if view.with_numbers:
        line.append((_number(month.deeds), paint.style("text")))
    return line


def bar_cells(counts: PostCounts, most: int, cells: int) -> tuple[int, ...]:
    """Return how many cells of a bar each sort takes; all together as many as its share of the largest month.

    Whatever there is has a cell, as long as there are as many; what is left over goes to the largest remainders.
    """
    if not counts.total or not most:
        return (0,) * len(counts)
    length = max(round(counts.total / most * cells), min(sum(number > 0 for number in counts), cells), 1)
    found = [min(1, number) for number in counts]
    while sum(found) > length:
        found[max((place for place in range(len(found)) if found[place]), key=lambda at: -counts[at])] -= 1
    shares = [number * length / counts.total for number in counts]
    while sum(found) < length:
        found[max(range(len(found)), key=lambda at: shares[at] - found[at])] += 1
    return tuple(found)


def _number(number: int) -> str:
    return f"{number:>{NUMBER},}" if number else " " * NUMBER
