"""The shelf of surprises, as lines."""

from __future__ import annotations

from collections.abc import Sequence

from givequest.application.achievements import Surprise
from givequest.domain.days import MONTHS
from givequest.presentation.lines import Line, shorten
from givequest.presentation.paint import Paint

EMPTY = ("The shelf is still bare.", "What comes to stand here comes as a surprise, the morning after.")
NAME_CELLS = 28


def shelf_lines(surprises: Sequence[Surprise], width: int, paint: Paint) -> list[Line]:
    """Return what has been earned, the latest first: its name, when and with what, and its line below."""
    text, muted = paint.style("text"), paint.style("muted")
    if not surprises:
        return [[], *([("  " + line, text if line is EMPTY[0] else muted)] for line in EMPTY)]
    lines: list[Line] = []
    for surprise in reversed(surprises):
        day = surprise.day
        when = f"{day.day} {MONTHS[day.month - 1]} {day.year}"
        name = f"{surprise.achievement.name:<{NAME_CELLS}}" if width >= 60 else f"{surprise.achievement.name}  "
        head: Line = [
            (f"  {paint.glyphs.level} ", paint.style("level")),
            (name, paint.style("level", bold=True)),
            (when, text),
            (f"  {surprise.deed}", muted),
        ]
        lines += [[], shorten(head, width - 1, paint.glyphs.ellipsis)]
        body: Line = [(f"    {surprise.achievement.line}", text)]
        lines.append(shorten(body, width - 1, paint.glyphs.ellipsis))
    return lines
