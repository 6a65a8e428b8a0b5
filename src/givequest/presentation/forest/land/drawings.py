"""Landmarks and animals as small maps of pixels, drawn by hand, and the same in signs."""

from __future__ import annotations

TONES = {
    "r": 0xB5533C, "w": 0xE8DCC0, "d": 0x4A3526, "t": 0xA9A9B6, "f": 0xE0483A, "s": 0xF4EEDC, "c": 0x7A6A62,
    "b": 0x9A6B43, "k": 0x6B4A2E, "o": 0xD9772B, "v": 0xFFFFFF, "g": 0xB9B4AC, "a": 0xF2B134, "h": 0x8E8E9C,
}  # fmt: skip
"""What the letters of the maps look like by day."""
WINDOW = "y"
"""Lit while it is dark."""
# The lowest line is the ground; the column in the middle is the foot.
DRAWINGS = {
    "hut": ("....c..", "..r.c..", ".rrrrr.", "rrrrrrr", ".wwwww.", ".wdwyw.", ".wdwww."),
    "hamlet": (
        ".......t.......", ".......t.......", "......ttt......", "..r...tyt......", ".rrr..ttt...r..",
        "rrrrr.tyt..rrr.", ".wyw..ttt.rrrrr", ".www..tdt..wyw.",
    ),
    "mill": ("...r...", "..www..", "..www..", "..www..", ".wwyww.", ".wwdww."),
    "castle": ("....f....", "....tt...", "r...t...r", "t...t...t", "tt.ttt.tt", "tytttttyt", "hththdhth"),
    "balloon": (".faf.", "fafaf", "fafaf", ".faf.", "..k.."),
    "rabbit": ("g.g.", "ggg.", ".ggv"),
    "deer": ("k.k....", ".bb....", "bbb....", "..bbbbb", "..bbbbv", "..k..k.", "..k..k."),
    "fox": ("o..o....", "oooo....", "vovoooo.", ".vooooov", "..d..d.."),
}  # fmt: skip
SIGNS = {
    "hut": ("/^\\", "|n|"), "hamlet": ("   ^   ", "n_|H|_n"), "mill": ("\\ /", " X ", "/H\\"),
    "castle": ("|  |", "|HH|"),
    "balloon": ("(#)", " u "), "fields": ("=====", "====="), "falls": ("||", "||", "~~~~~~"), "bridge": ("nnnnnnn",),
    "rabbit": ("\\\\", "o."), "deer": ("Y__", " ||"), "fox": ("^^__", ' ""'),
}  # fmt: skip
