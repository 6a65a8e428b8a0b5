"""The dialog in which an expectation is said, and let go. Its words are kept nowhere."""

from __future__ import annotations

from rich.text import Text
from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from givequest.application import journal
from givequest.application.journal.reflections import heavy_week
from givequest.errors import GivequestError
from givequest.tui.dialog import Dialog
from givequest.tui.journal.falling_letters import JournalLetting

SAY, LET, BY_HAND, AGAIN = "say", "let", "on paper", "again"
HINTS = {
    SAY: "None of this is saved, here or anywhere.\nenter next, or on an empty line: on paper   esc cancel",
    LET: "Hold space, or type: let go\np keep it in your pocket, if it's a good thought   esc cancel",
    BY_HAND: "Write it on paper, tear it up, and come back.\nenter it's torn   esc cancel",
    AGAIN: "enter try again   esc cancel",
}
WORDS_TO_GO = "letgo"
GONE = "Gone. Only the date is kept."
HEAVY = "Gone. A heavy week: talking to a person may help more than this."


class ReleaseDialog(Dialog[str | None]):
    """Asks what was hoped for, and lets it fall; says so when it is gone, None when it was left."""

    CSS_PATH = "dialogs.tcss"

    def __init__(self) -> None:
        super().__init__()
        self._stage = SAY
        self._typed = ""
        # Made at once: whoever types quickly is ahead of the dialog.
        self._letting = JournalLetting()
        self._hint = Static(Text(HINTS[SAY]), id="hint")

    def compose(self) -> ComposeResult:
        """Yield the question, the line and the hint."""
        with Vertical(id="dialog"):
            yield Static(Text("What were you hoping for?"), id="heading")
            yield self._letting
            yield self._hint

    def on_mount(self) -> None:
        """Let typing begin."""
        self.set_focus(self._letting)

    def on_key(self, event: events.Key) -> None:
        """Take every key but the one that leaves."""
        if event.key == "escape":
            return
        event.stop()
        event.prevent_default()
        if event.key == "enter":
            self._go_on()
        elif self._stage == SAY:
            if event.key == "backspace":
                self._letting.take_back()
            elif event.is_printable and event.character:
                self._letting.take(event.character)
        elif self._stage == LET and event.is_printable and event.character:
            self._let(event.character)

    def _go_on(self) -> None:
        if self._stage == SAY:
            by_hand = self._letting.is_empty
            self._letting.close()
            self._to(BY_HAND if by_hand else LET)
        elif self._stage in (BY_HAND, AGAIN):
            self._keep_the_day()

    def _let(self, character: str) -> None:
        if character == "p" and self._letting.is_whole:
            self._pocket()
            return
        self._typed = (self._typed + character.casefold().strip())[-len(WORDS_TO_GO) :]
        said = self._typed == WORDS_TO_GO
        if not (said or character == " "):
            return
        if self.givequest.settings.animations:
            self._letting.loosen(all_of_them=said)
        else:
            self._letting.forget()
            self._keep_the_day()

    @on(JournalLetting.Fallen)
    def _keep_the_day(self) -> None:
        game = self.givequest.game
        try:
            journal.release(game)
        except GivequestError as error:
            self._to(AGAIN, f"{error}\n")
            return
        self.dismiss(HEAVY if heavy_week(game) else GONE)

    def _pocket(self) -> None:
        try:
            journal.pocket(self.givequest.game, self._letting.whole())
        except GivequestError as error:
            self._to(LET, f"{error}\n")
            return
        self.dismiss("In your pocket: it's in the journal now.")

    def _to(self, stage: str, before: str = "") -> None:
        self._stage = stage
        self._hint.update(Text(before + HINTS[stage]))

    def on_unmount(self) -> None:
        """Leave no letter behind."""
        self._letting.forget()

    def action_leave(self) -> None:
        """Close; nothing was kept."""
        self._letting.forget()
        self.dismiss(None)
