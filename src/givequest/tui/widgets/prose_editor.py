"""Where prose is written: Textual's text area, and nothing that a program editor does."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content

from givequest.domain.text import clean_text
from givequest.tui.text_area_internals import ProseArea, type_into


class ProseEditor(ProseArea):
    """A text that is typed into; the page saves it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+r", "redo", show=False),  # elsewhere it does a change again; here it is typing
    ]

    def __init__(self, id: str) -> None:  # noqa: A002 - Textual's name
        super().__init__(
            id=id,
            soft_wrap=True,
            show_line_numbers=False,
            highlight_cursor_line=False,
            tab_behavior="focus",
            max_checkpoints=500,
        )

    def begin(self, text: str, heading: str) -> None:
        """Open a text at its end."""
        self.load_text(text)
        self.border_title = Content(heading)
        self.move_cursor(self.document.end)

    def tell(self, words: str) -> None:
        """Say something about the text in its lower border."""
        self.border_subtitle = Content(words)

    def find_matching_bracket(self, bracket: str, search_from: tuple[int, int]) -> tuple[int, int] | None:
        """Match no brackets: a smile has none to match, and a long text would be searched for it at every key."""
        return None

    async def on_paste(self, event: events.Paste) -> None:
        """Take a paste in without anything that a terminal would obey."""
        event.stop()
        event.prevent_default()
        if (end := type_into(self, clean_text(event.text))) is not None:
            self.move_cursor(end)
