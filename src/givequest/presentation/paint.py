"""Paint: a theme and its glyphs, made ready for drawing lines and for writing them out."""

from __future__ import annotations

from functools import cache

from givequest.appearance import Glyphs, Theme
from givequest.appearance.terminal_colours import DEFAULT, DIM, is_terminals_own
from givequest.appearance.theme import GROUNDS
from givequest.named_tuple import NamedTuple
from givequest.presentation.lines import Ink, Line


class Look(NamedTuple):
    """An ink resolved by a theme: what a terminal is told."""

    colour: str
    """`#rrggbb`, or the terminal's own: its letters, or one of its sixteen."""
    ground: str
    """The same."""
    bold: bool
    italic: bool
    reverse: bool
    dim: bool = False


@cache
def ink(role: str = "text", on: str = "background", *, bold: bool = False, italic: bool = False) -> Ink:
    """Return the one ink of some roles, so that equal inks are the same object."""
    return Ink(role, on, bold, italic)


class Paint:
    """A theme made ready for drawing."""

    def __init__(
        self, theme: Theme, glyphs: Glyphs, *, without_colour: bool = False, few_colours: bool = False
    ) -> None:
        """Make a theme ready; with `few_colours`, sixteen, neighbouring steps of a scale may look the same."""
        self.has_sixteen = few_colours
        """Whether the terminal has no more than these, whatever theme is worn."""
        self.few_colours = few_colours or theme.is_see_through
        self.theme = theme
        self.glyphs = glyphs
        self.without_colour = without_colour
        self.leading = "accent"
        """The role whose colour is drawn where something is to be noticed: that of the month."""

    def style(self, role: str = "text", on: str = "background", *, bold: bool = False, italic: bool = False) -> Ink:
        """Return the ink of a role of the theme on another."""
        return ink(role, on, bold=bold, italic=italic)

    def fixed(self, role: str = "text", on: str = "background", *, bold: bool = False) -> Ink:
        """Return an ink that looks like this theme's whatever theme a line is written out with."""
        return ink(self.colour_of(role), self.theme.colour(on), bold=bold)

    def colour_of(self, role: str) -> str:
        """Return the colour of a role; colours stay what they are."""
        if role.startswith("#") or is_terminals_own(role):
            return role
        return self.theme.colour(self.leading if role in ("accent", "border_focus") else role)

    def look(self, ink: Ink) -> Look:
        """Return how an ink looks; without colours, or a ground of ours, what the cursor is on is drawn reversed."""
        reverse = self.without_colour and ink.on == "cursor_background"
        colour, ground = self.colour_of(ink.role), self._ground_of(ink.on)
        if self.theme.is_see_through:
            return self._see_through(ink, colour, ground)
        return Look(colour, ground, ink.bold, ink.italic, reverse, colour == DIM)

    def _ground_of(self, role: str) -> str:
        is_colour = role.startswith("#") or is_terminals_own(role)
        return role if is_colour else self.theme.colour(role)

    def _see_through(self, ink: Ink, colour: str, ground: str) -> Look:
        """Return how an ink looks on a terminal's own ground: letters of its colour can only be had by reversing."""
        if ink.on == "cursor_background" and ground == DEFAULT:
            return Look(DEFAULT, DEFAULT, ink.bold, ink.italic, reverse=True)
        if ink.role in GROUNDS and colour == DEFAULT and ground != DEFAULT:
            return Look(ground, DEFAULT, ink.bold, ink.italic, reverse=True)
        return Look(
            DEFAULT if colour == DIM else colour, ground, ink.bold, ink.italic, reverse=False, dim=colour == DIM
        )

    def gauge(self, share: float, cells: int, role: str, on: str = "background") -> Line:
        """Return a bar of some cells, filled to a share of 0 to 1."""
        full = min(cells, int(share * cells + 0.5)) if share > 0 else 0
        full = max(full, 1) if share > 0.02 else full
        return [
            (self.glyphs.bar_full * full, self.style(role, on)),
            (self.glyphs.bar_empty * (cells - full), self.style("faint", on)),
        ]
