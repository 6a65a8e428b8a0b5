"""Which signs a terminal is given when nobody has said which."""

from __future__ import annotations

import pytest

from givequest.appearance import ASCII, UNICODE, Glyphs, choose_glyphs, load_themes

HEARTH = load_themes()[0]["hearth"]


@pytest.mark.parametrize(
    ("encoding", "environment", "expected"),
    [
        ("utf-8", {"LANG": "de_DE.UTF-8"}, UNICODE),
        ("UTF8", {}, UNICODE),
        ("cp65001", {}, UNICODE),
        ("iso8859-1", {"LANG": "de_DE"}, ASCII),
        ("ascii", {}, ASCII),
        (None, {}, ASCII),
        ("utf-8", {"LC_ALL": "C"}, ASCII),
        ("utf-8", {"LC_ALL": "POSIX", "LANG": "de_DE.UTF-8"}, ASCII),
        ("utf-8", {"LANG": "C"}, ASCII),
        ("utf-8", {"LANG": "C", "LC_CTYPE": "C.UTF-8"}, ASCII),
        ("utf-8", {"LC_CTYPE": "C.UTF-8"}, UNICODE),
        ("utf-8", {"LANG": "C", "LC_CTYPE": "de_DE.UTF-8"}, UNICODE),
        ("utf-8", {"LANG": "C", "LC_ALL": "C.UTF-8"}, UNICODE),
        ("utf-8", {"LANG": "C.UTF-8"}, UNICODE),
        ("utf-8", {"LANG": "en_US.ISO-8859-1"}, ASCII),
        ("utf-8", {"LC_ALL": "ru_RU.KOI8-R", "LANG": "C.UTF-8"}, ASCII),
        ("utf-8", {"LANG": "de_DE.utf8@euro"}, UNICODE),
        ("utf-8", {"LANG": "de_DE@euro"}, UNICODE),
        ("utf-8", {"LANG": "C.UTF-8", "TERM": "linux"}, ASCII),
        ("utf-8", {"LANG": "C.UTF-8", "TERM": "tmux-256color"}, UNICODE),
    ],
)
def test_ascii_is_chosen_where_the_locale_or_the_terminal_has_no_more(
    encoding: str | None, environment: dict[str, str], expected: Glyphs
) -> None:
    """By the encoding, by a locale that is expressly C, and on consoles with fonts of their own."""
    assert choose_glyphs(HEARTH, encoding, environment) == expected


@pytest.mark.parametrize(("wanted", "expected"), [("unicode", UNICODE), ("ascii", ASCII)])
def test_what_the_config_says_goes_before_what_the_terminal_says(wanted: str, expected: Glyphs) -> None:
    """Whoever chose knows better; a theme that has only ASCII signs is drawn in the usual ones for `unicode`."""
    for environment in ({"LC_ALL": "C"}, {"LANG": "C.UTF-8"}):
        for name in ("hearth", "teletype"):
            assert choose_glyphs(load_themes()[0][name], "utf-8", environment, wanted) == expected
