"""Themes in the app: looked at before they are chosen, kept in the config, read anew while one works on them."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
from textual.app import App
from textual.pilot import Pilot

from givequest.appearance import load_theme, load_themes
from givequest.appearance.starting import started_theme
from givequest.config.paths import Paths
from givequest.config.reading import read_settings
from givequest.preferences import save_preference, write_start

from ...built_in import DEFAULTS
from ...fixtures.home import Open
from ...tui.conftest import app_of, screen_text


def ground(pilot: Pilot[None]) -> str:
    """Return the colour that the page is drawn on."""
    strips = pilot.app.screen_stack[0]._compositor.render_strips()
    return next(segment.style.bgcolor.name for segment in strips[-3] if segment.style and segment.style.bgcolor)


async def test_a_theme_is_worn_while_the_cursor_is_on_it_and_esc_takes_it_off(open_app: Open, paths: Paths) -> None:
    """Nothing is written by looking."""
    async with open_app() as pilot:
        before = app_of(pilot).paint.theme
        await pilot.press("f3", "down")
        await pilot.pause()
        assert app_of(pilot).paint.theme.name != before.name
        assert pilot.app.theme_variables["background"].lower() == app_of(pilot).paint.theme.colour("background")
        await pilot.press("escape")
        await pilot.pause()
        assert app_of(pilot).paint.theme is before
        assert ground(pilot) == before.colour("background")
        assert not os.path.exists(paths.config_file)


async def test_enter_keeps_a_theme_and_the_comments_in_the_config(open_app: Open, paths: Paths) -> None:
    """The next start wears it."""
    write_start(paths.config_file, "# mine\ngrace = 2  # days\n")
    async with open_app() as pilot:
        await pilot.press("f3", "end", "enter")
        await pilot.pause()
        chosen = app_of(pilot).paint.theme
        assert f"{chosen.title} it is." in screen_text(pilot)
        assert ground(pilot) == chosen.colour("background")
    assert read_settings(paths.config_file, DEFAULTS)[0].theme == chosen.name != "hearth"
    assert Path(paths.config_file).read_text().startswith("# mine\ngrace = 2  # days\n")
    async with open_app() as pilot:
        assert app_of(pilot).paint.theme.name == chosen.name


async def test_a_choice_that_cannot_be_saved_is_told_and_worn_until_one_leaves(open_app: Open, paths: Paths) -> None:
    """A config file with a mistake in it is left as it is."""
    write_start(paths.config_file, "theme = = 3\n")
    async with open_app(size=(140, 30)) as pilot:
        await pilot.press("f3", "end", "enter")
        await pilot.pause()
        assert "stays until you quit" in screen_text(pilot)
        assert app_of(pilot).paint.theme.name != "hearth"
    assert Path(paths.config_file).read_text() == "theme = = 3\n"


async def test_a_theme_of_ones_own_is_put_on_anew_when_its_file_is_saved(open_app: Open, paths: Paths) -> None:
    """Broken, it is told and what was worn stays; mended, it is worn."""
    file = Path(paths.themes, "mine.toml")
    good = started_theme(load_theme("forest")[0], "mine")
    write_start(str(file), good)
    save_preference(paths, "theme", "mine")
    async with open_app() as pilot:
        assert ground(pilot) == "#131a14"
        file.write_text(good.replace('"#131a14"', '"black"'))
        app_of(pilot).look_around()
        await pilot.pause()
        assert "mine.toml, colours.background" in screen_text(pilot)
        assert ground(pilot) == "#131a14"
        file.write_text(good.replace('"#131a14"', '"#000000"'))
        app_of(pilot).look_around()
        await pilot.pause()
        assert ground(pilot) == "#000000"
        file.unlink()
        app_of(pilot).look_around()
        await pilot.pause()
        assert ground(pilot) == "#000000"


async def test_what_is_wrong_with_a_theme_of_ones_own_is_told_where_themes_are_chosen(
    open_app: Open, paths: Paths
) -> None:
    """By file, field and reason, and how many more there are; the others can be chosen."""
    write_start(os.path.join(paths.themes, "pale.toml"), "title = 3\n")
    write_start(os.path.join(paths.themes, "room.toml"), started_theme(load_theme("forest")[0], "room"))
    async with open_app(size=(80, 30)) as pilot:
        await pilot.press("f3")
        await pilot.pause()
        text = " ".join(line[45:79].strip(" │") for line in screen_text(pilot).splitlines())
        assert "pale.toml, colours: It should be a table, written [colours]. (and 1 more)" in text
        assert " Room " in text
        assert " High contrast, light " in text


async def test_a_problem_is_told_whole_in_as_many_lines_as_it_takes(open_app: Open, paths: Paths) -> None:
    """On a narrow screen as well nobody is left without what to do."""
    write_start(paths.config_file, '[keys]\nquest.done = "r"\n')
    for width in (44, 80, 160):
        async with open_app(size=(width, 24)) as pilot:
            await pilot.pause()
            told = " ".join(screen_text(pilot).split())
            assert "config.toml, keys.quest.done: " in told
            assert "r is the key of quest.redraw" in told
            assert "It stays on space." in told


async def test_a_tick_looks_at_no_theme_file_where_there_are_none_of_ones_own(
    open_app: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever wears what came along pays nothing for themes that change."""
    looked: list[object] = []
    async with open_app() as pilot:
        config_file = app_of(pilot).home.paths.config_file
        real = os.stat

        def stat(path: str, **more: Any) -> os.stat_result:
            looked.append(path)
            return real(path, **more)

        monkeypatch.setattr(os, "stat", stat)
        app_of(pilot).look_around()
        monkeypatch.undo()
    assert not [path for path in looked if str(path).endswith(".toml") and path != config_file]


