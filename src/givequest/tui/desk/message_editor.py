"""Where a message is written: what the hints speak of is underlined softly."""

from __future__ import annotations

from collections.abc import Iterable

from textual import events

from givequest.domain.desk.message import Span
from givequest.tui.widgets.prose_editor import ProseEditor


class MessageEditor(ProseEditor):
    """A message that is typed into; the page saves it."""

    def __init__(self) -> None:
        super().__init__("message")
        self._marks: dict[int, list[tuple[int, int]]] = {}
        """By line: the stretches that are underlined."""

    def mark(self, spans: Iterable[Span]) -> None:
        """Underline some stretches of the text, and nothing else of it."""
        lines = self.text.split("\n")
        starts, place = [], 0
        for line in lines:
            starts.append(place)
            place += len(line) + 1
        marks: dict[int, list[tuple[int, int]]] = {}
        for start, end in spans:
            for number, begin in enumerate(starts):
                first, last = max(start - begin, 0), min(end - begin, len(lines[number]))
                if first < last:
                    marks.setdefault(number, []).append((first, last))
        if marks != self._marks:
            self._marks = marks
            self.refresh()

    def underlined(self, line_index: int) -> Iterable[tuple[int, int]]:
        """Return what is underlined of a line."""
        return self._marks.get(line_index, ())

    async def on_key(self, event: events.Key) -> None:
        """Let the tab key write a tab; all other keys are Textual's."""
        if event.key == "tab":
            event.stop()
            event.prevent_default()
            self.insert("\t")
