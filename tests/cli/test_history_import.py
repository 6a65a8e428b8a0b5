"""`givequest import` of another tracker's history: nothing counts that was not done, and undo takes all of it back."""

from __future__ import annotations

from pathlib import Path

import pytest

from givequest.config.paths import Paths

from ..conftest import Clock
from ..fixtures.address_book_files import sample
from .conftest import Play
from .exports import contents

LOOP = str(sample("loop/Loop Habits CSV 2026-11-25.zip"))
JRNL = str(sample("jrnl/journal.txt"))


@pytest.fixture(autouse=True)
def days_later(clock: Clock) -> None:
    """Let the days of the samples have come."""
    clock.move(days=4)


MAP = ("--map", "call family=reconnect:Mum")


def test_a_habit_becomes_deeds_of_the_kind_that_is_said(play: Play) -> None:
    """With its note and the name it is about; whatever is not named stays out, and a second import changes nothing."""
    ran = play("import", LOOP, *MAP)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines() == [
        "Loop Habit Tracker: 2 habits.",
        "  Call family  1 day, 24 Nov 2026  Reconnect, Mum",
        "  Pages        1 day, 24 Nov 2026  nothing",
        "1 deed was added.",
        "Left out: 1 day skipped, 1 day ticked by the program itself.",
        "'givequest undo' undoes all of it.",
    ]
    exported = play("export").out
    assert '"kind": "reconnect", "person": "Mum", "note": "Mum, about the cat", "effort": 1' in exported
    again = play("import", LOOP, *MAP)
    assert "There's nothing new in it.\n1 is here already.\n" in again.out
    assert play("export").out == exported


def test_undo_takes_all_of_it_back_byte_for_byte(play: Play) -> None:
    """And what undo says names the program that it came from."""
    play("log", "help", "Ana")
    before, stats = play("export").out, play("stats", "--json").out
    play("import", LOOP, *MAP, "--map", "Pages=help")
    assert play("stats", "--json").out != stats
    assert play("undo").out == "Undone: import of 2 deeds from Loop Habit Tracker.\n"
    assert play("export").out == before
    assert play("stats", "--json").out == stats


def test_nothing_is_guessed(play: Play, paths: Paths) -> None:
    """Without a word on any habit nothing comes of them; the preview says how to say it."""
    ran = play("import", LOOP)
    assert ran.code == 2
    assert ran.err.startswith("givequest: Nothing was imported: say what a habit becomes, like --map 'Call family=")
    dry = play("import", LOOP, *MAP, "--dry-run")
    assert "1 deed would be added." in dry.out
    assert dry.out.endswith("That was a dry run; nothing was imported.\n")
    assert contents(paths.ledger) == {}


@pytest.mark.parametrize(
    ("written", "sentence"),
    [
        ("Call famly=help", "There's no habit called Call famly in it. Did you mean Call family?"),
        ("Call family=hlep", "No kind is called hlep; there are congratulate, help"),
        ("Call family", "isn't a habit and what it becomes"),
    ],
)
def test_what_cannot_be_meant_is_a_matter_of_usage(play: Play, written: str, sentence: str) -> None:
    """With exit code 2, and nothing imported."""
    ran = play("import", LOOP, "--map", written)
    assert ran.code == 2
    assert sentence in ran.err


def test_a_habit_said_to_be_something_else_changes_its_deeds(play: Play) -> None:
    """The note that somebody wrote since stays."""
    play("import", LOOP, *MAP)
    assert "1 changed.\n" in play("import", LOOP, "--map", "Call family=help").out
    exported = play("export").out
    assert '"kind": "help", "person": null, "note": "Mum, about the cat"' in exported
    assert '"kind": "reconnect"' not in exported


def test_a_diary_becomes_pages_and_an_edited_one_stays(play: Play, tmp_path: Path) -> None:
    """One a day; where the file has gone on, so does the page, and where somebody wrote on it here it is kept."""
    path = tmp_path / "journal.txt"
    path.write_text("[2026-11-20 08:10] Met Ana.\n")
    assert "1 journal page was added." in play("import", str(path)).out
    path.write_text("[2026-11-20 08:10] Met Ana.\n\n[2026-11-20 21:00] And Ben.\n")
    assert "1 changed." in play("import", str(path)).out
    assert "And Ben." in play("journal", "--on", "2026-11-20", "--list").out
    path.write_text("[2026-11-20 08:10] Something else.\n")
    ran = play("import", str(path))
    assert "1 page of yours says something else here, and stays so." in ran.out
    assert "And Ben." in play("journal", "--on", "2026-11-20", "--list").out


def test_days_that_have_not_come_are_left_out(play: Play, tmp_path: Path) -> None:
    """Nobody can have done anything on them."""
    log = tmp_path / "log"
    log.write_text("2026-11-20 : Call : y\n2027-01-01 : Call : y\n")
    ran = play("import", str(log), "--map", "Call=help")
    assert "1 deed was added." in ran.out
    assert "Left out: 1 day still to come." in ran.out


def test_lines_that_cannot_be_read_are_named_and_the_others_come(play: Play) -> None:
    """On stderr, with file, line and reason."""
    ran = play("import", str(sample("harsh")), "--map", "Call family=help")
    assert (ran.code, "1 deed was added." in ran.out) == (0, True)
    assert ran.err == "givequest: log, line 8: it isn't a day, a habit and y, n or s.\n"


def test_a_file_of_another_sort_says_which_command_reads_it(play: Play) -> None:
    """An address book, and Habitica's table that tells nothing."""
    ran = play("import", str(sample("linkedin/Connections.csv")))
    assert (ran.code, ran.out) == (1, "")
    assert "'givequest people import' reads it" in ran.err
    assert "userdata.json" in play("import", str(sample("habitica/habitica-tasks-history.csv"))).err
    assert "isn't a history givequest can read" in play("import", str(sample("x/following.js")), "--map", "A=help").err


def test_hostile_names_of_habits_are_shown_clean(play: Play, tmp_path: Path) -> None:
    """What a terminal obeys is not printed, here nor in undo's list."""
    path = tmp_path / "habits.json"
    path.write_text(
        '{"habits": [{"name": "\\u001b[2J[bold]x\\u202e", "records": [{"day": "2026-11-20", "done": true}]}]}'
    )
    ran = play("import", str(path), "--map", "[2J[bold]x=help:\x1b[2JAna")
    assert (ran.code, ran.err) == (0, "")
    assert "\x1b" not in ran.out + play("undo", "--list").out + play("export").out
