"""Names that fade: initials wherever an old deed is shown, and nothing taken out of what is stored."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path

import pytest

from givequest.application import deeds
from givequest.application.achievements import Achievements
from givequest.application.board import board_of
from givequest.application.charts import Charts
from givequest.application.data.export_formats import load_formats
from givequest.application.game.game import Game
from givequest.application.journal.archive import JournalArchive
from givequest.application.mornings import DeedEchoSearch
from givequest.application.people.editing import add_person
from givequest.application.people.listing import deeds_of, list_people
from givequest.application.people.words import WordsSent
from givequest.composition import open_home
from givequest.config.paths import Paths
from givequest.domain.journal.search import read_query
from givequest.domain.text import name_key
from givequest.presentation.today.words import board_lines

from ...conftest import Clock

OLD = date(2025, 11, 23)


@pytest.fixture
def game(paths: Paths, clock: Clock) -> Game:
    """A game in which names fade after a year, with a deed of a year ago and one of yesterday."""
    Path(paths.config).mkdir(parents=True)
    Path(paths.config_file).write_text("[people]\nfade = 12\n", encoding="utf-8")
    game = open_home(paths, clock).game
    add_person(game, "Ana Berg", also=["Annie"], tie="close")
    note = "Annie's boat, with Ana and Mo"
    deeds.log_deed(game, "help", OLD, person="Ana Berg", note=note)
    deeds.log_deed(game, "help", game.today() - timedelta(days=1), person="Ana Berg", note="the ladder")
    return game


def test_the_board_shows_initials_and_edits_what_is_stored(game: Game) -> None:
    """The deed under the cursor is the real one."""
    board = board_of(game, OLD)
    done = [line for line in board_lines(board, with_numbers=True) if line.startswith("  Done: ")]
    assert done == ["  Done: A. B.: A.'s boat, with A. and Mo"]
    deed = next(quest for quest in board.quests if quest.kind.id == "help").deeds[0]
    assert deed.person == "Ana Berg"
    assert deeds.edit_deed(game, deed, effort=2).note == "Annie's boat, with Ana and Mo"
    yesterday = "\n".join(board_lines(board_of(game, game.today() - timedelta(days=1)), with_numbers=True))
    assert "Ana Berg: the ladder" in yesterday


def test_so_do_charts_search_echoes_and_surprises(game: Game) -> None:
    """Whatever shows a deed of then."""
    (line,) = game.derived(Charts).day(OLD).lines
    assert (line.who, line.words) == ("A. B.", "A.'s boat, with A. and Mo")
    archive = JournalArchive(game)
    while archive.read_on() or archive.read_deeds_on():
        pass
    assert [found.record.day for found in archive.search(read_query("ana berg"))] == [date(2026, 11, 22)]
    assert [found.record.day for found in archive.search(read_query("a. b."))] == [OLD]
    echo = DeedEchoSearch(game, game.today())
    while echo.read_on():
        pass
    assert echo.words().startswith("A year ago today you helped A. B.")
    told = [one.deed for one in game.derived(Achievements).earned_by(game.today()) if one.day == OLD]
    assert told
    assert not any("Ana" in words for words in told)


def test_page_five_shows_no_older_deed_and_keeps_the_last_word(game: Game) -> None:
    """It is a time, no bill."""
    assert [deed.day for deed in deeds_of(game, "Ana Berg")] == [date(2026, 11, 22)]
    words = game.derived(WordsSent)
    while words.read_on():
        pass
    assert [deed.day for deed in words.to([name_key("Ana Berg")], 9)] == [date(2026, 11, 22)]
    (row,) = list_people(game)
    assert (row.name, row.word) == ("Ana Berg", "yesterday")


def test_exports_for_reading_fade_and_the_lossless_one_does_not(game: Game) -> None:
    """What is stored is what it was."""
    formats = load_formats()
    for name in ("csv", "markdown"):
        lines = "\n".join(formats[name].lines(game, []))
        assert "A. B." in lines
        assert lines.count("Ana Berg") == 1
    documents = [json.loads(line) for line in formats["jsonl"].lines(game, [])]
    assert [document["person"] for document in documents if document.get("type") == "deed"] == ["Ana Berg"] * 2


def test_without_the_setting_no_name_ever_fades(paths: Paths, clock: Clock) -> None:
    """It is 0 to begin with."""
    game = open_home(paths, clock).game
    deeds.log_deed(game, "help", date(2001, 1, 1), person="Ana Berg")
    assert "Ana Berg" in "\n".join(board_lines(board_of(game, date(2001, 1, 1)), with_numbers=True))
