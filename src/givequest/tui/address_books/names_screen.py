"""After an import: three who might like a word, and then ten names in half a minute."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from givequest.application.board import board_of
from givequest.application.people.hello import put_on_board, take_out
from givequest.application.undo import redo, undo
from givequest.domain.people.placing import Placing, ToPlace
from givequest.domain.records.contact import ContactRecord
from givequest.errors import GivequestError
from givequest.presentation.lines import Line
from givequest.presentation.people.first_minute import placing_lines, three_lines
from givequest.presentation.people.words import PLACED, TIES
from givequest.tui.address_books.brought import NOT_THEM, Brought, board_words, suggested
from givequest.tui.dialog import Dialog
from givequest.tui.widgets.header_line import HeaderLine
from givequest.tui.widgets.key_line import KeyLine
from givequest.tui.widgets.notice_line import NoticeLine
from givequest.tui.widgets.stage import Stage

THREE_KEYS = (
    ("space", "on the board"),
    ("enter", "look closer"),
    ("z", "not them"),
    ("tab", "ten names"),
    ("u", "undo"),
    ("esc", "done"),
)
TEN_KEYS = (("u", "undo"), ("tab", "the three"), ("esc", "that's enough"))
NOTHING_SENT = "Nothing was sent anywhere. The file stays where it was."
TEN = "Ten names in half a minute: who are they to you?"
ALL_DONE = "That was all of them. Tomorrow's board may name one or two."


class FirstNamesScreen(Dialog[str | None]):
    """Names out of the address book that has just come; ends with what to say of it."""

    CSS_PATH = "address_books.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "put", show=False),
        Binding("enter", "look", show=False),
        Binding("z", "pass", show=False),
        Binding("tab", "turn", show=False, priority=True),
        Binding("u", "undo", show=False, id="change.undo"),
        Binding("ctrl+r", "redo", show=False, id="change.redo"),
        Binding("down,j", "move(1)", show=False),
        Binding("up,k", "move(-1)", show=False),
    ]

    def __init__(self, brought: str, three: Sequence[Brought], ten: Sequence[ContactRecord], title: str) -> None:
        super().__init__()
        self._brought, self._three, self._title = brought, list(three), title
        self._contacts = {contact.name: contact for contact in ten}
        self._placing = Placing([ToPlace(one.name, one.line or "") for one in ten], self._is_placed)
        self._passed: set[str] = set()
        self._days: dict[str, date] = {}
        """The day on whose board each was put."""
        self._open: str | None = None
        """Who is looked at closer."""
        self._cursor = 0
        self._shows_ten = not three
        self._lines: dict[int, int] = {}
        """Whose name each of the lines is of."""

    def _is_placed(self, name: str) -> bool:
        return self.givequest.game.people.profile(name) is not None

    def compose(self) -> ComposeResult:
        """Yield the page."""
        yield HeaderLine()
        yield Stage()
        yield NoticeLine()
        yield KeyLine()

    def on_mount(self) -> None:
        """Show the three."""
        self.query_one(Stage).focus()
        self.query_one(NoticeLine).stand(NOTHING_SENT)
        self._show()

    def _show(self) -> None:
        game = self.givequest.game
        try:
            self.query_one(HeaderLine).show(board_of(game), with_numbers=game.settings.numbers)
        except GivequestError as error:
            self.query_one(NoticeLine).say(str(error), "slip")
        self.query_one(KeyLine).show(TEN_KEYS if self._shows_ten else THREE_KEYS)
        self.query_one(Stage).show(self._title, self._draw)

    def _draw(self, width: int, height: int) -> list[Line]:
        paint = self.givequest.paint
        if not self._shows_ten:
            three = [suggested(one, self._said(one.contact.name), self._open) for one in self._three]
            view = three_lines(three, self._cursor, width, height, paint, brought=self._brought)
            self._lines = view.names
            return view.lines
        current = self._placing.current
        if current is None:
            return [[], [("  " + ALL_DONE, paint.style("text"))]]
        return placing_lines(current.name, current.more, self._placing.next_names, width, height, paint, words=TEN)

    def _said(self, name: str) -> str:
        """Return what has become of one of the three; nothing while they wait."""
        if name in self._passed:
            return NOT_THEM
        return board_words(self._days.get(name), self.givequest.game.today()) if self._is_placed(name) else ""

    def action_move(self, step: int) -> None:
        """Choose another of the three."""
        self._cursor = max(0, min(self._cursor + step, len(self._three) - 1))
        self._open = None
        self._show()

    @on(Stage.Clicked)
    def _clicked(self, message: Stage.Clicked) -> None:
        if not self._shows_ten and message.line in self._lines:
            self.action_move(self._lines[message.line] - self._cursor)

    def action_turn(self) -> None:
        """Go to the ten names, or back to the three."""
        self._shows_ten = not self._shows_ten or not self._three
        self._show()

    def action_look(self) -> None:
        """Tell what else the book says of the chosen one."""
        if not self._shows_ten and self._three:
            name = self._three[self._cursor].contact.name
            self._open = None if self._open == name else name
            self._show()

    def action_put(self) -> None:
        """Put the chosen one on the board; of the ten, leave one for another time."""
        if self._shows_ten:
            self._placing.postpone()
            self._show()
            return
        one = self._three[self._cursor] if self._three else None
        if one is None or self._is_placed(one.contact.name):
            return

        def act() -> str:
            person, day = put_on_board(self.givequest.game, one.contact)
            self._days[person.name] = day
            self._passed.discard(person.name)
            return f"{person.name} is {self._said(person.name)}."

        if self._change(act):
            self._go_on()

    def _go_on(self) -> None:
        """Put the cursor on the next of the three who waits for an answer."""
        places = [*range(self._cursor + 1, len(self._three)), *range(self._cursor)]
        for at in places:
            name = self._three[at].contact.name
            if name not in self._passed and not self._is_placed(name):
                self._cursor = at
                break
        self._show()

    def action_pass(self) -> None:
        """Leave the chosen one out; nothing is stored of it."""
        if not self._shows_ten and self._three:
            self._passed ^= {self._three[self._cursor].contact.name}
            self._go_on()

    def on_key(self, event: events.Key) -> None:
        """Place the name whose turn it is."""
        current = self._placing.current if self._shows_ten else None
        if current is None or event.character not in TIES or event.character == "-":
            return
        event.stop()
        event.prevent_default()
        tie, contact = TIES[event.character], self._contacts[current.name]

        def act() -> str:
            take_out(self.givequest.game, contact, tie)
            return f"{contact.name}: {PLACED[tie]}."

        self._change(act)

    def action_undo(self) -> None:
        """Take back what was done last; where that was the import itself, there is nothing left to show."""
        self._turn(lambda: undo(self.givequest.game))

    def action_redo(self) -> None:
        """Do again what was taken back."""
        self._turn(lambda: redo(self.givequest.game))

    def _turn(self, act: Callable[[], str]) -> None:
        try:
            said = act()
        except GivequestError as error:
            self.query_one(NoticeLine).say(str(error))
            return
        if not self._is_there():
            self.dismiss(said)
            return
        self._show()
        self.query_one(NoticeLine).say(said)

    def _is_there(self) -> bool:
        """Return whether the book that has come is still there."""
        from givequest.application.people.contacts import contacts_in
        from givequest.domain.records.partitions import book_partition

        first = next(iter([*(one.contact for one in self._three), *self._contacts.values()]), None)
        partition = book_partition(first.book) if first is not None else None
        if first is None or partition is None:
            return True
        return first.id in contacts_in(self.givequest.game, partition)

    def _change(self, act: Callable[[], str]) -> bool:
        try:
            said = act()
        except GivequestError as error:
            self.query_one(NoticeLine).say(str(error), "slip")
            return False
        self._show()
        self.query_one(NoticeLine).say(said)
        return True

    def action_leave(self) -> None:
        """Go to the people."""
        self.dismiss(None)
