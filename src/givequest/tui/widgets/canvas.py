"""A widget that draws lines of spans itself, and redraws only those that changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from givequest.presentation.frame import SMALLEST_FRAME, framed
from givequest.presentation.lines import Ink, Line, Span
from givequest.presentation.paint import Paint
from givequest.tui.theming.styles import draw

if TYPE_CHECKING:
    from givequest.tui.context import AppContext


class Canvas(Widget):
    """The base of everything that givequest draws; subclasses return their lines."""

    ground = "background"
    """The role of the colour behind everything."""

    def __init__(self, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id, classes=classes)
        self._strips: list[Strip] = []
        self._drawn_for: tuple[int, int, Paint] | None = None
        self._known: dict[tuple[Span, ...], Strip] = {}
        """What the lines drawn last have come to: most of them are there again after a key."""
        self._known_for: tuple[int, Ink, Paint] | None = None

    @property
    def givequest(self) -> AppContext:
        """The app it is drawn for."""
        return cast("AppContext", self.app)

    @property
    def paint(self) -> Paint:
        """The colours and glyphs in force."""
        return self.givequest.paint

    def lines(self, width: int, height: int) -> list[Line]:
        """Return what to draw in an area of cells; missing lines are blank."""
        raise NotImplementedError

    def redraw(self) -> None:
        """Draw anew what has changed, and only that."""
        if not self.size or self._drawn_for != (*self.size, self.paint):
            self._drawn_for = None
            self.refresh()
            return
        before = self._strips
        self._strips = self._draw_all()
        changed = [row for row, strip in enumerate(self._strips) if strip != before[row]]
        if changed:
            self.refresh(*(Region(0, row, self.size.width, 1) for row in changed))

    def render_line(self, y: int) -> Strip:
        """Return one drawn line."""
        if self._drawn_for != (*self.size, self.paint):
            self._strips = self._draw_all()
            self._drawn_for = (*self.size, self.paint)
        return self._strips[y] if y < len(self._strips) else Strip.blank(self.size.width)

    def _draw_all(self) -> list[Strip]:
        width, height = self.size
        paint = self.paint
        fill = paint.style(on=self.ground)
        lines = [tuple(line) for line in self.lines(width, height)[:height]]
        lines += [()] * (height - len(lines))
        known = self._known if self._known_for == (width, fill, paint) else {}
        self._known = {line: known.get(line) or draw(line, width, fill, paint) for line in dict.fromkeys(lines)}
        self._known_for = (width, fill, paint)
        return [self._known[line] for line in lines]


def has_frame(width: int, height: int) -> bool:
    """Return whether a panel of some cells has room for its border."""
    return width >= SMALLEST_FRAME[0] and height >= SMALLEST_FRAME[1]


class Panel(Canvas):
    """A canvas with a border and a title."""

    border_role = "border"

    def title(self) -> str:
        """Return the words in the upper border."""
        return ""

    def place(self) -> str:
        """Return which part of more is shown, for the right of the upper border."""
        return ""

    def foot(self, width: int) -> Line:
        """Return what stands in the lower border, in a width of cells."""
        return []

    def content(self, width: int, height: int) -> list[Line]:
        """Return the lines inside the border and its margin of one cell at either side."""
        raise NotImplementedError

    def lines(self, width: int, height: int) -> list[Line]:
        """Return the content within its border; the border goes first where there is no room."""
        if not has_frame(width, height):
            return self.content(width, height)
        content = self.content(width - 4, height - 2)
        return framed(
            self.title(), content, width, height, self.paint, self.border_role, self.place(), self.foot(width)
        )
