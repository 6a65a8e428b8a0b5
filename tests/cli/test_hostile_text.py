"""Whatever people type, paste or import: it is there as typed, obeyed by nothing, and nothing falls over it."""

from __future__ import annotations

import json
import os
import subprocess
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from givequest.config.paths import Paths

from ..exported import facts_in
from .conftest import Play, jsonl

Start = Callable[..., subprocess.CompletedProcess[bytes]]

HOSTILE = {
    "closing markup": ("[/]", "[/]"),
    "open markup": ("go [/ now", "go [/ now"),
    "checkbox": ("[x] done", "[x] done"),
    "style": ("[bold red on white]shout[/bold]", "[bold red on white]shout[/bold]"),
    "link": ("[link=file:///etc/passwd]me[/link]", "[link=file:///etc/passwd]me[/link]"),
    "title": ("a\x1b]0;title\x07b", "a]0;titleb"),
    "colour": ("a\x1b[31mb\x1b[0m", "a[31mb[0m"),
    "one-byte escape": ("a\x9b31mb", "a31mb"),
    "nul and bell": ("a\x00b\x07c\x7fd", "abcd"),
    "emoji": ("👩‍👩‍👧 🏴󠁧󠁢󠁳󠁣󠁴󠁿 ☕️ 🦊", "👩‍👩‍👧 🏴󠁧󠁢󠁳󠁣󠁴󠁿 ☕️ 🦊"),
    "right to left": ("שלום عليكم", "שלום عليكم"),
    "overrides": ("evil\u202etxt.exe\u2066", "eviltxt.exe"),
    "combining": ("Zoe\u0308 " + "a" + "\u0301" * 50, None),
    "very long": ("0123456789" * 1000, "0123456789" * 1000),
    "lines": ("one\ntwo\r\nthree\u2028four", "one two three four"),
    "tabs": ("one\ttwo", "one two"),
    "surrogate": ("a\udc80b\ud800c", "abc"),
    "format": ("{person} {0} %s %(x)s {{", "{person} {0} %s %(x)s {{"),
    "json": ('"}, {"type": "rest"', '"}, {"type": "rest"'),
    "shell": ("$(rm -rf ~) `id` ; & | >", "$(rm -rf ~) `id` ; & | >"),
}
TEXTS = [(typed, unicodedata.normalize("NFC", shown or typed)) for typed, shown in HOSTILE.values()]
ARGUMENTS = [(typed, shown) for typed, shown in TEXTS if not any("\ud800" <= sign <= "\udfff" for sign in typed)]
"""What can be an argument: bytes that are no text come as surrogates, and are refused."""
CASES = pytest.mark.parametrize(("typed", "shown"), TEXTS, ids=[name.replace(" ", "-") for name in HOSTILE])
LOOKS = (
    ("today",), ("today", "--plain"), ("today", "--json"), ("stats",), ("stats", "--plain"), ("stats", "--json"),
    ("stats", "--year"), ("export",), ("export", "--format", "csv"), ("export", "--format", "markdown"),
)  # fmt: skip


def is_harmless(text: str) -> bool:
    """Return whether a terminal would obey nothing in a text."""
    return not any(unicodedata.category(character) in ("Cc", "Cs") and character not in "\n\t" for character in text)


def look_at_everything(play: Play) -> dict[tuple[str, ...], str]:
    """Return what every command that only looks prints."""
    printed: dict[tuple[str, ...], str] = {}
    for words in LOOKS:
        ran = play(*words)
        assert ran.code == 0, words
        assert not ran.err
        assert is_harmless(ran.out), words
        printed[words] = ran.out
    return printed


def test_an_escape_is_not_harmless() -> None:
    """So that the checks below can fail."""
    assert is_harmless("Zoë 👩‍👩‍👧\n")
    assert not any(is_harmless(text) for text in ("\x1b[31m", "\x07", "\x9b", "\udc80", "\r"))


def test_names_and_notes_are_shown_as_typed(play: Play) -> None:
    """On the board, and in every export."""
    for typed, shown in ARGUMENTS:
        ran = play("log", "help", "--note", typed, "--", typed)
        assert (ran.code, ran.err) == (0, "")
        assert ran.out == f"Help for {shown}, logged for Monday 23 November.\n"
    printed = look_at_everything(play)
    deeds = facts_in(printed["export",])
    assert sorted(deed["person"] for deed in deeds) == sorted(shown for _, shown in ARGUMENTS)
    assert all(deed["person"] == deed["note"] for deed in deeds)
    for _, shown in ARGUMENTS:
        assert f"  Done: {shown}: {shown}\n" in printed["today",]
        assert shown in printed["export", "--format", "markdown"]
        assert f'"{shown.replace(chr(34), chr(34) * 2)}"' in printed["export", "--format", "csv"]


@pytest.mark.parametrize(("typed", "shown"), ARGUMENTS)
def test_an_entry_keeps_its_lines_and_loses_what_a_terminal_obeys(play: Play, typed: str, shown: str) -> None:
    """In the journal, and among the gifts."""
    assert play("journal", "--", typed).code == 0
    assert play("gift", "--", typed).code == 0
    printed = [record["text"] for record in facts_in(play("export").out)]
    assert len(printed) == 2
    assert [text.replace("\n", " ").replace("\t", " ") for text in printed] == [shown, shown]
    assert is_harmless(printed[0])


