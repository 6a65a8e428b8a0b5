"""The choice of glyphs that a terminal can show."""

from __future__ import annotations

from collections.abc import Mapping

from givequest.appearance.glyphs import ASCII, Glyphs
from givequest.appearance.theme import Theme


def choose_glyphs(theme: Theme, encoding: str | None, environment: Mapping[str, str]) -> Glyphs:
    """Return the theme's glyphs, or the ASCII set where the terminal shows nothing else.

    That is so where the output is not encoded as UTF-8, where the locale is expressly one
    without it (Python would write UTF-8 all the same), and on the Linux console, whose fonts
    have 512 signs at the most and neither our bars nor our ticks.
    """
    locale, signs = environment.get("LC_ALL"), environment.get("LC_CTYPE")
    if not locale and (not signs or signs == "C.UTF-8"):  # which Python itself puts there where the locale is C
        locale = environment.get("LANG")
    if (locale or signs) in ("C", "POSIX"):
        return ASCII
    speaks_unicode = (encoding or "").lower().replace("-", "") in ("utf8", "utf16", "utf32", "cp65001")
    if not speaks_unicode or environment.get("TERM") in ("linux", "vt100", "vt220", "dumb"):
        return ASCII
    return theme.glyphs
