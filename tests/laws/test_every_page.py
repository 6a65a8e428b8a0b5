"""Every page at every size of a grid, and in every theme: whole, readable, and in its own signs."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from rich.cells import cell_len
from rich.segment import Segment
from textual.color import Color
from textual.pilot import Pilot
from textual.strip import Strip
from textual.widget import Widget

from givequest.appearance import Theme, contrast, load_themes
from givequest.appearance.theme import GROUNDS, TEXTS
from givequest.application.demo import play_demo
from givequest.application.mirror.import_posts import preview_posts, save_posts
from givequest.commands.registry import COMMANDS
from givequest.composition import Home, open_home
from givequest.config.kinds import load_habits
from givequest.config.paths import find_paths
from givequest.domain.mirror.counts import PostCounts
from givequest.domain.mirror.imported import ImportedPosts
from givequest.tui.app import GivequestApp
from givequest.tui.page import Page

from ..built_in import BUILT_IN
from ..tui.conftest import app_of

NOW = datetime(2026, 11, 23, 8, 0, tzinfo=timezone(timedelta(hours=1)))
WIDTHS, HEIGHTS = (40, 60, 80, 110, 300), (12, 18, 24, 30, 100)
GRID = [(width, height) for width in WIDTHS for height in HEIGHTS]
CORNERS = [(40, 12), (300, 12), (40, 100), (72, 18), (80, 24), (110, 30), (300, 100)]
DIGITS = {command.title.lower(): command.keys[0] for command in COMMANDS if command.id.startswith("page.")}
VIEWS = {
    **{page: ((digit,), ()) for page, digit in DIGITS.items()},
    "year": (("3", "y"), ("y", "y", "1")),
    "mirror": (("3", "y", "y"), ("y", "1")),
    "log": (("1", "enter"), ("escape",)),
    "help": (("1", "question_mark"), ("escape",)),
    "settings": (("1", "comma"), ("escape",)),
    "themes": (("1", "f3"), ("escape",)),
    "history": (("1", "ctrl+u"), ("escape",)),
    "palette": (("1", "ctrl+p"), ("escape",)),
    "writing": (("2", "enter"), ("escape",)),
    "search": (("2", "slash"), ("escape",)),
    "release": (("2", "r"), ("escape",)),
    "gift": (("2", "g"), ("escape",)),
    "words": (("4", "v"), ("v",)),
    "shelf": (("4", "s"), ("s",)),
    "names": (("5", "escape"), ("1",)),
    "person": (("5", "escape", "enter"), ("escape",)),
    "find": (("5", "escape", "slash", "a"), ("escape",)),
    "new person": (("5", "escape", "n", "a"), ("escape",)),
    "what you know": (("5", "escape", "e", "end"), ("escape",)),
}
"""Each view with the keys that lead there from any page, and those that lead away."""


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """A home with two invented years in it, and posts of one of them."""
    paths = find_paths(str(tmp_path_factory.mktemp("demo")))
    home = open_home(paths, lambda: NOW)
    play_demo(home.game, load_habits())
    months = {date(2026, month, 1): PostCounts(month, 3, 2 * month, 20) for month in range(1, 12)}
    posts = ImportedPosts("mastodon", "Mastodon", ("outbox.json",), months)
    save_posts(home.game, preview_posts(home.game, [posts]))
    Path(paths.config).mkdir()
    Path(paths.config_file).write_text("animations = false\n")
    return open_home(paths, lambda: NOW)


@asynccontextmanager
async def opened(home: Home, size: tuple[int, int]) -> AsyncIterator[Pilot[None]]:
    """Open the app on the invented years."""
    app = GivequestApp(open_home(home.paths, lambda: NOW))
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield pilot


async def press(pilot: Pilot[None], keys: tuple[str, ...]) -> None:
    """Press keys and wait until everything is drawn."""
    for key in keys:
        await pilot.press(key)
        await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()
    await pilot.pause()


async def turn(pilot: Pilot[None], size: tuple[int, int]) -> None:
    """Give the terminal another size and wait until it is taken."""
    await pilot.resize_terminal(*size)
    assert pilot.app.screen._compositor.size == size


def frame(pilot: Pilot[None]) -> list[list[Segment]]:
    """Return the cells of the screen, line by line."""
    return [list(strip) for strip in pilot.app.screen._compositor.render_strips()]


def written(pilot: Pilot[None]) -> list[list[Segment]]:
    """Return the lines of the page; of a dialog only its own cells, not the page that is dimmed behind it."""
    screen, lines = pilot.app.screen, frame(pilot)
    if isinstance(screen, Page):
        return lines
    leaves = [widget for widget in screen.walk_children(Widget) if not widget.children and widget.visible]
    areas = [leaf.region.intersection(screen.region) for leaf in leaves]
    return [list(Strip(line).crop(area.x, area.right)) for area in areas for line in lines[area.y : area.bottom]]


@pytest.mark.parametrize("view", VIEWS)
async def test_a_view_fills_every_size_exactly(demo: Home, view: str) -> None:
    """From 40 columns and 12 lines to 300 and 100, turning from one to the other while it is open."""
    there, _ = VIEWS[view]
    async with opened(demo, GRID[0]) as pilot:
        await press(pilot, there)
        for size in GRID if there[-1] in DIGITS.values() or view == "year" else CORNERS:
            await turn(pilot, size)
            lines = frame(pilot)
            assert len(lines) == size[1]
            widths = {cell_len("".join(segment.text for segment in line)) for line in lines}
            assert widths == {size[0]}, size
            assert sum(bool("".join(segment.text for segment in line).strip()) for line in lines) >= 3, size
        assert pilot.app._exception is None


THEMES = load_themes(kinds=BUILT_IN.values())[0]
MEASURED = {name: theme for name, theme in THEMES.items() if not theme.is_see_through}
"""Those with colours of their own: what a terminal's colours are, nobody knows but whoever chose them."""
READ = {(text, ground) for text in (*TEXTS, *BUILT_IN) for ground in GROUNDS} | {("cursor_text", "cursor_background")}
"""A role that is read and the role behind it: in every theme their contrast is measured in tests/appearance."""
RGB = tuple[int, int, int]
MIXED = ("forest", "search")
"""Views with colours that are no role's: a terminal's sixteen, and a field that is tinted while it has the focus."""


