"""The line of an expectation: held letter by letter, and gone letter by letter.

It is never put together into a word here: neither a cache of drawn text nor a
clipboard, an undo history or a log can come to hold it.
"""

from __future__ import annotations

from random import Random

from rich.cells import cell_len
from textual import events
from textual.message import Message
from textual.timer import Timer

from givequest.domain.text import clean_line
from givequest.tui.paint import Line
from givequest.tui.widgets.canvas import Canvas

LONGEST = 280
"""Letters that a line takes: it is one line, and none of it stays."""
PRESSES = 24
"""How often a held key repeats until every letter has come loose: about a second and a half."""
FRAME = 0.045
"""Seconds between two rows of the fall."""


class JournalLetting(Canvas, can_focus=True):
    """Takes a line in, shows it, and lets it fall."""

    ground = "surface"

    class Fallen(Message):
        """The last letter is gone."""

    def __init__(self) -> None:
        super().__init__(id="letting")
        self.is_open = True
        """Whether letters can still be typed."""
        self._letters: list[str] = []
        self._drop: list[int | None] = []
        self._order: list[int] = []
        self._soil: set[int] = set()
        self._timer: Timer | None = None
        self._by_itself = False
        self._presses = 0

    @property
    def is_empty(self) -> bool:
        """Whether there is no letter."""
        return not any(self._letters)

    @property
    def is_whole(self) -> bool:
        """Whether no letter has come loose yet."""
        return not self._presses

    def take(self, text: str) -> None:
        """Take letters in."""
        self._letters.extend(clean_line(text) if len(text) > 1 else text)
        del self._letters[LONGEST:]
        self.redraw()

    def take_back(self) -> None:
        """Take the last letter back."""
        del self._letters[-1:]
        self.redraw()

    def on_paste(self, event: events.Paste) -> None:
        """Take a paste in, as one line."""
        event.stop()
        if self.is_open:
            self.take(event.text)

    def close(self) -> None:
        """Let nothing more be typed, and make the letters ready to fall."""
        self.is_open = False
        self._drop = [None] * len(self._letters)
        self._order = list(range(len(self._letters)))
        Random(len(self._letters)).shuffle(self._order)

    def whole(self) -> str:
        """Return the line put together, for a person who keeps it after all."""
        return "".join(self._letters).strip()

    def loosen(self, *, all_of_them: bool = False) -> None:
        """Let some letters come loose, or one after the other all of them."""
        self._by_itself = self._by_itself or all_of_them
        self._presses += 1
        firm = len(self._letters) * max(PRESSES - self._presses, 0) // PRESSES
        while len(self._order) > firm:
            self._drop[self._order.pop()] = 0
        if self._timer is None:
            self._timer = self.set_interval(FRAME, self._fall)

    def forget(self) -> None:
        """Let go of every letter at once."""
        if self._timer is not None:
            self._timer.stop()
        self._letters.clear()
        self._drop.clear()
        self._order.clear()
        self.redraw()

    def _fall(self) -> None:
        if self._by_itself:
            self.loosen()
        width, height = self.size
        for position, drop in enumerate(self._drop):
            if drop is None or not self._letters[position]:
                continue
            self._drop[position] = drop + 1
            if position // max(width, 1) + drop + 1 >= height - 1:
                self._soil.add(position % max(width, 1))
                self._letters[position] = ""
        self.redraw()
        if self.is_empty:
            self.forget()
            self.post_message(self.Fallen())

    def lines(self, width: int, height: int) -> list[Line]:
        """Return the letters where they are by now, and what they become."""
        paint = self.paint
        blank = (" ", paint.style(on="surface"))
        rows: list[Line] = [[blank] * width for _ in range(height)]
        for column in self._soil:
            if column < width and rows:
                rows[-1][column] = (paint.glyphs.seed, paint.style("kept", "surface"))
        for position, letter in enumerate(self._letters):
            row, column = divmod(position, width)
            drop = self._drop[position] if position < len(self._drop) else None
            row = min(row + (drop or 0), height - 1)
            if letter and 0 <= row < height:
                role = "text" if drop is None else "muted"
                shown = letter if cell_len(letter) == 1 else paint.glyphs.bullet
                rows[row][column] = (shown, paint.style(role, "surface"))
        if self.is_open and len(self._letters) < width * height:
            row, column = divmod(len(self._letters), width)
            rows[row][column] = (" ", paint.style("cursor_text", "cursor_background"))
        return rows
