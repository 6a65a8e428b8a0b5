"""Bringing a history or one's own posts along: the file, what each habit becomes, what would come, one change."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Input

from givequest.application.board import board_of
from givequest.application.mirror.import_posts import PostsPreview
from givequest.application.trackers.import_history import HistoryPreview
from givequest.domain.trackers.imported import ImportedHistory
from givequest.errors import GivequestError
from givequest.presentation.address_books.import_words import places_words
from givequest.presentation.lines import Line
from givequest.presentation.trackers.screen import NOTHING_MAPPED, ArchiveRow
from givequest.tui.dialog import Dialog
from givequest.tui.trackers import archives
from givequest.tui.trackers.steps import Step
from givequest.tui.trackers.view_model import BringViewModel
from givequest.tui.widgets.background_reading import BackgroundReading
from givequest.tui.widgets.header_line import HeaderLine
from givequest.tui.widgets.key_line import KeyLine
from givequest.tui.widgets.notice_line import NoticeLine
from givequest.tui.widgets.one_line import OneLine
from givequest.tui.widgets.stage import Stage

Brought = HistoryPreview | PostsPreview
SAFE = "Nothing is sent anywhere. The file stays where it is."
TITLE = "Bring along"


class BringScreen(Dialog[Brought | None]):
    """Shows files, what is in one, and what that would bring; gives that back once it is saved, None for nothing."""

    CSS_PATH = "bring.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+c", "stop", show=False, priority=True),
        Binding("enter", "choose", show=False),
        Binding("slash", "path", show=False),
        Binding("n", "name", show=False),
        Binding("down,j", "move(1)", show=False),
        Binding("up,k", "move(-1)", show=False),
        Binding("right,l,space", "kind(1)", show=False),
        Binding("left,h", "kind(-1)", show=False),
    ]

    def __init__(self, folders: Sequence[str]) -> None:
        super().__init__()
        self._folders = [folder for folder in folders if os.path.isdir(folder)]
        self._reading = BackgroundReading(self)
        self._view = BringViewModel()

    def compose(self) -> ComposeResult:
        """Yield the page."""
        yield HeaderLine()
        yield OneLine(id="line", placeholder="", compact=True)
        yield Stage()
        yield NoticeLine()
        yield KeyLine()

    def on_mount(self) -> None:
        """Look for files."""
        game = self.givequest.game
        try:
            self.query_one(HeaderLine).show(board_of(game), with_numbers=game.settings.numbers)
        except GivequestError as error:
            self._say(str(error))
        self.query_one(Stage).focus()
        self._go(Step.LOOKING)
        folders, with_numbers = self._folders, game.settings.numbers
        self._reading.begin(
            lambda note: archives.list_archives(folders, note, with_numbers=with_numbers),
            self._list,
            self._refused,
            lambda *_: None,
        )

    def _go(self, step: Step) -> None:
        self._view.step = step
        self.query_one(KeyLine).show(self._view.keys)
        self.query_one(NoticeLine).stand(SAFE)
        self.query_one(Stage).show(TITLE, self._draw)

    def _draw(self, width: int, height: int) -> list[Line]:
        places = places_words(self._folders[:2])
        return self._view.draw(width, height, self.givequest.paint, self.givequest.game.kinds, places)

    def _list(self, files: list[tuple[str, ArchiveRow]]) -> None:
        self._view.files, self._view.cursor = files, 0
        self._go(Step.FILES)

    def _refused(self, words: str) -> None:
        self._go(Step.FILES)
        self._say(words)

    def _say(self, words: str) -> None:
        self.query_one(NoticeLine).say(words, "slip")

    def _progressed(self, done: int, total: int) -> None:
        self._view.share = min(done / total, 1.0) if total else 0.0
        self.query_one(Stage).redraw()

    def action_move(self, step: int) -> None:
        """Choose another file or habit."""
        self._view.move(step)
        self.query_one(Stage).redraw()

    @on(Stage.Clicked)
    def _clicked(self, message: Stage.Clicked) -> None:
        self._view.choose(message.line)
        self.query_one(Stage).redraw()

    def action_kind(self, step: int) -> None:
        """Let the chosen habit become another kind, or nothing."""
        self._view.turn_kind(step, list(self.givequest.game.settings.kinds))
        self.query_one(Stage).redraw()

    def action_choose(self) -> None:
        """Look into the chosen file; then go on to what it would bring; then bring it."""
        view = self._view
        if view.step is Step.FILES and view.files:
            self._read(view.files[view.cursor][0])
        elif view.step is Step.HABITS and not view.mappings and not (view.history and view.history.entries):
            self._say(NOTHING_MAPPED)
        elif view.step is Step.HABITS:
            self._show_preview()
        elif view.step is Step.PREVIEW and view.found is not None and view.can_save:
            try:
                archives.save(self.givequest.game, view.found)
            except GivequestError as error:
                self._say(str(error))
                return
            self.dismiss(view.found)

    def _read(self, path: str) -> None:
        self._view.file_name, self._view.share = f"Reading {os.path.basename(path.rstrip(os.sep)) or path}.", 0.0
        self._go(Step.READING)
        game = self.givequest.game
        self._reading.begin(
            lambda note: archives.read_archive(game, path, note), self._was_read, self._refused, self._progressed
        )

    def _was_read(self, found: ImportedHistory | PostsPreview) -> None:
        self._view.take(found)
        if isinstance(found, ImportedHistory) and not found.habits:
            self._show_preview()
        else:
            self._go(self._view.step)

    def _show_preview(self) -> None:
        history = self._view.history
        assert history is not None, "a history was read"
        try:
            self._view.found = archives.preview(self.givequest.game, history, self._view.mappings)
        except GivequestError as error:
            self._refused(str(error))
            return
        self._go(Step.PREVIEW)

    def action_path(self) -> None:
        """Type where a file lies."""
        if self._view.step is Step.FILES:
            self._ask(Step.PATH, "~/Downloads/Loop Habits CSV.zip", "")

    def action_name(self) -> None:
        """Say whom the chosen habit is about."""
        mapping = self._view.mapping
        if mapping is not None:
            self._ask(Step.NAME, "Mum", mapping.person or "")
        elif self._view.step is Step.HABITS:
            self._say(NOTHING_MAPPED)

    def _ask(self, step: Step, placeholder: str, value: str) -> None:
        field = self.query_one("#line", Input)
        field.placeholder, field.value = placeholder, value
        field.styles.display = "block"
        field.focus()
        self.query_one(KeyLine).show(step.value)

    @on(Input.Submitted)
    def _typed(self, event: Input.Submitted) -> None:
        event.stop()
        self._close_line()
        if self._view.step is Step.FILES and event.value.strip():
            self._read(os.path.expanduser(event.value.strip()))
        elif self._view.step is Step.HABITS:
            self._view.name(event.value)
            self.query_one(Stage).redraw()

    def _close_line(self) -> None:
        self.query_one("#line", Input).styles.display = "none"
        self.query_one(Stage).focus()
        self._go(self._view.step)

    def action_stop(self) -> None:
        """Stop what is being read."""
        if self._view.step in (Step.READING, Step.LOOKING):
            self._reading.stop()
            self._go(Step.FILES)
            self.query_one(NoticeLine).say("Stopped; nothing was saved.")

    def action_leave(self) -> None:
        """Go a step back."""
        step, history = self._view.step, self._view.history
        if self.query_one("#line", Input).has_focus:
            self._close_line()
        elif step in (Step.READING, Step.LOOKING) and self._view.files:
            self.action_stop()
        elif step is Step.PREVIEW and history is not None and history.habits:
            self._go(Step.HABITS)
        elif step in (Step.PREVIEW, Step.HABITS):
            self._go(Step.FILES)
        else:
            self._reading.stop()
            self.dismiss(None)

    def on_unmount(self, event: events.Unmount) -> None:
        """Let nothing go on that nobody waits for."""
        self._reading.stop()
