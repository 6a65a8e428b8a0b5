"""The history of changes: what was changed and when, each taken back and done again where it stands."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from textual.events import MouseScrollDown
from textual.pilot import Pilot

from givequest.application import deeds
from givequest.application.data.import_export import read_import, save_import
from givequest.application.undo import list_changes
from givequest.composition import Home
from givequest.domain.text import clean_line
from givequest.storage.partition.year_file import MOST_IN_HEAD
from givequest.tui.history.change_list import ChangeList
from givequest.tui.today.screen import TodayPage

from .conftest import OpenHome, PlayApp, app_of, saved, screen_text

LINES = ['{"format": "givequest", "version": 1}'] + [
    f'{{"type": "deed", "id": "i{n}", "day": "2026-11-{n:02}", "kind": "help", "person": "P{n}"}}' for n in range(1, 8)
]


def bring_in(home: Home) -> None:
    """Import seven deeds."""
    save_import(home.game, read_import(home.game, LINES, "file"))


def people(home: Home) -> list[str | None]:
    """Return whom the deeds on the disk are for."""
    return [record.person for record in saved(home)]


def told_in(pilot: Pilot[None]) -> str:
    """Return what stands in the history, without its frame, in one line."""
    rows = pilot.app.screen.query_one(ChangeList)
    lines = "".join(rows.render_line(y).text for y in range(rows.size.height))
    return " ".join(lines.replace("│", " ").split())


def row_of(pilot: Pilot[None], words: str) -> str:
    """Return the line of the screen that says something."""
    return next(line for line in screen_text(pilot).splitlines() if words in line)


async def test_a_change_that_others_came_after_is_taken_back_and_the_page_follows(
    play: PlayApp, open_home: OpenHome
) -> None:
    """Enter on it again does it again; u takes back whatever was done last."""
    home = open_home()
    bring_in(home)
    deeds.log_deed(home.game, "listen", person="Ana")
    async with play() as pilot:
        await pilot.press("ctrl+u", "down")
        assert "✓" in row_of(pilot, "Import of 7 records")
        await pilot.press("enter")
        assert "·" in row_of(pilot, "Import of 7 records")
        assert "Undone: import of 7 records." in screen_text(pilot)
        assert people(open_home()) == ["Ana"]
        assert "enter redo" in screen_text(pilot)
        await pilot.press("enter")
        assert "Redone: import of 7 records." in screen_text(pilot)
        assert len(people(open_home())) == 8
        await pilot.press("escape", "u")
        await pilot.pause()
        assert isinstance(pilot.app.screen, TodayPage)
        assert "Undone: import of 7 records." in screen_text(pilot)
        assert people(open_home()) == ["Ana"]


async def test_the_board_behind_shows_what_is_true_as_soon_as_it_is_turned(play: PlayApp, open_home: OpenHome) -> None:
    """Without leaving the history."""
    deeds.log_deed(open_home().game, "help", person="Ana")
    async with play() as pilot:
        page = app_of(pilot).page
        assert isinstance(page, TodayPage)
        await pilot.press("ctrl+u", "enter")
        await pilot.pause()
        assert page._board is not None
        assert not any(quest.deeds for quest in page._board.quests)


async def test_what_was_changed_again_is_named_and_stays(play: PlayApp, open_home: OpenHome) -> None:
    """Where nothing else is left of a change, nothing is done."""
    home = open_home()
    deed = deeds.log_deed(home.game, "help", person="Ana")
    deeds.edit_deed(home.game, deed, person="Bo", note=None, effort=1)
    async with play() as pilot:
        await pilot.press("ctrl+u", "down", "enter")
        text = told_in(pilot)
        assert "This changed nothing: Help, Ana." in text
        assert "Changed again since, so left alone: Help, Bo." in text
    assert people(open_home()) == ["Bo"]
    assert len(list_changes(open_home().game)[0]) == 2


async def test_nothing_is_there_to_be_turned_on_the_first_day(play: PlayApp) -> None:
    """And enter does nothing."""
    async with play() as pilot:
        await pilot.press("ctrl+u", "down", "enter")
        assert "Nothing has been changed yet." in screen_text(pilot)
        assert "enter" not in row_of(pilot, "esc close")


@pytest.mark.parametrize("leaving", ["escape", "ctrl+u", "q", "ctrl+q"])
async def test_what_opened_it_and_what_leaves_the_app_close_it(play: PlayApp, leaving: str) -> None:
    """And the app goes on."""
    async with play() as pilot:
        await pilot.press("ctrl+u", leaving)
        await pilot.pause()
        assert isinstance(pilot.app.screen, TodayPage)
        assert pilot.app.is_running


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (120, 40)])
async def test_every_change_can_be_gone_to_and_read_whole_at_any_size(
    play: PlayApp, open_home: OpenHome, size: tuple[int, int]
) -> None:
    """A name too long for its row stands below the rows."""
    home = open_home()
    name = "Maximiliana Featherstonehaugh of the very far and distant isles beyond the western sea"
    deeds.log_deed(home.game, "help", person=name[:70])
    for number in range(MOST_IN_HEAD + 5):
        deeds.log_deed(home.game, "listen", person=f"P{number}")
    async with play(size=size) as pilot:
        await pilot.press("ctrl+u", "end")
        text = told_in(pilot)
        assert f"Help, {name[:70]}" in text
        assert f"{MOST_IN_HEAD + 6} of {MOST_IN_HEAD + 6}" in text
        await pilot.press("up", "enter")
        assert "Undone: Listen, P0." in screen_text(pilot)
        assert "enter redo" in screen_text(pilot)
        await pilot.press("home")
        assert f"1 of {MOST_IN_HEAD + 7}" in screen_text(pilot)


async def test_a_click_chooses_a_row_and_the_wheel_moves(play: PlayApp, open_home: OpenHome) -> None:
    """And a click below the rows does nothing."""
    home = open_home()
    for number in range(4):
        deeds.log_deed(home.game, "listen", person=f"P{number}")
    async with play() as pilot:
        await pilot.press("ctrl+u")
        rows = pilot.app.screen.query_one(ChangeList)
        for row, person in ((3, "P1"), (1, "P3"), (6, "P3")):
            await pilot.click(ChangeList, offset=(5, row))
            assert rows.chosen is not None
            assert rows.chosen.label == f"Listen, {person}"
        rows.post_message(MouseScrollDown(rows, 5, 2, 0, 1, 0, False, False, False))
        await pilot.pause()
        assert rows.chosen is not None
        assert rows.chosen.label == "Listen, P2"


@pytest.mark.parametrize("name", ["[b]x[/b] [link=file:///etc]no", "a\u202eb", "\x1b[31mred", "漢字 \U0001f468"])
async def test_a_hostile_name_is_shown_as_it_is_and_does_nothing(play: PlayApp, open_home: OpenHome, name: str) -> None:
    """In a ledger that was edited, too: what's there was never cleaned."""
    home = open_home()
    deeds.log_deed(home.game, "help", person="NAME")
    path = Path(home.paths.ledger) / "2026.json"
    path.write_text(path.read_text("utf-8").replace("Help, NAME", "Help, " + name.replace("\x1b", "\\u001b")), "utf-8")
    async with play() as pilot:
        await pilot.press("ctrl+u")
        text = screen_text(pilot)
        assert "\x1b" not in text
        assert "\u202e" not in text
        assert clean_line(name) in told_in(pilot)
        await pilot.press("enter")
        assert saved(open_home()) == []


