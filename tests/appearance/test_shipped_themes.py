"""The themes that come along: readable, whole, distinct, and clear to every eye."""

from __future__ import annotations

from colorsys import rgb_to_hls
from itertools import combinations, pairwise

import pytest
from rich.cells import cell_len
from rich.color import Color, ColorSystem

from givequest.appearance import ASCII, UNICODE, Glyphs, Theme, contrast, load_themes
from givequest.appearance.terminal_colours import is_terminals_own
from givequest.appearance.theme import GROUNDS, HEAT, ROLES, TEXTS
from tests.appearance.colour_blindness import DEFICIENCIES, difference

from ..built_in import BUILT_IN

THEMES, PROBLEMS = load_themes(kinds=BUILT_IN.values())
READ = (*TEXTS, *BUILT_IN)
STATES = ("kept", "bridged", "rest", "slip", "empty")
COLOURED = {name: theme for name, theme in THEMES.items() if not theme.is_see_through}
"""Those whose colours are ours: of a terminal's own nobody can measure anything."""
each_theme = pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
each_coloured_theme = pytest.mark.parametrize("theme", COLOURED.values(), ids=COLOURED)


def test_at_least_ten_themes_come_along_and_nothing_is_wrong_with_any() -> None:
    """Dark and light, high contrast, without colour, without Unicode, and one for each mood."""
    assert PROBLEMS == []
    assert {
        "hearth", "morning", "high-contrast", "high-contrast-light", "clear-sight", "mono", "teletype", "party",
        "fish-market", "forest", "coat-rack",
    } <= set(THEMES)  # fmt: skip
    assert {theme.dark for theme in THEMES.values()} == {True, False}
    assert all(theme.title and theme.author for theme in THEMES.values())


@each_coloured_theme
def test_everything_that_is_read_has_a_contrast_of_at_least_4_5_on_every_ground(theme: Theme) -> None:
    """WCAG 2.2, AA; where the cursor is, all text is drawn in `cursor_text`."""
    pairs = [(text, ground) for text in READ for ground in GROUNDS] + [("cursor_text", "cursor_background")]
    least = 7.0 if theme.name.startswith("high-contrast") else 4.5
    faint = {pair: contrast(theme.colour(pair[0]), theme.colour(pair[1])) for pair in pairs}
    assert {pair: ratio for pair, ratio in faint.items() if ratio < least} == {}


@each_coloured_theme
def test_nothing_is_red(theme: Theme) -> None:
    """Red says that something went wrong, and nothing here can."""
    loud = {}
    for role, colour in theme.colours.items():
        triplet = Color.parse(colour).get_truecolor()
        hue, light, saturation = rgb_to_hls(*(part / 255 for part in triplet))
        if min(hue, 1 - hue) < 10 / 360 and saturation > 0.45 and 0.2 < light < 0.75:
            loud[role] = colour
    assert loud == {}


@each_coloured_theme
def test_lines_the_cursor_and_the_steps_of_a_heatmap_can_be_seen(theme: Theme) -> None:
    """A focused border at 3 to 1 (WCAG 2.2, 1.4.11); heat grows away from the ground, each step visible."""
    ground = theme.colour("background")
    assert contrast(theme.colour("border_focus"), ground) >= 3
    assert contrast(theme.colour("border"), ground) >= 1.4
    assert contrast(theme.colour("cursor_background"), ground) >= 1.25
    heat = [contrast(theme.colour(role), ground) for role in HEAT]
    assert all(after > before * 1.2 for before, after in pairwise(heat)), heat


@each_coloured_theme
def test_a_dark_theme_is_dark_and_a_light_one_light(theme: Theme) -> None:
    """What a theme says of itself is so."""
    from givequest.appearance.contrast import luminance

    assert (luminance(theme.colour("background")) < luminance(theme.colour("text"))) is theme.dark


