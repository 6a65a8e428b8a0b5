"""Glyph sets: every sign that the program draws with, each exactly one cell wide."""

from __future__ import annotations

from givequest.named_tuple import NamedTuple


class Glyphs(NamedTuple):
    """The signs of one set; `spark` and `shades` are scales from least to most."""

    name: str = "unicode"
    done: str = "✓"
    todo: str = "·"
    cursor: str = "▸"
    bonus: str = "+"
    effort: str = "•"
    level: str = "✦"
    bar_full: str = "▰"
    bar_empty: str = "▱"
    kept: str = "━"
    single: str = "╺"
    bridged: str = "─"
    rest: str = "r"
    off: str = ":"
    empty: str = "·"
    slip: str = "◦"
    future: str = " "
    today: str = "▾"
    ellipsis: str = "…"
    bullet: str = "·"
    times: str = "×"
    dash: str = "–"
    h: str = "─"
    v: str = "│"
    tl: str = "╭"
    tr: str = "╮"
    bl: str = "╰"
    br: str = "╯"
    tee_l: str = "├"
    tee_r: str = "┤"
    arrow_left: str = "‹"
    arrow_right: str = "›"
    half_upper: str = "▀"
    half_lower: str = "▄"
    full: str = "█"
    leaf: str = "♣"
    tree: str = "♠"
    seed: str = "."
    date: str = "◆"
    snooze: str = "z"
    spark: str = "▁▂▃▄▅▆▇█"
    shades: str = " ░▒▓█"


UNICODE = Glyphs()
ASCII = Glyphs(
    name="ascii",
    done="x",
    todo=".",
    cursor=">",
    bonus="+",
    effort="*",
    level="*",
    bar_full="#",
    bar_empty="-",
    kept="=",
    single="=",
    bridged="-",
    rest="r",
    off="'",
    empty=".",
    slip="o",
    future=" ",
    today="v",
    ellipsis="~",
    bullet="*",
    times="x",
    dash="-",
    h="-",
    v="|",
    tl="+",
    tr="+",
    bl="+",
    br="+",
    tee_l="+",
    tee_r="+",
    arrow_left="<",
    arrow_right=">",
    half_upper="'",
    half_lower=".",
    full="#",
    leaf="%",
    tree="^",
    seed=".",
    date="*",
    snooze="z",
    spark="_.-=+*#@",
    shades=" .:+#",
)
"""For terminals and locales that can show nothing else."""
SETS = {glyphs.name: glyphs for glyphs in (UNICODE, ASCII)}
