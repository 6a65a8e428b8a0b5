"""Colours that are the terminal's own: whatever its person has made of them."""

from __future__ import annotations

DEFAULT = "ansi_default"
"""The terminal's ground, and its letters."""
DIM = "ansi_dim"
"""Its letters, drawn dim."""
SIXTEEN = (
    "ansi_black", "ansi_red", "ansi_green", "ansi_yellow", "ansi_blue", "ansi_magenta", "ansi_cyan", "ansi_white",
    "ansi_bright_black", "ansi_bright_red", "ansi_bright_green", "ansi_bright_yellow",
    "ansi_bright_blue", "ansi_bright_magenta", "ansi_bright_cyan", "ansi_bright_white",
)  # fmt: skip
"""The sixteen, in the order of their numbers."""
_OWN = (DEFAULT, DIM, *SIXTEEN)


def is_terminals_own(colour: str) -> bool:
    """Return whether a colour is one of the terminal's, and not `#rrggbb`."""
    return colour in _OWN
