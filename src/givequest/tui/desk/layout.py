"""The desk's frame: drafts, the message that is written, and the mirror beside it, kept true."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical

from givequest.application.board import board_of
from givequest.application.desk.desk import Desk
from givequest.commands.registry import DESK, commands_of
from givequest.composition import open_desk
from givequest.domain.desk.drafts import MessageDraft
from givequest.domain.desk.mirror import Reflection
from givequest.errors import GivequestError
from givequest.presentation.desk.drafts import draft_heading
from givequest.tui.desk.card_pane import CardPane, EmptyDesk
from givequest.tui.desk.message_editor import MessageEditor
from givequest.tui.desk.mirror_pane import DraftList, MirrorPane
from givequest.tui.page import VisitedPage, bindings_of
from givequest.tui.widgets.key_strip import KeyStrip
from givequest.tui.widgets.notice_line import NoticeLine

LISTED, BESIDE, FRAMED = 120, 100, 72
"""Columns from which the drafts are listed, the mirror stands beside the message, and it has a frame."""
WRITING = "Saved as you write."
WHILE_WRITING = {"desk.finish", "desk.leave"}


class DeskBase(VisitedPage):
    """A message, what's said of it, and the other drafts, always as they are on the disk."""

    PAGE = DESK
    CSS_PATH = "desk.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(DESK)

    def __init__(self) -> None:
        super().__init__()
        self._desk: Desk | None = None
        self.editor = MessageEditor()
        """Where the message is typed."""
        self._drafts: Sequence[MessageDraft] = ()
        self.draft: MessageDraft | None = None
        """The draft that is looked at or written; None where there is none."""
        self.thrown: MessageDraft | None = None
        """The one that was thrown away last, as long as nothing else was done."""
        self._reflection: Reflection | None = None
        self._today = date.min

    def compose_middle(self) -> ComposeResult:
        """Yield drafts, message and mirror."""
        yield DraftList()
        with Vertical(id="desk-writing"):
            yield CardPane()
            yield self.editor
            yield EmptyDesk()
        yield MirrorPane()

    @property
    def desk(self) -> Desk:
        """The drafts of the home."""
        if self._desk is None:
            self._desk = open_desk(self.givequest.home)
        return self._desk

    @property
    def is_writing(self) -> bool:
        """Whether keys go into the message."""
        return self.focused is self.editor

    def on_mount(self) -> None:
        """Let keys go to the page."""
        self.set_focus(None)
        self.editor.can_focus = False

    def on_resize(self, event: events.Resize) -> None:
        """Put the mirror below the message on a narrow screen, and the list away."""
        width = event.size.width
        self.set_class(width < BESIDE, "-stacked")
        self.set_class(width < FRAMED or event.size.height < 18, "-small")
        self.styles.layout = "vertical" if width < BESIDE else "horizontal"
        self._show()

    def on_screen_suspend(self, event: events.ScreenSuspend) -> None:
        """Save before the page is left."""
        self.save()

    def close_up(self) -> bool:
        """Save before the app is left."""
        return self.save()

    def refresh_page(self) -> None:
        """Show what is true now."""
        self._today = self.game.today()
        try:
            if self.save():
                self.desk.sweep()
                self._drafts = self.desk.open_drafts()
            self.show_header(board_of(self.game))
        except GivequestError as error:
            self.refuse(error)
        self.complain(self.desk.problems)
        is_begun = self.draft is not None and not self.draft.text
        known = next((draft for draft in self._drafts if self.draft is not None and draft.id == self.draft.id), None)
        if not is_begun:
            self.look_at(known or next(iter(self._drafts), None))
        else:
            self._show()

    def save(self) -> bool:
        """Save the message as it is; return whether everything is on the disk."""
        raise NotImplementedError

    def look_in_the_mirror(self) -> None:
        """Hold the message against the rules, and show what they say."""
        raise NotImplementedError

    def turn_over(self) -> bool:
        """Show the new day if one has begun; what is being written stays."""
        if self._today in (date.min, self.game.today()):
            return False
        self.thrown = None
        self.refresh_page()
        return True

    def look_at(self, draft: MessageDraft | None) -> None:
        """Show a draft, and put its text into the editor where it isn't there already."""
        is_another = draft is None or self.draft is None or draft.id != self.draft.id
        self.draft = draft
        text = draft.text if draft is not None else ""
        if is_another or (not self.is_writing and text != self.editor.text):
            self.editor.load_text(text)
            self.editor.move_cursor(self.editor.document.end)
            self._reflection = None
            self.editor.mark(())
        self._show()
        self.look_in_the_mirror()

    def _show(self) -> None:
        kinds, editor, draft = self.game.kinds, self.editor, self.draft
        place = next((at for at, one in enumerate(self._drafts) if draft is not None and one.id == draft.id), 0)
        listed = self.query_one(DraftList)
        listed.show(self._drafts, place)
        listed.styles.display = "block" if len(self._drafts) > 1 and self.size.width >= LISTED else "none"
        self.query_one(EmptyDesk).show(draft is None)
        editor.styles.display = "none" if draft is None else "block"
        several = f"  {place + 1} of {len(self._drafts)}" if len(self._drafts) > 1 else ""
        editor.border_title = f"{draft_heading(draft, kinds)}{several}".replace("[", "\\[") if draft else ""
        card = self.game.rules.deck.by_id.get(draft.card) if draft is not None and draft.card else None
        self.query_one(CardPane).show(card.prompt_for(draft.person or None) if card and draft else "")
        self.query_one(MirrorPane).show(self._reflection, self.editor.text)
        self._stand()

    def _stand(self) -> None:
        """Say how to go on, and name the keys that do something now."""
        is_writing = self.is_writing
        self.query_one(NoticeLine).stand(WRITING if is_writing else "")
        shown = [c for c in commands_of(DESK) if (c.id in WHILE_WRITING if is_writing else c.in_strip)]
        self.query_one(KeyStrip).show(shown)
