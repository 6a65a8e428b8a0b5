"""Themes put on, tried on, and read anew when the file of the one that is worn changes."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from givequest.appearance import Theme, load_theme
from givequest.appearance.following import follows, keep_ground, worn_of
from givequest.domain.diagnostics import Diagnostic
from givequest.errors import GivequestError
from givequest.preferences import save_preference
from givequest.terminal.modes import ASK_FOR_GROUND
from givequest.tui.terminal.driver import TerminalDriver
from givequest.tui.textual_internals import driver_of

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
        name = self._worn = worn_of(name, self._app.home.paths.cache)
        self._file = os.path.join(folder, f"{name}.toml") if name and os.path.isdir(folder) else None
        self._seen = self._look()

    def keep(self, theme: Theme, setting: str, title: str) -> tuple[str, str]:
        """Put a theme on, and choose it now and in the config file by its setting; return what to say, and its role."""
        app, words, role = self._app, f"{title} it is.", "notice"
        if follows(setting):
            words = f"{title}: whichever goes with your terminal."
        try:
            save_preference(app.home.paths, "theme", setting, app.game)
        except GivequestError as error:
            words, role = f"{title} stays until you quit: {error}", "slip"
        if app.paint.theme is not theme:
            self.put_on(theme)
        self.choose(setting)
        self.ask()
        app.look_at_config()
        return words, role

    @property
    def follows_terminal(self) -> bool:
        """Whether the terminal's ground decides which of two themes is worn."""
        return follows(self.chosen)

    def ask(self) -> None:
        """Ask the terminal for its ground, where that decides."""
        driver = driver_of(self._app)
        if self.follows_terminal and isinstance(driver, TerminalDriver):
            driver.write(ASK_FOR_GROUND)

    def follow(self, ground: str) -> None:
        """Take note of the terminal's ground (`#rrggbb`), and put on the theme that goes with it."""
        home, before = self._app.home, self._worn
        keep_ground(home.paths.cache, ground)
        self.choose(self.chosen)
        if self._worn != before and self._app.paint.theme.name == before:  # and not another that is only looked at
            self.put_on(self.chosen_theme()[0])

    def chosen_theme(self) -> tuple[Theme, list[Diagnostic]]:
        """Return the theme that was chosen, as it is now, and what is wrong with it."""
        home = self._app.home
        return load_theme(self.chosen, home.paths.themes, home.settings.kinds.values(), home.paths.cache)

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
        theme, problems = self.chosen_theme()
        if theme.name == self._worn:
            self.put_on(theme)
        return problems

    def _look(self) -> tuple[int, int] | None:
        try:
            status = os.stat(self._file) if self._file else None
        except (OSError, ValueError):
            return None
        return (status.st_mtime_ns, status.st_size) if status else None
