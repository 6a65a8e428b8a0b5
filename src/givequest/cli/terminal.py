"""Lines of presentation on standard output: in the theme's colours on a terminal, plain elsewhere."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress

from givequest.appearance import choose_glyphs
from givequest.cli.output import is_terminal, print_line
from givequest.composition import Home
from givequest.presentation.escapes import Depth, write_line
from givequest.presentation.lines import Line, Span
from givequest.presentation.paint import Paint
from givequest.terminal.colours import colour_depth

COLUMNS = 80
PLAIN_TERMS = ("", "dumb", "unknown")
"""What terminals say of themselves that obey no escape sequences."""


def print_drawn(home: Home, draw: Callable[[Paint, int], list[Line]], most: int = COLUMNS) -> None:
    """Print what `draw` draws with the glyphs that stdout can show, in a width of at most so many columns."""
    theme, _ = home.worn_theme()
    glyphs = choose_glyphs(theme, getattr(sys.stdout, "encoding", None), os.environ, home.settings.glyphs)
    depth = colour_depth(os.environ)
    paint = Paint(theme, glyphs, few_colours=depth is Depth.SIXTEEN)
    columns = min(most, _columns())
    in_colour = is_terminal(sys.stdout) and os.environ.get("TERM", "") not in PLAIN_TERMS
    for line in draw(paint, columns):
        print_line(write_line(trimmed(line), paint, depth, own_ground=False) if in_colour else plain(line))


def _columns() -> int:
    """Return how wide the terminal is, as `shutil` does, which takes as long to import as all the rest to draw."""
    wanted = os.environ.get("COLUMNS", "")
    with suppress(ValueError):
        if int(wanted) > 0:
            return int(wanted)
    with suppress(AttributeError, ValueError, OSError):  # stdout is closed, or is no terminal
        if sys.__stdout__ is not None and (columns := os.get_terminal_size(sys.__stdout__.fileno()).columns) > 0:
            return columns
    return COLUMNS


def plain(line: Sequence[Span]) -> str:
    """Return a line without colours."""
    return "".join(text for text, _ in line).rstrip()


def trimmed(line: Sequence[Span]) -> Line:
    """Return a line without the blanks at its end."""
    spans = list(line)
    while spans and not spans[-1][0].rstrip():
        spans.pop()
    if spans:
        spans[-1] = (spans[-1][0].rstrip(), spans[-1][1])
    return spans
