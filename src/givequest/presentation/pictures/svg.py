"""Rows of cells as SVG, whole by itself: no script, nothing to fetch, shapes instead of letters where they can be."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from html import escape
from itertools import pairwise

from givequest.presentation.lines import cells_of
from givequest.presentation.pictures.cells import Row, Run, columns_of
from givequest.presentation.pictures.signs import HEIGHT, WIDTH, Polygon, shape_of

MARGIN = 16
"""Around the cells, in units of the picture."""
FONT = "ui-monospace,'SF Mono',Menlo,Consolas,'DejaVu Sans Mono','Liberation Mono',monospace"
FONT_SIZE = 16.6
BASELINE = 15
_PARTS = re.compile(r"\S+(?: \S+)*")
"""Words of a run; what is further apart than a blank has a place of its own, so that no font moves it."""


def style_sheet(extra: str = "") -> str:
    """Return the style of a picture's text."""
    return (
        f"<style>text{{font:{FONT_SIZE}px {FONT};white-space:pre}}.b{{font-weight:700}}.i{{font-style:italic}}"
        f"{extra}</style>"
    )


def opening(columns: int, rows: int, ground: str, title: str, words: str = "", *, margin: int = MARGIN) -> str:
    """Return the beginning of a picture of some cells: its size, what it is for those who can't see it, its ground."""
    width, height = columns * WIDTH + 2 * margin, rows * HEIGHT + 2 * margin
    described = f"<desc>{escape(words)}</desc>" if words else ""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{-margin} {-margin} {width} {height}" width="{width}" '
        f'height="{height}" role="img"><title>{escape(title)}</title>{described}'
        f'<rect x="{-margin}" y="{-margin}" width="{width}" height="{height}" rx="{margin // 2}" fill="{ground}"/>'
    )


def picture_of(rows: Sequence[Row], ground: str, title: str, words: str = "") -> str:
    """Return rows as a picture."""
    parts = [opening(columns_of(rows), len(rows), ground, title, words), style_sheet()]
    for number, row in enumerate(rows):
        if drawn := svg_row(row, ground):
            parts.append(f'<g transform="translate(0 {number * HEIGHT})">{drawn}</g>')
    return "\n".join([*parts, "</svg>", ""])


def svg_row(row: Row, ground: str) -> str:
    """Return one row as elements: what lies below, shapes, and then text."""
    below, shapes, texts = dict[str, list[str]](), dict[tuple[str, float], list[str]](), list[str]()
    for run in row:
        width = cells_of(run.text)
        if run.ground != ground:
            below.setdefault(run.ground, []).append(
                f"M{run.column * WIDTH} 0h{width * WIDTH}v{HEIGHT}h-{width * WIDTH}z"
            )
        if width != len(run.text):
            texts += _texts(run)
            continue
        letters = []
        for column, sign in enumerate(run.text, run.column):
            shape = shape_of(sign)
            letters.append(sign if shape is None else " ")
            if shape is not None:
                paths = shapes.setdefault((run.colour, shape.share), [])
                paths += [_path(polygon, column * WIDTH) for polygon in shape.polygons]
        texts += _texts(run._replace(text="".join(letters)))
    return "".join(
        [f'<path fill="{colour}" d="{_joined(paths)}"/>' for colour, paths in below.items()]
        + [f'<path fill="{colour}"{_share(share)} d="{_joined(paths)}"/>' for (colour, share), paths in shapes.items()]
        + texts
    )


def _share(share: float) -> str:
    return "" if share == 1 else f' opacity="{share}"'


def _texts(run: Run) -> Iterable[str]:
    names = "".join(name for name, wanted in (("b", run.bold), ("i", run.italic)) if wanted)
    kind = f' class="{" ".join(names)}"' if names else ""
    for part in _PARTS.finditer(run.text):
        cells = cells_of(part[0])
        x = (run.column + cells_of(run.text[: part.start()])) * WIDTH
        length = f' textLength="{cells * WIDTH}"' if cells > 1 else ""
        yield f'<text x="{x}" y="{BASELINE}" fill="{run.colour}"{kind}{length}>{escape(part[0], quote=False)}</text>'


def _path(polygon: Polygon, left: float) -> str:
    points = [(left + x, y) for x, y in polygon]
    steps = "".join(
        f"h{_short(x2 - x1)}"
        if y1 == y2
        else f"v{_short(y2 - y1)}"
        if x1 == x2
        else f"l{_short(x2 - x1)} {_short(y2 - y1)}"
        for (x1, y1), (x2, y2) in pairwise(points)
    )
    return f"M{_short(points[0][0])} {_short(points[0][1])}{steps}z"


def _joined(paths: Iterable[str]) -> str:
    """Return paths as one; boxes that touch in a row become one box."""
    joined: list[str] = []
    for path in paths:
        if joined and (longer := _continued(joined[-1], path)):
            joined[-1] = longer
        else:
            joined.append(path)
    return "".join(joined)


_BOX = re.compile(r"M(\S+) (\S+)h([\d.]+)v([\d.]+)h-[\d.]+z")


def _continued(first: str, second: str) -> str | None:
    a, b = _BOX.fullmatch(first), _BOX.fullmatch(second)
    if a is None or b is None or (a[2], a[4]) != (b[2], b[4]) or float(a[1]) + float(a[3]) != float(b[1]):
        return None
    width = _short(float(a[3]) + float(b[3]))
    return f"M{a[1]} {a[2]}h{width}v{a[4]}h-{width}z"


def _short(number: float) -> str:
    return f"{round(number, 1):g}"
