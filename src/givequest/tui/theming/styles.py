"""Inks as Rich's styles, and lines of spans as what Textual draws."""

from __future__ import annotations

from collections.abc import Sequence
from weakref import WeakKeyDictionary

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from givequest.presentation.lines import Ink, Span
from givequest.presentation.paint import Paint

_STYLES: WeakKeyDictionary[Paint, dict[tuple[Ink, str], Style]] = WeakKeyDictionary()
"""The styles made so far, by the paint that they were made with."""


def style_of(ink: Ink, paint: Paint) -> Style:
    """Return how Rich writes an ink."""
    styles = _STYLES.setdefault(paint, {})
    style = styles.get((ink, paint.leading))
    if style is None:
        look = paint.look(ink)
        style = styles[ink, paint.leading] = Style(
            color=look.colour.removeprefix("ansi_"),  # Rich calls the terminal's own by their bare names
            bgcolor=look.ground.removeprefix("ansi_"),
            bold=look.bold or None,
            dim=look.dim or None,
            italic=look.italic or None,
            reverse=look.reverse or None,
        )
    return style


def draw(line: Sequence[Span], width: int, fill: Ink, paint: Paint) -> Strip:
    """Return a line as exactly `width` cells, cut or filled up."""
    segments = [Segment(text, style_of(ink, paint)) for text, ink in line if text]
    return Strip(segments).adjust_cell_length(width, style_of(fill, paint))
