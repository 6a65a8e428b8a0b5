"""The journal's frame: list, reader and writing pane, and keeping them true."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical

from givequest.application.board import board_of
from givequest.commands.registry import JOURNAL, commands_of
from givequest.config.prompts import load_prompts
from givequest.domain.days import format_day
from givequest.domain.journal.search import Found
from givequest.domain.records import Record
from givequest.errors import GivequestError
from givequest.tui.journal.entry_list import JournalList
from givequest.tui.journal.reader import JournalReader
from givequest.tui.journal.search_field import JournalLine
from givequest.tui.journal.view_model import JournalView
from givequest.tui.journal.writing_pane import WritingPane
from givequest.tui.page import VisitedPage, bindings_of
from givequest.tui.textual_internals import draw_in_one_frame
from givequest.tui.widgets.key_strip import KeyStrip
from givequest.tui.widgets.notice_line import NoticeLine

NARROW = 72
"""Columns below which the list stands above what is read."""
GO = "go to a day: last friday, 2026-03, 12 May"
NEXT_YEAR = 0.005
"""Seconds between two years that are read, in which keys are heard."""


class JournalBase(VisitedPage):
    """A list, and beside it the page that is read or written, always as they are in the ledger."""

    PAGE = JOURNAL
    CSS_PATH = "journal.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(JOURNAL)

    def __init__(self) -> None:
        super().__init__()
        self._view: JournalView | None = None
        self._marks: object = None
        self._rows: Sequence[Found] = ()
        self._today = date.min
        self._asked_to_leave = False

    @property
    def view(self) -> JournalView:
        """What is looked at."""
        home = self.givequest.home
        if self._view is None:
            prompts, _ = load_prompts(home.paths.decks)
            self._view, self._marks = JournalView(self.game, prompts, self.givequest.with_keys), home.marks
            self._view.archive.read_on()
        elif self._marks != home.marks:
            self._view.prompts, self._marks = load_prompts(home.paths.decks)[0], home.marks
        return self._view

    def compose_middle(self) -> ComposeResult:
        """Yield list, reader and writing pane."""
        with Vertical(id="entries"):
            yield JournalLine(lambda: self.view.archive.tags, self._typed)
            yield JournalList()
        yield JournalReader()
        yield WritingPane()

    def on_mount(self) -> None:
        """Begin with today, and read the years before while keys are heard."""
        self.set_focus(self._list)
        self._read_on()

    @property
    def _list(self) -> JournalList:
        return self.query_one(JournalList)

    @property
    def _line(self) -> JournalLine:
        return self.query_one(JournalLine)

    @property
    def writing_pane(self) -> WritingPane:
        """Where a page is written."""
        return self.query_one(WritingPane)

    def on_key(self, event: events.Key) -> None:
        """Send on what was typed so quickly that it came here, to the field that is open by now."""
        if not (event.is_printable or event.key == "enter"):
            return
        is_covered = self.app.screen is not self
        is_typing = self.writing_pane.is_open or (event.is_printable and self.focused is self._line)
        if is_covered or is_typing:
            event.stop()
            event.prevent_default()
            self.app.post_message(events.Key(event.key, event.character))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let no key do anything before there is a page that it could do it on."""
        return self.is_mounted

    def on_resize(self, event: events.Resize) -> None:
        """Put the list above what is read on a narrow screen."""
        is_narrow = event.size.width < NARROW
        self.set_class(is_narrow, "-narrow")
        self.styles.layout = "vertical" if is_narrow else "horizontal"
        self._stand_by()

    def on_screen_suspend(self, event: events.ScreenSuspend) -> None:
        """Save before the page is left."""
        self.writing_pane.save()

    def close_up(self) -> bool:
        """Save before the app is left; where that is refused, the second time is believed."""
        if self.writing_pane.save() or self._asked_to_leave:
            return True
        self._asked_to_leave = True
        return False

    def refresh_page(self) -> None:
        """Show what is true now."""
        self._today = self.game.today()
        self.writing_pane.renew()
        self._show()
        try:
            self.show_header(board_of(self.game))
        except GivequestError as error:
            self.refuse(error)

    def turn_over(self) -> bool:
        """Show the new day if one has begun; what is being written stays on its own."""
        if self._today in (date.min, self.game.today()):
            return False
        self.view.redraws = 0
        self.writing_pane.save()
        self.refresh_page()
        draft = self.writing_pane.draft
        if draft is not None:
            self.say(f"A new day has begun. What you write here stays with {format_day(draft.day)}.")
        return True

    def _typed(self, value: str) -> None:
        raise NotImplementedError

    def _hint(self, text: str = "") -> None:
        """Say how what is open now is used; without a text the page's own keys are shown again."""
        commands = commands_of(JOURNAL)
        shown = [c for c in commands if (c.id == "journal.leave" if text else c.in_strip)]
        notice, strip = self.query_one(NoticeLine), self.query_one(KeyStrip)
        strip.show(shown)
        notice.stand(text or self._other_ways(strip))
        if text:
            notice.clear()  # how to go on matters more by now than what was done

    def _other_ways(self, strip: KeyStrip) -> str:
        """Return the keys that the strip has no room for, and the one that goes to a day."""
        shown, own = strip.fitting(self.size.width), [c for c in commands_of(JOURNAL) if c.page == JOURNAL]
        ways = [(c, c.title) for c in own if c.in_strip and c not in shown]
        if len(self.view.archive.texts):
            ways += [(c, c.title if ways else GO) for c in own if c.id == "journal.day"]
        return "   ".join(f"{key} {words}" for command, words in ways if (key := strip.key_of(command)))

    def _read_on(self) -> None:
        if self.view.archive.read_on():
            self.set_timer(NEXT_YEAR, self._read_on)
        self._show()

    def _read_deeds_on(self) -> None:
        """Read names and notes of deeds, a year at a time while keys are heard, and show what they add to a search."""
        if self.view.archive.read_deeds_on():
            self.set_timer(NEXT_YEAR, self._read_deeds_on)
        if self.view.query.words:
            self._show()

    def _show(self, record: Record | None = None, *, at_first: bool = False) -> None:
        """Show the rows anew, the cursor on a record, or on the one it was on, or on the first."""
        view, listed = self.view, self._list
        kept = record or listed.chosen
        self._rows = view.rows()
        listed.cursor = 0 if at_first else view.find(self._rows, kept)
        searching = bool(view.query.words)
        count = f": {len(self._rows)} found" if self.givequest.settings.numbers else ": found"
        listed.show(
            self._rows,
            self.game.today(),
            query=view.query,
            heading=f"Journal{count}" if searching else "Journal",
            empty="nothing found" if view.archive.is_all_searched else "looking",
        )
        self._show_leaf()
        self._stand_by()

    def _stand_by(self) -> None:
        """Say what else can be done, while nothing is open that has a hint of its own."""
        if not (self.writing_pane.is_open or self._line.is_shown):
            self.query_one(NoticeLine).stand(self._other_ways(self.query_one(KeyStrip)))

    @on(JournalList.Chosen)
    def _show_leaf(self) -> None:
        reader = self.query_one(JournalReader)
        reader.show(self.view.leaf(self._list.chosen))
        draw_in_one_frame(self, self._list, reader, self._line)

    def _go_to(self, position: int) -> None:
        self._list.go_to(position)
        self._show_leaf()  # at once, and not with a message: one frame instead of two
