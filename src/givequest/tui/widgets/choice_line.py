"""A line on which one of a few choices is made with the arrow keys or its digit."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.message import Message

from givequest.presentation.lines import Line, cells_of
from givequest.tui.widgets.canvas import Canvas

LABEL = 8
"""Cells of the label."""


class ChoiceLine(Canvas, can_focus=True):
    """A label and its choices in a row."""

    ground = "surface"

    class Changed(Message):
        """Another choice was made."""

        def __init__(self, line: ChoiceLine) -> None:
            super().__init__()
            self.line = line

        @property
        def control(self) -> ChoiceLine:
            """The line on which it was made."""
            return self.line

    def __init__(self, label: str, choices: Sequence[tuple[str, str]], chosen: str, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._label, self._choices = label, tuple(choices)
        self._position = [value for value, _ in self._choices].index(chosen)

    @property
    def chosen(self) -> str:
        """The value that is chosen."""
        return self._choices[self._position][0]

    def on_key(self, event: events.Key) -> None:
        """Choose by arrow, `h`, `l`, space or digit."""
        step = {"left": -1, "h": -1, "right": 1, "l": 1, "space": 1}.get(event.key)
        if step is not None:
            self._position = (self._position + step) % len(self._choices)
        elif event.key.isdecimal() and 0 < int(event.key) <= len(self._choices):
            self._position = int(event.key) - 1
        else:
            return
        event.stop()
        self._changed()

    def _changed(self) -> None:
        self.redraw()
        self.post_message(self.Changed(self))

    def on_click(self, event: events.Click) -> None:
        """Choose what was clicked; where only the chosen one has room, the next one."""
        event.stop()
        shown, column = self._shown(self.size.width), LABEL
        if not shown:
            self._position = (self._position + (-1 if event.x < LABEL + 2 else 1)) % len(self._choices)
        for position, (_, text) in enumerate(shown):
            end = column + cells_of(text) + 3
            if column <= event.x < end:
                self._position = position
            column = end
        self._changed()

    def _shown(self, width: int) -> tuple[tuple[str, str], ...]:
        """Return all choices where they have room, else none."""
        return self._choices if sum(len(text) + 4 for _, text in self._choices) < width - LABEL else ()

    def on_focus(self) -> None:
        """Show that keys go here."""
        self._drawn_for = None
        self.refresh()

    on_blur = on_focus

    def lines(self, width: int, height: int) -> list[Line]:
        """Return the line; where not all fit the chosen one, between signs that there are others."""
        paint, glyphs = self.paint, self.paint.glyphs
        line: Line = [(f"{self._label:<{LABEL}}", paint.style("muted", "surface"))]
        shown = self._shown(width)
        if not shown:
            line.append((f"{glyphs.arrow_left} ", paint.style("muted", "surface")))
        for value, text in shown or (self._choices[self._position],):
            is_chosen = value == self.chosen
            mark = glyphs.cursor if is_chosen and self.has_focus else glyphs.effort if is_chosen else " "
            if is_chosen and self.has_focus:
                style = paint.style("cursor_text", "cursor_background", bold=True)
            else:
                style = paint.style("text" if is_chosen else "muted", "surface", bold=is_chosen)
            line.append((f"{mark} {text} ", style))
        if not shown:
            line.append((f" {glyphs.arrow_right}", paint.style("muted", "surface")))
        return [line]
