"""Months: each has a theme of its own that colours the board and begins with a word. No goals, nothing carried over."""

from __future__ import annotations

from datetime import date

from givequest.domain.days import MONTHS
from givequest.named_tuple import NamedTuple

SOUTH = "south"


class MonthTheme(NamedTuple):
    """What a month is about."""

    name: str
    role: str
    """The role of a theme whose colour leads in this month."""
    line: str


_THEMES = (
    MonthTheme("snow", "quiet", "quiet suits it."),
    MonthTheme("embers", "warmth", "somebody once kept you warm."),
    MonthTheme("thaw", "reconnect", "the old paths show again."),
    MonthTheme("seeds", "congratulate", "praise what's only just beginning."),
    MonthTheme("blossom", "listen", "let others go on talking."),
    MonthTheme("long light", "introduce", "room for one more name at the table."),
    MonthTheme("shade", "rest", "rest counts as going somewhere."),
    MonthTheme("the orchard", "help", "many hands, short work."),
    MonthTheme("the school bell", "congratulate", "somebody once taught you this."),
    MonthTheme("leaves", "warmth", "letting go is in season."),
    MonthTheme("lanterns", "level", "look who's standing at the edge."),
    MonthTheme("the hearth", "accent", "the people nearest you, first for once."),
)


def month_theme(day: date, hemisphere: str = "north") -> MonthTheme:
    """Return the theme of the month a day is in; half a year apart in the south."""
    return _THEMES[(day.month - 1 + (6 if hemisphere == SOUTH else 0)) % 12]


def new_leaf(day: date, hemisphere: str = "north") -> str:
    """Return the line that begins a month, on its first day; nothing on any other."""
    if day.day != 1:
        return ""
    theme = month_theme(day, hemisphere)
    return f"{MONTHS[day.month - 1]}, month of {theme.name}: {theme.line}"
