"""The last line of every page: the keys that matter here, as many as fit."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events

from givequest.commands.keymap import strip_keys
from givequest.commands.registry import Command
from givequest.presentation.key_strip import StripKey, fitting, key_at, strip_line
from givequest.presentation.lines import Line
from givequest.tui.widgets.canvas import Canvas


class KeyStrip(Canvas):
    """A few commands with their keys; help, the way to all others, always has its place."""

    def __init__(self, commands: Sequence[Command]) -> None:
        super().__init__(id="keys")
        self._commands = [command for command in commands if command.in_strip]

    def show(self, commands: Sequence[Command]) -> None:
        """Show other commands, all of them."""
        self._commands = list(commands)
        self.redraw()

    def lines(self, width: int, height: int) -> list[Line]:
        """Return the line, without the commands that have no room."""
        return [strip_line(fitting(self.keys, width, self.paint), self.paint)]

    @property
    def keys(self) -> list[StripKey]:
        """What it would show in a line that is long enough."""
        return strip_keys(self._commands, self.givequest.keymap, in_ascii=self.paint.glyphs.name == "ascii")

    def fitting(self, width: int) -> list[Command]:
        """Return the commands that have room in a width of cells."""
        shown = {key.id for key in fitting(self.keys, width, self.paint)}
        return [command for command in self._commands if command.id in shown]

    def key_of(self, command: Command) -> str:
        """Return the key of a command, as people write it; nothing where it has none."""
        return strip_keys([command], self.givequest.keymap, in_ascii=self.paint.glyphs.name == "ascii")[0].key

    def on_click(self, event: events.Click) -> None:
        """Press the key that was clicked."""
        event.stop()
        found = key_at(fitting(self.keys, self.size.width, self.paint), event.x)
        keys = self.givequest.keymap.get(found.id, ()) if found is not None else ()
        if keys:
            self.app.simulate_key(keys[0])
