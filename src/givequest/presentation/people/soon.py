"""Dates of the coming weeks as lines: told on page 5, and asked for nowhere."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from givequest.named_tuple import NamedTuple
from givequest.presentation.lines import Line, fit
from givequest.presentation.paint import Paint
from givequest.presentation.people.rows import LEAD, covered_name
from givequest.presentation.people.words import short_day

NOTHING_SOON = "No dates in the weeks to come. e on someone gives them one, like 3 dec birthday."
HEADING = "Soon"


class SoonDate(NamedTuple):
    """A date of somebody that is to come."""

    day: date
    name: str
    words: str = ""
    """What it is: `birthday`."""


def soon_lines(
    dates: Sequence[SoonDate], width: int, paint: Paint, *, chosen: int | None = None, covered: bool = False
) -> list[Line]:
    """Return a line for each date, in a width of cells; `chosen` is the number of the one that the cursor is on."""
    lines: list[Line] = []
    for number, one in enumerate(dates):
        here = number == chosen
        name = covered_name(paint) if covered else one.name
        words = f"{name}, {one.words}" if one.words else name
        sign = paint.glyphs.cursor if here else " "
        line: Line = [
            (f"{sign:<{LEAD}}", paint.style("accent", bold=True)),
            (f"{short_day(one.day)}  ", paint.style("accent")),
        ]
        taken = LEAD + len(short_day(one.day)) + 2
        line.append((fit(words, max(width - taken, 0), paint.glyphs.ellipsis), paint.style("text", bold=here)))
        lines.append(line)
    return lines
