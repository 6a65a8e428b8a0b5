"""`givequest people`: what is printed, which names are meant, and what is refused."""

from __future__ import annotations

import csv
import io
import shlex
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from givequest.cli.parser import Parser, parse
from givequest.cli.registry import PEOPLE, CliCommand, find_command
from givequest.composition import open_desk, open_home
from givequest.config.paths import Paths

from ...conftest import Clock
from ..conftest import Play
from ..test_hostile_text import ARGUMENTS, is_harmless

ANA = ("people", "add", "Ana Berg", "--tie", "close", "--date", "3 dec birthday", "--tag", "choir", "--also", "Ana")


@pytest.fixture
def peopled(play: Play) -> Play:
    """Return a command line on a home with two people and a name of the log."""
    assert play(*ANA).code == 0
    assert play("people", "add", "Ben Karlsson", "--tie", "faded").code == 0
    assert play("log", "help", "bo", "--day", "3 days ago").code == 0
    return play


def names(ran: object) -> list[str]:
    """Return the names that a list as JSON holds."""
    return [row["name"] for row in ran.data["people"]]  # type: ignore[attr-defined]


@pytest.mark.parametrize("command", PEOPLE, ids=lambda command: command.name)
def test_every_command_below_it_says_what_it_takes(play: Play, paths: Paths, command: CliCommand) -> None:
    """As any command does, and touches nothing; its example can be typed."""
    ran = play(*command.name.split(), "--help")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith(f"usage: givequest {command.name}")
    assert " ".join(command.help.split()) in " ".join(ran.out.split())
    example = shlex.split(ran.out.splitlines()[-1])
    assert example[:4] == ["Example:", "givequest", *command.name.split()]
    assert parse(command, example[4:]) is not None
    parser = Parser(prog=command.name)
    command.load().configure(parser)
    assert all(action.help for action in parser._actions)
    assert command.name in play("people", "--help").out
    assert find_command(command.name) is command
    assert not Path(paths.data).exists()


def test_the_list_has_its_shape(peopled: Play) -> None:
    """Everybody by name, those that nobody has placed too, with the two names of the day."""
    listed = peopled("people", "--json").data
    assert list(listed) == ["as_of", "names", "people"]
    assert listed["as_of"] == "2026-11-23"
    assert listed["names"] == {"near": "Ana Berg", "far": "Ben Karlsson"}
    ana, ben, bo = listed["people"]
    assert list(ana) == [
        "name", "also", "tie", "tags", "dates", "last", "word", "rests_until", "snooze", "gentle", "books",
    ]  # fmt: skip
    assert (ana["name"], ana["also"], ana["dates"]) == ("Ana Berg", ["Ana"], ["--12-03 birthday"])
    assert (ana["last"], ana["word"], ana["rests_until"]) == (None, "not yet", None)
    assert (bo["name"], bo["tie"], bo["last"], bo["word"]) == ("bo", None, "2026-11-20", "some days ago")
    assert bo["rests_until"] == "2026-12-20"
    assert ben["tie"] == "faded"


def test_the_list_is_narrowed_and_ordered(peopled: Play) -> None:
    """By tie, tag, place, dates; by name, by silence, by the next date."""
    peopled("people", "edit", "bo", "--date", "2011-11-25 wedding", "--tag", "Choir")
    assert names(peopled("people", "--tie", "close", "--json")) == ["Ana Berg"]
    assert names(peopled("people", "--tag", "choir", "--json")) == ["Ana Berg", "bo"]
    assert names(peopled("people", "--not-placed", "--json")) == ["bo"]
    assert names(peopled("people", "--dates", "--json")) == ["Ana Berg", "bo"]
    assert names(peopled("people", "--order", "date", "--json")) == ["bo", "Ana Berg", "Ben Karlsson"]
    assert names(peopled("people", "--order", "quiet", "--json")) == ["Ana Berg", "Ben Karlsson", "bo"]
    assert names(peopled("people", "Ben", "ana", "--json")) == ["Ben Karlsson", "Ana Berg"]


def test_a_name_that_can_be_several_is_told_with_those_it_can_be(peopled: Play) -> None:
    """On stderr, with exit code 2; nothing is changed and nothing is printed."""
    peopled("people", "add", "Ana Lund", "--met", "in Lund")
    before = peopled("export").out
    for words in (("people", "Ana"), ("people", "edit", "ana", "--tie", "edge"), ("people", "remove", "ANA")):
        assert peopled(*words).code == 0 or words[1] == "remove", "the name of one of them is hers alone"
    peopled("undo")
    peopled("undo")
    peopled("people", "edit", "Ana Berg", "--drop", "Ana")
    before = peopled("export").out
    for words in (("people", "Ana"), ("people", "edit", "ana", "--tie", "edge"), ("people", "remove", "ANA")):
        ran = peopled(*words)
        assert (ran.code, ran.out) == (2, "")
        assert "Ana Berg" in ran.err
        assert "Ana Lund" in ran.err
        assert "any of these 2" in ran.err
    nobody = peopled("people", "edit", "Zoe", "--tie", "edge")
    assert (nobody.code, nobody.out) == (2, "")
    assert "Nobody here is called 'Zoe'" in nobody.err
    assert peopled("export").out == before


