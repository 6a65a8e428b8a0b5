"""From a file in Downloads to names on the board, and every step of it back again."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from givequest.application.board import board_of
from givequest.application.people.contacts import books_of, contacts_in
from givequest.composition import Home
from givequest.tui.address_books import flow, screen
from givequest.tui.address_books.names_screen import FirstNamesScreen
from givequest.tui.address_books.screen import AddressBookScreen
from givequest.tui.people.screen import PeoplePage

from ..charts.hostile import HOSTILE
from ..conftest import OpenHome, PlayApp, screen_text

HEAD = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
ROWS = (
    "Ben,Karlsson,https://www.linkedin.com/in/ben,,Kelp & Co,Designer,25 Nov 2009\n"
    "Ingrid,Borg,https://www.linkedin.com/in/ingrid,,Lund,Teacher,14 Mar 2009\n"
    "Zoë,Müller,https://www.linkedin.com/in/zoe,,Nordlicht,Nurse,02 Jan 2024\n"
    "Anna,Bergström,https://www.linkedin.com/in/anna,,Skåne,Nurse,05 Feb 2023\n"
)


@pytest.fixture
def downloads(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a LinkedIn export in it, in which files are looked for."""
    folder = tmp_path / "Downloads"
    folder.mkdir()
    (folder / "Connections.csv").write_text(HEAD + ROWS, "utf-8")
    monkeypatch.setattr(flow, "import_folders", lambda: [str(folder)])
    return folder


def contacts_of(home: Home) -> set[str]:
    """Return the names of all contacts on the disk."""
    return {one.name for book in books_of(home.game) for one in contacts_in(home.game, book).values()}


def people_of(home: Home) -> dict[str, str | None]:
    """Return the ties of all people on the disk, by name."""
    return {one.name: one.tie for one in home.game.people.records.values()}


async def settle(pilot: Pilot[None]) -> None:
    """Wait for what is read beside the screen."""
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def bring(pilot: Pilot[None]) -> None:
    """Go from page 5 to the names that come after an import."""
    await pilot.press("5", "a")
    await settle(pilot)
    assert "LinkedIn connections  4 people" in screen_text(pilot)
    await pilot.press("enter")
    await settle(pilot)
    assert "4  new" in screen_text(pilot)
    await pilot.press("enter")
    await pilot.pause()
    assert isinstance(pilot.app.screen, FirstNamesScreen)


async def test_a_file_is_found_looked_into_and_brought_by_two_keys(
    play: PlayApp, open_home: OpenHome, downloads: Path
) -> None:
    """Nothing is saved before the second; then nobody is on a list."""
    async with play((80, 24)) as pilot:
        await bring(pilot)
        assert contacts_of(open_home()) == {"Ben Karlsson", "Ingrid Borg", "Zoë Müller", "Anna Bergström"}
        assert people_of(open_home()) == {}
        assert "4 people from LinkedIn lie in an address book now. Nobody is on a list." in screen_text(pilot)
        await pilot.press("u")
        assert contacts_of(open_home()) == set()
        assert isinstance(pilot.app.screen, PeoplePage)


async def test_space_puts_one_on_todays_board_and_the_next_on_tomorrows(
    play: PlayApp, open_home: OpenHome, downloads: Path
) -> None:
    """Each for a true reason, and taken back by one key; whoever is passed over is nowhere."""
    async with play((80, 24)) as pilot:
        await bring(pilot)
        await pilot.press("space", "space", "z")
        shown = screen_text(pilot)
        assert "on today's board" in shown
        assert "on tomorrow's board" in shown
        assert "not them" in shown
        assert set(people_of(open_home())) == {"Ben Karlsson", "Ingrid Borg"}
        reconnect = next(quest for quest in board_of(open_home().game).quests if quest.kind.id == "reconnect")
        assert reconnect.person == "Ben Karlsson"
        assert "since 25 November 2009" in reconnect.prompt
        await pilot.press("u")
        assert set(people_of(open_home())) == {"Ben Karlsson"}
        await pilot.press("escape", "1")
        assert "Ben Karlsson" in screen_text(pilot)


async def test_ten_names_are_placed_by_a_key_each(play: PlayApp, open_home: OpenHome, downloads: Path) -> None:
    """And left for later by space; esc is enough at any time."""
    async with play((80, 24)) as pilot:
        await bring(pilot)
        await pilot.press("tab", "c", "space", "w")
        assert sorted(map(str, people_of(open_home()).values())) == ["close", "wall"]
        await pilot.press("u", "escape")
        assert list(people_of(open_home()).values()) == ["close"]
        assert isinstance(pilot.app.screen, PeoplePage)


