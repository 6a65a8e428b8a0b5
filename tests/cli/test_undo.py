"""`givequest undo` and `redo`: the latest change or any by its id, and the list of the ones there are."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path

import pytest

from givequest.config.paths import Paths
from givequest.storage.partition.year_file import MOST_IN_HEAD

from ..exported import facts_in
from .conftest import Play

EXPORT = '{"format": "givequest", "version": 1}\n' + "".join(
    f'{{"type": "deed", "id": "i{n}", "day": "2026-11-{n:02}", "kind": "help", "person": "P{n}"}}\n'
    for n in range(1, 10)
)


@pytest.fixture
def file(tmp_path: Path) -> str:
    """An export of nine deeds."""
    path = tmp_path / "export.jsonl"
    path.write_text(EXPORT, "utf-8")
    return str(path)


def listed(play: Play) -> list[dict[str, object]]:
    """Return the changes, the latest first."""
    found = json.loads(play("undo", "--json").out)
    assert isinstance(found, list)
    return found


def id_of(play: Play, label: str) -> str:
    """Return the id of a change that has turned no other."""
    return next(str(row["id"]) for row in listed(play) if row["label"] == label and row["turn"] is None)


def people(play: Play) -> set[str]:
    """Return whom all deeds are for."""
    rows = map(json.loads, play("export").out.splitlines()[1:])
    return {row["person"] for row in rows if row["type"] == "deed"}


def test_a_mistaken_import_is_taken_back_behind_a_hundred_changes_that_stay(play: Play, file: str) -> None:
    """However long ago it was; and that is a change that undo takes back, and redo does again."""
    assert play("import", file).code == 0
    later = {f"later {number}" for number in range(2 * MOST_IN_HEAD)}
    for name in sorted(later):
        play("log", "help", name)
    identity = id_of(play, "import of 9 records")
    assert play("undo", identity).out == "Undone: import of 9 records.\n"
    assert people(play) == later
    assert play("undo").out == "Redone: import of 9 records.\n"
    assert people(play) == later | {f"P{n}" for n in range(1, 10)}
    assert play("redo").out == "Undone: import of 9 records.\n"
    assert people(play) == later
    assert play("redo", identity).out == "Redone: import of 9 records.\n"
    assert people(play) == later | {f"P{n}" for n in range(1, 10)}


def test_a_record_that_was_changed_again_is_left_as_it_is_and_named(play: Play, file: str) -> None:
    """By another import here; the same holds for any change."""
    play("import", file)
    Path(file).write_text(EXPORT.replace('"P3"', '"Ana"').replace('"P4"', '"Bo"'), "utf-8")
    play("import", file)
    told = play("undo", id_of(play, "import of 9 records")).out
    assert told.startswith("Undone: import of 9 records. Changed again since, so left alone: Help, ")
    assert "Help, Ana, Tuesday 3 November" in told
    assert "Help, Bo, Wednesday 4 November" in told
    assert people(play) == {"Ana", "Bo"}


def test_where_all_of_it_was_changed_again_nothing_is_changed_and_that_is_said(play: Play, file: str) -> None:
    """With the code for what could not be done; the list stays as it was."""
    play("log", "help", "Ana")
    deed = facts_in(play("export").out)[0]
    Path(file).write_text(EXPORT.splitlines()[0] + "\n" + json.dumps({**deed, "person": "Bo"}) + "\n", "utf-8")
    play("import", file)
    before = listed(play)
    ran = play("undo", id_of(play, "Help, Ana"))
    assert (ran.code, ran.out) == (1, "")
    assert "This changed nothing: Help, Ana. Changed again since, so left alone: Help, Bo." in ran.err
    assert listed(play) == before
    assert people(play) == {"Bo"}


def test_what_is_so_already_is_said_and_no_change(play: Play) -> None:
    """Twice taken back is taken back."""
    play("log", "help", "Ana")
    play("log", "listen", "Bo")
    identity = id_of(play, "Help, Ana")
    assert play("redo", identity).code == 1
    assert play("undo", identity).code == 0
    ran = play("undo", identity)
    assert ran.code == 1
    assert "Undone already: Help, Ana." in ran.err
    assert [row["turn"] for row in listed(play)] == ["undo", None, None]


def test_the_list_says_what_and_when_the_newest_first(play: Play, file: str) -> None:
    """With as much of each id as names it, and which changes are taken back."""
    for words in (("log", "help", "Ana"), ("import", file), ("rest", "tomorrow"), ("undo",)):
        assert play(*words).code == 0
    lines = play("undo", "--list").out.splitlines()
    whats = [line[22:].strip() for line in lines]
    assert whats == ["Day off on Tuesday 24 November  (undone)", "Import of 9 records", "Help, Ana"]
    for line, row in zip(lines, listed(play), strict=True):
        identity, day, time, *_ = line.split()
        assert str(row["id"]).startswith(identity)
        moment = datetime.fromisoformat(str(row["at"]))
        assert f"{moment:%Y-%m-%d %H:%M}" == f"{day} {time}"
    assert play("undo", lines[1].split()[0]).out == "Undone: import of 9 records.\n"
    first = play("undo", "--list", "1")
    assert first.out.splitlines()[0].endswith("Undone: import of 9 records")
    assert first.out.count("\n") == 1
    assert "4 changes in all" in first.err


def test_taking_back_is_a_change_that_is_named_in_the_list_and_can_be_taken_back_by_its_own_id(play: Play) -> None:
    """Then what it took back is done again, and it is said so."""
    for name in ("Ana", "Bo"):
        play("log", "help", name)
    play("undo", id_of(play, "Help, Ana"))
    undoing, bo, ana = listed(play)
    assert (undoing["turn"], undoing["of"], undoing["label"]) == ("undo", ana["id"], "Help, Ana")
    assert (ana["in_force"], bo["in_force"], undoing["in_force"]) == (False, True, True)
    assert play("undo", str(undoing["id"])).out == "Redone: Help, Ana.\n"
    redoing = listed(play)[0]
    assert (redoing["turn"], redoing["of"]) == ("redo", ana["id"])
    assert play("undo", str(redoing["id"])).out == "Undone: Help, Ana.\n"
    assert people(play) == {"Bo"}


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("undo", "zzzz"), 1, "No change is called 'zzzz'"),
        (("undo", ""), 1, "No change is called ''"),
        (("undo", "\x1b[31m"), 1, "No change is called"),
        (("redo",), 1, "nothing to redo"),
        (("undo", "--list", "0"), 2, "1 or more"),
        (("undo", "--list", "x"), 2, "invalid int value"),
        (("undo", "abcd", "--json"), 2, "no ID"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_sentence(play: Play, words: tuple[str, ...], code: int, said: str) -> None:
    """Usage is told from what is not there."""
    play("log", "help", "Ana")
    ran = play(*words)
    assert (ran.code, ran.out) == (code, "")
    assert said in ran.err
    assert "\x1b" not in ran.err


def test_nothing_is_listed_where_nothing_was_changed(play: Play) -> None:
    """And nothing is written for it."""
    ran = play("undo", "--list")
    assert (ran.code, ran.out) == (0, "")
    assert "Nothing has been changed yet." in ran.err
    assert json.loads(play("undo", "--json").out) == []


def test_a_file_of_old_changes_that_is_broken_is_told_and_hides_no_others(play: Play, paths: Paths) -> None:
    """It holds no record, and logging goes on beside it."""
    for number in range(MOST_IN_HEAD + 1):
        play("log", "help", f"N{number}")
    (log,) = (Path(paths.ledger) / "changes").iterdir()
    log.write_bytes(log.read_bytes()[:200])
    ran = play("undo", "--list")
    assert ran.code == 0
    assert "so the changes in it can't be undone. No record is in it" in ran.err
    doctor = play("doctor")
    assert doctor.code == 1
    assert f"{log}: " in doctor.out
    assert "The changes in it can't be undone, and no record is in it" in doctor.out
    assert len(listed(play)) == 40
    for number in range(30):
        assert play("log", "help", f"M{number}").code == 0
    assert len(listed(play)) == 70