@each_theme
def test_every_sign_of_a_theme_takes_one_cell(theme: Theme) -> None:
    """In the chrome nothing is wide, joined, or an emoji in disguise; a scale has as many signs as ours."""
    for name in Glyphs._fields:
        signs = getattr(theme.glyphs, name)
        if name != "name":
            assert len(signs) == len(getattr(UNICODE, name))
            assert [cell_len(sign) for sign in signs] == [1] * len(signs), name
            assert "\ufe0f" not in signs


def test_the_ascii_set_is_whole_and_ascii() -> None:
    """On a terminal of that kind not one sign of another set slips in."""
    for name in Glyphs._fields:
        signs = getattr(ASCII, name)
        assert signs
        assert signs.isascii()
    assert THEMES["teletype"].glyphs == ASCII


@each_theme
def test_states_differ_by_sign_so_that_no_colour_is_needed(theme: Theme) -> None:
    """Kept, bridged, rest, slip and empty are five signs in every set."""
    for glyphs in (theme.glyphs, UNICODE, ASCII):
        assert len({getattr(glyphs, state) for state in STATES}) == len(STATES)
        assert len({glyphs.done, glyphs.todo, glyphs.bonus, glyphs.slip}) == 4


@pytest.mark.parametrize("deficiency", DEFICIENCIES)
def test_clear_sight_keeps_the_states_apart_for_every_eye(deficiency: str) -> None:
    """Simulated protanopia, deuteranopia and tritanopia leave any two states plainly different."""
    theme = THEMES["clear-sight"]
    apart = {
        (one, other): round(difference(theme.colour(one), theme.colour(other), deficiency), 1)
        for one, other in combinations(STATES, 2)
    }
    assert {pair: value for pair, value in apart.items() if value < 25} == {}


def test_the_simulation_can_tell_a_theme_that_is_not_for_every_eye() -> None:
    """Red and green of one lightness fall together for a deuteranope, and not for others."""
    assert difference("#b06a5a", "#7d8a3c", "deuteranopia") < 20 < difference("#b06a5a", "#7d8a3c", "normal")


def test_no_two_themes_look_the_same() -> None:
    """Any two differ well in their grounds, their accents, or what was kept."""
    for one, other in combinations(COLOURED.values(), 2):
        apart = sum(
            difference(one.colour(role), other.colour(role), "normal") for role in ("background", "accent", "kept")
        )
        assert apart > 25, (one.name, other.name, apart)


def test_mono_has_no_colour_and_every_role_is_there() -> None:
    """Every colour of it is a grey."""
    colours = THEMES["mono"].colours
    assert set(colours) == {*ROLES, *BUILT_IN}
    assert all(colour[1:3] == colour[3:5] == colour[5:7] for colour in colours.values())


@each_coloured_theme
@pytest.mark.parametrize("colours", [ColorSystem.STANDARD, ColorSystem.EIGHT_BIT], ids=["16", "256"])
def test_with_few_colours_nothing_that_is_read_falls_together_with_its_ground(
    theme: Theme, colours: ColorSystem
) -> None:
    """As the terminal is given them: the nearest of 16 or of 256."""
    near = {role: Color.parse(theme.colour(role)).downgrade(colours) for role in (*ROLES, *BUILT_IN)}
    assert [(text, ground) for text in TEXTS for ground in GROUNDS if near[text] == near[ground]] == []
    assert near["cursor_text"] != near["cursor_background"] != near["background"]
    if colours is ColorSystem.EIGHT_BIT:
        shown = {role: colour.get_truecolor().hex for role, colour in near.items()}
        assert min(contrast(shown[text], shown["background"]) for text in READ) >= 4


def test_terminal_has_no_colour_of_ours_and_none_of_its_reds() -> None:
    """Whatever is behind the terminal shows through, and whatever its person made of its colours is kept."""
    theme = THEMES["terminal"]
    assert theme.is_see_through
    assert all(map(is_terminals_own, theme.colours.values()))
    assert not [role for role, colour in theme.colours.items() if colour.endswith("red")]
    assert {theme.colour(role) for role in GROUNDS} == {"ansi_default"}
