"""Initials: a name for whoever need not be read by everybody."""

from __future__ import annotations

NOBODY = "·"


def initials(name: str) -> str:
    """Return the first letters of a name: `A. B.` of Ana Berg.

    A bracket at the end is left out; of a name like @ana@example.org the @ stays and its first part counts.
    """
    text = name.strip()
    if text.endswith(")") and "(" in text[1:]:
        text = text[: text.rindex("(")].strip()
    sign = "@" if text.startswith("@") else ""
    words = [text.lstrip("@").split("@")[0]] if sign else text.split()
    letters = [next((letter for letter in word if letter.isalpha()), "") for word in words]
    found = " ".join(f"{letter.upper()}." for letter in letters if letter)
    return f"{sign}{found}" if found else NOBODY
