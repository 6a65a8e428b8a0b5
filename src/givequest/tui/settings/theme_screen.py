"""The choice of a theme: each is put on while the cursor is on it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, cast

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from givequest.appearance import load_themes, without_folder
from givequest.errors import GivequestError
from givequest.preferences import save_preference
from givequest.tui.settings.theme_list import ThemeList

if TYPE_CHECKING:
    from givequest.tui.context import AppContext


class ThemeScreen(ModalScreen[None]):
    """A list at the side, so that the page can be seen in what it would wear."""

    CSS_PATH = "themes.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "back", show=False),
        Binding("f3", "leave", show=False, id="app.theme"),  # whatever opened it, and what leaves the app
        Binding("q,ctrl+q", "leave", show=False, id="app.leave"),
        Binding("enter,space", "keep", "keep", show=False),
        Binding("down,j", "move(1)", show=False),
        Binding("up,k", "move(-1)", show=False),
        Binding("pagedown", "move(8)", show=False),
        Binding("pageup", "move(-8)", show=False),
        Binding("end,G", "move(1000)", show=False),
        Binding("home,g", "move(-1000)", show=False),
    ]

    @property
    def givequest(self) -> AppContext:
        """The app."""
        return cast("AppContext", self.app)

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

    def action_move(self, step: int) -> None:
        """Move the cursor."""
        self.query_one(ThemeList).move(step)

    def action_keep(self) -> None:
        """Keep the theme, now and in the config file."""
        app, theme = self.givequest, self.query_one(ThemeList).theme
        words, role = f"{theme.title} it is.", "notice"
        try:
            save_preference(app.home.paths, "theme", theme.name, app.game)
        except GivequestError as error:
            words, role = f"{theme.title} stays until you leave: {error}", "slip"
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
