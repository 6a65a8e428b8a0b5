"""Screens that follow each other, as one SVG that plays by itself: only what changes is in it more than once."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import groupby

from givequest.named_tuple import NamedTuple
from givequest.presentation.pictures.cells import Row
from givequest.presentation.pictures.signs import HEIGHT, WIDTH
from givequest.presentation.pictures.svg import opening, style_sheet, svg_row

_LOOK = re.compile(r'(?<=") fill="(#[0-9a-f]{6})"(?: class="([bi ]+)")?(?= textLength|>)')
PIXELS = "▀"
STEP = 16
"""Colours of pixels that differ by less are one: nobody sees it, and it takes much less room."""


class Frame(NamedTuple):
    """What is on screen for a while."""

    rows: tuple[Row, ...]
    seconds: float


def film(frames: Sequence[Frame], ground: str, title: str) -> str:
    """Return screens of one size as a picture that plays them over and over.

    Each row is a strip of all that ever stands in it, side by side; it jumps when the row changes. What is made of
    pixels is a strip of whole pictures below the rows, where each colour is written down once.
    """
    columns = max(run.column + len(run.text) for row in frames[0].rows for run in row)
    total = sum(frame.seconds for frame in frames)
    style, parts = [f"g.f{{animation:{total:.2f}s step-end infinite}}.p{{stroke-width:1}}"], list[str]()

    def strip(name: str, top: int, draw: Callable[[Frame], str]) -> None:
        jump, begin = columns * WIDTH + 200, 0.0
        places: dict[str, int] = {}
        stops = list[str]()
        for drawn, group in groupby(((draw(frame), frame.seconds) for frame in frames), key=lambda each: each[0]):
            place = places.setdefault(drawn, len(places))
            stops.append(f"{100 * begin / total:.2f}%{{transform:translateX({-place * jump}px)}}")
            begin += sum(seconds for _, seconds in group)
        drawn = "".join(
            f'<g transform="translate({place * jump})">{drawn}</g>' if place else drawn
            for drawn, place in places.items()
            if drawn
        )
        if len(places) > 1:
            style.append(f"@keyframes {name}{{{''.join(stops)}}}#{name}{{animation-name:{name}}}")
            drawn = f'<g id="{name}" class="f">{drawn}</g>'
        if drawn:
            parts.append(f'<g transform="translate(0 {top})">{drawn}</g>' if top else drawn)

    strip("p", 0, lambda frame: _pixels(frame.rows))
    for number in range(len(frames[0].rows)):
        strip(f"r{number}", number * HEIGHT, lambda frame, n=number: svg_row(_letters(frame.rows[n]), ground))  # type: ignore[misc]
    drawn = _classed("\n".join(parts), style)
    return "\n".join(
        [opening(columns, len(frames[0].rows), ground, title), style_sheet("".join(style)), drawn, "</svg>", ""]
    )


def _classed(drawn: str, style: list[str]) -> str:
    """Write down once how text looks, in the style, and only its name where it stands."""
    looks = {found[0]: found.groups() for found in _LOOK.finditer(drawn)}
    for number, (look, (colour, names)) in enumerate(
        sorted(looks.items(), key=lambda each: len(each[0]), reverse=True)
    ):
        marks = {"b": "font-weight:700;", "i": "font-style:italic;"}
        style.append(f".t{number}{{{''.join(marks[name] for name in (names or '').split())}fill:{colour}}}")
        drawn = re.sub(rf"{re.escape(look)}(?= textLength|>)", f' class="t{number}"', drawn)
    return drawn


def _letters(row: Row) -> Row:
    return tuple(run for run in row if not _is_pixels(run.text))


def _is_pixels(text: str) -> bool:
    return set(text) == set(PIXELS)


def _pixels(rows: Sequence[Row]) -> str:
    """Return all that is drawn with half blocks: a rectangle in the commonest colour, and lines on top of it."""
    grid: dict[int, dict[int, str]] = {}
    for number, row in enumerate(rows):
        for run in row:
            if _is_pixels(run.text):
                for column in range(run.column, run.column + len(run.text)):
                    grid.setdefault(2 * number, {})[column] = _near(run.colour)
                    grid.setdefault(2 * number + 1, {})[column] = _near(run.ground)
    if not grid:
        return ""
    ((most, _),) = Counter(colour for line in grid.values() for colour in line.values()).most_common(1)
    paths, ends = dict[str, list[str]](), dict[str, tuple[int, int]]()
    for y, line in grid.items():
        for colour, cells in groupby(sorted(line), key=line.__getitem__):
            if colour != most:
                x, *others = cells
                end_x, end_y = ends.get(colour, (0, 0))
                across = f"{x - end_x}{y - end_y if y < end_y else f' {y - end_y}'}"
                paths.setdefault(colour, []).append(f"m{across}h{len(others) + 1}")
                ends[colour] = x + len(others) + 1, y
    left, right = min(map(min, grid.values())), max(map(max, grid.values())) + 1
    top, bottom = min(grid), max(grid) + 1
    drawn = "".join(f'<path stroke="{colour}" d="{"".join(found)}"/>' for colour, found in paths.items())
    return (
        f'<g class="p" transform="scale({WIDTH})"><rect x="{left}" y="{top}" width="{right - left}" '
        f'height="{bottom - top}" fill="{most}"/><g transform="translate(0 .5)">{drawn}</g></g>'
    )


def _near(colour: str) -> str:
    steps = (min(round(int(colour[at : at + 2], 16) / STEP) * STEP, 255) for at in (1, 3, 5))
    return "#" + "".join(f"{step:02x}" for step in steps)
