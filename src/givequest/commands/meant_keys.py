"""Which key was meant by one that nothing is bound to: a capital, or a letter of another alphabet's layout."""

from __future__ import annotations

_ROWS = (
    ("qwertyuiop[]", "йцукенгшщзхъ"),
    ("asdfghjkl;'", "фывапролджэ"),
    ("zxcvbnm,.", "ячсмитьбю"),
    ("`]s'o", "ёїієў"),  # what Ukrainian and Belarusian have where Russian has another letter
    ("qwj]'xz", "љњјђћџѕ"),  # and Serbian
    ("wertyuiop", "ςερτυθιοπ"),
    ("asdfghjkl", "ασδφγηξκλ"),
    ("zxcvbnm", "ζχψωβνμ"),
)
_NAMES = {
    "[": "left_square_bracket", "]": "right_square_bracket", ";": "semicolon", "'": "apostrophe", ",": "comma",
    ".": "full_stop", "`": "grave_accent",
}  # fmt: skip
_PLACES = {letter: latin for latins, letters in _ROWS for latin, letter in zip(latins, letters, strict=True)}
"""The Latin letter at the place of each Cyrillic and Greek one."""


def meant_keys(key: str) -> tuple[str, ...]:
    """Return what a key that isn't bound may have been meant as, by Textual's names, the likeliest first.

    A capital is its small letter, and a letter of a Cyrillic or Greek layout is the key at its place.
    """
    letter = key.removeprefix("shift+")
    if len(letter) != 1 or not letter.isalpha():
        return ()
    small = letter.lower()
    found = [] if small == key else [small]
    if (latin := _PLACES.get(small)) is not None:
        found.append(_NAMES.get(latin, latin))
    return tuple(found)
