"""`givequest people import` and `people books`: what is printed, and what is there afterwards."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from givequest.config.paths import Paths
from tests.fixtures.address_book_files import sample

from ..conftest import Play
from ..test_hostile_text import is_harmless

CONNECTIONS = str(sample("linkedin/Connections.csv"))
CARD = "BEGIN:VCARD\nFN:{}\nEND:VCARD\n"


def test_a_dry_run_says_what_would_come_and_saves_nothing(play: Play, paths: Paths) -> None:
    """With three rows as they were read."""
    ran = play("people", "import", CONNECTIONS, "--dry-run")
    assert ran.code == 0
    assert ran.out.splitlines() == [
        "LinkedIn connections: 8 new.",
        "Left out: 1 without a name.",
        "  Ana Berg, Head of Design, Nordlicht, Inc.",
        "  Ben Karlsson",
        "  Priya Nair, Engineer, Fareloop",
        "That was a dry run; nothing was imported.",
    ]
    assert not Path(paths.ledger).exists()


def test_an_import_says_what_came_and_undo_takes_it_back(play: Play) -> None:
    """With three names that come to mind; the second time nothing changes."""
    ran = play("people", "import", CONNECTIONS)
    assert ran.out.splitlines()[:4] == [
        "LinkedIn connections: 8 new.",
        "Left out: 1 without a name.",
        "Who might like to hear from you today:",
        "  Ana Berg: The first one there: 14 March 2009. Head of Design, Nordlicht, Inc.",
    ]
    assert "'givequest undo' undoes it." in ran.out
    again = play("people", "import", CONNECTIONS)
    assert again.out.splitlines() == [
        "LinkedIn connections: 8 the same.", "Left out: 1 without a name.", "Nothing new in it, so nothing changed.",
    ]  # fmt: skip
    assert "import of 8 contacts from LinkedIn" in play("undo").out
    assert play("people", "books").out.startswith("You have no address books")


def test_a_newer_file_says_what_changed_and_who_is_gone(play: Play, tmp_path: Path) -> None:
    """They stay, or go where that is asked for."""
    path = tmp_path / "Connections.csv"
    text = Path(CONNECTIONS).read_text("utf-8")
    assert play("people", "import", CONNECTIONS).code == 0
    path.write_text(
        text.replace("Nurse", "Head Nurse").replace("Solo,,https://www.linkedin.com/in/solo,,,,7-Feb-22\n", "")
    )
    out = play("people", "import", str(path)).out
    assert "LinkedIn connections: 1 changed, 6 the same.\n1 contact isn't in this file any more; it stays.\n" in out
    assert "Priya Nair's line reads Head Nurse, Kelp & Co now; until today it read Nurse, Kelp & Co.\n" in out
    assert "1 contact isn't in this file any more; it went." in play("people", "import", str(path), "--replace").out
    assert play("people", "books", "--json").data["books"] == [{"book": "linkedin", "title": "LinkedIn", "contacts": 7}]


def test_the_json_of_an_import_has_its_shape(play: Play) -> None:
    """What was found is there by file, with what cannot be read; words go to stderr."""
    ran = play("people", "import", str(sample("vcard/broken.vcf")), "--json")
    (book,) = ran.data["books"]
    assert (book["book"], book["files"], book["new"], book["same"]) == ("vcard", ["broken.vcf"], 3, 0)
    assert len(book["problems"]) == len(ran.err.splitlines()) == 2
    assert ran.data["saved"] is True
    assert ran.data["rows"][0] == {"name": "Cut Short", "line": None, "since": None}
    assert play("people", "import", str(sample("vcard/broken.vcf")), "--json").data["saved"] is False


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("x/following.js", "numbers instead of names"),
        ("instagram/followers_1.json", "is a list of followers"),
        ("mastodon/following_headerless.csv", "say --as mastodon"),
    ],
)
def test_a_refusal_is_a_sentence_and_changes_nothing(name: str, words: str, play: Play, paths: Paths) -> None:
    """On stderr, with the file's name; exit code 1."""
    ran = play("people", "import", CONNECTIONS, str(sample(name)))
    assert (ran.code, ran.out) == (1, "")
    assert words in ran.err
    assert Path(name).name in ran.err
    assert not Path(paths.ledger).exists()


def test_a_format_is_said_by_its_name(play: Play) -> None:
    """One that is not known is wrong usage."""
    headerless = str(sample("mastodon/following_headerless.csv"))
    assert play("people", "import", headerless, "--as", "mastodon").code == 0
    assert play("people", "import", headerless, "--as", "fax").code == 2


def test_a_book_goes_with_its_ways_back_and_nobody_of_it_lies_about(play: Play, paths: Paths, tmp_path: Path) -> None:
    """In ledger, undo files and cache; the backup that still holds it is named, and who was chosen stays."""
    path = tmp_path / "all.vcf"
    path.write_text("".join(CARD.format(f"Zacharias {number}") for number in range(60)))
    play("people", "import", str(path))
    play("undo")
    play("redo")
    play("people", "add", "Zara")
    ran = play("people", "books", "--remove", "vCard")
    assert ran.code == 0
    assert ran.out.startswith("vCard is deleted, 60 contacts and their undo with it.")
    assert ".zip" in ran.out
    left = [file for file in Path(paths.data).parent.rglob("*") if file.is_file() and file.suffix != ".zip"]
    assert [file for file in left if b"Zacharias" in file.read_bytes() or b"zacharias" in file.read_bytes()] == []
    assert "Zara" in play("people").out
    assert play("people", "books").out.startswith("You have no address books")
    assert play("people", "books", "--remove", "vcard").code == 2


def test_hostile_names_do_nothing_to_a_terminal(play: Play, tmp_path: Path) -> None:
    """Of people, of files, in what is told of either."""
    path = tmp_path / "\x1b[2J[red]x.vcf"
    name = "\x1b]0;owned\x07[bold]\u202eAna"
    path.write_text(f"BEGIN:VCARD\nFN:{name}\nBDAY:\x1b[2J\nEND:VCARD\n")
    for more in (["--dry-run"], [], ["--json"]):
        ran = play("people", "import", str(path), *more)
        assert ran.code == 0
        assert is_harmless(ran.out)
        assert is_harmless(ran.err)


def test_an_import_that_is_interrupted_has_saved_nothing(paths: Paths, tmp_path: Path) -> None:
    """ctrl+c while a long file is read."""
    path = tmp_path / "all.vcf"
    path.write_text("".join(CARD.format(f"Ana {number}") for number in range(90_000)))
    environment = {**os.environ, "GIVEQUEST_HOME": paths.data.removesuffix("/data")}
    program = (
        "import signal, sys\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"  # a shell lets what runs beside it ignore it
        "from givequest.cli.main import run_command_line\n"
        "from givequest.cli.commands.people import import_books\n"
        "import_books._show_progress = lambda *_: print('reading', flush=True)\n"
        "sys.exit(run_command_line(['people', 'import', sys.argv[1]]))"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program, str(path)], env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"reading\n"
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=60)
    assert (process.returncode, err) == (130, b"")
    assert not Path(paths.ledger).exists()
