"""Where a page is written: Textual's text area with what a journal needs, and nothing that a program editor does."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import TextArea

from givequest.domain.journal.tags import complete_tag, unfinished_tag
from givequest.domain.text import clean_text
from givequest.tui.textual_internals import CursorKept, type_into


class JournalEditor(CursorKept, TextArea):
    """A page that is typed into; the screen saves it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+r", "redo", show=False),  # elsewhere it does a change again; here it is typing
    ]

    def __init__(self) -> None:
        super().__init__(
            id="editor",
            soft_wrap=True,
            show_line_numbers=False,
            highlight_cursor_line=False,
            tab_behavior="focus",
            max_checkpoints=500,
        )
        self.known_tags: Callable[[], list[str]] = list
        """Returns the tags that can be completed."""

    def begin(self, text: str, heading: str) -> None:
        """Open a page at its end."""
        self.load_text(text)
        self.border_title = Content(heading)
        self.move_cursor(self.document.end)

    def tell(self, words: str) -> None:
        """Say something about the page in its lower border."""
        self.border_subtitle = Content(words)

    def update_suggestion(self) -> None:
        """Offer the rest of a tag that is being typed; the right arrow takes it."""
        row, column = self.cursor_location
        line = self.document.get_line(row)
        typed = unfinished_tag(line[max(column - 80, 0) : column]) if column == len(line) else None
        self.suggestion = complete_tag(typed, self.known_tags()) if typed else ""

    def find_matching_bracket(self, bracket: str, search_from: tuple[int, int]) -> tuple[int, int] | None:
        """Match no brackets: a smile has none to match, and a long page would be searched for it at every key."""
        return None

    async def on_key(self, event: events.Key) -> None:
        """Take the rest of a tag, or a tab, with the tab key; all other keys are Textual's."""
        if event.key == "tab":
            event.stop()
            event.prevent_default()
            type_into(self, self.suggestion or "\t")

    async def on_paste(self, event: events.Paste) -> None:
        """Take a paste in without anything that a terminal would obey."""
        event.stop()
        event.prevent_default()
        if (end := type_into(self, clean_text(event.text))) is not None:
            self.move_cursor(end)
