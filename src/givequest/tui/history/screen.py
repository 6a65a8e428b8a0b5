"""The history of changes, over any page: enter takes the chosen one back, or does it again."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, cast

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from givequest.application.undo import list_changes, turn_change
from givequest.domain.diagnostics import Diagnostic
from givequest.errors import GivequestError, StorageError
from givequest.tui.history.change_list import ChangeList

if TYPE_CHECKING:
    from givequest.tui.context import AppContext


class HistoryScreen(ModalScreen[None]):
    """A list of changes, over the page on which each is seen as it is turned."""

    CSS_PATH = "history.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "close", show=False),
        Binding("ctrl+u", "leave", show=False, id="change.history"),  # whatever opened it, and what leaves the app
        Binding("q,ctrl+q", "leave", show=False, id="app.leave"),
        Binding("enter,space", "turn", show=False),
        Binding("down,j", "move(1)", show=False),
        Binding("up,k", "move(-1)", show=False),
        Binding("pagedown", "move(8)", show=False),
        Binding("pageup", "move(-8)", show=False),
        Binding("end,G", "move(1000000)", show=False),
        Binding("home,g", "move(-1000000)", show=False),
    ]

    @property
    def givequest(self) -> AppContext:
        """The app."""
        return cast("AppContext", self.app)

    def compose(self) -> ComposeResult:
        """Yield the list."""
        yield ChangeList()

    def on_mount(self) -> None:
        """Show the changes, and the first thing about them that could not be read."""
        self._show()

    def _show(self, told: str = "", *, is_trouble: bool = False) -> None:
        try:
            changes, problems = list_changes(self.givequest.game)
        except StorageError as error:
            changes, problems = (), [Diagnostic("", str(error))]
        if problems and not told:
            told, is_trouble = problems[0].message, True
        self.query_one(ChangeList).show(changes, told, is_trouble=is_trouble)
        self.refresh(layout=True)

    def action_move(self, step: int) -> None:
        """Move the cursor."""
        self.query_one(ChangeList).move(step)

    def action_turn(self) -> None:
        """Take the chosen change back, or do it again, and show what that has made of the list and the page."""
        rows = self.query_one(ChangeList)
        change, turn = rows.chosen, rows.turn
        if change is None or turn is None:
            return
        try:
            told, is_trouble = turn_change(self.givequest.game, change.id, turn), False
        except GivequestError as error:
            told, is_trouble = str(error), isinstance(error, StorageError)
        self._show(told, is_trouble=is_trouble)
        if (page := self.givequest.page) is not None:
            page.refresh_page()

    def action_leave(self) -> None:
        """Close."""
        self.dismiss(None)
