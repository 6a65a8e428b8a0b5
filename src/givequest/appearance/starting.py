"""A theme file to begin with: another theme's colours, each with what it is for."""

from __future__ import annotations

import re

from givequest.appearance.glyphs import SETS
from givequest.appearance.theme import CURSOR, GROUNDS, HEAT, LINES, TEXTS, Theme
from givequest.domain.text import clean_line

_ABOUT = {
    GROUNDS: "Grounds: behind the pages, behind dialogs, behind fields.",
    TEXTS: "What gets read: at least 4.5 to 1 against each of the grounds; `givequest themes` says where it's less.",
    LINES: "Lines and empty places, which nobody has to read.",
    CURSOR: "Where the cursor is.",
    HEAT: "The steps of the year's heatmap, from nothing to most.",
}
_KINDS = "Kinds, read like the others, by their ids; one that isn't here has the colour of a role above."


def started_theme(like: Theme, name: str) -> str:
    """Return a commented theme file called `name` with another's colours; `ValueError` is a sentence."""
    if not re.fullmatch(r"[a-z0-9][a-z0-9-]{0,63}", name):
        raise ValueError(f"'{clean_line(name)[:40]}' can't be a theme's name; use small letters, digits and dashes.")
    lines = [
        f"# A theme for givequest, begun with the colours of {like.name}. It's read again whenever you",
        "# save it, even while the app is open; `givequest themes` says what in it can't be used.",
        "",
        f'name = "{name}"',
        f'title = "{name.replace("-", " ").capitalize()}"',
        'author = ""',
        f"dark = {str(like.dark).lower()}",
        f'glyphs = "{like.glyphs.name}"   # {" or ".join(SETS)}; or a table, as at the end',
        "",
        "[colours]",
    ]
    for roles, about in {**_ABOUT, like.kinds: _KINDS}.items():
        lines += ["", f"# {about}", *(f'{role} = "{like.colour(role)}"' for role in roles)]
    lines += [
        "",
        "# More of Textual's own colour variables:",
        "#[variables]",
        '#footer-key-foreground = "#e6b36a"',
        "",
        "# Single signs of your own, a cell wide each; this goes in the place of `glyphs` above:",
        "#[glyphs]",
        '#set = "unicode"',
        '#done = "+"',
        "",
    ]
    return "\n".join(lines)
