"""The line above the keys: what just happened, or what is asked."""

from __future__ import annotations

from textual.timer import Timer

from givequest.tui.paint import Line, shorten
from givequest.tui.widgets.canvas import Canvas

SHOWN_FOR = 6.0
"""Seconds that a notice stays."""


class NoticeLine(Canvas):
    """A passing notice; below it, a standing question or hint."""

    def __init__(self) -> None:
        super().__init__(id="notice")
        self._standing: tuple[str, str] = ("", "")
        self._passing: tuple[str, str] | None = None
        self._timer: Timer | None = None

    def stand(self, text: str, keys: str = "") -> None:
        """Show a text, with keys to answer it, whenever there is no passing notice."""
        if self._standing != (text, keys):
            self._standing = (text, keys)
            self.redraw()

    def say(self, text: str, role: str = "notice") -> None:
        """Show a notice for a while."""
        self._passing = (text, role)
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(SHOWN_FOR, self.clear)
        self.redraw()

    def clear(self) -> None:
        """Take the notice away."""
        self._passing = None
        self.redraw()

    def lines(self, width: int, height: int) -> list[Line]:
        """Return the line."""
        paint = self.paint
        if self._passing is not None:
            text, role = self._passing
            line: Line = [("  ", paint.style()), (text, paint.style(role))]
        else:
            text, keys = self._standing
            line = [("  ", paint.style()), (text, paint.style("text"))]
            line.append((f"  {keys}", paint.style("accent", bold=True)))
        return [shorten(line, width, paint.glyphs.ellipsis)]
