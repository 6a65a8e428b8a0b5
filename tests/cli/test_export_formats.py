"""The formats of an export: in UTF-8 wherever they go, harmless in a spreadsheet, and never over our own files."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from givequest.application.data import export_formats
from givequest.application.data.export_formats import load_formats
from givequest.application.data.export_formats.csv import COLUMNS
from givequest.application.data.spreadsheet import guarded
from givequest.config.paths import Paths

from ..e2e.terminal import Terminal
from .conftest import Play, jsonl
from .exports import FULL, contents, told

Start = Callable[..., subprocess.CompletedProcess[bytes]]
BOM = "\ufeff"
BARE_C = {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}
ODD = ({"PYTHONIOENCODING": "latin-1:replace"}, {"PYTHONIOENCODING": "utf-16"}, BARE_C)
NOTE = "Zoë 🦊 日本 naïve"


def table(text: str) -> list[dict[str, str]]:
    """Return the rows of a CSV export."""
    assert text.startswith(BOM)
    return list(csv.DictReader(io.StringIO(text.removeprefix(BOM))))


def test_every_format_can_be_chosen_and_is_told_of(play: Play) -> None:
    """By the name of its file alone."""
    formats = load_formats()
    assert {"jsonl", "csv", "markdown"} <= formats.keys()
    play("log", "help", "Ana")
    text = play("export", "--help").out.replace("\n", " ")
    for name, format_ in formats.items():
        assert name in text
        assert format_.help.split()[0] in text
        assert "Ana" in play("export", "--format", name).out


@pytest.mark.parametrize("environment", ODD, ids=str)
@pytest.mark.parametrize(
    "words", [("export",), ("export", "--format", "csv"), ("journal", "--list", "--json")], ids=" ".join
)
def test_data_is_utf_8_under_any_locale(start: Start, words: tuple[str, ...], environment: dict[str, str]) -> None:
    """The very same bytes, so that a file written here can be read anywhere."""
    start("log", "help", "Zoë 🦊", "-m", NOTE)
    start("journal", NOTE)
    ran = start(*words, env=environment)
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert NOTE in ran.stdout.decode("utf-8")
    assert ran.stdout == start(*words).stdout


@pytest.mark.parametrize("environment", ODD, ids=str)
def test_what_is_exported_under_a_locale_is_imported_under_it(
    start: Start, tmp_path: Path, environment: dict[str, str]
) -> None:
    """As `givequest export > f` and `givequest import f` do."""
    start("log", "help", NOTE, env=environment)
    file = tmp_path / "f"
    file.write_bytes(start("export", env=environment).stdout)
    there = str(tmp_path / "there")
    assert start("import", str(file), "--home", there, env=environment).returncode == 0
    assert start("export", "--home", there).stdout == file.read_bytes()
    assert NOTE in file.read_text("utf-8")


def test_a_terminal_that_is_no_utf_8_gets_json_all_the_same(paths: Paths, start: Start) -> None:
    """In pure ASCII."""
    start("log", "help", NOTE)
    environment = {
        **{name: os.environ.get(name, "") for name in ("PATH", "PYTHONPATH")},
        "GIVEQUEST_HOME": os.path.dirname(paths.data),
        "TERM": "dumb",
        "PYTHONIOENCODING": "latin-1",
    }
    with Terminal([sys.executable, "-m", "givequest", "today", "--json"], environment, 200, 200) as terminal:
        assert terminal.wait() == 0
        assert terminal.raw.isascii()
        assert json.loads(terminal.raw)["quests"]


def test_text_from_a_pipe_is_utf_8_under_any_locale(start: Start) -> None:
    """And what the locale says where it can't be."""
    for environment in ODD:
        assert start("journal", "-", stdin=NOTE.encode(), env=environment).returncode == 0
    assert start("journal", "-", stdin="Zoë".encode("latin-1"), env={"PYTHONIOENCODING": "latin-1"}).returncode == 0
    pages = [page["text"] for page in json.loads(start("journal", "--list", "--json").stdout)]
    assert sorted(set(pages)) == ["Zoë", NOTE]


