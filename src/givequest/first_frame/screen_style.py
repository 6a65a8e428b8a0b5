"""How the screen looks and which keys are in force: the same for the first frame and for the app behind it."""

from __future__ import annotations

import os
import sys

from givequest.appearance import Theme, choose_glyphs, without_folder
from givequest.application.game.game import Game
from givequest.commands.keymap import Keymap, name_keys, read_keymap
from givequest.composition import Home
from givequest.domain.deck.month_themes import month_theme
from givequest.domain.diagnostics import Diagnostic
from givequest.domain.settings import Settings
from givequest.named_tuple import NamedTuple
from givequest.presentation.escapes import Depth
from givequest.presentation.paint import Paint
from givequest.terminal.colours import colour_depth


class ScreenStyle(NamedTuple):
    """A theme made ready for this terminal, and the keys."""

    paint: Paint
    keymap: Keymap
    problems: tuple[Diagnostic, ...]
    """What of the theme and the keys that were chosen could not be used."""

    def with_keys(self, text: str) -> str:
        """Return a sentence of ours with the keys in force in the place of {ids of commands}."""
        return name_keys(text, self.keymap, in_ascii=self.paint.glyphs.name == "ascii")


def screen_style(home: Home) -> ScreenStyle:
    """Return how a home is shown in this terminal."""
    settings = home.settings
    keymap, key_problems = read_keymap(settings.keys)
    theme, of_theme = home.worn_theme()
    problems = (*key_problems, *map(without_folder, of_theme))
    return ScreenStyle(paint_for(theme, home.game, settings), keymap, problems)


def paint_for(theme: Theme, game: Game, settings: Settings) -> Paint:
    """Return a theme made ready for this terminal, these settings (see `Settings.glyphs`) and this month."""
    encoding = sys.__stdout__.encoding if sys.__stdout__ else None
    glyphs = choose_glyphs(theme, encoding, os.environ, settings.glyphs)
    depth = colour_depth(os.environ)
    paint = Paint(theme, glyphs, without_colour=depth is Depth.NONE, few_colours=depth is Depth.SIXTEEN)
    paint.leading = month_theme(game.today(), settings.hemisphere).role
    return paint
