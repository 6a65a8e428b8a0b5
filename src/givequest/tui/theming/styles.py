"""Paint: the colours and glyphs of a theme as styles, and lines of text as what Textual draws."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.cells import cell_len, chop_cells, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from givequest.appearance import Glyphs, Theme

Span = tuple[str, Style]
Line = list[Span]


class Paint:
    """A theme made ready for drawing."""

    def __init__(self, theme: Theme, glyphs: Glyphs, *, without_colour: bool = False) -> None:
        self.theme = theme
        self.glyphs = glyphs
        self._without_colour = without_colour
        self.leading = "accent"
        """The role whose colour is drawn where something is to be noticed: that of the month."""
        self._styles: dict[tuple[str, str, bool, bool], Style] = {}

    def style(self, role: str = "text", on: str = "background", *, bold: bool = False, italic: bool = False) -> Style:
        """Return the style of a role of the theme on another."""
        key = (role, on, bold, italic)
        style = self._styles.get(key)
        if style is None:
            colour = self.leading if role in ("accent", "border_focus") else role
            style = Style(
                color=self.theme.colour(colour),
                bgcolor=self.theme.colour(on),
                bold=bold or None,
                italic=italic or None,
                reverse=(self._without_colour and on == "cursor_background") or None,
            )
            self._styles[key] = style
        return style

    def gauge(self, share: float, cells: int, role: str, on: str = "background") -> Line:
        """Return a bar of some cells, filled to a share of 0 to 1."""
        full = min(cells, int(share * cells + 0.5)) if share > 0 else 0
        full = max(full, 1) if share > 0.02 else full
        return [
            (self.glyphs.bar_full * full, self.style(role, on)),
            (self.glyphs.bar_empty * (cells - full), self.style("faint", on)),
        ]


def width_of(line: Iterable[Span]) -> int:
    """Return how many cells a line takes."""
    return sum(cell_len(text) for text, _ in line)


def draw(line: Sequence[Span], width: int, fill: Style) -> Strip:
    """Return a line as exactly `width` cells, cut or filled up."""
    segments = [Segment(text, style) for text, style in line if text]
    return Strip(segments).adjust_cell_length(width, fill)


def justify(left: Line, right: Line, width: int, fill: Style, ellipsis: str) -> Line:
    """Return two ends of a line, the left one shortened where both do not fit."""
    room = width - width_of(right) - 1
    if width_of(left) > room:
        left = shorten(left, max(room, 0), ellipsis)
    gap = max(width - width_of(left) - width_of(right), 0)
    return [*left, (" " * gap, fill), *right]


def shorten(line: Line, width: int, ellipsis: str) -> Line:
    """Return a line cut to a width, with an ellipsis where something is missing."""
    if width_of(line) <= width:
        return line
    kept: Line = []
    room = max(width - cell_len(ellipsis), 0)
    for text, style in line:
        size = cell_len(text)
        if size > room:
            kept.append((set_cell_size(text, room).rstrip() + (ellipsis if width > 0 else ""), style))
            break
        kept.append((text, style))
        room -= size
    return kept


def fit(text: str, cells: int, ellipsis: str) -> str:
    """Return a text as exactly some cells: filled up, or cut with an ellipsis."""
    if cell_len(text) <= cells:
        return text + " " * (cells - cell_len(text))
    return set_cell_size(set_cell_size(text, cells - cell_len(ellipsis)).rstrip() + ellipsis, cells)


def wrap(text: str, width: int, most: int = 1000) -> list[str]:
    """Return text broken at spaces into lines of a width in cells, `most` of them at the most."""
    lines: list[str] = []
    line = ""
    for word in text.split(" "):
        candidate = f"{line} {word}" if line else word
        if cell_len(candidate) <= width:
            line = candidate
            continue
        if line:
            lines.append(line)
        pieces = chop_cells(word, max(width, 1)) if cell_len(word) > width else [word]
        lines.extend(pieces[:-1])
        line = pieces[-1] if pieces else ""
        if len(lines) >= most:
            break
    if line:
        lines.append(line)
    return lines[:most]
