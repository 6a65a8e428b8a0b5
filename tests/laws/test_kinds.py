"""A kind stands in one file: with it come its plant, its words and its colour, everywhere."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from givequest.appearance import ROLES, load_themes
from givequest.appearance.theme import TEXTS
from givequest.config import kinds as packaged
from givequest.config.decks import load_library
from givequest.config.kinds import kind_ids, load_habits, load_kinds
from givequest.domain.forest.species import ALL
from givequest.domain.kinds import LONGEST_SAID, SERIES, Kind, read_kind
from givequest.errors import GivequestError

from ..built_in import BUILT_IN, CORE

ROOT = Path(__file__).resolve().parents[2]
CHEER = """\
name = "Cheer"
order = 65
plant = "birch"
source = "from cheering"
colour = "warmth"
said = ["Thanks have gone out.", "Somebody knows now."]

[demo]
often = 0.5
people = ["work"]
notes = {work = ["for the second chair"]}
"""
DECK = """\
[[card]]
id = "cheer.one-line"
title = "One line"
prompt = "Thank somebody for one thing, in one line."
"""
CONFIG = """\
[board]
core = ["cheer", "mentor", "background"]
[quests.mentor]
name = "Mentor"
[quests.background]
name = "Background"
"""


@pytest.fixture(scope="module")
def trial(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Return what the kinds of a home have whose package has one file more, and its config two kinds of its own."""
    folder = tmp_path_factory.mktemp("copy")
    package = folder / "givequest"
    shutil.copytree(ROOT / "src" / "givequest", package, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "themes", package / "themes")
    (package / "kinds" / "cheer.toml").write_text(CHEER)
    (package / "decks" / "cheer.toml").write_text(DECK)
    home = folder / "home"
    (home / "config").mkdir(parents=True)
    (home / "config" / "config.toml").write_text(CONFIG)
    ran = subprocess.run(
        [sys.executable, str(Path(__file__).with_name("kind_trial.py")), str(home)],
        env={**os.environ, "PYTHONPATH": str(folder), "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
    )
    assert ran.returncode == 0, ran.stderr
    result: dict[str, Any] = json.loads(ran.stdout)
    assert result["package"] == str(package / "__init__.py")
    return result


def test_a_new_kind_takes_one_file_and_its_deck(trial: dict[str, Any]) -> None:
    """Nothing is wrong with the home, and the kind stands where its order puts it, before a person's own."""
    assert trial["problems"] == []
    assert list(trial["kinds"]) == [*BUILT_IN, "cheer", "mentor", "background"]
    assert trial["core"] == ["cheer", "mentor", "background"]


@pytest.mark.parametrize("kind", [*BUILT_IN, "cheer", "mentor", "background"])
def test_every_kind_has_plant_words_and_in_every_theme_a_colour_that_can_be_read(
    trial: dict[str, Any], kind: str
) -> None:
    """A built-in one, a new one, a person's own, and one that is called like a role of the themes."""
    looks = trial["kinds"][kind]
    assert looks["plant"] in {species.id for species in ALL}
    assert looks["origin"].startswith("from ")
    assert looks["said"]
    assert looks["board"].keys() == looks["charts"].keys() == load_themes()[0].keys()
    assert {name: ratio for name, ratio in {**looks["board"], **looks["charts"]}.items() if ratio < 4.5} == {}


def test_a_new_kind_is_on_the_screen(trial: dict[str, Any]) -> None:
    """Its card on the board, its own words when it is done, its row in the charts, in its own colour."""
    screen = trial["screen"]
    assert "Cheer" in screen["today"]
    assert "One line" in screen["today"]
    assert any(line in screen["said"] for line in ("Thanks have gone out.", "Somebody knows now."))
    assert all(name in screen["charts"] for name in ("Cheer", "Mentor", "Background"))
    assert (screen["inks"]["cheer"], screen["inks"]["mentor"]) == ("cheer", "mentor")
    assert screen["inks"]["background"] == "kept"


def test_a_new_kind_is_on_the_command_line(trial: dict[str, Any]) -> None:
    """It is logged, shown, counted, offered to the shell, and named where kinds are."""
    assert "cheer" in trial["log --help"]
    assert "Cheer" in trial["stats"]
    assert "Cheer" in trial["today"]
    assert "cheer" in trial["completions"]


def test_a_new_kind_grows_in_the_forest_and_lives_in_the_demo(trial: dict[str, Any]) -> None:
    """A plant that two kinds share is told of both."""
    assert "from people brought together and cheering" in trial["forest"]
    assert "from Mentor and Background" in trial["forest"]
    assert set(trial["demo"]) == {*BUILT_IN, "cheer", "mentor", "background"}


@pytest.mark.parametrize("kind", BUILT_IN.values(), ids=BUILT_IN)
def test_a_built_in_kind_is_whole(kind: Kind) -> None:
    """Its plant and its likely colour are some that there are, its lines fit; it has cards and its part in the demo."""
    assert kind.id in kind_ids()
    assert kind.plant in {species.id for species in ALL}
    assert kind.colour in TEXTS
    assert kind.source.startswith("from ")
    assert len(kind.said) >= 12
    assert all(line.isascii() and len(line) <= LONGEST_SAID for line in kind.said)
    assert kind.id not in {*ROLES, *SERIES}
    assert load_library("", BUILT_IN)[0].deck.by_kind[kind.id]
    assert 0 < load_habits()[kind.id]["often"] <= 1


def test_the_core_are_the_four_that_the_design_names() -> None:
    """The others take turns."""
    assert CORE == ("congratulate", "help", "reconnect", "quiet")
    assert [kind for kind in BUILT_IN if kind not in CORE][:2] == ["introduce", "listen"]


BROKEN = {
    "no TOML": ("= =", "isn't TOML"),
    "no name": ("order = 1", "no name"),
    "a name of nothing": ('name = " "\norder = 1', "no name"),
    "no order": ('name = "A"', "order isn't a whole number"),
    "a field too many": ('name = "A"\norder = 1\ncolor = "kept"', "'color'"),
    "giving that is text": ('name = "A"\norder = 1\ngiving = "yes"', "giving isn't true or false"),
    "a plant that is a number": ('name = "A"\norder = 1\nplant = 3', "plant isn't text"),
    "a line too long": (f'name = "A"\norder = 1\nsaid = ["{"a" * 53}"]', "1 to 52 characters"),
    "lines that are none": ('name = "A"\norder = 1\nsaid = "A"', "a list of texts"),
}


@pytest.mark.parametrize(("text", "reason"), BROKEN.values(), ids=BROKEN)
def test_a_kind_that_cannot_be_read_is_told_by_file_and_reason(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, reason: str
) -> None:
    """One sentence, before a board is shown that would be another one without it."""
    (tmp_path / "cheer.toml").write_text(text)
    monkeypatch.setattr(packaged, "PACKAGED", str(tmp_path))
    with pytest.raises(GivequestError) as caught:
        load_kinds()
    assert str(tmp_path / "cheer.toml") in str(caught.value)
    assert reason in str(caught.value)
    assert "Reinstalling givequest" in str(caught.value)


def test_kinds_are_read_from_the_cache_until_one_of_their_files_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same with it, without it, and with rubbish in its place; TOML is read once."""
    folder, cache = tmp_path / "kinds", str(tmp_path / "cache" / "kinds.json")
    shutil.copytree(packaged.PACKAGED, folder)
    monkeypatch.setattr(packaged, "PACKAGED", str(folder))
    read: list[str] = []
    really = packaged._read

    def noted(path: str) -> Mapping[str, Any]:
        read.append(path)
        return really(path)

    monkeypatch.setattr(packaged, "_read", noted)
    assert load_kinds(cache) == BUILT_IN
    assert len(read) == len(BUILT_IN)
    assert load_kinds(cache) == BUILT_IN
    assert len(read) == len(BUILT_IN)
    (folder / "help.toml").write_text('name = "Assist"\norder = 20\n')
    assert load_kinds(cache)["help"].name == "Assist"
    Path(cache).write_bytes(b"\xff{rubbish")
    assert load_kinds(cache)["help"] == Kind("help", "Assist")


def test_a_kind_says_nothing_that_a_terminal_would_obey() -> None:
    """The fields of a file are cleaned like anything that is typed."""
    kind = read_kind({"name": "A\x1b[31m", "order": 1, "said": ["B\x07ell."]}, "a")
    assert (kind.name, kind.said) == ("A[31m", ("Bell.",))
