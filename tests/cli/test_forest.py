"""`givequest forest`: the same forest as on page 4, for a pipe, a file or a screen reader."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

from givequest.cli.half_blocks import half_blocks, picture_depth
from givequest.config.paths import Paths
from givequest.preferences import write_start
from givequest.presentation.escapes import Depth
from givequest.presentation.forest.raster import Raster

from .conftest import Play


@pytest.fixture
def grown(play: Play) -> Play:
    """A home with some days of giving."""
    for day in ("2026-10-20", "2026-10-27", "2026-10-31"):
        for kind in ("help", "congratulate", "quiet"):
            assert play("log", kind, "--day", day).code == 0
    assert play("release").code == 0
    return play


def test_the_forest_is_printed_as_signs_and_told_in_words(grown: Play) -> None:
    """ASCII and sentences, whatever the terminal."""
    ran = grown("forest")
    assert ran.code == 0
    assert ran.out.isascii()
    assert ":::" in ran.out
    assert "oak" in ran.out
    assert "from helping" in ran.out


def test_plain_is_words_and_shelf_without_a_picture(grown: Play) -> None:
    """For whoever listens to it."""
    ran = grown("forest", "--plain")
    assert ":::" not in ran.out
    assert "from quiet days" in ran.out
    assert "2026-10-20 Coat off, " in ran.out


def test_forest_and_surprises_come_to_the_same_after_export_and_import(grown: Play, tmp_path: Path) -> None:
    """The records are all there is: not a plant and not a pixel differs."""
    here = grown("forest", "--json").data
    pictures = [tmp_path / "here.svg", tmp_path / "there.svg"]
    assert grown("forest", "-o", str(pictures[0])).code == 0
    file = tmp_path / "all.jsonl"
    assert grown("export", "-o", str(file)).code == 0
    there = str(tmp_path / "another")
    assert grown("--home", there, "import", str(file)).code == 0
    elsewhere = grown("--home", there, "forest", "--json").data
    assert grown("--home", there, "forest", "-o", str(pictures[1])).code == 0
    assert pictures[0].read_bytes() == pictures[1].read_bytes()
    assert elsewhere == here
    assert sum(plant["deeds"] for plant in here["plants"]) == 10
    assert here["surprises"][0]["id"] == "coat-off"
    here_stats, there_stats = grown("stats", "--json").data, grown("--home", there, "stats", "--json").data
    assert (here_stats["xp"], here_stats["level"]) == (there_stats["xp"], there_stats["level"])


def test_a_past_day_is_as_it_was_and_a_day_to_come_is_refused(grown: Play) -> None:
    """What was planted later is not there yet."""
    assert sum(grown("forest", "--json", "--day", "2026-10-27").data["deeds"].values()) == 6
    assert grown("forest", "--json", "--day", "2026-10-01").data["plants"] == []
    ran = grown("forest", "--day", "2099-01-01")
    assert (ran.code, ran.out) == (2, "")
    assert "is in the future" in ran.err


@pytest.mark.parametrize("ending", ["svg", "txt", "SVG"])
def test_a_picture_is_saved_for_its_owner_alone_and_never_over_another_file(
    grown: Play, tmp_path: Path, ending: str
) -> None:
    """Only `--force` replaces."""
    file = tmp_path / f"forest.{ending}"
    assert grown("forest", "-o", str(file)).code == 0
    assert stat.S_IMODE(os.stat(file).st_mode) == 0o600
    if ending != "txt":
        ElementTree.fromstring(file.read_text("utf-8"))
    file.write_text("mine")
    assert grown("forest", "-o", str(file)).code == 1
    assert file.read_text() == "mine"
    assert grown("forest", "-o", str(file), "--force").code == 0
    assert file.read_text("utf-8") != "mine"


def test_a_file_of_another_form_is_refused_before_anything_is_written(grown: Play, tmp_path: Path) -> None:
    """It says which endings there are."""
    ran = grown("forest", "-o", str(tmp_path / "forest.png"))
    assert ran.code == 2
    assert ".svg" in ran.err
    assert not (tmp_path / "forest.png").exists()


def test_an_empty_forest_says_how_to_begin(play: Play) -> None:
    """Nothing has been planted, and that is fine."""
    ran = play("forest", "--plain")
    assert ran.code == 0
    assert "Your first deed will be the first plant" in ran.out


COLOURFUL = {"TERM": "xterm-256color", "COLORTERM": "truecolor"}


def on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let stdout be a terminal that says it has 24-bit colours."""
    for name, value in COLOURFUL.items():
        monkeypatch.setenv(name, value)
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)


