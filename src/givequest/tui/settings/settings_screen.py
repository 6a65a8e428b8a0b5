"""The settings page: what `config.toml` holds, changed there and in force at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, cast

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from givequest.errors import GivequestError
from givequest.preferences import save_preference
from givequest.tui.settings.setting_rows import beside, value_of
from givequest.tui.settings.settings_list import SettingsList

if TYPE_CHECKING:
    from givequest.tui.context import AppContext


class SettingsScreen(ModalScreen[None]):
    """Settings in rows; every change is saved as it is made, and the opposite arrow takes it back."""

    CSS_PATH = "settings.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "close", show=False),
        Binding("comma", "leave", show=False, id="app.settings"),  # whatever opened it, and what leaves the app
        Binding("q,ctrl+q", "leave", show=False, id="app.leave"),
        Binding("down,j,tab", "move(1)", show=False),
        Binding("up,k,shift+tab", "move(-1)", show=False),
        Binding("right,l,space", "change(1)", show=False),
        Binding("left,h", "change(-1)", show=False),
        Binding("enter", "open", show=False),
    ]

    @property
    def givequest(self) -> AppContext:
        """The app."""
        return cast("AppContext", self.app)

    def compose(self) -> ComposeResult:
        """Yield the list."""
        yield SettingsList()

    def action_move(self, step: int) -> None:
        """Move the cursor."""
        self.query_one(SettingsList).move(step)

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

    def action_leave(self) -> None:
        """Close."""
        self.dismiss(None)
