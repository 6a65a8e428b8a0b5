"""Escape sequences: the colours that the full-screen app would draw, whatever the terminal has."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.color import Color, ColorSystem

from givequest.appearance.theme import ROLES, read_theme
from givequest.presentation.escapes import Depth, depth_of, palette_number, sixteen_number, write_line
from givequest.presentation.paint import Paint
from givequest.tui.theming.styles import style_of

THEMES = sorted((Path(__file__).resolve().parents[2] / "themes").glob("*.toml"))
SYSTEMS = [
    (Depth.TRUE, ColorSystem.TRUECOLOR), (Depth.PALETTE, ColorSystem.EIGHT_BIT), (Depth.SIXTEEN, ColorSystem.STANDARD),
]  # fmt: skip
PARTS = st.integers(0, 255)


@given(PARTS, PARTS, PARTS)
def test_colours_are_reduced_as_the_app_reduces_them(red: int, green: int, blue: int) -> None:
    """To 256 and to sixteen, for any colour."""
    colour = Color.from_rgb(red, green, blue)
    assert palette_number(red, green, blue) == colour.downgrade(ColorSystem.EIGHT_BIT).number
    assert sixteen_number(red, green, blue) == colour.downgrade(ColorSystem.STANDARD).number


@pytest.mark.parametrize("path", THEMES, ids=lambda path: path.stem)
@pytest.mark.parametrize(("depth", "system"), SYSTEMS)
def test_every_role_of_a_theme_is_written_as_rich_writes_it(path: Path, depth: Depth, system: ColorSystem) -> None:
    """The same codes in the same order, on every ground."""
    theme, _ = read_theme(tomllib.loads(path.read_text("utf-8")), str(path), path.stem)
    assert theme is not None
    paint = Paint(theme, theme.glyphs)
    for role in ROLES:
        for ground in ("background", "panel", "cursor_background"):
            style = style_of(paint.style(role, ground, bold=True), paint)
            assert write_line([("x", paint.style(role, ground, bold=True))], paint, depth) == style.render(
                "x", color_system=system
            )


@pytest.mark.parametrize(
    ("environ", "depth"),
    [
        ({"TERM": "xterm-256color"}, Depth.PALETTE),
        ({"TERM": "xterm-kitty"}, Depth.PALETTE),
        ({"TERM": "linux"}, Depth.SIXTEEN),
        ({"TERM": "xterm", "COLORTERM": "truecolor"}, Depth.TRUE),
        ({"TERM": "xterm", "COLORTERM": " 24bit "}, Depth.TRUE),
        ({"TERM": "xterm-256color", "NO_COLOR": "1"}, Depth.NONE),
        ({"TERM": "xterm-256color", "NO_COLOR": ""}, Depth.PALETTE),
    ],
)
def test_the_terminal_says_how_many_colours_it_has(environ: dict[str, str], depth: Depth) -> None:
    """By TERM and COLORTERM; an empty NO_COLOR is none."""
    assert depth_of(environ) is depth
