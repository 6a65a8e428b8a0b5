"""Asks what is to be saved: the picture, or a card to share."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from givequest.presentation.lines import Line, shorten
from givequest.tui.dialog import Dialog
from givequest.tui.widgets.canvas import Canvas

PICTURE, CARD = "picture", "card"
CHOICES = (
    (PICTURE, "p", "the picture", "as it is, without the keys"),
    (CARD, "c", "a card to share", "with your forest, as SVG and PNG"),
)

PADDING, HEAD = 1, 2
"""Lines above the heading, and those above the choices."""


class SaveChoices(Canvas):
    """The two of them, the chosen one lit."""

    ground = "surface"

    def __init__(self) -> None:
        super().__init__(id="save")
        self.position = 0

    def move(self, step: int) -> None:
        """Move to the next one."""
        self.position = (self.position + step) % len(CHOICES)
        self.redraw()

    def on_click(self, event: events.Click) -> None:
        """Take what was clicked."""
        event.stop()
        position = event.y - PADDING - HEAD
        if 0 <= position < len(CHOICES):
            self.screen.dismiss(CHOICES[position][0])

    def lines(self, width: int, height: int) -> list[Line]:
        """Return a heading, and a line for each."""
        paint = self.paint
        lines: list[Line] = [[(" Save", paint.style("text", "surface", bold=True))], []]
        for position, (_, key, name, words) in enumerate(CHOICES):
            on = "cursor_background" if position == self.position else "surface"
            mark = paint.glyphs.cursor if position == self.position else " "
            line: Line = [
                (f" {mark} ", paint.style("accent", on)),
                (key, paint.style("accent", on, bold=True)),
                (f" {name:<16}", paint.style("text", on, bold=True)),
                (f"{words} ", paint.style("muted", on)),
            ]
            lines.append(shorten(line, width, paint.glyphs.ellipsis))
        return lines


class SaveDialog(Dialog[str | None]):
    """Gives back `PICTURE`, `CARD`, or None when it was left."""

    CSS = """
    SaveDialog { align: center middle; background: $background 0%; }
    SaveDialog:ansi { background: transparent; }
    #save { width: 60; max-width: 100%; height: 6; padding: 1 1; background: $surface; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j,tab", "move(1)", show=False),
        Binding("up,k,shift+tab", "move(-1)", show=False),
        Binding("enter,space,w", "take", show=False),
        Binding("p", "choose('picture')", show=False),
        Binding("c", "choose('card')", show=False),
        Binding("q,ctrl+q", "leave", show=False, id="app.leave"),
    ]

    def compose(self) -> ComposeResult:
        """Yield the choices."""
        yield SaveChoices()

    def action_move(self, step: int) -> None:
        """Move to the next choice."""
        self.query_one(SaveChoices).move(step)

    def action_take(self) -> None:
        """Take the chosen one."""
        self.action_choose(CHOICES[self.query_one(SaveChoices).position][0])

    def action_choose(self, what: str) -> None:
        """Take one by its name."""
        self.dismiss(what)
