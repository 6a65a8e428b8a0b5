"""What is read: a text of any length, and below it what was done on its day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from givequest.domain.journal.search import Query, find_marks
from givequest.named_tuple import NamedTuple
from givequest.presentation.lines import Line, cells_of, shorten, wrap
from givequest.tui.journal.highlight import marked, part_of
from givequest.tui.journal.wrap import Stretch, wrap_text
from givequest.tui.widgets.canvas import Panel

NOTHING = Query()
MEASURE = 76
"""Columns of a line at the most: an eye that comes back from a longer one finds the wrong line."""


class Leaf(NamedTuple):
    """What the reader shows."""

    heading: str = ""
    text: str = ""
    before: tuple[tuple[str, str], ...] = ()
    """Texts before it, each with the role it is drawn in: a prompt, a hint; shown whole."""
    keys: tuple[tuple[str, str], ...] = ()
    """Keys behind those texts, each with what it does."""
    beside: tuple[tuple[str, str], ...] = ()
    """Lines that stay at the foot, each with its role: what was done that day."""
    query: Query = NOTHING


class JournalReader(Panel):
    """One text, scrolled by lines; as much of it as can be seen is wrapped, and no more."""

    def __init__(self) -> None:
        super().__init__(id="reader")
        self._leaf = Leaf()
        self._top = 0
        self._width = 0
        self._lines: list[Stretch] = []
        self._rest: Iterator[Stretch] = iter(())
        self._marks: list[tuple[int, int]] = []
        self._page = 1

    def show(self, leaf: Leaf) -> None:
        """Show a text from its beginning, or from the first hit of a search."""
        if leaf == self._leaf:
            return
        same = (leaf.heading, leaf.text, leaf.query) == (self._leaf.heading, self._leaf.text, self._leaf.query)
        self._leaf = leaf
        if not same:
            self._top, self._width = 0, 0
            self._marks = find_marks(leaf.text, leaf.query)
        self.redraw()

    def turn(self, pages: int) -> None:
        """Scroll by pages."""
        self._top = max(self._top + pages * max(self._page - 1, 1), 0)
        self.redraw()

    def title(self) -> str:
        """Return the heading."""
        return self._leaf.heading

    def content(self, width: int, height: int) -> list[Line]:
        """Return what is seen of the text, in a measure that an eye can follow, in the middle of wider ones."""
        margin = max((width - MEASURE) // 2, 0)
        lines = self._read(min(width, MEASURE), height)
        return [[(" " * margin, self.paint.style()), *line] if line and margin else line for line in lines]

    def _read(self, width: int, height: int) -> list[Line]:
        """Return what is seen of the text, and the foot where there is room for it."""
        leaf = self._leaf
        foot = self._foot(width, max(min(height // 2, height - 3), 0))
        room = height - len(foot)
        head = [line for text, role in leaf.before for line in self._told(text, role, width)]
        head += self._keys(width)
        if width != self._width:
            first = not self._width
            self._width, self._lines, self._rest = width, [], wrap_text(leaf.text, width)
            if first and self._marks:
                self._top = max(self._line_of(self._marks[0][0]) + len(head) - room // 2, 0)
        self._page = room
        self._wrap(self._top + room)
        self._top = max(min(self._top, len(head) + len(self._lines) - room), 0)
        body = head[self._top :] if self._top < len(head) else []
        start = max(self._top - len(head), 0)
        body = (body + [self._line(stretch) for stretch in self._lines[start : start + room]])[:room]
        return [*body, *([[]] * (room - len(body))), *foot]

    def _wrap(self, number: int) -> None:
        self._lines += islice(self._rest, max(number - len(self._lines), 0))

    def _line_of(self, position: int) -> int:
        """Return the number of the line that a character of the text stands on."""
        while not self._lines or self._lines[-1][1] <= position:
            known = len(self._lines)
            self._wrap(known + 50)
            if len(self._lines) == known:
                break
        return max(sum(1 for start, _ in self._lines if start <= position) - 1, 0)

    def _line(self, stretch: Stretch) -> Line:
        start, end = stretch
        paint = self.paint
        hit = paint.style("accent", "panel", bold=True)
        end -= len(self._leaf.text[start:end]) - len(self._leaf.text[start:end].rstrip(" \t"))
        return marked(self._leaf.text[start:end], part_of(self._marks, start, end), paint.style(), hit)

    def _told(self, text: str, role: str, width: int) -> list[Line]:
        # The space at which a line breaks has no room on it.
        return [[(text[start:end].rstrip(" \t"), self.paint.style(role))] for start, end in wrap_text(text, width)]

    def _keys(self, width: int) -> list[Line]:
        """Return the keys, lit, in a column of their own; what one does goes on below itself."""
        paint, wide = self.paint, max((cells_of(key) for key, _ in self._leaf.keys), default=0) + 2
        lines: list[Line] = []
        for key, words in self._leaf.keys:
            for row, told in enumerate(wrap(words, max(width - wide, 1))):
                lead = (f"{'' if row else key:<{wide}}", paint.style("accent", bold=True))
                lines.append([lead, (told, paint.style())])
        return lines

    def _foot(self, width: int, most: int) -> list[Line]:
        beside: Sequence[tuple[str, str]] = self._leaf.beside
        if not beside or most < 2:
            return []
        paint = self.paint
        lines: list[Line] = [[(paint.glyphs.h * width, paint.style("faint"))]]
        lines += [shorten([(text, paint.style(role))], width, paint.glyphs.ellipsis) for text, role in beside]
        if len(lines) > most:
            lines = [*lines[: most - 1], [(f"and {len(lines) - most + 1} more", paint.style("muted"))]]
        return lines
