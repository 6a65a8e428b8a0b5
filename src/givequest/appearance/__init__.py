"""How givequest looks: themes as data, each a palette and a set of glyphs. Knows nothing of any screen."""

from givequest.appearance.choose import choose_glyphs
from givequest.appearance.contrast import contrast, hard_to_read
from givequest.appearance.glyphs import ASCII, UNICODE, Glyphs
from givequest.appearance.loading import DEFAULT_DARK, DEFAULT_LIGHT, load_theme, load_themes, themes_folder
from givequest.appearance.theme import ROLES, Theme, without_folder

__all__ = [
    "ASCII",
    "DEFAULT_DARK",
    "DEFAULT_LIGHT",
    "ROLES",
    "UNICODE",
    "Glyphs",
    "Theme",
    "choose_glyphs",
    "contrast",
    "hard_to_read",
    "load_theme",
    "load_themes",
    "themes_folder",
    "without_folder",
]
