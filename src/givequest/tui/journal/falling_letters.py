"""The line of an expectation: held letter by letter, and gone letter by letter.

It is never put together into a word here: neither a cache of drawn text nor a
clipboard, an undo history or a log can come to hold it.
"""

from __future__ import annotations

from itertools import takewhile
from random import Random

from textual import events
from textual.message import Message
from textual.timer import Timer

from givequest.domain.text import clean_line
from givequest.presentation.lines import Line, Span, cells_of
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
        """Each with the marks on it; an empty one has fallen."""
        self._cells: list[int] = []
        """How wide each is; 0 for a space, at which a line may break."""
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
        for letter in clean_line(text) if len(text) > 1 else text:
            if sum(map(len, self._letters)) >= LONGEST:
                break
            cells = cells_of(letter)
            if not cells and self._letters:
                self._letters[-1] += letter
            else:
                self._letters.append(letter)
                self._cells.append(0 if letter == " " else max(cells, 1))
        self.redraw()

    def take_back(self) -> None:
        """Take the last letter back."""
        del self._letters[-1:], self._cells[-1:]
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
        self._cells.clear()
        self._drop.clear()
        self._order.clear()
        self.redraw()

    def _fall(self) -> None:
        if self._by_itself:
            self.loosen()
        width, height = self.size
        places = self._places(width, height)
        for position, drop in enumerate(self._drop):
            if drop is None or not self._letters[position]:
                continue
            self._drop[position] = drop + 1
            row, column = places[position]
            if row + drop + 1 >= height - 1:
                self._soil.add(column)
                self._letters[position] = ""
        self.redraw()
        if self.is_empty:
            self.forget()
            self.post_message(self.Fallen())

    def _places(self, width: int, height: int) -> list[tuple[int, int]]:
        """Return row and column of each letter, and of the one to come; the last rows are those in sight."""
        places = []
        row = column = 0
        for position, cells in enumerate(self._cells):
            is_begun = position > 0 and self._cells[position - 1] > 0
            word = cells if is_begun else sum(takewhile(bool, self._cells[position:]))
            if column and column + (word if word <= width else cells) > width:
                row, column = row + 1, 0
            places.append((row, column))
            column += cells or 1
        places.append((row, column) if column < width else (row + 1, 0))
        beyond = max(places[-1][0] - height + 1, 0)
        return [(row - beyond, column) for row, column in places]

    def lines(self, width: int, height: int) -> list[Line]:
        """Return the letters where they are by now, and what they become."""
        paint = self.paint
        rows: list[Line] = [[(" ", paint.style(on="surface"))] * width for _ in range(height)]
        for column in self._soil:
            if column < width and rows:
                rows[-1][column] = (paint.glyphs.seed, paint.style("kept", "surface"))
        places = self._places(width, height)
        for position, letter in enumerate(self._letters):
            row, column = places[position]
            drop = self._drop[position] if position < len(self._drop) else None
            row, cells = min(row + (drop or 0), height - 1), self._cells[position]
            if letter and cells and row >= 0 and column + cells <= width:
                style = paint.style("text" if drop is None else "muted", "surface")
                _put(rows[row], column, (_shown(letter, cells, paint.glyphs.bullet), style), cells)
        row, column = places[-1]
        if self.is_open and 0 <= row < height and column < width:
            rows[row][column] = (" ", paint.style("cursor_text", "cursor_background"))
        return rows


def _put(row: Line, column: int, span: Span, cells: int) -> None:
    """Put a letter into a row of cells; of a wide one that it covers in part, nothing stays."""
    text, style = span
    after = column + cells
    if column and not row[column][0]:
        row[column - 1] = (" ", style)
    if after < len(row) and not row[after][0]:
        row[after] = (" ", style)
    row[column:after] = [(text, style), *[("", style)] * (cells - 1)]


def _shown(letter: str, cells: int, bullet: str) -> str:
    """Return a letter as it is drawn: a picture, whose width terminals do not agree on, is a dot."""
    return letter if cells_of(letter) == cells and (cells < 2 or letter[0].isalpha()) else bullet.ljust(cells)
