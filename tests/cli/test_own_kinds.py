"""A kind of one's own, turned on in the config, works wherever the built-in ones do."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from givequest.config.paths import Paths

from ..exported import facts_in
from .conftest import Play, jsonl

CONFIG = """
[board]
core = ["help", "mentor", "quiet"]
[quests.mentor]
name = "Mentor a junior"
[quests.no-scroll]
giving = false
[quests.reconnect]
on = "FREQ=WEEKLY;BYDAY=SA"
"""
DECK = '[[card]]\nid = "mentor.whiteboard"\ntitle = "The whiteboard"\nprompt = "Draw it once for {name}."\ntier = 2\n'


@pytest.fixture(autouse=True)
def _set_up(paths: Paths) -> None:
    os.makedirs(paths.decks)
    Path(paths.config_file).write_text(CONFIG)
    Path(paths.decks, "mentor.toml").write_text(DECK)


def quests(play: Play) -> dict[str, dict[str, object]]:
    """Return the quests of the board by kind."""
    ran = play("today", "--json")
    assert (ran.code, ran.err) == (0, "")
    return {quest["kind"]: quest for quest in ran.data["quests"]}


def test_it_lies_on_the_board_with_its_own_card(play: Play) -> None:
    """Where the config puts it; what is not core may come as the bonus only."""
    board = quests(play)
    assert list(board)[:3] == ["help", "mentor", "quiet"]
    assert [quest["core"] for quest in board.values()][:3] == [True] * 3
    assert (board["mentor"]["card"], board["mentor"]["effort"]) == ("mentor.whiteboard", 2)
    assert board["mentor"]["prompt"] == "Draw it once for {name}."


def test_it_is_logged_counted_and_kept_like_any_other(play: Play) -> None:
    """A giving one counts as giving, another does not."""
    assert play("log", "mentor", "Ana").out == "Mentor a junior for Ana, logged for Monday 23 November.\n"
    assert play("log", "no-scroll").code == 0
    stats = play("stats", "--json").data
    assert stats["series"]["mentor"]["total"] == stats["series"]["no-scroll"]["total"] == 1
    assert stats["series"]["giving"]["total"] == 1
    assert stats["xp"] == 10 + 10 + 10  # a deed, and the first of each kind
    assert quests(play)["mentor"]["done"] is True
    play("log", "help")
    play("log", "quiet")
    assert play("stats", "--json").data["series"]["board"]["current"] == 1
    assert "Mentor a junior for Ana" in play("export", "--format", "markdown").out
    assert "Mentor" in play("stats", "--plain").out


def test_it_can_be_suggested(play: Play) -> None:
    """By its nearest name, its first letters, or the name it is shown by."""
    assert "did you mean mentor?" in play("log", "mentro").err
    assert play("log", "men", "--json").data["kind"] == "mentor"
    assert play("log", "mentor a junior", "--json").data["kind"] == "mentor"


def test_it_is_exported_and_imported_where_it_is_set_up(play: Play, tmp_path: Path, paths: Paths) -> None:
    """Elsewhere its line is named, with what would have to be set up."""
    file = tmp_path / "in.jsonl"
    file.write_text(jsonl({"type": "deed", "day": "2026-11-01", "kind": "mentor"}))
    assert play("import", str(file)).code == 0
    assert facts_in(play("export").out)[0]["kind"] == "mentor"
    ran = play("import", str(file), "--home", str(tmp_path / "elsewhere"))
    assert ran.code == 1
    assert "line 2" in ran.err
    assert "[quests.mentor]" in ran.err


def test_what_was_logged_stays_when_the_kind_is_turned_off(play: Play, paths: Paths) -> None:
    """It counts, is told and is exported as before; no run of it is shown as if it went on."""
    play("log", "mentor", "Ana")
    play("log", "help")
    counted = play("stats", "--json").data
    assert counted["series"]["mentor"]["current"] == 1
    Path(paths.config_file).write_text(CONFIG.replace('"mentor", ', "").partition("[quests.mentor]")[0])
    without = play("stats", "--json")
    assert (without.code, without.err) == (0, "")
    assert without.data["xp"] == counted["xp"]
    assert without.data["series"]["mentor"] == {**counted["series"]["mentor"], "current": 0}
    assert without.data["series"]["giving"] == counted["series"]["giving"]
    assert "mentor" not in play("today", "--json").data["streaks"]
    assert "Mentor a junior" in play("export", "--format", "markdown").out
    assert '"kind": "mentor"' in play("export").out
    assert "mentor, retired" in play("config").out
    assert play("config", "--json").data["retired"]["mentor"] == "2026-11-23"
    Path(paths.config_file).write_text(CONFIG)
    assert play("stats", "--json").data == counted


def test_a_kind_is_due_on_its_days_only(play: Play) -> None:
    """What is done on another day counts all the same."""
    assert "reconnect" not in list(quests(play))[:3]
    play("log", "reconnect", "--day", "2026-11-19")
    play("log", "reconnect", "--day", "2026-11-21")
    streak = play("stats", "--json").data["series"]["reconnect"]
    assert (streak["current"], streak["total"]) == (2, 2)


def test_a_bad_deck_is_told_of_and_the_board_is_there(play: Play, paths: Paths) -> None:
    """On stderr, by file and line; stdout stays clean JSON."""
    Path(paths.decks, "bad.toml").write_text(DECK.replace("mentor.", "mentro."))
    Path(paths.decks, "worse.toml").write_text("[[card")
    ran = play("today", "--json")
    assert ran.code == 0
    assert len(ran.data["quests"]) >= 3
    lines = ran.err.splitlines()
    assert len(lines) == 2
    assert f"{paths.decks}/bad.toml, line 1: " in lines[0]
    assert f"{paths.decks}/worse.toml: It isn't TOML" in lines[1]
