"""Finding on the journal page: moving, searching as one types, and going to a day in words."""

from __future__ import annotations

from datetime import date

from textual import on
from textual.widgets import Input

from givequest.domain.days import days_in_month, next_month
from givequest.domain.journal.date_words import parse_jump
from givequest.domain.records import Record, RecordType
from givequest.errors import GivequestError
from givequest.tui.journal.layout import JournalBase
from givequest.tui.journal.reader import JournalReader
from givequest.tui.journal.search_field import DAY, SEARCH, JournalLine

SEARCHING = "up and down   enter read   esc cancel"
FOUND = "enter write here   esc show all"
NOT_FOUND = "esc show all pages"
GOING = "enter go   esc cancel"


class JournalFinding(JournalBase):
    """What is done without changing anything."""

    def action_journal_up(self) -> None:
        """Move up."""
        self._go_to(self._list.cursor - 1)

    def action_journal_down(self) -> None:
        """Move down."""
        self._go_to(self._list.cursor + 1)

    def action_journal_previous(self) -> None:
        """Go to the month before."""
        day = self._day()
        self._go_to(self.view.find(self._rows, record_of_day(date.fromordinal(day.toordinal() - day.day))))

    def action_journal_next(self) -> None:
        """Go to the month after."""
        first = next_month(self._day())
        last = first.replace(day=days_in_month(first))
        self._go_to(self.view.find(self._rows, record_of_day(last)))

    def action_journal_now(self) -> None:
        """Go to today."""
        self._end_search()
        self._go_to(self.view.find(self._rows, None))

    def action_journal_page_up(self) -> None:
        """Scroll what is read back."""
        self.query_one(JournalReader).turn(-1)

    def action_journal_page_down(self) -> None:
        """Scroll what is read on."""
        self.query_one(JournalReader).turn(1)

    def _day(self) -> date:
        record = self._list.chosen
        return record.day if record is not None else self.game.today()

    def action_journal_find(self) -> None:
        """Ask for what to search for."""
        self._line.ask(SEARCH)
        self._hint(SEARCHING)
        self._read_deeds_on()

    def action_journal_day(self) -> None:
        """Ask for a day to go to."""
        self._end_search()
        self._line.ask(DAY)
        self._hint(GOING)

    def _typed(self, value: str) -> None:
        if self._line.purpose == SEARCH:
            self.view.typed = value
            self._show(at_first=True)

    @on(JournalLine.Stepped)
    def _stepped(self, message: JournalLine.Stepped) -> None:
        self._go_to(self._list.cursor + message.step)

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        if self._line.purpose == DAY and not self._jump(event.value):
            return
        if self._line.purpose == DAY or not self.view.query.words:
            self._line.hide()
        found = FOUND if self._rows else NOT_FOUND
        self._hint(found if self._line.is_shown else "")
        self.set_focus(self._list)

    def _jump(self, words: str) -> bool:
        if not words.strip():
            return True
        try:
            jump = parse_jump(words, self.game.today())
        except GivequestError as error:
            self.refuse(error)
            return False
        if not jump.is_month:
            self.view.open_day(jump.day)
        self._show()
        self._go_to(self.view.find(self._rows, record_of_day(jump.day)))
        return True

    def _end_search(self) -> None:
        self._line.hide()
        self._hint()
        if self.view.typed:
            self.view.typed = ""
            self._show()


def record_of_day(day: date) -> Record:
    """Return a record to find a day by."""
    return Record(RecordType.ENTRY, "", day, "")
