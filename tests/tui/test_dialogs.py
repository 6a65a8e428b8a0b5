"""What the lists of all dialogs have in common: the keys that move in them, the mouse, and what closes them."""

from __future__ import annotations

import pytest

from givequest.application.deeds import log_deed
from givequest.tui.dialog import ListDialog
from givequest.tui.widgets.row_list import RowList

from .conftest import OpenHome, PlayApp

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
        await pilot.click(RowList, offset=(5, rows.size.height - 2))  # the keys
        assert rows.cursor == 2
        await pilot.press(opens)
        assert not isinstance(pilot.app.screen, ListDialog)
