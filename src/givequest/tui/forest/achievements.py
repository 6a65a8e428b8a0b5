"""The shelf of achievements, as lines."""

from __future__ import annotations

from collections.abc import Sequence

from givequest.application.achievements import EarnedAchievement
from givequest.domain.days import MONTHS
from givequest.presentation.lines import Line, shorten
from givequest.presentation.paint import Paint

EMPTY = ("The shelf is still bare.", "Things turn up here by surprise, the morning after.")
NAME_CELLS = 28


def achievement_lines(achievements: Sequence[EarnedAchievement], width: int, paint: Paint) -> list[Line]:
    """Return what has been earned, the latest first: its name, when and with what, and its line below."""
    text, muted = paint.style("text"), paint.style("muted")
    if not achievements:
        return [[], *([("  " + line, text if line is EMPTY[0] else muted)] for line in EMPTY)]
    lines: list[Line] = []
    for earned in reversed(achievements):
        day = earned.day
        when = f"{day.day} {MONTHS[day.month - 1]} {day.year}"
        name = f"{earned.achievement.name:<{NAME_CELLS}}" if width >= 60 else f"{earned.achievement.name}  "
        head: Line = [
            (f"  {paint.glyphs.level} ", paint.style("level")),
            (name, paint.style("level", bold=True)),
            (when, text),
            (f"  {earned.deed}", muted),
        ]
        lines += [[], shorten(head, width - 1, paint.glyphs.ellipsis)]
        body: Line = [(f"    {earned.achievement.line}", text)]
        lines.append(shorten(body, width - 1, paint.glyphs.ellipsis))
    return lines
