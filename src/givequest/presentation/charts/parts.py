"""Parts of charts: strokes in colour, bars, legends, blocks side by side."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from givequest.appearance.theme import HEAT
from givequest.domain.charts.balance import Balance
from givequest.domain.rules import Rules
from givequest.presentation.charts.captions import name_of
from givequest.presentation.charts.legend import month_legend
from givequest.presentation.charts.strokes import Stroke
from givequest.presentation.lines import Line, Span, set_cells, shorten, width_of, wrap
from givequest.presentation.paint import Paint

NAME_CELLS = 12
MARGIN = 2
"""Columns on either side of what has no frame."""
LABEL = NAME_CELLS + 1
"""Columns of a name before a bar or a plot."""
MOST_BAR = 48
AFTER_BAR = 6
"""Columns of the longest bar, and of the number behind one with a margin."""
LEGEND_EDGE = 5
"""Columns of a lower border that a legend leaves to it."""
MOST_DETAILS = 8
"""Lines of what was done on a day."""


def ink_of(series: str, paint: Paint) -> str:
    """Return the role that a series is drawn in."""
    return paint.theme.role_of(series, "kept")


def coloured(strokes: Iterable[Stroke], paint: Paint, *, cursor: int = 0, bold: bool = False) -> Line:
    """Return strokes as spans; those of the day `cursor` (an ordinal) stand out."""
    line: Line = []
    for text, role, day, heavy, ground in strokes:
        if paint.few_colours and role in HEAT:  # a step is told by its density
            role, ground = "kept", "background"
        if cursor and day == cursor:
            style = paint.style("cursor_text", "cursor_background", bold=True)
        else:
            style = paint.style(role, ground, bold=heavy or bold)
        if line and line[-1][1] is style:
            line[-1] = (line[-1][0] + text, style)
        else:
            line.append((text, style))
    return line


def space(cells: int, paint: Paint) -> Span:
    """Return some blank cells."""
    return " " * max(cells, 0), paint.style()


def padded(line: Line, width: int, paint: Paint) -> Line:
    """Return a line cut or filled up to a width."""
    line = shorten(line, width, paint.glyphs.ellipsis)
    return [*line, space(width - width_of(line), paint)]


def beside(left: Sequence[Line], right: Sequence[Line], width: int, paint: Paint) -> list[Line]:
    """Return two blocks side by side, the left one `width` cells wide."""
    return [
        padded(left[row] if row < len(left) else [], width, paint) + (right[row] if row < len(right) else [])
        for row in range(max(len(left), len(right)))
    ]


def share_out(room: int, least: int, comfortable: int) -> tuple[int, int]:
    """Return the lines of what a month or year came to, and those of the day below it.

    It is the room alone that decides, so that nothing moves while the cursor goes from day to day.
    """
    details = max(min((room - least) * 2 // 3, MOST_DETAILS), 1)
    blank = room - details > comfortable
    return room - details - blank, details


def with_margin(lines: Iterable[Line], paint: Paint) -> list[Line]:
    """Return lines moved in by the margin."""
    return [[space(MARGIN, paint), *line] if line else [] for line in lines]


def name_cell(name: str, width: int, paint: Paint, *, chosen: bool, strong: bool, has_cursor: bool = True) -> Line:
    """Return the name of a row in exactly `width` cells, behind the cursor, or the place of it, where there is one."""
    mark = f"{paint.glyphs.cursor if chosen else ' '} " if has_cursor else ""
    style = paint.style("accent" if chosen else "text" if strong or not has_cursor else "muted", bold=chosen or strong)
    return [(set_cells(set_cells(f"{mark}{name}", max(width - 1, 0)), width), style)]


def under_legend(
    frame: list[Line], legend: list[Line], width: int, paint: Paint, border: str = "border_focus"
) -> list[Line]:
    """Return a frame with a legend in its lower border, or below it when it is longer than a line."""
    if len(legend) > 1:
        return [*frame, *with_margin(legend, paint)]
    glyphs, edge = paint.glyphs, paint.style(border)
    rule = glyphs.h * max(width - LEGEND_EDGE - width_of(legend[0]), 0)
    return [*frame[:-1], [(f"{glyphs.bl}{glyphs.h} ", edge), *legend[0], (f" {rule}{glyphs.br}", edge)]]


def legend_lines(rules: Rules, width: int, paint: Paint) -> list[Line]:
    """Return what the marks of a month mean, in as many lines as it takes."""
    return flow((coloured(entry, paint) for entry in month_legend(rules, paint.glyphs)), width, paint)


def flow(entries: Iterable[Line], width: int, paint: Paint) -> list[Line]:
    """Return entries one after the other, in as many lines as they take."""
    lines: list[Line] = [[]]
    for entry in entries:
        if lines[-1] and width_of(lines[-1]) + 2 + width_of(entry) > width:
            lines.append([])
        lines[-1] += [space(2 if lines[-1] else 0, paint), *entry]
    return lines


def bar_cells(width: int) -> int:
    """Return how many columns a bar takes in a block of some width, beside its name and its number."""
    return max(min(width - LABEL - AFTER_BAR, MOST_BAR), 0)


def balance_lines(balance: Balance, rules: Rules, width: int, paint: Paint, *, with_numbers: bool) -> list[Line]:
    """Return a bar for each giving kind; none where nothing was given."""
    if not balance.total:
        return []
    most = max(balance.deeds.values(), default=0)
    cells = bar_cells(width)
    lines: list[Line] = []
    for kind, number in balance.deeds.items():
        share, shown = number / most if most else 0, number if with_numbers else None
        lines.append(bar_line(name_of(kind, rules), share, shown, cells, ink_of(kind, paint), paint))
    return lines


def bar_line(name: str, share: float, number: int | None, cells: int, role: str, paint: Paint) -> Line:
    """Return a name, a bar of some cells filled to a share of 0 to 1, and a number; None where none is to be told."""
    line: Line = [(set_cells(set_cells(name, NAME_CELLS), LABEL), paint.style("muted"))]
    line += paint.gauge(share, cells, role)
    return line if number is None else [*line, (f"{number or '':>4}", paint.style("text"))]


def heading_line(words: str, paint: Paint) -> Line:
    """Return a heading."""
    return [(words, paint.style(bold=True))]


def sentence_lines(sentences: Iterable[str], width: int, paint: Paint) -> list[Line]:
    """Return sentences below a blank line, each wrapped to a width; nothing where there are none."""
    said: list[Line] = [[(line, paint.style())] for sentence in sentences for line in wrap(sentence, max(width, 1))]
    return [[], *said] if said else []
