"""A search looks through everything written: names and notes of deeds too, in the app and on the command line."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from textual.pilot import Pilot

from givequest.application import deeds, journal
from givequest.application.journal.archive import JournalArchive
from givequest.cli.main import run_command_line
from givequest.domain.journal.search import read_query
from givequest.domain.records import RecordType
from givequest.tui.journal.screen import JournalPage

from ...conftest import Clock
from ...tui.conftest import OpenHome, PlayApp, app_of, saved, screen_text

TODAY = date(2026, 11, 23)


@pytest.fixture
def told(open_home: OpenHome) -> None:
    """Two deeds for Ana in two years, one without a name, a page and a gift."""
    game = open_home().game
    deeds.log_deed(game, "help", TODAY - timedelta(days=400), person="Ana Berg", note="carried the piano")
    deeds.log_deed(game, "congratulate", TODAY - timedelta(days=3), person="Zoë", note="her piano exam")
    deeds.log_deed(game, "help", TODAY)
    journal.write_entry(game, "Heard a piano through the wall.", TODAY - timedelta(days=1))
    journal.note_gift(game, "A postcard from Ana", TODAY - timedelta(days=2))


async def searched(pilot: Pilot[None]) -> None:
    """Wait until a search has looked through every year."""
    page = pilot.app.screen
    assert isinstance(page, JournalPage)
    while not page.view.archive.is_all_searched:
        await pilot.pause()
    await pilot.pause()


@pytest.mark.usefixtures("told")
def test_everything_written_is_found_in_the_order_of_its_days(open_home: OpenHome) -> None:
    """Whatever the case and the accents; a deed without words is found by nothing."""
    archive = JournalArchive(open_home().game)
    while archive.read_on() or archive.read_deeds_on():
        pass
    assert archive.is_all_searched
    found = [(hit.record.type, hit.record.day) for hit in archive.search(read_query("PIANO"))]
    assert found == [
        (RecordType.ENTRY, TODAY - timedelta(days=1)),
        (RecordType.DEED, TODAY - timedelta(days=3)),
        (RecordType.DEED, TODAY - timedelta(days=400)),
    ]
    assert [hit.record.day for hit in archive.search(read_query("zoe exam"))] == [TODAY - timedelta(days=3)]
    assert len(archive.search(read_query("ana"))) == 2
    assert len(archive.searched) == 4
    assert len(archive.texts) == 2


@pytest.mark.usefixtures("told")
def test_what_is_searched_follows_every_change(open_home: OpenHome) -> None:
    """A deed that is logged, edited or taken away."""
    game = open_home().game
    archive = JournalArchive(game)
    while archive.read_on() or archive.read_deeds_on():
        pass
    before = archive.searched
    assert archive.searched is before
    deed = deeds.log_deed(game, "help", TODAY, person="Bo", note="a lift")
    assert [hit.record.id for hit in archive.search(read_query("bo lift"))] == [deed.id]
    edited = deeds.edit_deed(game, deed, person="Bo", note="a ladder", effort=1)
    assert archive.search(read_query("lift")) == []
    assert [hit.record.id for hit in archive.search(read_query("ladder"))] == [deed.id]
    deeds.delete_record(game, edited)
    assert archive.search(read_query("ladder")) == []


@pytest.mark.usefixtures("told")
async def test_deeds_are_found_on_the_journals_page(play: PlayApp, open_home: OpenHome) -> None:
    """With their kind, who it was for and the note; enter writes the page of that day, d takes the deed away."""
    async with play(size=(120, 30)) as pilot:
        await pilot.press("2", "slash", *"zoe")
        await searched(pilot)
        text = screen_text(pilot)
        assert "congratulate  Zoë: her piano exam" in text
        assert "Friday 20 November, congratulate" in text
        await pilot.press("enter", "enter", *"Well played.", "escape")
        page = next(record for record in saved(open_home()) if record.text == "Well played.")
        assert (page.type, page.day) == (RecordType.ENTRY, TODAY - timedelta(days=3))
        await pilot.press("escape", "slash", *"zoe", "enter", "d")
        assert [record.person for record in saved(open_home()) if record.person] == ["Ana Berg"]
        assert "brings it back" in screen_text(pilot)
        assert app_of(pilot).page is not None


@pytest.mark.usefixtures("told")
async def test_without_a_search_the_journal_lists_pages_and_gifts_alone(play: PlayApp) -> None:
    """Deeds have their own pages."""
    async with play(size=(120, 30)) as pilot:
        await pilot.press("2", "slash", *"zoe")
        await searched(pilot)
        assert "her piano exam" in screen_text(pilot)
        await pilot.press("escape")
        assert "her piano exam" not in screen_text(pilot)


def test_the_command_line_finds_deeds_as_well(
    clock: Clock,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    """And `--list` lists what it always has."""
    monkeypatch.setenv("GIVEQUEST_HOME", str(tmp_path))
    run_command_line(["log", "help", "Ana Berg", "-m", "carried the piano"], clock)
    run_command_line(["journal", "Heard a piano."], clock)
    capsys.readouterr()
    assert run_command_line(["journal", "--search", "piano"], clock) == 0
    assert sorted(capsys.readouterr().out.splitlines()) == [
        "2026-11-23  Heard a piano.",
        "2026-11-23  help: Ana Berg: carried the piano",
    ]
    assert run_command_line(["journal", "--list"], clock) == 0
    assert capsys.readouterr().out == "2026-11-23  Heard a piano.\n"
