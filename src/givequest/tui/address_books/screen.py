"""Bringing an address book, over page 5: the file, what it would bring, one change, and who might like a word."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Input

from givequest.application.address_books.first_names import first_ten, first_three
from givequest.application.address_books.import_books import (
    ImportPreview,
    line_changes,
    preview_import,
    save_import,
)
from givequest.application.board import board_of
from givequest.errors import GivequestError
from givequest.importers.finding import FoundFile
from givequest.importers.reading import read_address_books
from givequest.presentation.address_books.import_screen import (
    files_lines,
    looking_lines,
    nothing_lines,
    preview_lines,
    reading_lines,
)
from givequest.presentation.address_books.import_words import file_rows, places_words, told_preview
from givequest.presentation.lines import Line
from givequest.tui.address_books.brought import Brought, Imported
from givequest.tui.address_books.file_search import list_files
from givequest.tui.address_books.steps import (
    CHOOSE_KEYS,
    EMPTY_KEYS,
    NO_FILE_KEYS,
    PATH_KEYS,
    PREVIEW_KEYS,
    STOP_KEYS,
    Step,
)
from givequest.tui.dialog import Dialog
from givequest.tui.widgets.background_reading import BackgroundReading
from givequest.tui.widgets.header_line import HeaderLine
from givequest.tui.widgets.key_line import KeyLine
from givequest.tui.widgets.notice_line import NoticeLine
from givequest.tui.widgets.one_line import OneLine
from givequest.tui.widgets.stage import Stage

WHO = "Saved. Looking who of them might like a word."
SAFE = "Nothing is sent anywhere. The file stays where it is."


class AddressBookScreen(Dialog[Imported | None]):
    """Shows files, then what one of them would bring; ends with what was brought, or None."""

    CSS_PATH = "address_books.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+c", "stop", show=False, priority=True),
        Binding("enter", "choose", show=False),
        Binding("slash", "path", show=False),
        Binding("down,j", "move(1)", show=False),
        Binding("up,k", "move(-1)", show=False),
    ]

    def __init__(self, folders: Sequence[str]) -> None:
        super().__init__()
        self._folders = folders
        self._step = Step.LOOKING
        self._files: list[FoundFile] = []
        self._cursor = 0
        self._reading = BackgroundReading(self)
        self._file_name = ""
        self._share: float | None = None
        self._preview: ImportPreview | None = None
        self._changed: list[str] = []
        """Sentences about lines that read otherwise now."""

    def compose(self) -> ComposeResult:
        """Yield the page."""
        yield HeaderLine()
        yield OneLine(id="path", placeholder="~/Downloads/Connections.csv", compact=True)
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
        folders = list(self._folders)
        self._reading.begin(lambda note: list_files(folders, note), self._found, self._refused, self._progressed)

    def _go(self, step: Step) -> None:
        self._step = step
        keys = {
            Step.LOOKING: STOP_KEYS,
            Step.FILES: CHOOSE_KEYS if self._files else NO_FILE_KEYS,
            Step.READING: STOP_KEYS,
            Step.PREVIEW: PREVIEW_KEYS if self._preview is not None and self._preview.changes_anything else EMPTY_KEYS,
            Step.SAVING: (),
        }
        self.query_one(KeyLine).show(keys[step])
        self.query_one(NoticeLine).stand(SAFE)
        self.query_one(Stage).show("Address books", self._draw)

    def _draw(self, width: int, height: int) -> list[Line]:
        paint, places = self.givequest.paint, places_words(self._folders)
        if self._step is Step.LOOKING:
            return looking_lines(places, width, height, paint)
        if self._step is Step.FILES:
            rows = file_rows(self._files, with_numbers=self.givequest.settings.numbers)
            return (
                files_lines(rows, self._cursor, width, height, paint)
                if rows
                else nothing_lines(places, width, height, paint)
            )
        if self._step is Step.PREVIEW and self._preview is not None:
            return preview_lines(told_preview(self._preview, self._changed), width, height, paint)
        told = "Nothing is saved before the end." if self._step is Step.READING else ""
        return reading_lines(self._file_name, self._share, told, width, height, paint)

    def _found(self, files: list[FoundFile]) -> None:
        self._files, self._cursor = files, 0
        self._go(Step.FILES)

    def _refused(self, words: str) -> None:
        self._go(Step.FILES)
        self._say(words)

    def _say(self, words: str) -> None:
        self.query_one(NoticeLine).say(words, "slip")

    def _progressed(self, count: int, total: int) -> None:
        self._share = min(count / total, 1.0) if total else None
        self.query_one(Stage).redraw()

    def action_move(self, step: int) -> None:
        """Choose another file."""
        if self._step is Step.FILES:
            self._cursor = max(0, min(self._cursor + step, len(self._files) - 1))
            self.query_one(Stage).redraw()

    @on(Stage.Clicked)
    def _clicked(self, message: Stage.Clicked) -> None:
        at = (message.line - 3) // 2
        if self._step is Step.FILES and 0 <= at < len(self._files):
            self._cursor = at
            self.query_one(Stage).redraw()

    def action_choose(self) -> None:
        """Look into the chosen file; or bring what was looked at."""
        if self._step is Step.FILES and self._files:
            self._read(self._files[self._cursor].path)
        elif self._step is Step.PREVIEW and self._preview is not None:
            if self._preview.changes_anything:
                self._file_name, self._share = "Saving.", None
                self._go(Step.SAVING)
                self.call_after_refresh(self._save)
            else:
                self.action_leave()

    def action_path(self) -> None:
        """Type where a file lies."""
        if self._step is Step.FILES:
            field = self.query_one("#path", Input)
            field.styles.display = "block"
            field.focus()
            self.query_one(KeyLine).show(PATH_KEYS)

    @on(Input.Submitted)
    def _typed(self, event: Input.Submitted) -> None:
        event.stop()
        self._close_path()
        if event.value.strip():
            self._read(os.path.expanduser(event.value.strip()))

    def _close_path(self) -> None:
        self.query_one("#path", Input).styles.display = "none"
        self.query_one(Stage).focus()
        self._go(self._step)

    def _read(self, path: str) -> None:
        self._file_name, self._share = f"Reading {os.path.basename(path.rstrip(os.sep)) or path}.", 0.0
        self._go(Step.READING)
        game = self.givequest.game

        def look(note: Callable[[int, int], None]) -> tuple[ImportPreview, list[str]]:
            preview = preview_import(game, read_address_books([path], progress=note))
            return preview, [sentence for _, sentence in line_changes(game, preview)]

        self._reading.begin(look, self._was_read, self._refused, self._progressed)

    def _was_read(self, found: tuple[ImportPreview, list[str]]) -> None:
        self._preview, self._changed = found
        self._go(Step.PREVIEW)

    def _save(self) -> None:
        preview, game = self._preview, self.givequest.game
        assert preview is not None
        try:
            save_import(game, preview)
        except GivequestError as error:
            self._go(Step.PREVIEW)
            self._say(str(error))
            return
        self._share, self._file_name = None, WHO
        self.query_one(Stage).redraw()

        def choose(_: object) -> Imported:
            three = [Brought(one.contact, one.reason) for one in first_three(game, preview.new)]
            return Imported(preview, three, first_ten(game, preview.new))

        # Where nobody can be chosen, what has come is saved all the same.
        self._reading.begin(choose, self._end, lambda _: self._end(Imported(preview)), self._progressed)

    def _end(self, found: Imported) -> None:
        self.dismiss(found)

    def action_stop(self) -> None:
        """Stop what is being read."""
        if self._step in (Step.READING, Step.LOOKING):
            self._reading.stop()
            self._go(Step.FILES)
            self.query_one(NoticeLine).say("Stopped; nothing was saved.")

    def action_leave(self) -> None:
        """Go a step back."""
        if self.query_one("#path", Input).has_focus:
            self._close_path()
        elif self._step in (Step.READING, Step.LOOKING) and self._files:
            self.action_stop()
        elif self._step is Step.PREVIEW:
            self._preview = None
            self._go(Step.FILES)
        elif self._step is not Step.SAVING:
            self._reading.stop()
            self.dismiss(None)

    def on_unmount(self, event: events.Unmount) -> None:
        """Let nothing go on that nobody waits for."""
        self._reading.stop()
