"""The dialog for something that was noticed: what sort it is, about whom, and one line."""

from __future__ import annotations

from typing import ClassVar

from rich.text import Text
from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Input, Label, Static

from givequest.application.noticeboard.listing import list_spots
from givequest.application.noticeboard.noticing import notice
from givequest.domain.noticeboard.spots import MEET, SEEKER, WIN
from givequest.errors import GivequestError
from givequest.presentation.noticeboard.words import EXAMPLES, LABELS, MEANINGS, noticed
from givequest.presentation.people.guard import guard_line
from givequest.tui.today.naming_dialog import NamingDialog
from givequest.tui.today.who_field import NameChoices, WhoField
from givequest.tui.widgets.choice_line import ChoiceLine
from givequest.tui.widgets.one_line import OneLine

LETTERS = {"w": WIN, "n": "need", "s": SEEKER, "h": "hello", "m": MEET}
"""The key that chooses each sort, and goes on to whom it is about."""
KEYS = "enter save   tab next   right complete   esc cancel"
CHOOSING = "enter take the name   up back   esc cancel"
LETTERS_HINT = "w win   n need   s work   h hello   m meet   esc cancel"


class SortLine(ChoiceLine):
    """The sorts, each with a letter of its own."""

    def on_key(self, event: events.Key) -> None:
        """Choose by letter, which goes on to the next field; any other letter begins the name there."""
        letter = event.character or ""
        sort = LETTERS.get(letter)
        if sort is None and not letter.isalpha():
            return
        event.stop()
        event.prevent_default()
        if sort is not None:
            self.choose(sort)
        if sort is None:
            field = self.screen.query_one(WhoField)
            field.select_on_focus = False  # or the next letter would take this one's place
            field.take(letter)
        self.screen.focus_next()

    def choose(self, value: str) -> None:
        """Choose one."""
        self._position = [known for known, _ in self._choices].index(value)
        self.redraw()


class SpotDialog(NamingDialog):
    """Asks what was noticed, and saves it; gives back what is to be told, None when it was left."""

    CSS_PATH = "spot_dialog.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "save", "save", show=False)]

    def __init__(self, who: str = "") -> None:
        super().__init__()
        self._who = who
        self.saved = ""
        """The id of what was saved."""

    def compose(self) -> ComposeResult:
        """Yield the fields, the sort first."""
        with Vertical(id="dialog"):
            yield Static(Text("Noticed something?"), id="heading")
            yield SortLine("sort", list(LABELS.items()), WIN, id="sort")
            with Horizontal(classes="field"):
                yield Label("who")
                yield WhoField(self._who, self.typed, self.first)
            yield NameChoices()
            with Horizontal(classes="field", id="with"):
                yield Label("with")
                yield OneLine(id="other")
            with Horizontal(classes="field"):
                yield Label("what")
                yield OneLine(id="what")
            yield Static(id="hint")

    def on_mount(self) -> None:
        """Let the first key say what sort it is."""
        self.query_one(SortLine).focus()
        self._show_sort()

    @property
    def _sort(self) -> str:
        return self.query_one(SortLine).chosen

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Say what the keys do there."""
        self._show_sort()

    def on_key(self, event: events.Key) -> None:
        """Go along with what was chosen."""
        self._show_sort()

    def _show_sort(self) -> None:
        self.query_one("#with").styles.display = "block" if self._sort == MEET else "none"
        self.query_one("#what", Input).placeholder = EXAMPLES[self._sort]
        self.hint()

    def hint(self, told: str = "") -> None:
        """Say what is told, or how it is saved; or that whoever it is about has heard a lot of late."""
        choices = self.choices
        if not told and choices.chosen is None:
            told = guard_line(self.givequest.game, self.query_one(WhoField).value)
        if not told and self.query_one(SortLine).has_focus:
            told = f"{LABELS[self._sort].capitalize()}: {MEANINGS[self._sort]}.\n{LETTERS_HINT}"
        self.query_one("#hint", Static).update(Text(told or (CHOOSING if choices.chosen else KEYS)))

    @on(Input.Submitted)
    def _submitted(self) -> None:
        self.action_save()

    def action_save(self) -> None:
        """Take the name that is chosen, go on to the first field that is empty, or save and close."""
        if (name := self.choices.chosen) is not None:
            self.take(name)
            return
        wanted = ["#who", *(["#other"] if self._sort == MEET else []), *(["#what"] if self._sort != MEET else [])]
        fields = [self.query_one(field, Input) for field in wanted]
        empty = next((field for field in fields if not field.value.strip()), None)
        if empty is not None:
            empty.focus()
            return
        try:
            said = self._save()
        except GivequestError as error:
            self.hint(str(error))
            return
        self.dismiss(said)

    def _save(self) -> str:
        game, sort = self.givequest.game, self._sort
        other = self.query_one("#other", Input).value if sort == MEET else None
        who, what = self.query_one(WhoField).value, self.query_one("#what", Input).value
        spot = notice(game, sort, who, what, other)
        self.saved = spot.id
        return next((noticed(row) for row in list_spots(game) if row.spot.id == spot.id), "")