@pytest.mark.parametrize(
    "words",
    [
        ("log", "help", b"Zo\xeb"),
        ("log", "help", "-m", b"caf\xe9 closed"),
        ("log", "help", "--", b"\xff"),
        ("log", b"help\xe9"),
        ("journal", "one", b"tw\xf6"),
        ("gift", b"caf\xe9"),
        ("journal", "--search", b"caf\xe9"),
    ],
)
def test_an_argument_that_is_no_text_is_refused_and_not_shortened(start: Start, words: tuple[str | bytes, ...]) -> None:
    """By name, and nothing is changed."""
    ran = start(*words)
    assert ran.returncode == 2
    assert b"isn't UTF-8 text" in ran.stderr
    assert rb"\x" in ran.stderr
    assert start("export").stdout.count(b"\n") == 1


def test_an_argument_in_utf_8_is_text_whatever_the_locale_is(start: Start) -> None:
    """A locale that knows no letters takes none away."""
    assert start("log", "help", NOTE, env=BARE_C).returncode == 0
    assert NOTE in start("export").stdout.decode()


def test_a_file_may_have_a_name_that_is_no_text(start: Start, tmp_path: Path) -> None:
    """Names of files are bytes."""
    start("log", "help", "Ana")
    name = os.fsencode(tmp_path) + b"/caf\xe9.jsonl"
    assert start("export", "-o", name).returncode == 0
    assert start("import", name).returncode == 0


@pytest.mark.parametrize("words", [(), ("-o", "{folder}/all.csv")], ids=["stdout", "file"])
def test_a_table_begins_with_the_mark_that_spreadsheets_look_for(
    play: Play, tmp_path: Path, words: tuple[str, ...]
) -> None:
    """Once, and a deed alone has an effort."""
    told(play, tmp_path, *FULL)
    ran = play("export", "--format", "csv", *(word.format(folder=tmp_path) for word in words))
    text = (tmp_path / "all.csv").read_text("utf-8") if words else ran.out
    assert text.count(BOM) == 1
    rows = table(text)
    assert len(rows) == len(FULL)
    assert {row["type"]: row["effort"] for row in rows} == {
        "deed": "2", "slip": "", "rest": "", "release": "", "entry": "", "gift": "", "redraw": "",
    }  # fmt: skip


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "＝", "＋", "－", "＠"])
def test_no_cell_is_a_formula(play: Play, sign: str) -> None:
    """In whatever width the sign is written."""
    text = f"{sign}1+1|cmd"
    play("log", "help", "--", text)
    play("journal", "--", text)
    rows = table(play("export", "--format", "csv").out)
    assert [row["person"] or row["text"] for row in rows] == [f"'{text}"] * 2


@given(value=st.text(st.sampled_from("=+-@＝＋－＠\t\r\n\0 'a1"), max_size=6))
def test_a_guarded_cell_is_told_from_any_other(value: str) -> None:
    """Taking the quote away gives the text back."""
    cell = guarded(value)
    assert cell in (value, f"'{value}")
    assert not cell.startswith(("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n", "\0"))
    assert set(COLUMNS) >= {"person", "note", "text"}


@pytest.fixture
def own(play: Play, paths: Paths) -> dict[str, bytes]:
    """Return every file of a home in use."""
    play("log", "help", "Ana")
    play("config", "--init")
    play("themes", "new", "mine")
    return contents(os.path.dirname(paths.data))


@pytest.mark.parametrize("words", [("export",), ("export", "--format", "csv")], ids=" ".join)
def test_an_export_is_never_put_over_a_file_of_the_program(
    play: Play, paths: Paths, own: dict[str, bytes], words: tuple[str, ...]
) -> None:
    """With --force neither; nor beside them."""
    home = os.path.dirname(paths.data)
    for place in [*own, "data/ledger/2031.json", "data/backups/new.zip", "config/notes.txt", "state/x"]:
        ran = play(*words, "--force", "-o", os.path.join(home, place))
        assert ran.code == 1
        assert "choose another folder" in ran.err
    assert play("export", "--format", "markdown", "--force", "-o", os.path.join(home, "data", "pages")).code == 1
    assert play("forest", "--force", "-o", os.path.join(home, "data", "ledger", "forest.svg")).code == 1
    assert {name: contents(home)[name] for name in own} == own


