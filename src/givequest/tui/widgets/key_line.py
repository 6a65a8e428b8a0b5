"""The last line of the screen: the keys of whatever it shows just now."""

from __future__ import annotations

from collections.abc import Sequence

from givequest.presentation.key_strip import StripKey, fitting, strip_line
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

    def lines(self, width: int, height: int) -> list[Line]:
        """Return the line, without the keys that have no room."""
        return [strip_line(fitting(self._keys, width, self.paint), self.paint)]
