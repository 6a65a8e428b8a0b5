"""The last line of the screen: the keys of whatever it shows just now."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events

from givequest.commands.registry import key_name
from givequest.presentation.key_strip import StripKey, fitting, key_at, strip_line
from givequest.presentation.lines import Line
from givequest.tui.widgets.canvas import Canvas


class KeyLine(Canvas):
    """A few keys, each with a word or two."""

    def __init__(self) -> None:
        super().__init__(id="stage-keys")
        self._keys: list[StripKey] = []

    def show(self, keys: Sequence[tuple[str, str]]) -> None:
        """Show other keys."""
        self._keys = [StripKey(key, key, words, always=key == "esc") for key, words in keys]
        self.redraw()

    def on_click(self, event: events.Click) -> None:
        """Press the key that was clicked, where it's a single one."""
        event.stop()
        found = key_at(fitting(self._keys, self.size.width, self.paint), event.x)
        name = key_name(found.key) if found is not None else ""
        if name:
            self.app.simulate_key(name)

    def lines(self, width: int, height: int) -> list[Line]:
        """Return the line, without the keys that have no room."""
        return [strip_line(fitting(self._keys, width, self.paint), self.paint)]
