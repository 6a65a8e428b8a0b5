"""Where a page of the journal is written: tags are completed while they are typed."""

from __future__ import annotations

from collections.abc import Callable

from textual import events

from givequest.domain.journal.tags import complete_tag, unfinished_tag
from givequest.tui.text_area_internals import type_into
from givequest.tui.widgets.prose_editor import ProseEditor


class JournalEditor(ProseEditor):
    """A page that is typed into; the screen saves it."""

    def __init__(self) -> None:
        super().__init__("editor")
        self.known_tags: Callable[[], list[str]] = list
        """Returns the tags that can be completed."""

    def update_suggestion(self) -> None:
        """Offer the rest of a tag that is being typed; the right arrow takes it."""
        row, column = self.cursor_location
        line = self.document.get_line(row)
        typed = unfinished_tag(line[max(column - 80, 0) : column]) if column == len(line) else None
        self.suggestion = complete_tag(typed, self.known_tags()) if typed else ""

    async def on_key(self, event: events.Key) -> None:
        """Take the rest of a tag, or a tab, with the tab key; all other keys are Textual's."""
        if event.key == "tab":
            event.stop()
            event.prevent_default()
            type_into(self, self.suggestion or "\t")
