"""The desk: a page being written, what it is an answer to, and the saving of it as it goes."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING, cast

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message
from textual.timer import Timer
from textual.widgets import TextArea

from givequest.application.journal.drafts import Draft
from givequest.domain.settings import Settings
from givequest.domain.word_count import number_of_words
from givequest.errors import GivequestError
from givequest.tui.journal.editor import JournalEditor
from givequest.tui.widgets.journal_told import JournalTold

if TYPE_CHECKING:
    from givequest.tui.context import AppContext

PAUSE = 0.7
"""Seconds after the last key until a page is saved."""
LONGEST_PAUSE = 3.0
"""Seconds after which it is saved even while somebody goes on typing; and until a refused save is tried again."""


class JournalDesk(Vertical):
    """Holds at most one draft. What cannot be saved stays in the editor, and is tried again."""

    class Refused(Message):
        """The page could not be saved."""

        def __init__(self, error: GivequestError) -> None:
            super().__init__()
            self.error = error

    class Recovered(Message):
        """What could not be saved is saved now."""

    class Parted(Message):
        """Somebody else has changed the page; what is typed here has become one of its own."""

    def __init__(self) -> None:
        super().__init__(id="desk")
        self.draft: Draft | None = None
        self.editor = JournalEditor()
        """Where it is typed."""
        self._saved = ""
        self._since = 0.0
        self._timer: Timer | None = None
        self._is_refused = False

    def compose(self) -> ComposeResult:
        """Yield what is answered, and the editor."""
        yield JournalTold()
        yield self.editor

    @property
    def _settings(self) -> Settings:
        return cast("AppContext", self.app).settings

    @property
    def is_open(self) -> bool:
        """Whether a page is being written."""
        return self.draft is not None

    @property
    def is_unsaved(self) -> bool:
        """Whether there is text that is not on the disk."""
        return self.draft is not None and self.editor.text != self._saved

    def open(self, draft: Draft, heading: str, told: tuple[tuple[str, str], ...] = ()) -> None:
        """Begin to write, or go on with a page."""
        self.draft, self._saved, self._is_refused = draft, draft.text, False
        self.query_one(JournalTold).show(told)
        self.editor.cursor_blink = self._settings.animations
        self.editor.begin(draft.text, heading)
        self._tell()
        self.screen.set_focus(self.editor)

    def close(self) -> bool:
        """Save and put the page away; False where it could not be saved, and then it stays."""
        if not self.save():
            return False
        self.draft = None
        self.editor.load_text("")
        return True

    def save(self) -> bool:
        """Save the page as it is; return whether everything is on the disk."""
        self._stop()
        draft, text = self.draft, self.editor.text
        if draft is None:
            return True
        if text == self._saved:
            self._settle()
            return True
        try:
            parted = draft.save(text)
        except GivequestError as error:
            self._is_refused = True
            self.post_message(self.Refused(error))
            self._timer = self.set_timer(LONGEST_PAUSE, self.save)
            self._tell()
            return False
        self._saved = text
        self._settle()
        if parted:
            self.post_message(self.Parted())
        return True

    def _settle(self) -> None:
        """Take note that everything is on the disk."""
        if self._is_refused:
            self.post_message(self.Recovered())
        self._since, self._is_refused = 0.0, False
        self._tell()

    def renew(self) -> None:
        """Show what somebody else made of the page, where nothing typed here would be lost by it."""
        draft = self.draft
        if draft is not None and not self.is_unsaved and draft.entry is not None and draft.renew():
            self._saved = draft.text
            self.editor.load_text(draft.text)
            self.editor.move_cursor(self.editor.document.end)

    @on(TextArea.Changed)
    def _changed(self, event: TextArea.Changed) -> None:
        event.stop()
        if not self.is_unsaved:
            self._stop()
            self._settle()
            return
        now = monotonic()
        if not self._since:
            self._since = now
            self._tell()
        self._stop()
        if self._is_refused:
            self._timer = self.set_timer(PAUSE, self.save)
        else:
            self._timer = self.set_timer(max(min(PAUSE, LONGEST_PAUSE - (now - self._since)), 0.0), self.save)

    def on_descendant_blur(self, event: events.DescendantBlur) -> None:
        """Save when something else gets the keys."""
        self.save()

    def on_unmount(self) -> None:
        """Save in the end, whatever ends it."""
        self.save()

    def _stop(self) -> None:
        if self._timer is not None:
            self._timer.stop()
            self._timer = None

    def _tell(self) -> None:
        """Say how long the page is and whether it is saved."""
        if self._is_refused:
            self.editor.tell("not saved yet")
            return
        words = number_of_words(self._saved)
        count = "" if not (words and self._settings.numbers) else "1 word, " if words == 1 else f"{words:,} words, "
        state = "saving" if self.is_unsaved else "saved"
        self.editor.tell(f"{count}{state}" if words else "saved as you write")
