"""The line above the keys: what is asked, or what stands there for as long as it is so."""

from __future__ import annotations

from givequest.presentation.lines import Line, shorten
from givequest.presentation.paint import Paint

INDENT = "  "


def standing_line(text: str, keys: str, width: int, paint: Paint) -> Line:
    """Return what stands there, and the keys that answer it, in a width of cells."""
    line: Line = [(INDENT, paint.style()), (text, paint.style("text"))]
    if keys:
        line.append((f"{INDENT}{keys}", paint.style("accent", bold=True)))
    return shorten(line, width, paint.glyphs.ellipsis)
