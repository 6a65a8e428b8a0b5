"""Help: every key of a page, from the one list of commands, and what the words mean."""

from __future__ import annotations

from typing import ClassVar

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widgets import Static

from givequest.commands.keymap import keys_of
from givequest.commands.registry import EVERYWHERE, commands_of, shown_keys
from givequest.presentation.glossary import glossary
from givequest.tui.dialog import Dialog
from givequest.tui.theming.styles import style_of


class HelpScreen(Dialog[None]):
    """A list of keys to look things up in; any of its leaving keys closes it."""

    CSS_PATH = "help.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space", "leave", show=False),
        Binding("question_mark,f1", "leave", show=False, id="app.help"),  # whatever opened it, and what leaves the app
        Binding("q,ctrl+q", "leave", show=False, id="app.leave"),
        Binding("down,j", "scroll('down')", show=False),
        Binding("up,k", "scroll('up')", show=False),
    ]

    def __init__(self, page: str) -> None:
        super().__init__()
        self._page = page

    def compose(self) -> ComposeResult:
        """Yield the list."""
        with VerticalScroll(id="help", can_focus=True):
            yield Static(self._list())

    def _list(self) -> RenderableType:
        app = self.givequest
        commands = commands_of(self._page)
        plain = app.paint.glyphs.name == "ascii"
        keys = {command.id: shown_keys(keys_of(command, app.keymap), in_ascii=plain) for command in commands}
        heading, key = (style_of(app.paint.style(role, "surface", bold=True), app.paint) for role in ("accent", "text"))
        words = style_of(app.paint.style("muted", "surface"), app.paint)
        parts: list[RenderableType] = []
        for title, everywhere in ((f"On this page ({self._page})", False), ("Everywhere", True)):
            table = Table.grid(padding=(0, 2))
            table.add_column(style=key, min_width=max(map(len, keys.values())) + 2)
            table.add_column(style=words, ratio=1)
            for command in commands:
                if (command.page == EVERYWHERE) is everywhere:
                    table.add_row(Text(f"  {keys[command.id]}"), Text(command.help))
            parts += [Text(title, heading), table, Text("")]
        told = Table.grid(padding=(0, 2))
        told.add_column(style=key, no_wrap=True)
        told.add_column(style=words, ratio=1)
        for word, meaning in glossary(app.paint.glyphs):
            told.add_row(Text(f"  {word}"), Text(meaning))
        parts += [Text("The words", heading), told, Text("")]
        return Group(*parts, Text("esc close", words))

    def action_scroll(self, direction: str) -> None:
        """Scroll a line."""
        area = self.query_one(VerticalScroll)
        area.scroll_relative(y=1 if direction == "down" else -1, animate=False)
