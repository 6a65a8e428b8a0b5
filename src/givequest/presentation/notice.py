"""The line above the keys: what stands there for as long as it is so."""

from __future__ import annotations

from givequest.presentation.lines import Line, shorten
from givequest.presentation.paint import Paint

INDENT = "  "


def standing_line(text: str, width: int, paint: Paint) -> Line:
    """Return what stands there in a width of cells."""
    return shorten([(INDENT, paint.style()), (text, paint.style("text"))], width, paint.glyphs.ellipsis)
