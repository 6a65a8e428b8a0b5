"""Copying: through the terminal, which works over ssh, and through the machine's own clipboard where it has one."""

from __future__ import annotations

from contextlib import suppress

from textual.app import App


def copy(app: App[None], text: str) -> bool:
    """Put a text on the clipboard; return whether the machine's own has it for sure.

    The terminal is asked as well (OSC 52), and never says whether it has done it.
    """
    app.copy_to_clipboard(text)
    with suppress(Exception):  # whatever it runs, or finds missing
        import pyperclip

        pyperclip.copy(text)
        return True
    return False