def told_apart(theme: Theme) -> Theme:
    """Return a theme in which no two roles have one colour, so that a colour on the screen tells its role."""
    colours: dict[str, str] = {}
    for role, colour in theme.colours.items():
        value = int(colour[1:], 16)
        while f"#{value:06x}" in colours.values():
            value = value + 1 & 0xFFFFFF
        colours[role] = f"#{value:06x}"
    return Theme(theme.name, theme.title, theme.author, theme.dark, colours, theme.glyphs, theme.variables)


@pytest.mark.parametrize("name", ["hearth", "morning"])
@pytest.mark.parametrize("view", VIEWS)
async def test_whatever_is_written_is_in_a_pair_of_roles_that_can_be_read_in_every_theme(
    demo: Home, view: str, name: str
) -> None:
    """A text's role on a ground's, in a dark theme and in a light one; never two that nobody has measured."""
    there, _ = VIEWS[view]
    theme = told_apart(THEMES[name])
    role_of = {_colour(colour): role for role, colour in theme.colours.items()}
    async with opened(demo, (100, 30)) as pilot:
        app_of(pilot).themes.put_on(theme)
        await press(pilot, there)
        drawn = [segment for line in written(pilot) for segment in line if any(map(str.isalnum, segment.text))]
        assert len(drawn) >= (3 if view == "release" else 5)  # that dialog has but a question and a hint
        pairs = {tuple(role_of.get(colour, "no role's") for colour in _colours(segment)) for segment in drawn}
        unknown = pairs - READ - {(ground, text) for text, ground in READ}  # a cursor in a field turns them around
        assert {pair for pair in unknown if view not in MIXED or "no role's" not in pair} == set()


@pytest.mark.parametrize("view", MIXED)
async def test_what_is_written_in_mixed_colours_can_be_read_in_every_theme(demo: Home, view: str) -> None:
    """Every letter and digit has a contrast of 4.5, however the view came by its colours."""
    there, back = VIEWS[view]
    async with opened(demo, (100, 30)) as pilot:
        for name, theme in MEASURED.items():
            app_of(pilot).themes.put_on(theme)
            await press(pilot, there)  # opened anew: what is told by a dialog was coloured when it came
            assert pilot.app.screen.styles.background.rgb == _colour(theme.colour("background")), name
            drawn = [segment for line in written(pilot) for segment in line if any(map(str.isalnum, segment.text))]
            assert {segment.text: _contrast(segment) for segment in drawn if _contrast(segment) < 4.5} == {}, name
            await press(pilot, back)


async def test_a_theme_of_ascii_signs_draws_nothing_else_on_any_page(demo: Home) -> None:
    """What people wrote is theirs; the rest is ASCII."""
    async with opened(demo, (100, 30)) as pilot:
        app_of(pilot).themes.put_on(THEMES["teletype"])
        for view, (there, back) in VIEWS.items():
            await press(pilot, there)
            signs = {sign for line in frame(pilot) for segment in line for sign in segment.text}
            assert {sign for sign in signs if not sign.isascii() and not sign.isalpha()} == set(), view
            await press(pilot, back)


def _colour(written: str) -> RGB:
    return Color.parse(written).rgb


def _colours(segment: Segment) -> tuple[RGB, RGB]:
    """Return the colour that a segment is written in, and the one behind it."""
    style = segment.style
    assert style is not None
    assert style.color is not None
    assert style.bgcolor is not None
    written, ground = (colour.get_truecolor() for colour in (style.color, style.bgcolor))
    return (ground, written) if style.reverse else (written, ground)


def _contrast(segment: Segment) -> float:
    written, ground = (f"#{red:02x}{green:02x}{blue:02x}" for red, green, blue in _colours(segment))
    return contrast(written, ground)
