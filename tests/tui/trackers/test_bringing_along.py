"""From a file in Downloads to charts and forest, or to the mirror of one's own posts, and every step of it back."""

from __future__ import annotations

import shutil
import zipfile
from datetime import timedelta
from pathlib import Path

import pytest
from textual.pilot import Pilot

from givequest.application.mirror.mirror import posts_in
from givequest.composition import Home
from givequest.domain.records import Record
from givequest.tui.charts.screen import ChartsPage
from givequest.tui.trackers import archives
from givequest.tui.trackers.screen import BringScreen

from ...conftest import Clock
from ...fixtures.address_book_files import sample
from ...fixtures.post_archives import ARCHIVES
from ..conftest import OpenHome, PlayApp, screen_text

LOOP = "Loop Habits CSV 2026-11-25.zip"


@pytest.fixture
def downloads(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, clock: Clock) -> Path:
    """A folder with an export of Loop's in it, in which files are looked for; its days have come."""
    clock.now += timedelta(days=4)
    folder = tmp_path / "Downloads"
    folder.mkdir()
    shutil.copy(sample(f"loop/{LOOP}"), folder)
    monkeypatch.setattr(archives, "archive_folders", lambda: [str(folder)])
    return folder


def add_posts(folder: Path) -> None:
    """Lay an archive of Mastodon's into a folder, and take the others out of it."""
    for path in folder.iterdir():
        path.unlink()
    with zipfile.ZipFile(folder / "archive.zip", "w") as file:
        for name, data in ARCHIVES["mastodon"][0].items():
            file.writestr(name, data)


def deeds_of(home: Home) -> list[tuple[str | None, str | None]]:
    """Return kind and name of every deed on the disk."""
    records: list[Record] = list(home.game.years.records(2026).values()) if home.game.years.first() else []
    return [(record.kind, record.person) for record in records]


async def settle(pilot: Pilot[None]) -> None:
    """Wait for what is read beside the screen."""
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def look_into(pilot: Pilot[None]) -> None:
    """Go from page 3 to what is in the first file."""
    await pilot.press("3", "a")
    await settle(pilot)
    await pilot.press("enter")
    await settle(pilot)


async def test_a_habit_becomes_what_its_owner_says_and_undo_takes_it_back(
    play: PlayApp, open_home: OpenHome, downloads: Path
) -> None:
    """With a name; the other stays out, and nothing is saved before it was seen."""
    async with play((80, 24)) as pilot:
        await look_into(pilot)
        assert "Loop Habit Tracker. What does each habit become?" in screen_text(pilot)
        await pilot.press("enter")
        assert "Choose a kind for a habit first" in screen_text(pilot)
        await pilot.press("right", "right", "right", "n", *"Mum", "enter")
        assert "‹ Reconnect › Mum" in screen_text(pilot)
        await pilot.press("enter")
        assert "1 deed would be added." in screen_text(pilot)
        assert deeds_of(open_home()) == []
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(pilot.app.screen, ChartsPage)
        assert deeds_of(open_home()) == [("reconnect", "Mum")]
        assert "Loop Habit Tracker is part of your history now. u takes all of it back." in screen_text(pilot)
        await pilot.press("u")
        assert deeds_of(open_home()) == []


async def test_what_is_there_already_is_said_and_saved_no_second_time(
    play: PlayApp, open_home: OpenHome, downloads: Path
) -> None:
    """A second import brings nothing."""
    async with play((80, 24)) as pilot:
        for _ in range(2):
            await look_into(pilot)
            await pilot.press("right", "enter", "enter")
            await pilot.pause()
        assert "There's nothing new in it." in screen_text(pilot)
        assert isinstance(pilot.app.screen, BringScreen)
        await pilot.press("escape", "escape", "escape")
        assert isinstance(pilot.app.screen, ChartsPage)
        assert len(deeds_of(open_home())) == 1


async def test_posts_are_counted_and_the_mirror_shows_them(play: PlayApp, open_home: OpenHome, downloads: Path) -> None:
    """By the key that switches month and year; enter opens the month, and undo takes the picture away."""
    add_posts(downloads)
    async with play((80, 24)) as pilot:
        await look_into(pilot)
        assert "Mastodon: 9 posts counted, 2026-10 to 2026-11." in screen_text(pilot)
        await pilot.press("enter")
        await pilot.pause()
        assert "Whose party it was, 2026" in screen_text(pilot)
        assert "In November, 1 post: a party for one." in screen_text(pilot)
        await pilot.press("up")
        assert "In October, 4 of 8: someone else was at the party too." in screen_text(pilot)
        await pilot.press("left_square_bracket")
        assert "2026" in screen_text(pilot)
        await pilot.press("enter")
        assert "October 2026" in screen_text(pilot)
        await pilot.press("y", "y")
        assert "Whose party it was, 2026" in screen_text(pilot)
        await pilot.press("u")
        assert posts_in(open_home().game) == {}
        assert "Whose party" not in screen_text(pilot)
        await pilot.press("y", "y", "y", "y")
        assert "Whose party" not in screen_text(pilot)


async def test_a_click_chooses_a_file_or_a_habit(play: PlayApp, downloads: Path) -> None:
    """As the arrow keys do."""
    shutil.copy(sample("jrnl/journal.txt"), downloads)
    async with play((80, 24)) as pilot:
        await pilot.press("3", "a")
        await settle(pilot)
        rows = screen_text(pilot).split("\n")
        await pilot.click("#stage", offset=(6, next(at for at, row in enumerate(rows) if "Loop Habit" in row) - 1))
        await pilot.press("enter")
        await settle(pilot)
        rows = screen_text(pilot).split("\n")
        await pilot.click("#stage", offset=(6, next(at for at, row in enumerate(rows) if "Pages" in row) - 1))
        assert "▸ Pages" in screen_text(pilot)


async def test_what_cannot_be_used_is_said_and_a_path_can_be_typed(
    play: PlayApp, downloads: Path, tmp_path: Path
) -> None:
    """Nothing found, a file that is no history, one that is an address book; esc is always a step back."""
    for path in downloads.iterdir():
        path.unlink()
    other = tmp_path / "Connections.csv"
    shutil.copy(sample("linkedin/Connections.csv"), other)
    async with play((80, 24)) as pilot:
        await pilot.press("3", "a")
        await settle(pilot)
        assert "Nothing was found in" in screen_text(pilot)
        for typed, told in ((str(other), "'givequest people import' reads it"), ("/nope", "No such file: /nope.")):
            await pilot.press("slash", *typed, "enter")
            await settle(pilot)
            assert told in " ".join(screen_text(pilot).split())
        await pilot.press("slash", "escape", "escape")
        assert isinstance(pilot.app.screen, ChartsPage)


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (120, 40)])
async def test_every_step_fits_every_size(play: PlayApp, downloads: Path, size: tuple[int, int]) -> None:
    """Files, habits and what would come."""
    async with play(size) as pilot:
        await look_into(pilot)
        assert "Call family" in screen_text(pilot)
        await pilot.press("right", "enter")
        assert "1 deed would be added." in screen_text(pilot)