def test_a_terminal_with_colours_gets_half_blocks_and_its_own_colours_back(
    grown: Play, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each line sets its colours, and leaves none behind."""
    on_a_terminal(monkeypatch)
    picture = [line for line in grown("forest").out.splitlines() if "▀" in line]
    assert len(picture) >= 8
    assert len({line.count("▀") for line in picture}) == 1
    assert all(line.startswith("\x1b[38;2;") and line.endswith("\x1b[0m") for line in picture)


def test_ascii_asks_for_signs_there_and_a_pipe_gets_them_anyway(grown: Play, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is piped is what `--ascii` draws."""
    piped = grown("forest").out
    on_a_terminal(monkeypatch)
    assert grown("forest", "--ascii").out == piped
    assert piped.isascii()


@pytest.mark.parametrize("change", [{"NO_COLOR": "1"}, {"TERM": "dumb"}, {"TERM": "xterm", "COLORTERM": ""}])
def test_no_colours_where_they_are_refused_or_not_promised(
    grown: Play, monkeypatch: pytest.MonkeyPatch, change: dict[str, str]
) -> None:
    """Nothing is sent that a terminal may not understand; in sixteen colours signs look better."""
    on_a_terminal(monkeypatch)
    assert picture_depth(sys.stdout, COLOURFUL) is Depth.TRUE
    assert picture_depth(sys.stdout, COLOURFUL | change) is Depth.NONE


def test_a_terminal_with_256_colours_gets_half_blocks_in_those(grown: Play, monkeypatch: pytest.MonkeyPatch) -> None:
    """And none of the sequences that it may not know."""
    on_a_terminal(monkeypatch)
    monkeypatch.setenv("COLORTERM", "")
    picture = [line for line in grown("forest").out.splitlines() if "▀" in line]
    assert len(picture) >= 8
    assert all(line.startswith("\x1b[38;5;") and ";2;" not in line for line in picture)


@pytest.mark.parametrize(
    ("colour", "number"), [(0x000000, 16), (0xFFFFFF, 231), (0x878700, 100), (0x4E4E4E, 239), (0x5A3A28, 58)]
)
def test_a_pixel_becomes_the_nearest_of_256_colours(colour: int, number: int) -> None:
    """Of the cube or of the greys; a brown stem stays a brown."""
    raster = Raster(1, 2)
    raster.pixels[:] = [colour, colour]
    assert half_blocks(raster, Depth.PALETTE) == [f"\x1b[38;5;{number};48;5;{number}m▀\x1b[0m"]


def test_a_strip_is_one_line_as_wide_as_the_terminal(grown: Play, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of half blocks in colour, or of signs, without a word."""
    on_a_terminal(monkeypatch)
    monkeypatch.setenv("COLUMNS", "60")
    (line,) = grown("forest", "--strip").out.splitlines()
    assert line.count("▀") == 60
    assert line.endswith("\x1b[0m")
    (line,) = grown("forest", "--strip", "--ascii").out.splitlines()
    assert line.isascii()
    assert 0 < len(line.strip()) <= 60


def test_a_strip_changes_with_what_has_grown(play: Play) -> None:
    """In a pipe it is made of signs."""
    before = play("forest", "--strip").out
    for _ in range(5):
        play("log", "help")
    assert play("forest", "--strip").out != before


def test_an_ascii_setting_holds_for_the_picture_too(grown: Play, paths: Paths, monkeypatch: pytest.MonkeyPatch) -> None:
    """As it does in the app."""
    write_start(paths.config_file, 'glyphs = "ascii"\n')
    on_a_terminal(monkeypatch)
    assert "▀" not in grown("forest").out