async def test_the_second_time_there_is_nothing_to_bring(play: PlayApp, open_home: OpenHome, downloads: Path) -> None:
    """And a newer file says whose line reads otherwise."""
    async with play((80, 24)) as pilot:
        await bring(pilot)
        await pilot.press("escape", "a")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert "Nothing to bring." in screen_text(pilot)
        await pilot.press("enter", "escape")
        newer = (HEAD + ROWS).replace("Kelp & Co,Designer", "Nordlicht,Head of Design")
        (downloads / "Connections.csv").write_text(newer, "utf-8")
        await pilot.press("a")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert "1  changed" in screen_text(pilot)
        assert "Ben Karlsson's line reads" in screen_text(pilot)


async def test_whoever_is_in_a_book_is_found_greeted_and_taken_out_of_it(
    play: PlayApp, open_home: OpenHome, downloads: Path
) -> None:
    """A book makes nobody a person; a key does."""
    async with play((80, 24)) as pilot:
        await bring(pilot)
        await pilot.press("escape", "slash", *"bergs")
        await settle(pilot)
        assert "Anna Bergström" in screen_text(pilot)
        assert "4 in address books" in screen_text(pilot)
        await pilot.press("enter")
        assert "In an address book, and on" in screen_text(pilot)
        await pilot.press("plus")
        assert people_of(open_home()) == {"Anna Bergström": None}
        assert "Book: LinkedIn, Nurse, Skåne" in " ".join(screen_text(pilot).split()).replace("││ ", "")
        await pilot.press("escape", "slash", *"borg")
        await settle(pilot)
        await pilot.press("enter", "space")
        assert "Ingrid Borg" not in people_of(open_home())
        assert "for Ingrid Borg" in screen_text(pilot)


async def test_what_cannot_be_used_is_said_and_nothing_is_saved(
    play: PlayApp, open_home: OpenHome, downloads: Path
) -> None:
    """A path that is typed, a picture called a table, and a folder without any."""
    (downloads / "Connections.csv").unlink()
    (downloads / "picture.csv").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))
    async with play((80, 24)) as pilot:
        await pilot.press("5", "a")
        await settle(pilot)
        assert "No address book was found" in screen_text(pilot)
        await pilot.press("slash", *str(downloads / "picture.csv"), "enter")
        await settle(pilot)
        assert "picture" in screen_text(pilot)
        assert isinstance(pilot.app.screen, AddressBookScreen)
        await pilot.press("slash", *str(downloads / "nothing-here.vcf"), "enter")
        await settle(pilot)
        assert isinstance(pilot.app.screen, AddressBookScreen)
        await pilot.press("escape")
        assert isinstance(pilot.app.screen, PeoplePage)
    assert contacts_of(open_home()) == set()


async def test_what_is_being_read_can_be_stopped(
    play: PlayApp, open_home: OpenHome, downloads: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By esc or ctrl+c, at the next step; nothing was saved."""
    async with play((80, 24)) as pilot:
        await pilot.press("5", "a")
        await settle(pilot)
        begun = pilot.app.screen
        assert isinstance(begun, AddressBookScreen)

        def read_for_ever(paths: object, progress: object) -> object:
            while True:
                assert callable(progress)
                progress(500, 30_000)

        monkeypatch.setattr(screen, "read_address_books", read_for_ever)
        await pilot.press("enter")
        await pilot.pause()
        assert "Nothing is saved before the end." in screen_text(pilot)
        await pilot.press("ctrl+c")
        await settle(pilot)
        assert "Stopped; nothing was saved." in screen_text(pilot)
        assert "LinkedIn connections" in screen_text(pilot)
    assert contacts_of(open_home()) == set()


@pytest.mark.parametrize("name", HOSTILE)
async def test_whatever_a_book_calls_somebody_breaks_no_screen(play: PlayApp, downloads: Path, name: str) -> None:
    """Preview, three names, ten names, find, and the board."""
    quoted = name.replace('"', '""')
    row = f'"{quoted}",Berg,https://www.linkedin.com/in/a,,"{quoted}","{quoted}",25 Nov 2009\n'
    (downloads / "Connections.csv").write_text(HEAD + row, "utf-8")
    async with play((80, 24)) as pilot:
        await pilot.press("5", "a")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press("enter")
        await pilot.pause()
        await pilot.press("enter", "space", "tab", "c", "escape", "slash", "b", "enter", "escape", "1")
        await pilot.pause()


async def test_every_step_is_seen_on_a_tiny_screen(play: PlayApp, downloads: Path) -> None:
    """Without a fault, and with a way back."""
    for size in ((40, 12), (12, 4), (1, 1)):
        async with play(size) as pilot:
            await pilot.press("5", "a")
            await settle(pilot)
            await pilot.press("enter")
            await settle(pilot)
            await pilot.press("escape", "escape")
            assert isinstance(pilot.app.screen, PeoplePage)
