"""Themes put on, tried on, and read anew when the file of the one that is worn changes."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from givequest.appearance import Theme, load_theme
from givequest.domain.diagnostics import Diagnostic

if TYPE_CHECKING:
    from givequest.tui.context import AppContext


class ThemeSwitcher:
    """What the app wears: the theme that was chosen, or for a while another to look at."""

    def __init__(self, app: AppContext, chosen: str) -> None:
        self._app = app
        self._puts_on = 0
        self._file: str | None = None
        self._seen: tuple[int, int] | None = None
        self.choose(chosen)

    def choose(self, name: str) -> None:
        """Take a theme as the chosen one; its file is watched if it is the person's own."""
        folder = self._app.home.paths.themes
        self.chosen = name
        self._file = os.path.join(folder, f"{name}.toml") if name and os.path.isdir(folder) else None
        self._seen = self._look()

    def put_on(self, theme: Theme) -> None:
        """Draw everything with a theme from now on."""
        from givequest.tui.theming.textual_theme import textual_theme

        app = self._app
        app.paint = app.paint_of(theme)
        app.set_class(app.paint.glyphs.name == "ascii", "-ascii", update=False)
        dress = textual_theme(theme)
        self._puts_on += 1
        dress.name = f"{theme.name}-{self._puts_on}"  # of a name that is worn Textual would notice no change
        worn = app.theme
        app.register_theme(dress)
        app.theme = dress.name
        app.unregister_theme(worn)
        app.draw_anew()  # where no style has changed for Textual, signs or the month's colour may have

    def look_around(self) -> list[Diagnostic]:
        """Put the chosen theme on anew if its file has changed, and return what is wrong with it."""
        if self._file is None or (seen := self._look()) == self._seen:
            return []
        self._seen = seen
        if seen is None:
            return []
        home = self._app.home
        theme, problems = load_theme(self.chosen, home.paths.themes, home.settings.kinds.values())
        if theme.name == self.chosen:
            self.put_on(theme)
        return problems

    def _look(self) -> tuple[int, int] | None:
        try:
            status = os.stat(self._file) if self._file else None
        except (OSError, ValueError):
            return None
        return (status.st_mtime_ns, status.st_size) if status else None
