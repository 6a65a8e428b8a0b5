"""A field of one line that loses nothing of what is pasted into it."""

from __future__ import annotations

from textual import events
from textual.widgets import Input

from givequest.domain.text import clean_text


class OneLine(Input):
    """A line that takes a paste of many lines as one, whole."""

    def on_paste(self, event: events.Paste) -> None:
        """Take in a paste, without what a terminal would obey."""
        event.stop()
        event.prevent_default()
        line = clean_text(event.text).strip("\n").replace("\n", " ").replace("\t", " ")
        if self.selection.is_empty:
            self.insert_text_at_cursor(line)
        else:
            self.replace(line, *self.selection)
