"""Cleaning of what people type, paste or import, before it becomes part of a record."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from givequest.errors import RecordError

LONGEST_LINE = 20_000
LONGEST_TEXT = 1_000_000

_JOINERS = "\u200c\u200d"  # without them many scripts and most family emoji fall apart
_EMOJI_TAGS = range(0xE0020, 0xE0080)  # the letters inside regional flags
_PLAIN = str.maketrans(
    {"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "ŧ": "t", "þ": "th", "æ": "ae", "œ": "oe"}
)
"""Letters that Unicode does not take apart, and for which people type others where they have no key for them."""
_SENTENCE_ENDS, _CLOSING = ".!?…。！？", "\"')]}’”»」"
_BREAKS = {"\r\n": "\n", "\r": "\n", "\x0b": "\n", "\x0c": "\n", "\x85": "\n", "\u2028": "\n", "\u2029": "\n"}


def _is_kept(character: str) -> bool:
    category = unicodedata.category(character)
    if category == "Cf":
        return character in _JOINERS or ord(character) in _EMOJI_TAGS
    return category not in ("Cc", "Cs") or character in "\n\t"


def clean_text(text: str) -> str:
    """Return text of many lines as typed, without anything a terminal would obey.

    Control and format characters (escape sequences, bidirectional overrides, lone
    surrogates) go; line ends become ``\\n``; tabs stay.
    """
    if text.isprintable() or text.replace("\n", " ").replace("\t", " ").isprintable():  # nothing in it would go
        return text if text.isascii() else unicodedata.normalize("NFC", text)
    for old, new in _BREAKS.items():
        text = text.replace(old, new)
    kept = "".join(filter(_is_kept, text))
    return unicodedata.normalize("NFC", kept)


def clean_line(text: str) -> str:
    """Return text of one line: cleaned, line ends and tabs as one space, no space at either end."""
    if not (text.isascii() and text.isprintable()):
        text = clean_text(text).replace("\n", " ").replace("\t", " ")
    return text.strip()


def quoted_value(value: object, longest: int) -> str:
    """Return a value out of a file as a sentence can quote it, cut to a length."""
    try:
        text = repr(value)
    except (RecursionError, ValueError):  # tables too deep in one another, a number of too many digits
        text = "what's there"
    return clean_line(text)[:longest]


def checked_line(text: str, field: str) -> str:
    """Return the cleaned line, or raise `RecordError` when it is longer than a line can sensibly be."""
    line = clean_line(text)
    if len(line) > LONGEST_LINE:
        raise RecordError(f"the {field} is {len(line):,} characters long; at most {LONGEST_LINE:,} fit.")
    return line


def checked_text(text: str, field: str) -> str:
    """Return the cleaned text, or raise `RecordError` when it is longer than a day's page can be."""
    cleaned = clean_text(text)
    if len(cleaned) > LONGEST_TEXT:
        raise RecordError(f"the {field} is {len(cleaned):,} characters long; at most {LONGEST_TEXT:,} fit.")
    return cleaned


def end_sentence(text: str) -> str:
    """Return text with a full stop at its end, if it has no sign of its own there: `for Ana.`, `for Lena W.`, `so?`.

    Whatever people write can stand last in a sentence of ours, and names of theirs end in full stops as well.
    """
    last = text.rstrip(_CLOSING)[-1:]
    return text if last and last in _SENTENCE_ENDS else f"{text}."


@lru_cache(maxsize=4096)
def name_key(name: str) -> str:
    """Return what a person's name is compared by: `Zoë  Miller` and `zoe miller` are one person."""
    return " ".join(fold_text(name).split()) or name


def nearest(word: str, known: Iterable[str], likeness: float = 0.5) -> str | None:
    """Return the known word that a misspelt one is most like, None where none is.

    Args:
        word: What somebody wrote.
        known: What they can have meant.
        likeness: How like it has to be, from 0 (anything) to 1 (the same): the ratio of `difflib`.

    """
    from difflib import get_close_matches

    return next(iter(get_close_matches(word, list(known), 1, likeness)), None)


def fold_text(text: str) -> str:
    """Return text for comparing: case folded, accents taken off, ornate letters plain."""
    # Taken apart, some signs are capitals: the bold letters of posts, for one. So case is folded again.
    decomposed = unicodedata.normalize("NFKD", text.casefold()).casefold().translate(_PLAIN)
    return "".join(character for character in decomposed if not unicodedata.combining(character))
