"""The dialog in which what is written down about a person is changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, ClassVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Input, Label, Static

from givequest.application.game.game import Game
from givequest.application.people.editing import add_person, edit_person
from givequest.application.people.listing import PersonRow
from givequest.application.people.renaming import rename_person
from givequest.domain.days import MONTHS
from givequest.domain.people.quick_entry import read_date_of
from givequest.domain.people.ties import TIES
from givequest.domain.records.person import PersonRecord
from givequest.domain.records.yearly_dates import YearlyDate
from givequest.errors import GivequestError
from givequest.tui.dialog import FormDialog
from givequest.tui.people.view_model import dates_of
from givequest.tui.widgets.choice_line import ChoiceLine
from givequest.tui.widgets.one_line import OneLine

FIELDS = ("name", "also", "tags", "dates", "met", "note", "links")
HINTS = {
    "also": "other names; with semicolons between them",
    "tags": "choir, boats",
    "dates": "3 dec birthday; 18 july 2011 wedding",
    "met": "at the fair in Lund, 2011",
    "note": "two girls, sails",
    "links": "ana@example.org; https://...",
}
NONE = "none"
LOG = (("keep", "keeps the old name"), ("everywhere", "takes the new name too"))
KEYS = "enter saves   tab moves on   esc leaves"


class EditDialog(FormDialog):
    """Name, tie, dates and all else; says what was changed, or None when left."""

    CSS_PATH = "edit_dialog.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "save", "save", show=False)]

    def __init__(self, person: PersonRow) -> None:
        super().__init__()
        self._person = person

    @property
    def _game(self) -> Game:
        return self.givequest.game

    def compose(self) -> ComposeResult:
        """Yield the fields, the name first."""
        record = self._person.record
        values = _values(self._person)
        with Vertical(id="dialog"):
            yield Static(Text("What you know"), id="heading")
            for field in FIELDS:
                with Horizontal(classes="field"):
                    yield Label(field)
                    yield OneLine(values[field], placeholder=HINTS.get(field, ""), id=field)
            ties = [(NONE, "not placed"), *((str(tie), str(tie)) for tie in TIES)]
            yield ChoiceLine("tie", ties, record.tie or NONE if record is not None else NONE, id="tie")
            yield ChoiceLine("the log", LOG, LOG[0][0], id="log")
            yield Static(Text(KEYS), id="hint")

    def on_mount(self) -> None:
        """Let typing begin with the name."""
        self.query_one("#name", Input).focus()

    @on(Input.Submitted)
    def _submitted(self) -> None:
        self.action_save()

    def action_save(self) -> None:
        """Save and close; what was typed stays where that is refused."""
        try:
            said = self._save()
        except GivequestError as error:
            self.query_one("#hint", Static).update(Text(str(error)))
            return
        self.dismiss(said)

    def _save(self) -> str | None:
        game, record = self._game, self._person.record
        typed = {field: self.query_one(f"#{field}", Input).value for field in FIELDS}
        if typed == _values(self._person) and self._tie == (record.tie if record is not None else None):
            return None
        changes = _changes(typed, self._tie, game.today())
        name = typed["name"].strip() or self._person.name
        if record is None:
            also = changes.pop("also")
            known = () if name == self._person.name else (self._person.name,)
            person = add_person(game, name, also=(*known, *also), **changes)
        else:
            person = self._edit(record, name, changes)
        return f"{person.name}: changed."

    @property
    def _tie(self) -> str | None:
        chosen = self.query_one("#tie", ChoiceLine).chosen
        return None if chosen == NONE else chosen

    def _edit(self, record: PersonRecord, name: str, changes: Mapping[str, Any]) -> PersonRecord:
        if name == record.name:
            return edit_person(self._game, record, **changes)
        everywhere = self.query_one("#log", ChoiceLine).chosen == "everywhere"
        renamed = rename_person(self._game, record, name, everywhere=everywhere)
        others = {**changes, "also": tuple(dict.fromkeys([*renamed.also, *changes["also"]]))}
        return edit_person(self._game, renamed, **others)


def _values(person: PersonRow) -> dict[str, str]:
    """Return the fields as they are typed."""
    record = person.record
    if record is None:
        return {field: person.name if field == "name" else "" for field in FIELDS}
    return {
        "name": record.name,
        "also": "; ".join(record.also),
        "tags": ", ".join(record.tags),
        "dates": "; ".join(map(_typed_date, dates_of(person))),
        "met": record.met or "",
        "note": record.note or "",
        "links": "; ".join(record.links),
    }


def _typed_date(one: YearlyDate) -> str:
    year = "" if one.year is None else f" {one.year:04}"
    return f"{one.day} {MONTHS[one.month - 1].lower()}{year} {one.words}".rstrip()


def _changes(typed: Mapping[str, str], tie: str | None, today: date) -> dict[str, Any]:
    """Return what was typed as the fields of a record. Raises `UsageError` for a date that is none."""
    return {
        "also": _parts(typed["also"]),
        "tags": tuple(tag.removeprefix("#") for tag in _parts(typed["tags"], ",")),
        "dates": tuple(read_date_of(text, today) for text in _parts(typed["dates"])),
        "met": typed["met"].strip() or None,
        "note": typed["note"].strip() or None,
        "links": _parts(typed["links"]),
        "tie": tie,
    }


def _parts(text: str, between: str = ";", clean: Callable[[str], str] = str.strip) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, map(clean, text.split(between)))))
