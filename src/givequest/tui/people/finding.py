"""Finding on page 5: as it is typed, among people and address books; and a new person in one line."""

from __future__ import annotations

from textual import on
from textual.widgets import Input

from givequest.application.address_books.book_index import BookIndexes, BookRow
from givequest.application.address_books.find import ContactFinder, FoundContacts
from givequest.application.people.editing import add_person
from givequest.application.people.find import FoundPeople, PeopleFinder
from givequest.domain.address_books.titles import title_of
from givequest.domain.people.find import ENOUGH
from givequest.domain.people.quick_entry import read_quick_entry
from givequest.errors import GivequestError
from givequest.presentation.lines import Line
from givequest.presentation.people.found import NEW, Finds, found_lines, where_words
from givequest.presentation.people.rows import NameRow
from givequest.presentation.people.words import told_entry
from givequest.tui.people.layout import PeopleBase
from givequest.tui.people.modes import Mode
from givequest.tui.people.name_field import FIND, NameField
from givequest.tui.people.name_field import NEW as NEW_PERSON
from givequest.tui.people.view_model import MINE, Listed
from givequest.tui.textual_internals import draw_in_one_frame
from givequest.tui.widgets.notice_line import NoticeLine
from givequest.tui.widgets.stage import Stage

HOW_NEW = "A name, then what comes to mind: #tags, a date, close or faded, met somewhere. esc leaves."
GONE = "This address book has changed; they aren't in it any more."
MOST = 100
"""Finds that are listed at the most."""
LATER = 0.4
"""Seconds after the page is open until address books are read, for whoever looks for a name in them."""