async def test_every_page_that_was_open_wears_the_new_theme(open_app: Open) -> None:
    """A page that is gone back to was not forgotten."""
    async with open_app() as pilot:
        await pilot.press("3")
        await pilot.pause()
        await pilot.press("f3", "end", "enter")
        await pilot.press("1")
        await pilot.pause()
        assert ground(pilot) == app_of(pilot).paint.theme.colour("background") != "#1c1b1f"


async def test_whatever_variable_a_theme_colours_the_app_stays(open_app: Open, paths: Paths) -> None:
    """Each of Textual's variables may be a colour, except those that a theme is refused for naming."""
    names = sorted(await _variables())
    colours = "".join(f'{name} = "#a0b0c0"\n' for name in names)
    text = started_theme(load_theme("hearth")[0], "mine").replace("#[variables]\n", f"[variables]\n{colours}")
    write_start(os.path.join(paths.themes, "mine.toml"), text)
    save_preference(paths, "theme", "mine")
    theme, problems = load_theme("mine", paths.themes)
    assert theme.name == "mine"
    told = {problem.place.rpartition(", ")[2] for problem in problems}
    assert told == {f"variables.{name}" for name in names if "-style" in name}
    async with open_app() as pilot:
        for key in ("f3", "escape", "enter", "escape", "ctrl+p", "escape", "question_mark", "escape", "3"):
            await pilot.press(key)
            await pilot.pause()
        assert pilot.app.is_running


async def _variables() -> dict[str, str]:
    app: App[None] = App()
    async with app.run_test():
        return dict(app.theme_variables)


@pytest.mark.parametrize("size", [(40, 12), (20, 5), (80, 24), (200, 60)])
async def test_themes_can_be_chosen_at_any_size(open_app: Open, size: tuple[int, int]) -> None:
    """The cursor's row is always in sight."""
    async with open_app(size=size) as pilot:
        await pilot.press("f3", "end")
        await pilot.pause()
        worn = app_of(pilot).paint.theme
        assert worn.title in screen_text(pilot)
        assert worn.name in load_themes()[0]
