"""Names in the text of a post, where no list beside it says who is named."""

from __future__ import annotations

import re

_HANDLE = re.compile(r"(?<![\w@./])@([A-Za-z0-9_](?:[A-Za-z0-9_.]{0,29}[A-Za-z0-9_])?)(?![\w@])")


def handles_in(text: str) -> set[str]:
    """Return the handles that a text names, in small letters; an address of mail and `@ 7pm` are none."""
    return {handle.lower() for handle in _HANDLE.findall(text)}


def names_another(text: str, own: str = "") -> bool:
    """Return whether a text names a handle other than one's own."""
    return bool(handles_in(text) - {own.lower()})


def unmangled(text: str) -> str:
    """Return a text of Meta's as it was written: there each byte of UTF-8 is a letter of its own."""
    try:
        return text.encode("latin-1").decode("utf-8")
    except (UnicodeEncodeError, UnicodeDecodeError):
        return text
