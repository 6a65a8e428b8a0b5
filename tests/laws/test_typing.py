"""Where text is typed a key is a letter, whatever it does elsewhere."""

from __future__ import annotations

import pytest
from textual.widgets import Input, TextArea

from givequest.commands.registry import COMMANDS
from givequest.config.paths import Paths
from givequest.preferences import write_start
from givequest.tui.today.screen import TodayPage

from ..fixtures.home import Open
from ..tui.conftest import app_of

LETTERS = {key for command in COMMANDS for key in command.keys if len(key) == 1} | {"a", "i", "comma", "slash", "space"}
FIELDS = {
    "who": ("enter",),
    "note": ("enter", "tab"),
    "page": ("2", "enter"),
    "search": ("2", "slash"),
    "day": ("2", "o"),
    "gift": ("2", "g"),
    "palette": ("ctrl+p",),
}
SIGNS = {"comma": ",", "slash": "/", "space": " "}


@pytest.mark.parametrize("field", FIELDS)
async def test_every_key_is_a_letter_in_a_field(open_app: Open, paths: Paths, field: str) -> None:
    """Those of the list, and letters that a person chose for actions of the page and of every page."""
    write_start(paths.config_file, 'animations = false\n[keys]\nchange.undo = "a, u"\nday.rest = "i, x"\n')
    async with open_app() as pilot:
        await pilot.press(*FIELDS[field])
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        keys = sorted(LETTERS, key=lambda key: (key in SIGNS, key))
        await pilot.press(*keys)
        await pilot.pause()
        focused = pilot.app.focused
        assert isinstance(focused, Input | TextArea)
        text = focused.value if isinstance(focused, Input) else focused.text
        assert text == "".join(SIGNS.get(key, key) for key in keys)


async def test_a_choice_in_a_dialog_hears_no_command_of_the_page_behind(open_app: Open) -> None:
    """On the line of efforts letters do nothing but choose."""
    async with open_app() as pilot:
        await pilot.press("enter", "tab", "tab", *sorted(LETTERS - {"1", "2", "3", "4", "slash"}))
        await pilot.pause()
        assert pilot.app.is_running
        assert not isinstance(pilot.app.screen, TodayPage)
        assert app_of(pilot).game.years.first() is None