def test_what_is_written_of_a_person_is_changed_by_words(peopled: Play) -> None:
    """Added, dropped, and taken away; a name of the log becomes a person by it."""
    ran = peopled(
        "people", "edit", "Bo", "Ana", "--tie", "edge", "--tag", "boats", "--drop", "CHOIR", "--met", "x", "--json"
    )
    assert {row["name"]: row.get("tags") for row in ran.data} == {"Ana Berg": ["boats"], "bo": ["boats"]}
    peopled("people", "edit", "ana", "--tie", "none", "--met", "", "--drop", "--12-03 birthday")
    (ana,) = peopled("people", "Ana", "--json").data["people"]
    assert (ana["tie"], ana["dates"]) == (None, [])
    assert peopled("people", "edit", "ana", "--tie", "none").out == "Nothing to change: it's like that already.\n"
    for words in (("--tie", "friend"), ("--date", "sometime"), ("--date", "30 feb birthday")):
        assert peopled("people", "edit", "ana", *words).code == 2
    assert "Undone: edit of Ana Berg" in peopled("undo").out


def test_a_rest_ends_on_a_day_or_when_it_is_taken_away(peopled: Play) -> None:
    """Thirty days, where no day is named."""
    peopled("people", "rest", "Ana", "--until", "24 dec")
    assert peopled("people", "Ana", "--json").data["people"][0]["snooze"] == "2026-12-24"
    assert "Ana Berg" not in peopled("people", "names", "--plain").out
    peopled("people", "rest", "Ana", "Ben")
    assert peopled("people", "Ana", "--json").data["people"][0]["snooze"] == "2026-12-23"
    assert peopled("people", "names").out == ""
    peopled("people", "rest", "Ana", "Ben", "--remove")
    assert peopled("people", "names", "--plain").out == "Ben Karlsson\nAna Berg\n"
    assert peopled("people", "names", "--json").data == {
        "as_of": "2026-11-23", "near": "Ana Berg", "far": "Ben Karlsson",
    }  # fmt: skip
    assert peopled("people", "rest", "Ana", "--until", "yesterday").code == 2
    assert peopled("people", "rest", "Ana", "--until", "24 dec", "--remove").code == 2


def test_names_are_joined_renamed_removed_and_forgotten(peopled: Play, paths: Paths) -> None:
    """Each told in a sentence, and taken back; for good there is no way back, and what still holds it is named."""
    assert "also called Ana Berg, Ana" in peopled("people", "join", "Ben", "Ana").out
    peopled("undo")
    assert peopled("people", "rename", "Ana", "Ana Lund").out == "Ana Berg is Ana Lund now.\n"
    assert peopled("people", "Ana Berg").out.startswith("Ana Lund\n")
    peopled("undo")
    assert "Off the list: Ben Karlsson" in peopled("people", "remove", "Ben").out
    peopled("undo")
    peopled("backup")
    ran = peopled("people", "forget", "bo", "--for-good")
    assert ran.code == 0
    assert "can't be undone any more" in ran.err
    assert "backup" in ran.err.splitlines()[-1]
    files = [
        path for path in Path(paths.ledger).rglob("*.json") if '"bo"' in path.read_text() or ", bo" in path.read_text()
    ]
    assert files == []
    assert "bo" not in names(peopled("people", "--json"))
    assert peopled("people", "rename", "Ana", "Ana Lund", "--for-good").code == 2
    ran = peopled("people", "rename", "Ana Berg", "Alex Lund", "--everywhere", "--for-good")
    assert ran.code == 0
    assert [path for path in Path(paths.ledger).rglob("*.json") if "Ana Berg" in path.read_text()] == []
    assert peopled("doctor").code == 0


def test_a_person_called_like_a_command_stands_behind_two_dashes(play: Play) -> None:
    """As any word that could be an option."""
    play("people", "add", "--", "names")
    play("people", "add", "--", "--json")
    assert play("people", "--", "names").out.startswith("names\n")
    assert play("people", "--", "--json").out.startswith("--json\n")


def test_nobody_is_an_answer_too(play: Play, paths: Paths) -> None:
    """With a word on stderr of how to begin; nothing is written."""
    ran = play("people")
    assert (ran.code, ran.out) == (0, "")
    assert "people add" in ran.err
    assert play("people", "--json").data == {"as_of": "2026-11-23", "names": {"near": None, "far": None}, "people": []}
    assert play("people", "names", "--plain").out == ""
    assert not Path(paths.data).exists()


