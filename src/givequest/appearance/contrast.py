"""Contrast between two colours, as WCAG 2.2 defines it."""

from __future__ import annotations

from givequest.appearance.terminal_colours import is_terminals_own
from givequest.appearance.theme import GROUNDS, TEXTS, Theme

EASY = 4.5
"""The contrast from which text reads easily (level AA)."""


def luminance(colour: str) -> float:
    """Return the relative luminance (0 to 1) of a colour written `#rrggbb`."""
    channels = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    linear = (value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels)
    return sum(weight * value for weight, value in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, from 1 (none) to 21 (black on white)."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def hard_to_read(theme: Theme) -> list[tuple[str, str, float]]:
    """Return each role that is read, its ground and their contrast, where that is less than `EASY`.

    Of colours that are the terminal's own nobody knows it.
    """
    pairs = [
        ("cursor_text", "cursor_background"),
        *((text, ground) for text in (*TEXTS, *theme.kinds) for ground in GROUNDS),
    ]
    known = [pair for pair in pairs if not any(is_terminals_own(theme.colour(role)) for role in pair)]
    ratios = ((text, ground, contrast(theme.colour(text), theme.colour(ground))) for text, ground in known)
    return [found for found in ratios if found[2] < EASY]
