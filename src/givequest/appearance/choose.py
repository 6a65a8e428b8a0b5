"""The choice of glyphs that a terminal can show."""

from __future__ import annotations

from collections.abc import Mapping

from givequest.appearance.glyphs import ASCII, UNICODE, Glyphs
from givequest.appearance.theme import Theme

_ENCODINGS = ("utf8", "utf16", "utf32", "cp65001")
"""Those that have all our signs."""


def choose_glyphs(theme: Theme, encoding: str | None, environment: Mapping[str, str], wanted: str = "auto") -> Glyphs:
    """Return the glyphs that are wanted (see `Settings.glyphs`): with `auto` the theme's, or ASCII ones.

    ASCII is all there is where the output is not encoded as UTF-8, where the locale is expressly
    one without it (Python would write UTF-8 all the same), and on the Linux console, whose fonts
    have 512 signs at the most and neither our bars nor our ticks.
    """
    if wanted != "auto":
        return ASCII if wanted == "ascii" else UNICODE if theme.glyphs.name == "ascii" else theme.glyphs
    locale, signs = environment.get("LC_ALL"), environment.get("LC_CTYPE")
    if not locale and (not signs or signs == "C.UTF-8"):  # which Python itself puts there where the locale is C
        locale = environment.get("LANG")
    locale = locale or signs or ""
    expressly = "ascii" if locale in ("C", "POSIX") else locale.partition(".")[2].partition("@")[0]
    if not _has_our_signs(encoding or "ascii") or not _has_our_signs(expressly or "utf-8"):
        return ASCII
    if environment.get("TERM") in ("linux", "vt100", "vt220", "dumb"):
        return ASCII
    return theme.glyphs


def _has_our_signs(encoding: str) -> bool:
    return encoding.lower().replace("-", "") in _ENCODINGS