@pytest.mark.parametrize(("typed", "shown"), ARGUMENTS)
def test_hostile_names_and_notes_are_obeyed_by_nobody(play: Play, typed: str, shown: str) -> None:
    """Wherever people are printed; a name that is too long is refused."""
    ran = play("people", "add", "--", typed)
    assert ran.code == (0 if len(" ".join(shown.split())) <= 100 else 1), ran.err
    play("people", "add", "Ana", "--met", typed[:500], "--note", typed[:500], "--tag", typed[:20])
    for words in (
        ("people",), ("people", "--plain"), ("people", "--json"), ("people", "Ana"), ("people", "names"),
        ("people", "export"), ("people", "export", "--format", "csv"), ("today",), ("today", "--json"), ("export",),
    ):  # fmt: skip
        looked = play(*words)
        assert looked.code == 0, looked.err
        assert is_harmless(looked.out.replace("\r\n", "\n"))


def test_two_processes_that_change_one_person_at_once_both_do(play: Play, paths: Paths) -> None:
    """Each begins again on what the other has left."""
    play("people", "add", "Ana")
    home = paths.data.removesuffix("/data")
    tags = [f"tag{number}" for number in range(4)]

    def edit(tag: str) -> None:
        command = [sys.executable, "-m", "givequest", "--home", home, "people", "edit", "Ana", "--tag", tag]
        subprocess.run(command, check=True, capture_output=True, timeout=60)

    threads = [threading.Thread(target=edit, args=(tag,)) for tag in tags]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(play("people", "Ana", "--json").data["people"][0]["tags"]) == tags


def test_people_are_written_as_cards_that_can_be_read(peopled: Play) -> None:
    """No line is longer than 75 octets, each ends as the format asks for, and nobody's comma parts a name."""
    peopled(
        "people", "edit", "Ana", "--also", "Berg, Ana; the \\ one", "--link", "mail ana@example.org", "--note", "ł" * 90
    )
    peopled("people", "edit", "Ana", "--date", "2011-07-18 wedding", "--date", "2 feb the day of the boat")
    ran = peopled("people", "export")
    assert "other people" in ran.err
    text = ran.out
    assert text.count("BEGIN:VCARD\r\n") == text.count("END:VCARD\r\n") == 2
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    card = text.replace("\r\n ", "")
    for line in (
        "FN:Ana Berg", "NICKNAME:Ana,Berg\\, Ana\\; the \\\\ one", "BDAY:--1203", "ANNIVERSARY:20110718",
        "item3.X-ABLABEL:the day of the boat", "item3.X-ABDATE:--0202", "EMAIL:ana@example.org", f"NOTE:{'ł' * 90}",
    ):  # fmt: skip
        assert f"{line}\r\n" in card


def test_people_are_written_as_a_table_without_formulas(peopled: Play, tmp_path: Path) -> None:
    """To a file, which is not written over unasked."""
    peopled("people", "add", "=1+1", "--tag", "a", "--tag", "b")
    path = tmp_path / "people.csv"
    for code, words in ((0, ()), (1, ()), (0, ("--force",))):
        assert peopled("people", "export", "--format", "csv", "-o", str(path), *words).code == code
    rows = list(csv.DictReader(io.StringIO(path.read_text())))
    assert {row["name"]: row["tags"] for row in rows} == {"Ana Berg": "choir", "Ben Karlsson": "", "'=1+1": "a; b"}
    assert path.stat().st_mode & 0o777 == 0o600


def test_an_export_holds_people_and_books_and_reads_back(peopled: Play, tmp_path: Path, clock: Clock) -> None:
    """Lossless, into another home; without books where it is asked for."""
    contact = '{"type": "contact", "id": "linkedin.5b1e07c2a94d", "day": "2026-11-20", "name": "X", "key": "in/x"}'
    file = tmp_path / "contact.jsonl"
    file.write_text(f'{{"format": "givequest", "version": 1}}\n{contact}\n')
    assert peopled("import", str(file)).code == 0
    whole = peopled("export").out
    assert peopled("export", "--without-books").out.splitlines() == [
        line for line in whole.splitlines() if '"contact"' not in line
    ]
    file.write_text(whole)
    assert peopled("--home", str(tmp_path / "other"), "import", str(file)).code == 0
    assert peopled("--home", str(tmp_path / "other"), "export").out.splitlines()[1:] == whole.splitlines()[1:]


def test_a_message_that_was_sent_is_logged_for_the_person_whose_name_it_is(
    peopled: Play, paths: Paths, clock: Clock
) -> None:
    """As any deed."""
    desk = open_desk(open_home(paths, clock))
    draft, _ = desk.write(desk.begin("help", "ana"), "Dear Ana,")
    assert desk.send(draft).person == "Ana Berg"
