"""How many colours the terminal has, where its variables alone do not say so."""

from __future__ import annotations

import re
from collections.abc import Mapping

from givequest.presentation.escapes import Depth, depth_of

MANY = 256
_FEW = r"(xterm|screen|tmux|rxvt|linux|ansi|cygwin|vt[0-9]+|xterm-color)?"
"""Kinds of terminal that are known to have sixteen: nothing has to be looked up for them."""
_COLOURFUL = r"(^|-)(alacritty|ghostty|foot|wezterm|contour|rio|direct)(-|$)"
"""Parts of names of terminals with 256 colours and more, for systems whose terminfo does not know them yet."""


def colour_depth(environ: Mapping[str, str]) -> Depth:
    """Return how many colours the terminal has, by its variables and by what terminfo tells of its kind."""
    depth = depth_of(environ)
    kind = environ.get("TERM", "").strip()
    if depth is not Depth.SIXTEEN or re.fullmatch(_FEW, kind):
        return depth
    colours = _colours_of(kind)
    has_many = colours >= MANY if colours is not None else re.search(_COLOURFUL, kind) is not None
    return Depth.PALETTE if has_many else depth


def _colours_of(kind: str) -> int | None:
    """Return the number of colours that terminfo has for a kind of terminal; None where it does not know the kind."""
    try:
        import curses  # only where it is needed: it takes 3 ms
    except ImportError:
        return None
    try:
        curses.setupterm(kind, 1)
    except (curses.error, ValueError):
        return None
    return curses.tigetnum("colors")
