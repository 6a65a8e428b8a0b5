"""What the lists of all dialogs have in common: the keys that move in them, the mouse, and what closes them."""

from __future__ import annotations

from pathlib import Path

import pytest

from givequest.application.deeds import log_deed
from givequest.tui.dialog import ListDialog
from givequest.tui.widgets.choice_line import ChoiceLine
from givequest.tui.widgets.row_list import RowList

from .conftest import OpenHome, PlayApp, app_of, saved, screen_text

LISTS = {"settings": "comma", "themes": "f3", "history": "ctrl+u"}


@pytest.mark.parametrize("opens", LISTS.values(), ids=LISTS)
async def test_one_moves_in_every_list_alike(opens: str, play: PlayApp, open_home: OpenHome) -> None:
    """By the same keys, and by a click on a row; the key that opened it closes it."""
    game = open_home().game
    for kind in ("help", "listen", "introduce"):
        log_deed(game, kind)
    async with play() as pilot:
        await pilot.press(opens)
        rows = pilot.app.screen.query_one(RowList)
        last = rows.count - 1
        assert last >= 2
        for keys, place in (
            (("home",), 0), (("down",), 1), (("k",), 0), (("j", "tab"), 2), (("shift+tab",), 1),
            (("end",), last), (("g",), 0), (("G",), last), (("home",), 0),
        ):  # fmt: skip
            await pilot.press(*keys)
            assert rows.cursor == place, keys
        await pilot.click(RowList, offset=(5, 3))
        assert rows.cursor == 2
        await pilot.press(opens)
        assert not isinstance(pilot.app.screen, ListDialog)


@pytest.mark.parametrize("opens", LISTS.values(), ids=LISTS)
async def test_the_keys_below_a_list_are_pressed_by_a_click(opens: str, play: PlayApp, open_home: OpenHome) -> None:
    """They look as those of the last line of a page do."""
    log_deed(open_home().game, "help")
    async with play() as pilot:
        await pilot.press(opens)
        lines = screen_text(pilot).split("\n")
        line = next(number for number, text in enumerate(lines) if " esc " in text)
        await pilot.click(offset=(lines[line].index(" esc ") + 1, line))
        await pilot.pause()
        assert not isinstance(pilot.app.screen, ListDialog)


async def test_a_second_click_on_a_row_is_what_enter_is(play: PlayApp, open_home: OpenHome) -> None:
    """A setting changes, a change is undone, a theme is kept; a third click at once does no more."""
    log_deed(open_home().game, "help")
    async with play() as pilot:
        await pilot.press("comma")
        config = Path(app_of(pilot).home.paths.config_file)
        for _ in range(2):
            await pilot.click(RowList, offset=(5, 2))
            await pilot.pause()
        assert "numbers = false" in config.read_text()
        await pilot.press("escape", "ctrl+u")
        await pilot.click(RowList, offset=(5, 1), times=3)
        await pilot.pause()
        assert saved(open_home()) == []
        await pilot.press("escape", "f3")
        rows = pilot.app.screen.query_one(RowList)
        place = 2 if rows.cursor != 1 else 3
        await pilot.click(RowList, offset=(5, place))
        assert isinstance(pilot.app.screen, ListDialog)
        await pilot.click(RowList, offset=(5, place))
        await pilot.pause()
        assert not isinstance(pilot.app.screen, ListDialog)
        assert f'theme = "{app_of(pilot).paint.theme.name}"' in config.read_text()


async def test_a_choice_of_a_dialog_is_made_by_a_click(play: PlayApp, open_home: OpenHome) -> None:
    """Each by its own words; the label is none."""
    async with play() as pilot:
        await pilot.press("n")
        line = pilot.app.screen.query_one("#effort", ChoiceLine)
        for words, effort in (("a climb", "3"), ("a breath", "1"), ("a short walk", "2"), ("effort", "2")):
            text = "".join(letters for letters, _ in line.lines(line.size.width, 1)[0])
            await pilot.click("#effort", offset=(text.index(words) + 1, 0))
            assert line.chosen == effort
