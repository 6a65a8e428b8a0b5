"""The dialog for a deed: who it was for, a note, its effort; of any kind where none is given."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Input, Label, Static

from givequest.application import deeds
from givequest.application.mornings import story_after
from givequest.domain.days import format_day
from givequest.domain.records import Record
from givequest.domain.records.deed_fields import DeedFields
from givequest.errors import GivequestError
from givequest.presentation import messages
from givequest.presentation.people.guard import guard_line
from givequest.tui.today.naming_dialog import NamingDialog
from givequest.tui.today.who_field import NameChoices, WhoField
from givequest.tui.widgets.choice_line import ChoiceLine
from givequest.tui.widgets.one_line import OneLine

EFFORTS = (("1", "a breath"), ("2", "a short walk"), ("3", "a climb"))
INTRODUCE = "introduce"
"""The kind of deed that names two people."""
KEYS = "enter save   tab next   right complete   esc cancel"
CHOOSING = "enter take the name   up back   esc cancel"


class LogDialog(NamingDialog):
    """Asks for the particulars of a deed, and saves it; says what was given, or None when left."""

    CSS_PATH = "log_dialog.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "save", "save", show=False),
    ]

    def __init__(
        self,
        day: date,
        kind: str | None,
        *,
        effort: int,
        card: str | None = None,
        deed: Record | None = None,
        who: str | None = None,
        other: str | None = None,
    ) -> None:
        super().__init__()
        self._day, self._kind, self._effort, self._card, self._deed, self._who = day, kind, effort, card, deed, who
        self._other = other

    def compose(self) -> ComposeResult:
        """Yield the fields, who first."""
        game = self.givequest.game
        deed = self._deed
        kind = game.kinds.get(self._kind or "")
        name = kind.name if kind else "A good deed"
        heading = f"{'Edit: ' if deed else ''}{name}, {format_day(self._day)}"
        with Vertical(id="dialog"):
            yield Static(Text(heading), id="heading")
            with Horizontal(classes="field"):
                yield Label("who")
                yield WhoField(deed.person or "" if deed else self._who or "", self.typed, self.first)
            yield NameChoices()
            if self._kind == INTRODUCE:
                with Horizontal(classes="field"):
                    yield Label("with")
                    yield OneLine(deed.other or "" if deed else self._other or "", id="other")
            with Horizontal(classes="field"):
                yield Label("note")
                yield OneLine(deed.note or "" if deed else "", id="note")
            if self._kind is None:
                kinds = [(kind.id, kind.name) for kind in game.rules.kinds.values()]
                yield ChoiceLine("kind", kinds, kinds[0][0], id="kind")
            yield ChoiceLine("effort", EFFORTS, str(deed.effort if deed else self._effort), id="effort")
            yield Static(Text(KEYS), id="hint")

    def on_mount(self) -> None:
        """Let typing begin with who, or with the note where that is known."""
        self.query_one("#note" if self._who else "#who", Input).focus()
        self.hint()

    def hint(self, told: str = "") -> None:
        """Say how it is saved; or, where a person has heard of one lately, that this is so."""
        if not told and self.choices.chosen is None:
            told = guard_line(self.givequest.game, self.query_one(WhoField).value)
        self.query_one("#hint", Static).update(Text(told or (CHOOSING if self.choices.chosen else KEYS)))

    @on(Input.Submitted)
    def _submitted(self) -> None:
        self.action_save()

    def action_save(self) -> None:
        """Take the name that is chosen; otherwise save and close. What was typed stays where the disk refuses."""
        if (name := self.choices.chosen) is not None:
            self.take(name)
            return
        try:
            said = self._save()
        except GivequestError as error:
            self.hint(str(error))
            return
        self.dismiss(said)

    def _save(self) -> str:
        game = self.givequest.game
        fields: DeedFields = {
            "person": self.query_one("#who", Input).value,
            "note": self.query_one("#note", Input).value,
            "effort": int(self.query_one("#effort", ChoiceLine).chosen),
        }
        if self._kind == INTRODUCE:
            fields["other"] = self.query_one("#other", Input).value
        if self._deed is not None:
            edited = deeds.edit_deed(game, self._deed, **fields)
            return f"{deeds.describe(game, edited)}: changed."
        kind = self._kind or self.query_one("#kind", ChoiceLine).chosen
        fields["card"] = self._card
        deed = deeds.log_deed(game, kind, self._day, **fields)
        card, story = game.rules.deck.by_id.get(self._card or ""), story_after(game, deed)
        given, today = messages.given(deed, game.kinds[kind], card=card, story=story), game.today()
        # The board behind has turned to a new day by now, and does not show what was done on this one.
        return given if today == self.opened_on else f"{given} Logged for {format_day(self._day, today)}."
