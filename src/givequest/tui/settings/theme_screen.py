"""The choice of a theme: each is put on while the cursor is on it."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from givequest.appearance import load_themes, without_folder
from givequest.errors import GivequestError
from givequest.preferences import save_preference
from givequest.tui.dialog import ListDialog
from givequest.tui.settings.theme_list import ThemeList


class ThemeScreen(ListDialog):
    """A list at the side, so that the page can be seen in what it would wear."""

    CSS_PATH = "themes.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f3", "leave", show=False, id="app.theme"),  # whatever opened it
        Binding("enter,space", "keep", "keep", show=False),
    ]

    def compose(self) -> ComposeResult:
        """Yield the list: dark themes first, then light ones, by name."""
        self._before = self.givequest.paint.theme
        home = self.givequest.home
        themes, problems = load_themes(home.paths.themes, home.settings.kinds.values())
        themes.setdefault(self._before.name, self._before)
        ordered = sorted(themes.values(), key=lambda theme: (not theme.dark, theme.title.casefold()))
        yield ThemeList(ordered, self._before.name, [str(without_folder(problem)) for problem in problems])

    def on_theme_list_moved(self, message: ThemeList.Moved) -> None:
        """Put on what the cursor is on, unless it has moved on already."""
        if message.theme is self.query_one(ThemeList).theme:
            self.givequest.themes.put_on(message.theme)

    def action_keep(self) -> None:
        """Keep the theme, now and in the config file."""
        app, theme = self.givequest, self.query_one(ThemeList).theme
        words, role = f"{theme.title} it is.", "notice"
        try:
            save_preference(app.home.paths, "theme", theme.name, app.game)
        except GivequestError as error:
            words, role = f"{theme.title} stays until you quit: {error}", "slip"
        if app.paint.theme is not theme:  # a quick enter was here before the message of the last move
            app.themes.put_on(theme)
        app.themes.choose(theme.name)
        app.look_at_config()
        self.dismiss(None)
        if (page := app.page) is not None:
            page.say(words, role)

    def action_leave(self) -> None:
        """Put on again what was worn before."""
        if self.givequest.paint.theme is not self._before:
            self.givequest.themes.put_on(self._before)
        self.dismiss(None)
