"""Tags: the words with a # before them that people put into what they write."""

from __future__ import annotations

import re
from collections.abc import Iterable

from givequest.domain.text import fold_text

# Everything that is neither space nor punctuation: scripts whose vowels are marks of their own have tags as well.
_LETTER = r"[^\s!-,./:-@\[-^`{-~\u00a1\u00ab\u00bb\u00bf\u2010-\u205e\u3000-\u303f]"
_TAG = re.compile(rf"(?<![\w#&/])#(?=[^\s]*[^\W\d_])({_LETTER}+)")
_HEXADECIMAL = re.compile(r"[0-9A-Fa-f]+")
_COLOUR_LETTERS = re.compile(r"[bcdf]+|(.)\1+|(..)\2\2+")
"""Letters that make no word: without a vowel, or one or two of them over and over."""
_UNFINISHED = re.compile(rf"(?:^|(?<=[\s(]))#({_LETTER}*)$")


def tags_in(text: str) -> list[str]:
    """Return the tags of a text, each once, in their order, as they are written.

    Neither a number (`#1`), nor a name that ends in the sign (`C#`), nor a colour (`#fff`, `#7a1f2b`) is a tag.
    """
    if "#" not in text:
        return []
    return list(dict.fromkeys(match[1] for match in _TAG.finditer(text) if not _is_colour(match[1])))


def _is_colour(tag: str) -> bool:
    """Return whether a tag is a colour as style sheets have it, and no word of the letters from a to f (`#cafe`)."""
    if len(tag) not in (3, 4, 6, 8) or not _HEXADECIMAL.fullmatch(tag):
        return False
    return not tag.isalpha() or _COLOUR_LETTERS.fullmatch(tag.lower()) is not None


def unfinished_tag(before_cursor: str) -> str | None:
    """Return the beginning of the tag that is being typed; None when it is no tag."""
    match = _UNFINISHED.search(before_cursor[-80:])
    return match[1] if match else None


def complete_tag(typed: str, known: Iterable[str]) -> str:
    """Return what is missing of the first known tag that begins like this; nothing where there is none.

    Case and accents of what was typed stay: only what follows them is added.
    """
    folded = fold_text(typed)
    if not folded:
        return ""
    for tag in known:
        if len(tag) > len(typed) and fold_text(tag[: len(typed)]) == folded:
            return tag[len(typed) :]
    return ""
