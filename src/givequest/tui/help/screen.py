"""Help: every key of a page, from the one list of commands, and behind them how the game works."""

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
from givequest.presentation.glossary import IN_SHORT, NOTHING_LOST, figures, glossary
from givequest.tui.dialog import Dialog
from givequest.tui.theming.styles import style_of

HOW = "How it works"


class HelpScreen(Dialog[None]):
    """A list of keys to look things up in, and behind it what they're for; any of its leaving keys closes it."""

    CSS_PATH = "help.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space", "leave", show=False),
        Binding("question_mark,f1", "leave", show=False, id="app.help"),  # whatever opened it, and what leaves the app
        Binding("q,ctrl+q", "leave", show=False, id="app.leave"),
        Binding("down,j", "scroll('down')", show=False),
        Binding("up,k", "scroll('up')", show=False),
        Binding("tab,shift+tab,h,l", "turn", show=False),
    ]

    def __init__(self, page: str) -> None:
        super().__init__()
        self._page = page
        self._tells_how = False
        """Whether it's how the game works that is shown, and not the keys."""

    def compose(self) -> ComposeResult:
        """Yield the list."""
        with VerticalScroll(id="help", can_focus=True):
            yield Static(self._list(), id="help-text")

    def on_mount(self) -> None:
        """Say in the frame what else there is."""
        self._head()

    def _head(self) -> None:
        frame = self.query_one("#help")
        frame.border_title = HOW if self._tells_how else "Keys"
        other = "the keys" if self._tells_how else HOW.lower()
        frame.border_subtitle = f"[@click=screen.turn]tab {other}[/]  [@click=screen.leave]esc close[/]"

    def action_turn(self) -> None:
        """Tell how the game works, or go back to the keys."""
        self._tells_how = not self._tells_how
        self.query_one("#help-text", Static).update(self._how() if self._tells_how else self._list())
        self.query_one("#help").scroll_home(animate=False)
        self._head()

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
        return Group(*parts[:-1])

    def _how(self) -> RenderableType:
        """Return what there is to do, what the words mean and what figures are made of."""
        app, settings = self.givequest, self.givequest.settings
        key, words, plain = (
            style_of(app.paint.style(role, "surface", bold=role == "accent"), app.paint)
            for role in ("accent", "muted", "text")
        )
        told = Table.grid(padding=(0, 2))
        told.add_column(style=key, no_wrap=True)
        told.add_column(style=words, ratio=1)
        for word, meaning in (
            *glossary(app.paint.glyphs, settings.grace),
            *figures(with_numbers=settings.numbers),
        ):
            told.add_row(Text(word), Text(meaning))
        first, last = (Text(app.with_keys(sentence), plain) for sentence in (IN_SHORT, NOTHING_LOST))
        return Group(first, Text(""), told, Text(""), last)

    def action_scroll(self, direction: str) -> None:
        """Scroll a line."""
        area = self.query_one(VerticalScroll)
        area.scroll_relative(y=1 if direction == "down" else -1, animate=False)
