"""Writing at the desk: what is typed is saved as it goes, and held against the rules whenever there is a pause."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from time import monotonic
from typing import TYPE_CHECKING, Any, cast

from textual import on
from textual.timer import Timer
from textual.widgets import TextArea

from givequest.config.desk_rules import load_hint_rules
from givequest.domain.desk.drafts import MessageDraft
from givequest.domain.desk.hint_rules import HintRules
from givequest.domain.desk.message import Message
from givequest.domain.desk.mirror import Reflection, reflect_in_steps
from givequest.errors import GivequestError
from givequest.tui.desk.background_write import BackgroundWrite
from givequest.tui.desk.layout import DeskBase
from givequest.tui.desk.mirror_pane import MirrorPane

if TYPE_CHECKING:
    from textual.worker import WorkType

PAUSE = 0.15
"""Seconds after the last key until the mirror answers."""
SAVED_AFTER, LONGEST_PAUSE = 0.7, 1.5
"""Seconds after the last key until a draft is saved, and until it is while someone goes on typing."""
AT_ONCE = 0.001
"""Seconds of a timer that is to ring at once: Textual divides by them."""


class DeskWriting(DeskBase):
    """The message while it's written."""

    def __init__(self) -> None:
        super().__init__()
        self._rules: HintRules | None = None
        self._rules_of: Any = None
        self._pause: Timer | None = None
        self._saving: Timer | None = None
        self._write = BackgroundWrite()
        self._unsaved_since = 0.0
        self._changed_at = 0.0

    # What is written

    def write(self, draft: MessageDraft) -> None:
        """Let someone write on a draft."""
        self.thrown = None
        self.look_at(draft)
        self.editor.can_focus = True
        self.editor.cursor_blink = self.givequest.settings.animations
        self.set_focus(self.editor)
        self._tell()
        self._stand()

    def stop_writing(self) -> bool:
        """Save, and let keys go to the page again; False where it could not be saved."""
        if not self.save():
            return False
        self.put_pen_down()
        return True

    def put_pen_down(self) -> None:
        """Let keys go to the page again."""
        self.set_focus(None)
        self.editor.can_focus = False
        self._stand()

    def save(self) -> bool:
        """Save the message as it is; return whether everything is on the disk."""
        self._stop(self._saving)
        self._saving, self._unsaved_since = None, 0.0
        self._adopt()
        draft = self.draft
        if draft is None or self.editor.text == draft.text:
            return True
        try:
            self._show_written(*self.desk.write(draft, self.editor.text))
        except GivequestError as error:
            self._say_unsaved(error)
            return False
        return True

    def _save_in_background(self) -> None:
        """Save the message without letting a key wait for the disk."""
        self._saving, self._unsaved_since = None, 0.0
        draft, text = self.draft, self.editor.text
        if draft is None or text == draft.text:
            return
        if self._write.is_under_way:  # what was typed since follows it
            self._saving = self.set_timer(SAVED_AFTER, self._save_in_background)
            return
        self._write.start(self.desk, draft, text, self._adopt_in_a_pause)

    def _adopt_in_a_pause(self) -> None:
        """Take over what was written in the background once no key has come for a while: the word for it can wait."""
        left = self._changed_at + PAUSE - monotonic()
        if left > 0:
            self.set_timer(left, self._adopt_in_a_pause)
        else:
            self._adopt()

    def _adopt(self) -> None:
        """Take over what was written in the background, or say that it couldn't be."""
        try:
            if (written := self._write.result()) is not None:
                self._show_written(*written)
        except GivequestError as error:
            self._say_unsaved(error)

    def _show_written(self, draft: MessageDraft, is_apart: bool) -> None:
        self.draft = draft
        self._drafts = self.desk.open_drafts()
        if is_apart:
            self.say("Written on elsewhere as well: both are kept, each as a draft of its own.")
        if len(self._drafts) > 1:
            self._show()
        self._tell()

    def _say_unsaved(self, error: GivequestError) -> None:
        self.say(f"Not saved yet; what you typed is still here. {error}", "slip")
        self._stop(self._saving)
        self._saving = self.set_timer(LONGEST_PAUSE, self._save_in_background)

    def _tell(self) -> None:
        is_saved = self.draft is None or self.editor.text == self.draft.text
        self.editor.tell(
            "saved" if is_saved and self.editor.text else "saving" if not is_saved else "saved as you write"
        )

    def on_unmount(self) -> None:
        """Save in the end, whatever ends it."""
        with suppress(GivequestError):  # there is nobody left to tell
            if (written := self._write.result()) is not None:
                self.draft = written[0]
        with suppress(GivequestError):
            if self.draft is not None:
                self.desk.write(self.draft, self.editor.text)
        self._write.close()

    @on(TextArea.Changed)
    def _changed(self, event: TextArea.Changed) -> None:
        event.stop()
        if self.draft is None or self.editor.text == self.draft.text:
            return
        self._changed_at = now = monotonic()
        self._unsaved_since = self._unsaved_since or now
        self._stop(self._saving)
        self._saving = self.set_timer(
            max(min(SAVED_AFTER, LONGEST_PAUSE - (now - self._unsaved_since)), AT_ONCE), self._save_in_background
        )
        self._look_later()
        self._tell()

    @staticmethod
    def _stop(timer: Timer | None) -> None:
        if timer is not None:
            timer.stop()

    # What is said of it

    @property
    def rules(self) -> HintRules:
        """The rules in force; read anew when the hushed ones have changed."""
        home, hushed = self.givequest.home, self.givequest.settings.hushed_hints
        if self._rules is None or self._rules_of != hushed:
            trials = home.paths.desk_trials
            self._rules, problems = load_hint_rules(home.paths.desk_rules, hushed, trials)
            self._rules_of = hushed
            self.complain(problems)
        return self._rules

    def look_in_the_mirror(self) -> None:
        """Hold the message against the rules, letting a key in between any two of them, and show what they say."""
        # The function and no coroutine: one that is overtaken before it starts would never be awaited.
        work = cast("WorkType[None]", self._reflect)
        self.run_worker(work, group="mirror", exclusive=True, exit_on_error=False)

    def _look_later(self) -> None:
        """Let the mirror answer when there is a pause."""
        self._stop(self._pause)
        self._pause = self.set_timer(PAUSE, self.look_in_the_mirror)

    async def _reflect(self) -> None:
        draft, text = self.draft, self.editor.text
        heard = self.givequest.typed_at
        reflection: Reflection | None = None
        if draft is not None and text.strip():
            message = Message(text, draft.kind, draft.person)
            for step in reflect_in_steps(message, self.rules):
                reflection = step
                await asyncio.sleep(0)  # a key goes first
                if self.givequest.typed_at != heard:  # and what it draws; after it there is another pause
                    self._look_later()
                    return
        self._reflection = reflection
        self.query_one(MirrorPane).show(reflection, text)
        shown = reflection.shown if reflection is not None else ()
        self.editor.mark(span for finding in shown if not finding.rule.measure for span in finding.spans)
