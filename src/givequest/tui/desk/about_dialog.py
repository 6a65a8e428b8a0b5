"""The dialog for a message: whom it is for, and what sort of good deed it is."""

from __future__ import annotations

from typing import ClassVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Input, Label, Static

from givequest.domain.text import clean_line
from givequest.tui.dialog import FormDialog
from givequest.tui.widgets.choice_line import ChoiceLine
from givequest.tui.widgets.one_line import OneLine


class AboutDialog(FormDialog):
    """Asks whom a message is for and of which kind it is; gives back the kind's id, None when it was left."""

    CSS_PATH = "about_dialog.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "save", "save", show=False),
    ]

    def __init__(self, heading: str, kind: str, person: str) -> None:
        super().__init__()
        self._heading, self._kind = heading, kind
        self.person = person
        """Whom it's for."""

    def compose(self) -> ComposeResult:
        """Yield the fields, who first."""
        kinds = [(kind.id, kind.name) for kind in self.givequest.game.rules.kinds.values()]
        chosen = self._kind if self._kind in dict(kinds) else kinds[0][0]
        with Vertical(id="dialog"):
            yield Static(Text(self._heading), id="heading")
            with Horizontal(classes="field"):
                yield Label("who")
                yield OneLine(self.person, id="who", select_on_focus=False)
            yield ChoiceLine("kind", kinds, chosen, id="kind")
            yield Static(Text("enter goes on   tab moves on   esc leaves"), id="hint")

    def on_mount(self) -> None:
        """Let typing begin with who."""
        self.query_one("#who", Input).focus()

    @on(Input.Submitted)
    def _submitted(self) -> None:
        self.action_save()

    def action_save(self) -> None:
        """Give back what was chosen."""
        self.person = clean_line(self.query_one("#who", Input).value)
        self.dismiss(self.query_one("#kind", ChoiceLine).chosen)
