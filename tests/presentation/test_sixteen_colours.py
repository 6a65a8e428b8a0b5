"""With sixteen colours nothing that is told by a colour disappears in its ground."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from givequest.appearance.glyphs import ASCII, Glyphs
from givequest.appearance.theme import HEAT, TEXTS, Theme, read_theme
from givequest.presentation.charts.parts import coloured
from givequest.presentation.charts.plots import shade_stroke
from givequest.presentation.escapes import Depth, sixteen_number, write_line
from givequest.presentation.paint import Paint

THEMES = [
    path
    for path in sorted((Path(__file__).resolve().parents[2] / "themes").glob("*.toml"))
    if path.stem != "terminal"  # whose colours are the sixteen themselves
]


def read(path: Path) -> Theme:
    """Return a theme of the wheel."""
    theme, _ = read_theme(tomllib.loads(path.read_text("utf-8")), str(path), path.stem)
    assert theme is not None
    return theme


def number_of(colour: str) -> int:
    """Return which of sixteen a colour is drawn as."""
    return sixteen_number(*(int(colour[at : at + 2], 16) for at in (1, 3, 5)))


@pytest.mark.parametrize("path", THEMES, ids=lambda path: path.stem)
@pytest.mark.parametrize("glyphs", [None, ASCII], ids=["its glyphs", "ascii"])
def test_the_steps_of_a_heatmap_can_be_told_apart(path: Path, glyphs: Glyphs | None) -> None:
    """By a sign of growing weight, in a colour that is not the ground's."""
    theme = read(path)
    paint = Paint(theme, glyphs or theme.glyphs, few_colours=True)
    steps = [coloured([shade_stroke(level, paint.glyphs)], paint) for level in range(1, len(HEAT))]
    signs = [text for ((text, _),) in steps]
    assert len(set(signs)) == len(signs)
    for line in steps:
        codes = re.findall(r"\x1b\[([0-9;]+)m", write_line(line, paint, Depth.SIXTEEN))[0]
        letter, ground = (int(code) for code in codes.split(";")[-2:])
        assert ground - letter != 10


@pytest.mark.parametrize("path", THEMES, ids=lambda path: path.stem)
def test_with_more_colours_a_step_is_a_colour(path: Path) -> None:
    """Letter and ground are one."""
    theme = read(path)
    paint = Paint(theme, theme.glyphs)
    for level, role in enumerate(HEAT[1:], 1):
        ((_, ink),) = coloured([shade_stroke(level, paint.glyphs)], paint)
        assert paint.look(ink).colour == paint.look(ink).ground == theme.colour(role)


@pytest.mark.parametrize("path", THEMES, ids=lambda path: path.stem)
def test_what_is_read_never_has_the_colour_of_its_ground(path: Path) -> None:
    """On pages, in dialogs and fields."""
    theme = read(path)
    for ground in ("background", "surface", "panel"):
        assert [role for role in TEXTS if number_of(theme.colour(role)) == number_of(theme.colour(ground))] == []
    assert number_of(theme.colour("cursor_text")) != number_of(theme.colour("cursor_background"))
