"""Names as foreign programs write them."""

from __future__ import annotations

import re
import unicodedata

from givequest.domain.text import clean_line

_PRONOUNS = re.compile(r"\s*[\[(]\s*[^\W\d_]{1,10}(\s*/\s*[^\W\d_]{1,10}){1,3}\s*[\])]")
"""`(she/her)`, whatever the language."""
_FORMATS = "\ufe0e\ufe0f\u200d\u20e3"
"""What joins or colours pictographs: it goes with the one that stands before it."""
_EDGES = " ,;|-–—·•~*_"
_NAMELESS = re.compile(r"[\W_]*")


def joined_name(*parts: str | None) -> str:
    """Return the parts of a name as one line, spaces between them single."""
    return " ".join(clean_line(" ".join(part for part in parts if part)).split())


def without_ornaments(name: str) -> str:
    """Return a name without what people put beside it to be seen: stars, rockets, pronouns.

    A name that is nothing else stays as it is.
    """
    plain = _PRONOUNS.sub("", name)
    kept: list[str] = []
    after_sign = False
    for character in plain:
        is_sign = not character.isascii() and _is_sign(character)
        if is_sign or (after_sign and character in _FORMATS):
            after_sign = True
        else:
            kept.append(character)
            after_sign = False
    plain = " ".join("".join(kept).split()).strip(_EDGES)
    return plain if plain else name


def without_letters_behind(name: str) -> str:
    """Return a family name without the degrees behind a comma: `Berg, MBA` is Berg."""
    before, comma, _ = name.partition(",")
    return before.strip() if comma and before.strip() else name


def is_nameless(name: str) -> bool:
    """Return whether there is no letter or digit in it, nor a sign that could be somebody's name."""
    return _NAMELESS.fullmatch(name) is not None and not any(map(_is_sign, name))


def _is_sign(character: str) -> bool:
    return unicodedata.category(character) == "So" or "\U0001f3fb" <= character <= "\U0001f3ff"
