"""The history of changes, over any page: enter takes the chosen one back, or does it again."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from givequest.application.undo import list_changes, turn_change
from givequest.domain.diagnostics import Diagnostic
from givequest.errors import GivequestError, StorageError
from givequest.tui.dialog import ListDialog
from givequest.tui.history.change_list import ChangeList


class HistoryScreen(ListDialog):
    """A list of changes, over the page on which each is seen as it is turned."""

    CSS_PATH = "history.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+u", "leave", show=False, id="change.history"),  # whatever opened it
        Binding("enter,space", "turn", show=False),
    ]

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
