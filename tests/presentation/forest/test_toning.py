"""Toning: a theme without colours has a forest without colours, one of high contrast a forest that stands out."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

import pytest

from givequest.appearance import contrast, load_theme
from givequest.cli.half_blocks import half_blocks
from givequest.domain.forest.grove import Grove
from givequest.domain.forest.moment import Moment
from givequest.domain.forest.planting import Planting
from givequest.domain.forest.visitors import Guests
from givequest.presentation.forest.colours import hexadecimal
from givequest.presentation.forest.picture import paint_forest
from givequest.presentation.forest.raster import Raster
from givequest.presentation.forest.svg import svg_of
from givequest.presentation.forest.toning import AS_IT_IS, toning_of
from givequest.tui.forest.pixels import strips_of

Sow = Callable[..., list[Planting]]
Grow = Callable[..., Grove]
MOMENTS = [
    Moment(date(2026, month, 15), hour * 60) for month, hour in ((1, 12), (4, 6), (6, 12), (6, 23), (10, 17), (12, 23))
]


def drawn(grove: Grove, moment: Moment, theme: str) -> Raster:
    """Return a picture as a theme has it, with everything that can be in it."""
    glowing = grove.copy()
    glowing.newest = grove.plants()[-1].place.number
    toning = toning_of(load_theme(theme, "")[0])
    return paint_forest(glowing, moment, 80, 40, Guests(fireflies=True, bird=True), toning)


def is_grey(pixel: int) -> bool:
    """Return whether a colour has as much red as green as blue."""
    return pixel >> 16 == pixel >> 8 & 255 == pixel & 255


@pytest.mark.parametrize("moment", MOMENTS)
def test_under_mono_every_pixel_is_grey_wherever_it_is_shown(sow: Sow, grow: Grow, moment: Moment) -> None:
    """On screen with all colours and with 256, on the command line, in a file."""
    picture = drawn(grow(sow(300, 300)), moment, "mono")
    assert all(map(is_grey, picture.pixels))
    assert len(set(picture.pixels)) > 20
    for few in (False, True):
        styles = [style for strip in strips_of(picture, few_colours=few) for _, style, _ in strip if style]
        colours = [colour.triplet for style in styles for colour in (style.color, style.bgcolor) if colour]
        assert all(one is not None and one.red == one.green == one.blue for one in colours)
    numbers = re.findall(r"[34]8;2;(\d+);(\d+);(\d+)", "".join(half_blocks(picture)))
    written = re.findall(r'fill="#(..)(..)(..)"', svg_of(picture, "A forest", []))
    assert numbers
    assert written
    assert all(red == green == blue for red, green, blue in [*numbers, *written])


def test_a_theme_of_one_hue_has_a_forest_of_it(sow: Sow, grow: Grow) -> None:
    """From its background to its text."""
    theme = load_theme("phosphor", "")[0]
    ground, text = (int(theme.colour(role)[1:], 16) for role in ("background", "text"))
    for pixel in drawn(grow(sow(300, 300)), MOMENTS[2], "phosphor").pixels:
        assert all(ground >> at & 255 <= pixel >> at & 255 <= text >> at & 255 for at in (16, 8, 0))


@pytest.mark.parametrize("theme", ["hearth", "morning", "forest", "midnight", "clear-sight"])
def test_other_themes_leave_the_forest_its_colours(theme: str) -> None:
    """The sky is nobody's role."""
    assert toning_of(load_theme(theme, "")[0]) is AS_IT_IS


@pytest.mark.parametrize("theme", ["high-contrast", "high-contrast-light"])
@pytest.mark.parametrize("moment", MOMENTS)
def test_in_high_contrast_plants_stand_out_from_the_land_by_day_and_night(
    sow: Sow, grow: Grow, theme: str, moment: Moment
) -> None:
    """Most of what stands there has three to one and more against what lies behind it."""
    grove = grow(sow(40, 300))
    bare = grow([])
    bare.counts |= grove.counts
    toning = toning_of(load_theme(theme, "")[0])
    land = paint_forest(bare, moment, 80, 40, toning=toning).pixels
    seen = paint_forest(grove, moment, 80, 40, toning=toning).pixels
    ratios = [contrast(hexadecimal(one), hexadecimal(two)) for one, two in zip(land, seen, strict=True) if one != two]
    assert sum(ratio >= 3 for ratio in ratios) > 0.7 * len(ratios)
