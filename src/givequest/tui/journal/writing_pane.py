"""The writing pane: an entry being written, what it is an answer to, and the saving of it as it goes."""

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
from givequest.presentation.lines import Line
from givequest.tui.journal.editor import JournalEditor
from givequest.tui.journal.wrap import wrap_text
from givequest.tui.widgets.canvas import Canvas

if TYPE_CHECKING:
    from givequest.tui.context import AppContext

PAUSE = 0.7
"""Seconds after the last key until a page is saved."""
LONGEST_PAUSE = 3.0
"""Seconds after which it is saved even while somebody goes on typing; and until a refused save is tried again."""
AT_ONCE = 0.001
"""Seconds of a timer that is to ring at once: Textual divides by them."""
PROMPT_MARGIN = 2
"""Columns that stay free at both sides of the prompt."""
PROMPT_SHARE = 2
"""The prompt takes no more than this part of the height: a half."""


class PromptPane(Canvas):
    """What stands above an entry that is written: the prompt, or the lines of a month, as high as they need."""

    def __init__(self) -> None:
        super().__init__(id="prompt")
        self._texts: tuple[tuple[str, str], ...] = ()

    def show(self, texts: tuple[tuple[str, str], ...]) -> None:
        """Show texts, each with the role it is drawn in."""
        self._texts = texts
        self.styles.display = "block" if texts else "none"
        self.refresh(layout=True)
        self._drawn_for = None

    def get_content_height(self, container: object, viewport: object, width: int) -> int:
        """Return how many lines the texts take."""
        size = getattr(container, "height", 24)
        return min(len(self._wrapped(width)), max(size // PROMPT_SHARE, 1))

    def lines(self, width: int, height: int) -> list[Line]:
        """Return the texts; where they do not all fit, the last of them is the one that stays."""
        lines = self._wrapped(width)
        if len(lines) > height:
            last = self._wrapped(width, self._texts[-1:])[-height:]
            lines = lines[: height - len(last)] + last
        return lines

    def _wrapped(self, width: int, texts: tuple[tuple[str, str], ...] | None = None) -> list[Line]:
        return [
            [(" " * PROMPT_MARGIN, self.paint.style()), (text[start:end], self.paint.style(role))]
            for text, role in (self._texts if texts is None else texts)
            for start, end in wrap_text(text, width - 2 * PROMPT_MARGIN)
        ]


class WritingPane(Vertical):
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
        super().__init__(id="writing")
        self.draft: Draft | None = None
        self.editor = JournalEditor()
        """Where it is typed."""
        self._saved = ""
        self._since = 0.0
        self._timer: Timer | None = None
        self._is_refused = False

    def compose(self) -> ComposeResult:
        """Yield what is answered, and the editor."""
        yield PromptPane()
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
        self.query_one(PromptPane).show(told)
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
            self._timer = self.set_timer(max(min(PAUSE, LONGEST_PAUSE - (now - self._since)), AT_ONCE), self.save)

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