def test_an_import_is_cleaned_as_typing_is(play: Play, tmp_path: Path) -> None:
    """And once cleaned it stays as it is: the second import changes nothing."""
    file = tmp_path / "hostile.jsonl"
    head = {"day": "2026-11-23", "at": "2026-11-23T08:00:00+01:00"}
    deeds = [
        {"type": "deed", "id": f"deed-{number}", **head, "kind": "quiet", "person": typed, "note": typed}
        for number, (typed, _) in enumerate(TEXTS)
    ]
    entries = [
        {"type": "entry", "id": f"entry-{number}", **head, "text": typed} for number, (typed, _) in enumerate(TEXTS)
    ]
    file.write_text(jsonl(*deeds, *entries))
    count = 2 * len(TEXTS)
    assert play("import", str(file)).out == f"{count} records were added, 0 changed; 0 are here already.\n"
    printed = look_at_everything(play)
    assert all(f"  Done: {shown}: {shown}\n" in printed["today",] for _, shown in TEXTS)
    assert play("import", str(file)).out == f"0 records were added, 0 changed; {count} are here already.\n"
    assert play("undo").code == 0


@CASES
def test_a_wrong_word_is_told_of_without_obeying_it(play: Play, typed: str, shown: str) -> None:
    """As a command, a kind, a day, a month, a file, an option."""
    argument = typed.replace("\x00", "").replace("\ud800", "")  # no name of a file has these
    for words in (
        (f"x{typed}",),
        ("log", f"x{typed}"),
        ("log", "help", "--day", f"x{typed}"),
        ("stats", "--month", typed),
        ("stats", "--year", "--series", typed),
        ("rest", f"x{typed}"),
        ("today", f"--x{typed}"),
        ("log", "help", "a", typed),
        ("import", argument),
        ("export", "-o", f"/there/is/no/{argument}"),
    ):
        ran = play(*words)
        assert ran.code in (1, 2), words
        assert "unexpected happened" not in ran.err, words
        assert ran.err.count("\n") == 1, words
        assert is_harmless(ran.err), words
        assert not ran.out


def test_bytes_that_are_no_text_are_refused(start: Start) -> None:
    """As a shell hands them on: a lone byte of Latin-1 among UTF-8."""
    for words in (
        ("log", "help", os.fsencode("Zo") + b"\xeb"),
        ("log", "help", "-m", b"\xff\xfe \x80draft"),
        ("log", b"\xffhelp", b"\xff", "--day", b"\xff"),
        ("gift", b"a\xe9"),
    ):
        wrong = start(*words, env={"LANG": "C.UTF-8"})
        assert wrong.returncode == 2
        assert wrong.stderr.count(b"\n") == 1
        assert b"Traceback" not in wrong.stderr
    assert start("export").stdout.count(b"\n") == 1


def test_a_home_with_an_odd_name_is_a_home(start: Start, tmp_path: Path) -> None:
    """Bytes that are no text, brackets and an escape in it."""
    home = os.fsencode(tmp_path) + b"/[/] \xff\x1b]0;x\x07"
    assert start("log", "help", "--home", home).returncode == 0
    for words in (("today",), ("stats",), ("locate",), ("locate", "--json")):
        ran = start(*words, "--home", home)
        assert (ran.returncode, ran.stderr) == (0, b"")
        assert b"\x1b" not in ran.stdout
    exported = start("export", "--home", home).stdout.splitlines()
    year = json.loads(exported[1])["day"][:4]
    assert os.path.exists(os.path.join(home, b"data", b"ledger", f"{year}.json".encode()))


def test_a_line_that_no_line_can_be_is_refused(play: Play) -> None:
    """With how long it is, and how long it may be."""
    ran = play("log", "help", "-m", "x" * 20_001)
    assert ran.code in (1, 2)
    assert "20,001" in ran.err
    assert "20,000" in ran.err
    assert play("export").out.count("\n") == 1


def test_names_in_a_config_and_of_a_file_are_obeyed_by_nobody(play: Play, paths: Paths) -> None:
    """Where a problem is told of: on stderr, by doctor, in the list of keys."""
    os.makedirs(paths.decks)
    Path(paths.config_file).write_text('[keys]\n"\\u001b]0;x\\u0007" = "space"\n"quest.done" = "\\u001b[31m"\n')
    Path(paths.decks, "\x1b]0;x\x07.toml").write_text("[[card")
    for words in (("today",), ("doctor",), ("keys",), ("locate",), ("log", "help")):
        ran = play(*words)
        assert is_harmless(ran.out), words
        assert is_harmless(ran.err), words
    told = play("doctor").out
    assert told.count("\n! ") + told.startswith("! ") == 3


def test_a_place_with_an_odd_name_is_spelt_out_when_a_config_is_begun_there(play: Play, tmp_path: Path) -> None:
    """The path is data, and a terminal obeys none of it."""
    ran = play("config", "--init", "--home", f"{tmp_path}/\x1b]0;x\x07")
    assert (ran.code, ran.err) == (0, "")
    assert is_harmless(ran.out)
    assert ran.out.endswith("\\x1b]0;x\\x07/config/config.toml\n")
