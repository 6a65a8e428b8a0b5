"""Page 5: people. Whom you have in mind, and the words that went out to them."""

from __future__ import annotations

from textual import events

from givequest.application.people.editing import set_tie
from givequest.domain.people.placing import Placing, ToPlace
from givequest.errors import GivequestError
from givequest.presentation.lines import Line
from givequest.presentation.people.first_minute import placing_lines
from givequest.presentation.people.words import PLACED, TIES
from givequest.tui.people.acts import PeopleActs
from givequest.tui.people.modes import Mode
from givequest.tui.widgets.notice_line import NoticeLine

BEFORE_PLACING = "These names are in your log. Who are they to you? A key each, and none of it counts anywhere."
PAGE = 8
"""Rows of a page of the list."""
COVERED, UNCOVERED = "Names are covered; {person.cover} shows them.", "Names are shown."
COPIED = "Copied; nothing was opened."


class PeoplePage(PeopleActs):
    """What the keys of the page do that change nothing, and the first minute."""

    def __init__(self) -> None:
        super().__init__()
        self._placing: Placing | None = None
        self._was_placed = False
        """Whether the names of the log were offered to be placed already."""

    def settle(self) -> None:
        """Show the list; where nobody was ever placed, the names of the log one after the other."""
        if self._placing is not None and self.mode is Mode.PLACING:
            self._show_placing()
            return
        if not self._was_placed and self.mode is Mode.LIST and (to_place := self.view.to_place):
            self._was_placed = True
            self._placing = Placing([ToPlace(one.name) for one in to_place], self._is_placed)
            self.enter(Mode.PLACING)
            self._show_placing()
            return
        super().settle()

    def _is_placed(self, name: str) -> bool:
        return self.game.people.profile(name) is not None

    def _show_placing(self) -> None:
        if self._placing is None or self._placing.current is None:
            self._end_placing()
            return
        self.query_one(NoticeLine).stand(self.givequest.with_keys("{change.undo} takes one back, esc shows the list."))
        self.stage.show("People", self._draw_placing)

    def _draw_placing(self, width: int, height: int) -> list[Line]:
        placing = self._placing
        if placing is None or placing.current is None:
            return []
        name, left = placing.current.name, placing.next_names
        word = next((one.word for one in self.view.people if one.name == name), "")
        more = f"last word {word}" if word else ""
        return placing_lines(name, more, left, width, height, self.stage.paint, words=BEFORE_PLACING)

    def _end_placing(self) -> None:
        self._placing = None
        self.enter(Mode.LIST)
        self.settle()

    def on_key(self, event: events.Key) -> None:
        """Place the name whose turn it is."""
        if self.mode is not Mode.PLACING or self._placing is None or self._placing.current is None:
            return  # Textual goes on with the handler of the class before
        name = self._placing.current.name
        if event.key == "space":
            self._placing.postpone()
            self._show_placing()
        elif event.character in TIES and event.character != "-":
            tie = TIES[event.character]
            self.change(lambda: set_tie(self.game, [name], tie), lambda: f"{name}: {PLACED[tie]}.")
        else:
            return
        event.stop()
        event.prevent_default()

    # Moving and looking

    def action_person_up(self) -> None:
        """Move up."""
        self._move(-1)

    def action_person_down(self) -> None:
        """Move down."""
        self._move(1)

    def action_person_page_up(self) -> None:
        """Move up by a page."""
        self._move(-PAGE)

    def action_person_page_down(self) -> None:
        """Move down by a page."""
        self._move(PAGE)

    def _move(self, step: int) -> None:
        if self.mode is Mode.OPEN:
            self.panel.move(step)
        elif self.mode is Mode.LIST:
            self.names.go_to(self.names.cursor + step)
            self.show_person()

    def action_person_open(self) -> None:
        """Open whoever is chosen; there copy a link, or log with a note."""
        if self.mode is Mode.LIST and self.person is not None:
            self.enter(Mode.OPEN)
            self.show_person()
        elif self.mode is Mode.OPEN and (name := self.panel.name_shown):
            link = self.panel.link
            if link is None:
                self.open_log(name, None)
            else:
                self.app.copy_to_clipboard(link)
                self.say(f"{link}: {COPIED}")

    def action_person_leave(self) -> None:
        """Go back to the list."""
        if self.mode is Mode.PLACING:
            self._end_placing()
        elif self.mode is Mode.LIST and self.view.chosen:
            self.view.chosen.clear()
            self.show_names()
        elif self.mode is not Mode.LIST:
            self.view.guest, self.contact = "", None
            self.enter(Mode.LIST)
            self.settle()

    def action_person_view(self) -> None:
        """Show the next view."""
        if self.mode is Mode.LIST or (self.mode is Mode.NOBODY and self.view.is_nobody_here):
            self.forget_notice()
            self.view.turn()
            self.names.cursor = 0
            self.enter(Mode.LIST)
            self.settle()

    def action_person_order(self) -> None:
        """Show the list in another order."""
        if self.mode is Mode.LIST:
            self.view.reorder()
            self.show_names()

    def action_person_cover(self) -> None:
        """Cover all names, or show them."""
        self.covered = not self.covered
        self.forget_notice()
        self.settle()
        self.say(self.givequest.with_keys(COVERED if self.covered else UNCOVERED))

    def action_person_edit(self) -> None:
        """Change what is written down."""
        if self.person is None:
            return
        from givequest.tui.people.edit_dialog import EditDialog

        def done(said: str | None) -> None:
            self.refresh_page()
            if said:
                self.say(said)

        try:
            self.app.push_screen(EditDialog(self.person), done)
        except GivequestError as error:
            self.refuse(error)

    def action_person_books(self) -> None:
        """Bring an address book, and see who of it might like a word."""
        from givequest.tui.address_books.flow import bring_address_book

        bring_address_book(self.app, self.game, self._after_import)

    def _after_import(self, said: str) -> None:
        self.refresh_page()
        if said:
            self.say(self.givequest.with_keys(said))
