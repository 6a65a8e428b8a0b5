"""The frame of page 5: the names, one of them beside, and the panel that takes both their places."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical

from givequest.application.board import Board, board_of
from givequest.application.people.listing import PersonRow
from givequest.application.people.names import names_of_day
from givequest.application.people.words import WordsSent
from givequest.commands.registry import PEOPLE, commands_of
from givequest.domain.records.contact import ContactRecord
from givequest.errors import GivequestError
from givequest.presentation.lines import Line
from givequest.presentation.people.first_minute import no_names
from givequest.presentation.people.words import plenty
from givequest.tui.page import VisitedPage, bindings_of
from givequest.tui.people.contact_detail import books_of, describe_contact
from givequest.tui.people.described import describe_person
from givequest.tui.people.modes import CONTACT_KEYS, KEYS, NEXT_YEAR, Mode, is_narrow, list_width
from givequest.tui.people.name_field import NameField
from givequest.tui.people.name_list import NameList
from givequest.tui.people.person_panel import NOBODY, PersonPanel
from givequest.tui.people.view_model import HEADS, MINE, Listed, PeopleView
from givequest.tui.textual_internals import draw_in_one_frame
from givequest.tui.widgets.key_strip import KeyStrip
from givequest.tui.widgets.notice_line import NoticeLine
from givequest.tui.widgets.stage import Stage


class PeopleBase(VisitedPage):
    """Names and one person, always as they are in the ledger."""

    PAGE = PEOPLE
    CSS_PATH = "people.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(PEOPLE)

    def __init__(self) -> None:
        super().__init__()
        self.mode = Mode.LIST
        self.covered = False
        """Whether all names are covered."""
        self.contact: ContactRecord | None = None
        """Somebody of an address book who is looked at."""
        self._view: PeopleView | None = None
        self._board: Board | None = None
        self._listed: Sequence[Listed] = ()
        self._today = date.min

    @property
    def view(self) -> PeopleView:
        """What is looked at."""
        if self._view is None:
            self._view = PeopleView(self.game)
        return self._view

    def compose_middle(self) -> ComposeResult:
        """Yield the names, what takes their place, and one person."""
        with Vertical(id="people"):
            yield NameField(self._typed)
            yield NameList()
            yield Stage()
        yield PersonPanel()

    @property
    def names(self) -> NameList:
        """The list."""
        return self.query_one(NameList)

    @property
    def field(self) -> NameField:
        """The line that is typed into."""
        return self.query_one(NameField)

    @property
    def stage(self) -> Stage:
        """What takes the place of the list."""
        return self.query_one(Stage)

    @property
    def panel(self) -> PersonPanel:
        """One person."""
        return self.query_one(PersonPanel)

    def on_mount(self) -> None:
        """Let keys go to the list."""
        self.set_focus(self.names)
        self.set_timer(NEXT_YEAR, self._read_on)

    def _read_on(self) -> None:
        """Read the words of years ago, a year at a time while keys are heard; then show them."""
        try:
            goes_on = self.game.derived(WordsSent).read_on()
        except GivequestError:
            return  # what cannot be read is told elsewhere
        if goes_on:
            self.set_timer(NEXT_YEAR, self._read_on)
        elif self._today != date.min:
            self.show_person()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let no key do anything before there is a page that it could do it on."""
        return self.is_mounted

    def on_resize(self, event: events.Resize) -> None:
        """Share the width."""
        self._arrange(event.size.width)

    def _arrange(self, width: int) -> None:
        """Show what the mode is of; at once, since the next key may be here already."""
        shows_stage = self.mode in (Mode.FIND, Mode.NOBODY, Mode.PLACING)
        is_open = self.mode is Mode.OPEN
        narrow = is_narrow(width)
        shows_person = not shows_stage and (is_open if narrow else True)
        shows_names = not (narrow and is_open)
        column = self.query_one("#people")
        column.styles.width = list_width(width) if shows_person and shows_names else "1fr"
        column.styles.display = "block" if shows_names else "none"
        self.names.styles.display = "none" if shows_stage else "block"
        self.stage.styles.display = "block" if shows_stage else "none"
        self.panel.styles.display = "block" if shows_person else "none"

    def enter(self, mode: Mode) -> None:
        """Show something else."""
        self.mode = mode
        commands = commands_of(PEOPLE)
        wanted = CONTACT_KEYS if mode is Mode.OPEN and self.contact is not None else KEYS.get(mode)
        self.query_one(KeyStrip).show([c for c in commands if (c.id in wanted if wanted else c.in_strip)])
        self._arrange(self.size.width)
        self.names.border_role = "border" if mode is Mode.OPEN else "border_focus"
        self.panel.open(mode is Mode.OPEN)
        if mode not in (Mode.FIND, Mode.NEW):
            self.field.hide()
            self.set_focus(self.stage if mode in (Mode.NOBODY, Mode.PLACING) else self.names)

    def refresh_page(self) -> None:
        """Show what is true now."""
        self._today = self.game.today()
        try:
            self._board = board_of(self.game)
            self.view.on_board = frozenset(quest.person for quest in self._board.listed if quest.person)
            self.show_header(self._board)
        except GivequestError as error:
            self.refuse(error)
        try:
            self.view.read()
        except GivequestError as error:
            self.refuse(error)
        self.settle()

    def settle(self) -> None:
        """Show the list, or what there is to do before there is one."""
        if self.mode in (Mode.FIND, Mode.NEW):
            self.show_names()
            return
        if self.view.is_nobody_here and self.view.view == MINE:
            self.enter(Mode.NOBODY)
            self.stage.show("People", self._draw_nobody)
            self.query_one(NoticeLine).stand("")
            return
        if self.mode in (Mode.NOBODY, Mode.PLACING):
            self.enter(Mode.LIST)
        self.show_names()

    def _draw_nobody(self, width: int, height: int) -> list[Line]:
        keys = [("{person.new}", "write them down, in one line"), ("{person.books}", "bring an address book")]
        told = [(self.givequest.with_keys(key), words) for key, words in keys]
        return no_names(width, height, self.stage.paint, told)

    def turn_over(self) -> bool:
        """Show the new day if one has begun since the page was drawn; return whether that was so."""
        if self._today in (date.min, self.game.today()):
            return False
        self.refresh_page()
        return True

    @property
    def chosen(self) -> Listed | None:
        """The row under the cursor."""
        return self._listed[self.names.cursor] if self.names.cursor < len(self._listed) else None

    @property
    def person(self) -> PersonRow | None:
        """The person under the cursor."""
        return self.chosen.person if self.chosen is not None else None

    def show_names(self, name: str | None = None) -> None:
        """Show the list anew, the cursor on a name, or on the one it was on."""
        view, listed = self.view, self.names
        kept = name or (self.chosen.row.name if self.chosen is not None else None)
        self._listed = view.listed()
        places = [at for at, one in enumerate(self._listed) if one.row.name == kept]
        if places:
            listed.cursor = min(places, key=lambda at: abs(at - listed.cursor))
        order = "" if view.order == "name" else f", {view.order_words}"
        listed.show(
            [one.row for one in self._listed],
            title=f"People {self.names.paint.glyphs.bullet} {view.view}{order}",
            place=self.givequest.with_keys("{person.view}: " + view.next_view),
            heads=HEADS[view.view],
            soon=view.soon() if view.view == MINE else (),
            empty=view.empty(self.givequest.with_keys),
            covered=self.covered,
        )
        self.show_person()
        self._stand_by()

    def _stand_by(self) -> None:
        """Say whom this day names."""
        if self.mode in (Mode.FIND, Mode.NEW):
            return
        try:
            named = names_of_day(self.game)
        except GivequestError:
            return
        words = plenty(None, None) if self.covered else plenty(named.far, named.near)
        self.query_one(NoticeLine).stand(words)

    @on(NameList.Chosen)
    def _on_chosen(self, message: NameList.Chosen) -> None:
        self.show_person()
        if message.opens:
            self.enter(Mode.OPEN)

    def show_person(self) -> None:
        """Show whoever is under the cursor."""
        person = self.person
        detail = NOBODY
        if self.contact is not None:
            detail = describe_contact(self.contact, self.givequest.with_keys)
        elif person is not None:
            try:
                books = books_of(self.game, person)
                detail = describe_person(self.game, person, self._board, self.givequest.with_keys, books)
            except GivequestError as error:
                self.refuse(error)
        self.panel.show(detail, covered=self.covered)
        draw_in_one_frame(self, self.names, self.panel)

    def _typed(self, value: str) -> None:
        raise NotImplementedError
