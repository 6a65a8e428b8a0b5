"""The settings page: it changes the same file that a person writes, and is in force at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from givequest.config.paths import Paths
from givequest.config.reading import read_settings
from givequest.domain.settings import Settings
from givequest.preferences import write_start
from givequest.tui.settings.setting_rows import CHOICES, Choice, beside, value_of, words_of

from ...built_in import DEFAULTS
from ...fixtures.home import Open
from ...tui.conftest import app_of, screen_text


@pytest.mark.parametrize("choice", [choice for choice in CHOICES if choice.values], ids=lambda choice: choice.key)
def test_every_value_that_is_offered_can_be_read_back(tmp_path: Path, choice: Choice) -> None:
    """Once around the values: each is taken by the reading as it was meant."""
    path = tmp_path / "config.toml"
    value = value_of(choice, DEFAULTS)
    for _ in choice.values:
        value = beside(choice, value, 1)
        path.write_text(f"{choice.key} = {str(value).lower() if isinstance(value, bool) else repr(value)}\n")
        settings, problems = read_settings(str(path), DEFAULTS)
        assert problems == []
        assert value_of(choice, settings) == value
        assert words_of(choice, value) != str(value)
    assert value == value_of(choice, DEFAULTS)


def test_the_page_offers_every_simple_setting() -> None:
    """What is neither a list in the config file nor in a table of it can be changed in the app."""
    elsewhere = {"kinds", "core", "keys", "hushed_hints", "fade"}
    assert {choice.key for choice in CHOICES} == set(Settings._fields) - elsewhere


async def test_a_change_is_saved_as_it_is_made_and_comments_stay(open_app: Open, paths: Paths) -> None:
    """The opposite arrow takes it back, in the file too."""
    text = '# mine\ngrace = 1  # days\n\n[keys]\n"quest.done" = "g"\n'
    write_start(paths.config_file, text)
    async with open_app() as pilot:
        await pilot.press("comma", "down", "down", "right")
        await pilot.pause()
        assert "2 empty days" in screen_text(pilot)
        assert Path(paths.config_file).read_text() == text.replace("grace = 1", "grace = 2")
        assert app_of(pilot).game.rules.grace == 2
        await pilot.press("left", "escape")
        assert Path(paths.config_file).read_text() == text
        assert app_of(pilot).game.rules.grace == 1


async def test_figures_and_weeks_change_on_the_page_behind_and_on_the_other_pages(open_app: Open) -> None:
    """Nothing has to be opened again."""
    async with open_app() as pilot:
        await pilot.press("3", "1", "comma", "down", "right")
        for _ in range(3):
            await pilot.press("down")
        await pilot.press("left", "escape")
        await pilot.pause()
        assert "level" not in screen_text(pilot)
        assert "Su Mo Tu" in screen_text(pilot)
        await pilot.press("3")
        await pilot.pause()
        assert "level" not in screen_text(pilot)
        assert "best" not in screen_text(pilot)


async def test_signs_change_at_once(open_app: Open, paths: Paths) -> None:
    """From whatever the terminal can to plain ASCII, and the setting is in the file."""
    async with open_app() as pilot:
        await pilot.press("comma", "up", "left", "escape")
        await pilot.pause()
        assert screen_text(pilot).isascii()
        assert read_settings(paths.config_file, DEFAULTS)[0].glyphs == "ascii"


async def test_what_cannot_be_saved_is_told_in_the_page_and_not_put_in_force(open_app: Open, paths: Paths) -> None:
    """A file with a mistake stays as it is."""
    write_start(paths.config_file, "grace = = 3\n")
    async with open_app() as pilot:
        await pilot.press("comma", "down", "right")
        await pilot.pause()
        assert "Invalid" in screen_text(pilot)  # the path before it decides where lines break
        assert app_of(pilot).settings.numbers is True
    assert Path(paths.config_file).read_text() == "grace = = 3\n"


async def test_the_theme_is_chosen_from_its_list_and_both_close_one_after_the_other(open_app: Open) -> None:
    """Enter on the theme opens the list; after it the settings are there still, with the new title."""
    async with open_app() as pilot:
        await pilot.press("comma", "enter", "end", "enter")
        await pilot.pause()
        row = next(line for line in screen_text(pilot).splitlines() if " Theme " in line)
        assert app_of(pilot).paint.theme.title in row
        await pilot.press("escape")
        await pilot.pause()
        assert "First weekday" not in screen_text(pilot)


@pytest.mark.parametrize("size", [(40, 12), (20, 5), (10, 3), (80, 24), (200, 60)])
async def test_settings_can_be_changed_at_any_size(open_app: Open, paths: Paths, size: tuple[int, int]) -> None:
    """Every row can be reached and does not break."""
    async with open_app(size=size) as pilot:
        await pilot.press("comma")
        for _ in CHOICES[1:]:
            await pilot.press("down", "right")
        await pilot.press("escape")
        await pilot.pause()
        assert pilot.app.is_running
    settings, problems = read_settings(paths.config_file, DEFAULTS)
    assert problems == []
    assert all(value_of(choice, settings) != value_of(choice, DEFAULTS) for choice in CHOICES if choice.values)
