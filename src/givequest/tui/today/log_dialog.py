"""The dialog for a deed: who it was for, a note, its effort; of any kind where none is given."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from rich.text import Text
from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Input, Label, Static

from givequest.application import deeds
from givequest.application.mornings import story_after
from givequest.application.people.find import PeopleFinder
from givequest.application.people.listing import PersonRow, list_people
from givequest.domain.days import format_day
from givequest.domain.records import Record
from givequest.domain.records.deed_fields import DeedFields
from givequest.domain.text import name_key
from givequest.errors import GivequestError
from givequest.presentation import messages
from givequest.presentation.people.guard import guard_line
from givequest.tui.dialog import FormDialog
from givequest.tui.today.who_field import MOST, NameChoices, WhoField
from givequest.tui.widgets.choice_line import ChoiceLine
from givequest.tui.widgets.one_line import OneLine

EFFORTS = (("1", "a breath"), ("2", "a short walk"), ("3", "a climb"))
INTRODUCE = "introduce"
"""The kind of deed that names two people."""
KEYS = "enter save   tab next   right complete   esc cancel"
CHOOSING = "enter take the name   up back   esc cancel"


class LogDialog(FormDialog):
    """Asks for the particulars of a deed, and saves it; says what was given, or None when left."""

    CSS_PATH = "log_dialog.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "save", "save", show=False),
        Binding("down", "step(1)", show=False, priority=True),
        Binding("up", "step(-1)", show=False, priority=True),
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
    ) -> None:
        super().__init__()
        self._day, self._kind, self._effort, self._card, self._deed, self._who = day, kind, effort, card, deed, who
        self._opened_on = self.givequest.game.today()
        self._finder: PeopleFinder | None = None

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
                yield WhoField(deed.person or "" if deed else self._who or "", self._typed, self._first)
            yield NameChoices()
            if self._kind == INTRODUCE:
                with Horizontal(classes="field"):
                    yield Label("with")
                    yield OneLine(deed.other or "" if deed else "", id="other")
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
        self._hint()

    @property
    def _choices(self) -> NameChoices:
        return self.query_one(NameChoices)

    def _typed(self, value: str) -> None:
        """Offer the names that may be meant."""
        game = self.givequest.game
        people: tuple[PersonRow, ...] = ()
        if value.strip():
            try:
                if self._finder is None:
                    self._finder = PeopleFinder(list_people(game))
                found = self._finder.find(value, MOST)
            except GivequestError:
                return  # what cannot be read is told elsewhere
            people = (*found.people, *found.near)[:MOST]
            if len(people) == 1 and name_key(people[0].name) == name_key(value):
                people = ()
        self._choices.show(people, game.today())
        self._hint()

    def _first(self) -> str | None:
        """Return the name that the right arrow completes to, None where nothing begins with what is typed."""
        typed = name_key(self.query_one(WhoField).value)
        return next((one.name for one in self._choices.people if name_key(one.name).startswith(typed)), None)

    def _hint(self, told: str = "") -> None:
        """Say how it is saved; or, where a person has heard of one lately, that this is so."""
        if not told and self._choices.chosen is None:
            told = guard_line(self.givequest.game, self.query_one(WhoField).value)
        self.query_one("#hint", Static).update(Text(told or (CHOOSING if self._choices.chosen else KEYS)))

    def action_step(self, step: int) -> None:
        """Go through the names that are offered, or on to the next field."""
        if self.query_one(WhoField).has_focus and self._choices.people and self._choices.move(step):
            self._hint()
        elif step > 0:
            self.focus_next()
        else:
            self.focus_previous()

    def on_descendant_blur(self, event: events.DescendantBlur) -> None:
        """Put the names away when the field is left."""
        if isinstance(event.widget, WhoField):
            self._choices.show((), self._opened_on)
            self._hint()

    @on(NameChoices.Picked)
    def _picked(self, message: NameChoices.Picked) -> None:
        self._take(message.name_of)

    def _take(self, name: str) -> None:
        self.query_one(WhoField).take(name)
        self._choices.show((), self._opened_on)
        self._hint()

    @on(Input.Submitted)
    def _submitted(self) -> None:
        self.action_save()

    def action_save(self) -> None:
        """Take the name that is chosen; otherwise save and close. What was typed stays where the disk refuses."""
        if (name := self._choices.chosen) is not None:
            self._take(name)
            return
        try:
            said = self._save()
        except GivequestError as error:
            self._hint(str(error))
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
        return given if today == self._opened_on else f"{given} Logged for {format_day(self._day, today)}."