class PeopleFinding(PeopleBase):
    """What is typed on the page."""

    def __init__(self) -> None:
        super().__init__()
        self._finder: PeopleFinder | None = None
        self._found: list[Listed] = []
        """Everybody who was found, those who are near at the end."""
        self._finds = Finds("")
        """The same as it is shown."""
        self._at = 0
        """Which row the cursor is on; above what was found may stand a new name."""
        self._rows: dict[int, int] = {}
        """The row that each line shows."""

    def on_mount(self) -> None:
        """Read the address books when the page has long been seen."""
        self.set_timer(LATER, self._load_books)

    def _load_books(self) -> None:
        """Read the address books that have changed beside the page, and look through them when they are there."""
        finder = self.game.derived(ContactFinder)

        def load() -> None:
            if finder.load() and self.is_attached:
                self.call_later(self._look_again)  # posts a message, from whatever thread

        self.run_worker(load, thread=True, exit_on_error=False, group="address-books", exclusive=True)

    def _look_again(self) -> None:
        """Show what the books say, now that they are there."""
        if self.mode is Mode.FIND:
            self._find(self.field.value)
        elif self.mode in (Mode.LIST, Mode.OPEN):
            self.show_person()  # what the books say of somebody

    def action_person_find(self) -> None:
        """Look for a name."""
        self._finder = None
        self.forget_notice()
        self.enter(Mode.FIND)
        self.field.ask(FIND)
        self._typed("")
        self._load_books()

    def action_person_new(self) -> None:
        """Write somebody new down."""
        self.enter(Mode.NEW)
        self.field.ask(NEW_PERSON)
        self.query_one(NoticeLine).clear()
        self.query_one(NoticeLine).stand(HOW_NEW)

    def _typed(self, value: str) -> None:
        if self.mode is Mode.FIND:
            self._find(value)
        elif self.mode is Mode.NEW:
            self.query_one(NoticeLine).stand(self._read_back(value))

    def _find(self, typed: str) -> None:
        if self._finder is None:
            self._finder = PeopleFinder(self.view.people)
        known = frozenset(book for one in self.view.people if one.record is not None for book in one.record.books)
        people = self._finder.find(typed, MOST, enough=0)
        contacts = self.game.derived(ContactFinder).find(typed, MOST, ENOUGH - len(people.people), known)
        if len(people.people) + len(contacts.contacts) < ENOUGH:
            people = self._finder.find(typed, MOST)
        self._list(people, contacts)
        self._at = 0
        self.query_one(NoticeLine).stand(NEW if self._finds.is_new else "")
        self._show_found()

    def _list(self, people: FoundPeople, contacts: FoundContacts) -> None:
        between = f" {self.stage.paint.glyphs.bullet} "

        def listed(one: BookRow) -> Listed:
            more = between.join(filter(None, (title_of(one.book), one.line)))
            return Listed(NameRow(one.name, more=more), contact=one.id)

        rows = [Listed(self.view.row(one), one) for one in people.people]
        rows += map(listed, contacts.contacts)
        near = [Listed(self.view.row(one), one) for one in people.near]
        near += map(listed, contacts.near)
        self._found = [*rows, *near]
        where = where_words(
            len(self.view.people), contacts.among, len(self._found), with_numbers=self.givequest.settings.numbers
        )
        shown, meant = (tuple(one.row for one in found) for found in (rows, near))
        self._finds = Finds(self.field.value, shown, meant, where, bool(contacts.among))

    def _show_found(self) -> None:
        self.stage.show("Find", self._draw_found)
        draw_in_one_frame(self, self.field, self.stage)

    def _draw_found(self, width: int, height: int) -> list[Line]:
        view = found_lines(self._finds, self._at, width, height, self.stage.paint, covered=self.covered)
        self._rows = view.rows
        return view.lines

    @on(NameField.Stepped)
    def _stepped(self, message: NameField.Stepped) -> None:
        if self.mode is Mode.FIND:
            self._at = max(0, min(self._at + message.step, self._finds.choices - 1))
            self._show_found()

    @on(Stage.Clicked)
    def _clicked(self, message: Stage.Clicked) -> None:
        if self.mode is Mode.FIND and message.line in self._rows:
            self._at = self._rows[message.line]
            self._show_found()

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        if self.mode is Mode.NEW or (self._finds.is_new and not self._at):
            self._add(event.value)
        elif self._finds.choices:
            self._open_found()
        else:
            self.action_person_leave()

    def _open_found(self) -> None:
        found = self._found[self._at - self._finds.is_new]
        if found.contact is not None:
            self._open_contact(found.contact)
        else:
            self.open_person(found.row.name)

    def _open_contact(self, identity: str) -> None:
        try:
            self.contact = self.game.derived(BookIndexes).contact(identity)
        except GivequestError as error:
            self.refuse(error)
            return
        if self.contact is None:
            self.say(GONE)
            self._load_books()
            return
        self.enter(Mode.OPEN)
        self.show_names()

    def open_person(self, name: str) -> None:
        """Show somebody, whatever is listed now."""
        self.view.view, self.contact = MINE, None
        self.enter(Mode.LIST)
        self.show_names(name)
        if self.person is None or self.person.name != name:  # who is set aside is on no list
            self.view.guest = name
            self.show_names(name)
        self.enter(Mode.OPEN)
        self.show_person()

    def _add(self, line: str) -> None:
        try:
            entry = read_quick_entry(line, self.game.today())
            person = add_person(self.game, entry.name, tie=entry.tie, dates=entry.dates, tags=entry.tags, met=entry.met)
        except GivequestError as error:
            self.refuse(error)
            return
        self.view.view = MINE
        self.enter(Mode.LIST)
        self.refresh_page()
        self.show_names(person.name)
        self.say(self.givequest.with_keys(f"{person.name} is among your people now. {{change.undo}} takes that back."))

    def _read_back(self, line: str) -> str:
        """Return how a line is read, while it is typed."""
        if not line.strip():
            return HOW_NEW
        try:
            return told_entry(read_quick_entry(line, self.game.today()), self.stage.paint.glyphs.bullet)
        except GivequestError as error:
            return str(error)

    def action_person_leave(self) -> None:
        """Go back to the list."""
        raise NotImplementedError
