"""Tags: the words with a # before them that people put into what they write."""

from __future__ import annotations

import re
from collections.abc import Iterable

from givequest.domain.text import fold_text

# Everything that is neither space nor punctuation: scripts whose vowels are marks of their own have tags as well.
_LETTER = r"[^\s!-,./:-@\[-^`{-~\u00a1\u00ab\u00bb\u00bf\u2010-\u205e\u3000-\u303f]"
_TAG = re.compile(rf"(?<![\w#&/])#(?=[^\s]*[^\W\d_])({_LETTER}+)")
_UNFINISHED = re.compile(rf"(?:^|(?<=[\s(]))#({_LETTER}*)$")


def tags_in(text: str) -> list[str]:
    """Return the tags of a text, each once, in their order, as they are written."""
    if "#" not in text:
        return []
    return list(dict.fromkeys(match[1] for match in _TAG.finditer(text)))


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
