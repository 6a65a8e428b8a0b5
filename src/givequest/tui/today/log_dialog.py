"""The dialog for a deed: who it was for, a note, its effort; of any kind where none is given."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Input, Label, Static

from givequest.application import deeds
from givequest.application.mornings import story_after
from givequest.domain.days import format_day
from givequest.domain.records import Record
from givequest.errors import GivequestError
from givequest.presentation import messages
from givequest.presentation.people.guard import guard_line
from givequest.tui.today.naming_dialog import NamingDialog
from givequest.tui.today.who_field import NameChoices, WhoField
from givequest.tui.widgets.choice_line import ChoiceLine
from givequest.tui.widgets.one_line import OneLine

if TYPE_CHECKING:
    from givequest.domain.records.day_record import DeedFields

EFFORTS = (("1", "a breath"), ("2", "a short walk"), ("3", "a climb"))
INTRODUCE = "introduce"
"""The kind of deed that names two people."""
KEYS = "enter save   tab next   esc cancel"
COMPLETING = "enter save   tab next   right complete   down choose   esc cancel"
ON_A_CHOICE = "left right choose   tab next   enter save   esc cancel"
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
        preset: str | None = None,
    ) -> None:
        """Ask about a deed of a kind; where that is None, which kind it is as well, the `preset` one at first."""
        super().__init__()
        self._day, self._kind, self._effort, self._card, self._deed, self._who = day, kind, effort, card, deed, who
        self._other, self._preset = other, preset

    def compose(self) -> ComposeResult:
        """Yield the fields: the kind, where it isn't known, and who."""
        game = self.givequest.game
        deed = self._deed
        kind = game.kinds.get(self._kind or "")
        name = kind.name if kind else "A good deed"
        heading = f"{'Edit: ' if deed else ''}{name}, {format_day(self._day)}"
        with Vertical(id="dialog"):
            yield Static(Text(heading), id="heading")
            if self._kind is None:
                kinds = [(kind.id, kind.name) for kind in game.rules.kinds.values()]
                known = self._preset if self._preset in dict(kinds) else kinds[0][0]
                yield ChoiceLine("kind", kinds, known or "", id="kind")
            with Horizontal(classes="field"):
                yield Label("who")
                yield WhoField(deed.person or "" if deed else self._who or "", self.typed, self.first)
            yield NameChoices()
            if self._kind in (None, INTRODUCE):
                with Horizontal(classes="field", id="with"):
                    yield Label("with")
                    yield OneLine(deed.other or "" if deed else self._other or "", id="other")
            with Horizontal(classes="field"):
                yield Label("note")
                yield OneLine(deed.note or "" if deed else "", id="note")
            yield ChoiceLine("effort", EFFORTS, str(deed.effort if deed else self._effort), id="effort")
            yield Static(Text(KEYS), id="hint")

    def on_mount(self) -> None:
        """Begin with the kind, or where that is known with who, or with the note where both are."""
        self.set_class(self._kind is None, "-kinds")
        first = "#note" if self._who else "#kind" if self._kind is None else "#who"
        self.query_one(first).focus()
        self._ask_for_two()

    @property
    def _chosen_kind(self) -> str:
        return self._kind or self.query_one("#kind", ChoiceLine).chosen

    @on(ChoiceLine.Changed, "#kind")
    def _ask_for_two(self) -> None:
        """Ask for a second name where two people are brought together."""
        if self._kind is None:
            self.query_one("#with").display = self._chosen_kind == INTRODUCE

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Say what the keys do in the field that is gone to."""
        self.hint()

    def hint(self, told: str = "") -> None:
        """Say how it is saved; or, where a person has heard of one lately, that this is so."""
        if not told and self.choices.chosen is None:
            told = guard_line(self.givequest.game, self.query_one(WhoField).value)
        self.query_one("#hint", Static).update(Text(told or self._keys()))

    def _keys(self) -> str:
        """Return what the keys do where one is."""
        if self.choices.chosen:
            return CHOOSING
        if isinstance(self.focused, ChoiceLine):
            return ON_A_CHOICE
        return COMPLETING if isinstance(self.focused, WhoField) and self.choices.people else KEYS

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
        if self._chosen_kind == INTRODUCE:
            fields["other"] = self.query_one("#other", Input).value
        if self._deed is not None:
            edited = deeds.edit_deed(game, self._deed, **fields)
            return f"{deeds.describe(game, edited)}: changed."
        kind = self._chosen_kind
        fields["card"] = self._card
        deed = deeds.log_deed(game, kind, self._day, **fields)
        card, story = game.rules.deck.by_id.get(self._card or ""), story_after(game, deed)
        given, today = messages.given(deed, game.kinds[kind], card=card, story=story), game.today()
        # The board behind has turned to a new day by now, and does not show what was done on this one.
        return given if today == self.opened_on else f"{given} Logged for {format_day(self._day, today)}."
