"""The dialog for a gift: what came unasked, and when. Nobody is named by it, and nothing counts it."""

from __future__ import annotations

from rich.text import Text
from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Input, Label, Static

from givequest.application import journal
from givequest.domain.dates.date_parser import parse_past_day
from givequest.errors import GivequestError
from givequest.tui.dialog import FormDialog
from givequest.tui.widgets.one_line import OneLine


class GiftDialog(FormDialog):
    """Asks what came, and for the day if it is another; says that it is noted, None when it was left."""

    CSS_PATH = "dialogs.tcss"

    def __init__(self) -> None:
        super().__init__()
        self._gift = OneLine(id="gift")

    def compose(self) -> ComposeResult:
        """Yield the fields, what came first."""
        with Vertical(id="dialog"):
            yield Static(Text("What came your way, out of the blue?"), id="heading")
            with Horizontal(classes="field"):
                yield Label("gift")
                yield self._gift
            with Horizontal(classes="field"):
                yield Label("day")
                yield Input("today", id="gift-day")
            yield Static(
                Text("Tied to nobody, counted nowhere.\nenter save   tab next   esc cancel"),
                id="hint",
            )

    def on_mount(self) -> None:
        """Let typing begin with what came."""
        self.set_focus(self._gift)
        self._gift.cursor_position = len(self._gift.value)

    def on_key(self, event: events.Key) -> None:
        """Take in what is typed before there is a field to type into."""
        if event.is_printable and event.character:
            self._gift.value += event.character
            self._gift.cursor_position = len(self._gift.value)

    @on(Input.Submitted)
    def _save(self) -> None:
        game = self.givequest.game
        text, day = self._gift.value, self.query_one("#gift-day", Input).value
        try:
            journal.note_gift(game, text, parse_past_day(day or "today", game.today()))
        except GivequestError as error:
            self.query_one("#hint", Static).update(Text(str(error)))
            return
        self.dismiss("Noted, and counted nowhere.")