async def test_the_palette_finds_it_by_its_name(play: PlayApp, open_home: OpenHome) -> None:
    """From every page."""
    deeds.log_deed(open_home().game, "help", person="Ana")
    async with play() as pilot:
        for page in "1234":
            await pilot.press(page, "ctrl+p")
            await pilot.pause()
            await pilot.press(*"history")
            await pilot.app.workers.wait_for_complete()
            await pilot.pause()
            await pilot.press("enter")
            await pilot.app.workers.wait_for_complete()
            await pilot.pause()
            assert "Help, Ana" in told_in(pilot)
            await pilot.press("escape")


@pytest.mark.parametrize("size", [(40, 12), (80, 24)])
async def test_what_undo_took_back_is_read_to_the_end_on_any_screen(
    play: PlayApp, open_home: OpenHome, size: tuple[int, int]
) -> None:
    """The longest label of an act is longer than a line."""
    home = open_home()
    friday = home.game.today() - timedelta(days=3)
    deeds.log_slip(home.game, friday)
    deeds.take_slip_back(home.game, friday)
    async with play(size=size) as pilot:
        for key, told in (("u", "Undone"), ("ctrl+r", "Redone")):
            await pilot.press(key)
            await pilot.pause()
            text = " ".join(screen_text(pilot).split())
            assert f"{told}: deletion of the note that you posted about yourself, Friday 20 November." in text
