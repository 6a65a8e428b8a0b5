"""The dialog for a deed: who it was for, a note, its effort; of any kind where none is given."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.suggester import Suggester
from textual.widgets import Input, Label, Static

from givequest.application import deeds
from givequest.application.mornings import story_after
from givequest.domain.days import format_day
from givequest.domain.records import Record
from givequest.domain.text import fold_text
from givequest.errors import GivequestError
from givequest.presentation import messages
from givequest.tui.dialog import FormDialog
from givequest.tui.widgets.choice_line import ChoiceLine
from givequest.tui.widgets.one_line import OneLine

EFFORTS = (("1", "a breath"), ("2", "a short walk"), ("3", "a climb"))


class PeopleSuggester(Suggester):
    """Completes a name from those used before, whatever its case and accents."""

    def __init__(self, people: list[str]) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self._people = [(fold_text(name), name) for name in people]

    async def get_suggestion(self, value: str) -> str | None:
        """Return the latest used name that begins like this."""
        typed = fold_text(value)
        for folded, name in self._people:
            if typed and folded.startswith(typed) and len(name) > len(value):
                return name
        return None


class LogDialog(FormDialog):
    """Asks for the particulars of a deed, and saves it; says what was given, or None when left."""

    CSS_PATH = "log_dialog.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "save", "save", show=False),
    ]

    def __init__(
        self, day: date, kind: str | None, *, effort: int, card: str | None = None, deed: Record | None = None
    ) -> None:
        super().__init__()
        self._day, self._kind, self._effort, self._card, self._deed = day, kind, effort, card, deed
        self._opened_on = self.givequest.game.today()

    def compose(self) -> ComposeResult:
        """Yield the fields, who first."""
        game = self.givequest.game
        deed = self._deed
        kind = game.kinds.get(self._kind or "")
        name = kind.name if kind else "A good deed"
        heading = f"{'Edit: ' if deed else ''}{name}, {format_day(self._day)}"
        with Vertical(id="dialog"):
            yield Static(Text(heading), id="heading")
            people = deeds.known_people(game, game.today())
            with Horizontal(classes="field"):
                yield Label("who")
                yield OneLine(deed.person or "" if deed else "", suggester=PeopleSuggester(people), id="who")
            with Horizontal(classes="field"):
                yield Label("note")
                yield OneLine(deed.note or "" if deed else "", id="note")
            if self._kind is None:
                kinds = [(kind.id, kind.name) for kind in game.rules.kinds.values()]
                yield ChoiceLine("kind", kinds, kinds[0][0], id="kind")
            yield ChoiceLine("effort", EFFORTS, str(deed.effort if deed else self._effort), id="effort")
            yield Static(Text("enter saves   tab moves on   right completes   esc leaves"), id="hint")

    def on_mount(self) -> None:
        """Let typing begin with who."""
        self.query_one("#who", Input).focus()

    @on(Input.Submitted)
    def _submitted(self) -> None:
        self.action_save()

    def action_save(self) -> None:
        """Save and close; what was typed stays where the disk refuses."""
        try:
            said = self._save()
        except GivequestError as error:
            self.query_one("#hint", Static).update(Text(str(error)))
            return
        self.dismiss(said)

    def _save(self) -> str:
        game = self.givequest.game
        person, note = self.query_one("#who", Input).value, self.query_one("#note", Input).value
        effort = int(self.query_one("#effort", ChoiceLine).chosen)
        if self._deed is not None:
            edited = deeds.edit_deed(game, self._deed, person=person, note=note, effort=effort)
            return f"{deeds.describe(game, edited)}: changed."
        kind = self._kind or self.query_one("#kind", ChoiceLine).chosen
        deed = deeds.log_deed(game, kind, self._day, person=person, note=note, effort=effort, card=self._card)
        card, story = game.rules.deck.by_id.get(self._card or ""), story_after(game, deed)
        given, today = messages.given(deed, game.kinds[kind], card=card, story=story), game.today()
        # The board behind has turned to a new day by now, and does not show what was done on this one.
        return given if today == self._opened_on else f"{given} Noted for {format_day(self._day, today)}."
