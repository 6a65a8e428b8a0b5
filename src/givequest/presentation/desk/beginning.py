"""The desk on which nothing is written: how a message is begun, and where it goes."""

from __future__ import annotations

from collections.abc import Sequence

from givequest.presentation.lines import Line, cells_of, shorten, wrap
from givequest.presentation.paint import Paint

HEADING = "Nothing's being written."
KEYS = (
    ("desk.write", "begin a message"),
    ("quest.write", "on Today: begin one for the chosen quest"),
    ("person.write", "on People: begin one to whoever is chosen"),
)
"""The commands that begin one, and where."""
FATE = ("It's written here, copied, and sent by you.", "Nothing leaves this machine by itself.")
MARGIN, MEASURE = 2, 76


def empty_desk(width: int, height: int, paint: Paint, keys: Sequence[tuple[str, str]]) -> list[Line]:
    """Return the lines of an empty desk in an area of cells; `keys` are those of `KEYS`, as they are in force."""
    gap = " " * (MARGIN if width >= MEASURE // 2 else 0)
    wide = max((cells_of(key) for key, _ in keys), default=0)
    lines: list[Line] = [[], [(gap + HEADING, paint.style("text", bold=True))], []]
    for key, words in keys:
        lines.append([(f"{gap}{key:<{wide}}  ", paint.style("accent", bold=True)), (words, paint.style("muted"))])
    told = [row for sentence in FATE for row in wrap(sentence, max(min(width - 2 * len(gap), MEASURE), 1))]
    lines += [[], *([(gap + row, paint.style("muted"))] for row in told)]
    return [shorten(line, width, paint.glyphs.ellipsis) for line in lines[:height]]
