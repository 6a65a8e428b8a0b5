"""The settings page: what `config.toml` holds, changed there and in force at once."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from givequest.errors import GivequestError
from givequest.preferences import save_preference
from givequest.tui.dialog import ListDialog
from givequest.tui.settings.setting_rows import beside, value_of
from givequest.tui.settings.settings_list import SettingsList


class SettingsScreen(ListDialog):
    """Settings in rows; every change is saved as it is made, and the opposite arrow takes it back."""

    CSS_PATH = "settings.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("comma", "leave", show=False, id="app.settings"),  # whatever opened it
        Binding("right,l,space", "change(1)", show=False),
        Binding("left,h", "change(-1)", show=False),
        Binding("enter", "open", show=False),
    ]

    def compose(self) -> ComposeResult:
        """Yield the list."""
        yield SettingsList()

    def action_change(self, step: int) -> None:
        """Save the next value of the chosen setting, and put it in force."""
        rows, app = self.query_one(SettingsList), self.givequest
        choice = rows.choice
        if not choice.values:
            self.action_open()
            return
        rows.told = ""
        try:
            value = beside(choice, value_of(choice, app.settings), step)
            save_preference(app.home.paths, choice.key, value, app.game)
        except GivequestError as error:
            rows.told = str(error)
        else:
            app.look_at_config()
        rows.redraw()

    def action_open(self) -> None:
        """Open what has a list of its own, or change what has not."""
        if self.query_one(SettingsList).choice.values:
            self.action_change(1)
            return
        from givequest.tui.settings.theme_screen import ThemeScreen

        self.app.push_screen(ThemeScreen(), lambda _: self.query_one(SettingsList).redraw())
