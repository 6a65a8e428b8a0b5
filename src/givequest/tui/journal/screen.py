"""Page 2: the journal. What was written, newest first; the page that is written; what was let go leaves no words."""

from __future__ import annotations

from collections.abc import Callable

from textual import on

from givequest.application import deeds, journal
from givequest.application.journal.drafts import Draft, page_of
from givequest.application.journal.reflections import echo_of, letter_due, letter_written
from givequest.domain.days import MONTHS, format_day
from givequest.domain.journal.letter import Letter
from givequest.domain.journal.sorts import LETTER
from givequest.domain.records import RecordType
from givequest.errors import GivequestError
from givequest.tui.dialog import Dialog
from givequest.tui.journal.navigation import JournalFinding
from givequest.tui.journal.reader import JournalReader
from givequest.tui.journal.writing_pane import WritingPane

WRITING = "Saved as you write; esc goes back."


class JournalPage(JournalFinding):
    """What is written, let go, noted and taken away."""

    def action_journal_write(self) -> None:
        """Write the chosen page; of a deed that was found the page of its day."""
        record = self._list.chosen
        if record is None:
            return
        told = ((self.view.prompt(), "accent"),) if record.day == self.game.today() and not record.id else ()
        try:
            page = page_of(self.game, record.day) if record.type is RecordType.DEED else record
            draft = Draft(self.game, record.day, page if page is not None and page.id else None)
        except GivequestError as error:
            self.refuse(error)
            return
        self._write(draft, format_day(record.day), told)

    def action_journal_letter(self) -> None:
        """Write the letter of the month."""
        letter = letter_due(self.game)
        if letter is None:
            written = letter_written(self.game)
            if written is None:
                self.say("The letter opens on the last evening of the month, for a week.")
                return
            self._end_search()
            self._show(written)
            self.say("The letter is written. Here it is.")
            return
        name = MONTHS[letter.month.month - 1]
        self._write(Draft(self.game, letter.day, sort=LETTER), f"Letter of {name}", _laid_out(letter, name))

    def _write(self, draft: Draft, heading: str, told: tuple[tuple[str, str], ...]) -> None:
        self._show_desk(True)
        self.writing_pane.editor.known_tags = lambda: self.view.archive.tags
        self.writing_pane.open(draft, heading, told)
        self._hint(WRITING)

    def _show_desk(self, is_shown: bool) -> None:
        """Put the writing pane where the reader was, or away; at once, since the next key may be here already."""
        self.set_class(is_shown, "-writing")
        self.writing_pane.styles.display = "block" if is_shown else "none"
        self.query_one(JournalReader).styles.display = "none" if is_shown else "block"

    def _stop_writing(self) -> None:
        draft = self.writing_pane.draft
        if not self.writing_pane.close():
            return
        self._show_desk(False)
        self._hint()
        self.set_focus(self._list)
        self._show(draft.entry if draft is not None else None)
        self.refresh_page()

    @on(WritingPane.Refused)
    def _refused(self, message: WritingPane.Refused) -> None:
        self.say(f"Not saved yet. What you typed is still here. {message.error}", "slip")

    @on(WritingPane.Recovered)
    def _recovered(self) -> None:
        self.say("Saved now, all of it.")

    @on(WritingPane.Parted)
    def _parted(self) -> None:
        self.say("This page was changed elsewhere, too. Both versions are kept.")

    def action_journal_leave(self) -> None:
        """Close what is open: the page that is written, then the search."""
        if self.writing_pane.is_open:
            self._stop_writing()
            return
        self._end_search()
        self.set_focus(self._list)

    # What is no page

    def action_journal_prompt(self) -> None:
        """Ask something else today."""
        self.view.redraws += 1
        self._go_to(self.view.find(self._rows, None))
        self._show_leaf()

    def action_journal_hush(self) -> None:
        """Never bring the older page of today back unasked."""
        today = self.game.today()
        echo = echo_of(self.game, self.view.archive, today)
        if echo is not None and self._day() == today:
            self._change(lambda: journal.hush(self.game, echo.entry), "That page won't come back by itself.")

    def action_journal_delete(self) -> None:
        """Take the chosen page away."""
        record = self._list.chosen
        if record is not None and record.id:
            said = self.givequest.with_keys("Deleted. {change.undo} brings it back.")
            self._change(lambda: deeds.delete_record(self.game, record), said)

    def _change(self, act: Callable[[], object], said: str) -> None:
        try:
            act()
        except GivequestError as error:
            self.refresh_page()
            self.refuse(error)
            return
        self.refresh_page()
        self.say(said)

    def action_journal_gift(self) -> None:
        """Note something that came unasked."""
        from givequest.tui.journal.gift_dialog import GiftDialog

        self._ask(GiftDialog())

    def action_journal_release(self) -> None:
        """Let an expectation go."""
        from givequest.tui.journal.release_dialog import ReleaseDialog

        self._ask(ReleaseDialog())

    def _ask(self, dialog: Dialog[str | None]) -> None:
        def done(said: str | None) -> None:
            self.refresh_page()
            if said:
                self.say(said)

        self.app.push_screen(dialog, done)


def _laid_out(letter: Letter, name: str) -> tuple[tuple[str, str], ...]:
    """Return what stands above a letter: one's own lines, what was given, and what it is for."""
    told: list[tuple[str, str]] = []
    if letter.lines:
        told += [(f"In {name} you wrote:", "muted"), *((f"  {line}", "accent") for line in letter.lines)]
    if letter.kinds:
        told.append((f"You gave: {', '.join(kind.lower() for kind in letter.kinds)}.", "text"))
    if letter.gift:
        told.append((f"And out of the blue came: {letter.gift}", "text"))
    return (
        *told,
        ("", "text"),
        (f"A few kind lines to the you of {name} the 1st. Begin with something you shared with someone.", "notice"),
    )
