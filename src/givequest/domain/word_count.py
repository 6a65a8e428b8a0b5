"""The number of words of a text, in scripts with spaces between words and in those without."""

from __future__ import annotations

import re

_UNSPACED = (
    "["
    "\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"  # Han: Chinese, and Japanese kanji
    "\u3041-\u309f\u30a1-\u30ff\u31f0-\u31ff\uff66-\uff9d\U0001b000-\U0001b16f"  # kana
    "\u0e01-\u0e3a\u0e40-\u0e4e"  # Thai
    "\u0e80-\u0ecf\u0edc-\u0edf"  # Lao
    "\u1780-\u17d3\u17d7\u17dc\u17dd"  # Khmer
    "\u1000-\u103f\u1050-\u109d\ua9e0-\ua9ef\ua9fa-\ua9fe\uaa60-\uaa7f"  # Burmese
    "]+"
)
"""Letters, and the marks on them, of scripts that put no space between words: a pattern, compiled when it is needed."""
LETTERS_A_WORD = 2
"""Letters of such a script that count as one word."""


def number_of_words(text: str) -> int:
    """Return how many words a text has.

    A word is what stands between spaces. Of Chinese, Japanese, Thai, Lao, Khmer and Burmese two letters count as a
    word, those of the whole text together; what of another script stands among them counts as words of its own.
    """
    if text.isascii():
        return len(text.split())
    words = letters = 0
    for token in text.split():
        others = re.split(_UNSPACED, token)
        if len(others) == 1:
            words += 1
            continue
        letters += sum(character.isalpha() for run in re.findall(_UNSPACED, token) for character in run)
        words += sum(any(map(str.isalnum, other)) for other in others)
    return words + letters // LETTERS_A_WORD