def test_no_other_name_leads_there_either(play: Play, paths: Paths, own: dict[str, bytes], tmp_path: Path) -> None:
    """A link to the ledger, a link to its folder, a linked year's own place, dots in the path."""
    ledger = Path(paths.ledger)
    year = ledger / "2026.json"
    elsewhere = tmp_path / "drive" / "2026.json"
    elsewhere.parent.mkdir()
    year.rename(elsewhere)
    year.symlink_to(elsewhere)
    (tmp_path / "link.json").symlink_to(year)
    (tmp_path / "folder").symlink_to(ledger)
    before = elsewhere.read_bytes()
    for path in (elsewhere, tmp_path / "link.json", tmp_path / "folder" / "2026.json", f"{tmp_path}/drive/../folder/x"):
        assert play("export", "--force", "-o", str(path)).code == 1
    assert elsewhere.read_bytes() == before
    assert play("export", "-o", str(tmp_path / "all.jsonl")).code == 0


def test_what_is_there_already_is_replaced_only_on_demand_whoever_writes_it(play: Play, tmp_path: Path) -> None:
    """A file, a picture, a month of a folder; a device or a folder never."""
    play("log", "help", "Ana")
    pages = tmp_path / "pages"
    pages.mkdir()
    for file in (tmp_path / "all.jsonl", tmp_path / "forest.svg", pages / "2026-11.md"):
        file.write_text("mine")
    for words in (
        ("export", "-o", str(tmp_path / "all.jsonl")),
        ("forest", "-o", str(tmp_path / "forest.svg")),
        ("export", "--format", "markdown", "-o", str(pages)),
    ):
        ran = play(*words)
        assert ran.code == 1
        assert "already exists" in ran.err
        assert "--force" in ran.err
        assert play(*words, "--force").code == 0
    for file in (tmp_path / "all.jsonl", tmp_path / "forest.svg", pages / "2026-11.md"):
        assert file.read_text() != "mine"
    os.mkfifo(tmp_path / "pipe.svg")
    for command, target in (("export", pages), ("forest", tmp_path / "pipe.svg")):
        assert "isn't a file that can be replaced" in play(command, "--force", "-o", str(target)).err


def test_an_import_of_this_table_of_ours_says_what_it_is_not(play: Play, tmp_path: Path) -> None:
    """JSON Lines alone can be read back."""
    play("log", "help", "Ana")
    file = tmp_path / "all.csv"
    assert play("export", "--format", "csv", "-o", str(file)).code == 0
    assert play("import", str(file)).code == 1
    file.write_text(BOM + jsonl(FULL[1]), "utf-8")
    assert play("import", str(file)).code == 0


def test_a_new_format_is_a_new_file_and_nothing_else(
    play: Play, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It can be chosen, is told of by --help and completed, and is written to a file like the others."""
    (tmp_path / "shout.py").write_text(
        "from givequest.application.data.export_formats import Format\n"
        "from givequest.application.data.import_export import all_records\n"
        "def lines(game, problems):\n"
        "    return (record.person.upper() for record in all_records(game, problems) if record.type == 'deed')\n"
        'FORMAT = Format("for the hard of reading", lines)\n'
    )
    monkeypatch.setattr(export_formats, "__path__", [*export_formats.__path__, str(tmp_path)])
    play("log", "help", "Ana")
    shouted = play("export", "--format", "shout")
    assert (shouted.out, shouted.err) == ("ANA\n", "")
    assert "for the hard of reading" in " ".join(play("export", "--help").out.split())
    assert "shout" in play("completions", "bash").out
    assert play("export", "--format", "shout", "-o", str(tmp_path / "all")).code == 0
    assert (tmp_path / "all").read_text() == "ANA\n"
    sys.modules.pop("givequest.application.data.export_formats.shout")
