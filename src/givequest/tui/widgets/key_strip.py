"""The last line of every page: the keys that matter here, as many as fit."""

from __future__ import annotations

from collections.abc import Sequence

from givequest.commands.keymap import Keymap, keys_of
from givequest.commands.registry import Command, shown_key
from givequest.presentation.lines import Line, width_of
from givequest.tui.widgets.canvas import Canvas


class KeyStrip(Canvas):
    """A few commands with their keys; help, the way to all others, always has its place."""

    def __init__(self, commands: Sequence[Command], keymap: Keymap) -> None:
        super().__init__(id="keys")
        self._commands = [command for command in commands if command.in_strip]
        self._keymap = keymap

    def show(self, commands: Sequence[Command]) -> None:
        """Show other commands, all of them."""
        self._commands = list(commands)
        self.redraw()

    def lines(self, width: int, height: int) -> list[Line]:
        """Return the line, without the commands that have no room."""
        return [self._line(self.fitting(width))]

    def fitting(self, width: int) -> list[Command]:
        """Return the commands that have room in a width of cells."""
        commands = self._commands
        while len(commands) > 1 and width_of(self._line(commands)) > width:
            spare = [command for command in commands if command.id != "app.help"]
            commands = [command for command in commands if command is not spare[-1]]
        return commands

    def key_of(self, command: Command) -> str:
        """Return the key of a command, as people write it; nothing where it has none."""
        keys = keys_of(command, self._keymap)
        return shown_key(keys[0], in_ascii=self.paint.glyphs.name == "ascii") if keys else ""

    def _line(self, commands: Sequence[Command]) -> Line:
        paint = self.paint
        line: Line = [(" ", paint.style())]
        for command in commands:
            line.append((f" {self.key_of(command)}", paint.style("accent", bold=True)))
            line.append((f" {command.title} ", paint.style("muted")))
        return line
