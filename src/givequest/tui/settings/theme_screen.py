"""The choice of a theme: each is put on while the cursor is on it."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from givequest.appearance import DEFAULT_DARK, DEFAULT_LIGHT, load_themes, without_folder
from givequest.appearance.following import Pair, follows, read_pair, worn_of
from givequest.tui.dialog import ListDialog
from givequest.tui.settings.theme_list import ThemeList, ThemeRow


class ThemeScreen(ListDialog):
    """A list at the side, so that the page can be seen in what it would wear."""

    CSS_PATH = "themes.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f3", "leave", show=False, id="app.theme"),  # whatever opened it
        Binding("enter,space", "keep", "keep", show=False),
    ]

    def compose(self) -> ComposeResult:
        """Yield the list: what follows the terminal, then dark themes, then light ones, by name."""
        self._before = self.givequest.paint.theme
        home = self.givequest.home
        themes, problems = load_themes(home.paths.themes, home.settings.kinds.values())
        themes.setdefault(self._before.name, self._before)
        ordered = sorted(themes.values(), key=lambda theme: (not theme.dark, theme.title.casefold()))
        rows = [ThemeRow(theme.name, theme.title, theme) for theme in ordered]
        chosen = home.settings.theme
        pair = read_pair(chosen) or Pair(
            *(
                self._before.name if self._before.dark is dark else default
                for dark, default in ((True, DEFAULT_DARK), (False, DEFAULT_LIGHT))
            )
        )
        if all(name in themes for name in pair):
            worn = themes[worn_of(pair.setting, home.paths.cache)]
            titles = ", ".join(themes[name].title for name in pair)
            rows.insert(0, ThemeRow(pair.setting, f"Auto: {titles}", worn))
        yield ThemeList(
            rows,
            pair.setting if follows(chosen) else self._before.name,
            [str(without_folder(problem)) for problem in problems],
        )

    def on_theme_list_moved(self, message: ThemeList.Moved) -> None:
        """Put on what the cursor is on, unless it has moved on already."""
        if message.theme is self.query_one(ThemeList).theme:
            self.givequest.themes.put_on(message.theme)

    def action_keep(self) -> None:
        """Keep the theme, now and in the config file."""
        app, row = self.givequest, self.query_one(ThemeList).row
        # A quick enter may be here before the message of the last move.
        words, role = app.themes.keep(row.theme, row.setting, row.title)
        self.dismiss(None)
        if (page := app.page) is not None:
            page.say(words, role)

    def action_leave(self) -> None:
        """Put on again what was worn before, or what goes with the terminal by now."""
        if self.givequest.themes.follows_terminal:
            self._before, _ = self.givequest.themes.chosen_theme()
        if self.givequest.paint.theme is not self._before:
            self.givequest.themes.put_on(self._before)
        self.dismiss(None)
