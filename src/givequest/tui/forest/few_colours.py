"""The colours of the forest in signs where a terminal has sixteen: a theme's soft ones would all be greys there."""

from __future__ import annotations

from givequest.domain.forest.moment import Moment
from givequest.presentation.forest.season import Season
from givequest.presentation.lines import Ink
from givequest.presentation.paint import Paint, ink

FEW = ("standard", "windows")
"""What Rich calls terminals of few colours."""
_ON_DARK = {
    "congratulate": "#ff55ff", "help": "#55ff55", "reconnect": "#00aa00", "introduce": "#ffffff", "listen": "#00aaaa",
    "quiet": "#7777ff", "bonus": "#ffff55", "warmth": "#d08030", "level": "#ffff55", "muted": "#aaaaaa",
    "faint": "#555555",
}  # fmt: skip
_ON_LIGHT = {
    "congratulate": "#aa00aa", "help": "#007000", "reconnect": "#007878", "introduce": "#555555", "listen": "#aa5500",
    "quiet": "#0000aa", "bonus": "#555555", "warmth": "#aa0000", "level": "#aa5500", "muted": "#555555",
    "faint": "#aaaaaa",
}  # fmt: skip
_LEAVES = {
    "autumn": {"help": "#d08030", "introduce": "#ffff55", "listen": "#ff5555", "bonus": "#ff5555"},
    "winter": {"help": "#aaaaaa", "listen": "#aaaaaa", "bonus": "#aaaaaa"},
}
"""What the calendar makes of the leaves, where it is dark behind them."""


def few_inks(paint: Paint, moment: Moment) -> dict[str, Ink]:
    """Return an ink of the sixteen for each role that the signs of a moment are drawn in."""
    if paint.theme.is_see_through:
        return {}  # its roles are colours of the terminal already
    is_dark = paint.theme.dark
    colours = _ON_DARK | _LEAVES.get(Season(moment).name, {}) if is_dark else _ON_LIGHT
    ground = paint.theme.colour("background")
    return {role: ink(colour, ground) for role, colour in colours.items()}
