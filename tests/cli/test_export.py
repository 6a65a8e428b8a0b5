"""Export and back: nothing is lost on the way, and nothing is written over."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from givequest.config.paths import Paths

from ..conftest import Clock
from ..exported import facts_in
from .conftest import Play, jsonl
from .exports import BARE, FULL, GOOD, contents, told


def test_a_dry_run_says_what_would_be_and_changes_nothing(play: Play, paths: Paths, tmp_path: Path) -> None:
    """Neither in a home that is there nor in one that is not."""
    file = tmp_path / "in.jsonl"
    file.write_text(jsonl(*FULL))
    assert play("import", str(file), "--dry-run").out == "7 records would be added, 0 changed; 0 are here already.\n"
    assert not os.path.exists(paths.data)
    play("log", "help")
    before = contents(paths.data)
    assert play("import", str(file), "--dry-run").code == 0
    assert contents(paths.data) == before


def test_an_export_imported_into_another_home_exports_the_same(play: Play, tmp_path: Path) -> None:
    """Byte for byte, and with the same numbers."""
    told(play, tmp_path, *FULL, *BARE)
    play("log", "help", "שלום [/] 🦊", "-m", "x" * 10_000)
    first, second, there = str(tmp_path / "one.jsonl"), str(tmp_path / "two.jsonl"), str(tmp_path / "there")
    assert play("export", "-o", first).code == 0
    assert play("import", first, "--home", there).code == 0
    assert play("export", "-o", second, "--home", there).code == 0
    assert Path(first).read_bytes() == Path(second).read_bytes()
    assert Path(first).stat().st_mode & 0o777 == 0o600
    assert play("stats", "--json").data == play("stats", "--json", "--home", there).data


@pytest.mark.parametrize(
    "value",
    [
        {"city": "Graz", "steps": [1, 2.5, None, True]},
        "",
        1e300,
        10**30,
        "a\x1b]0;x\x07",
        "\x9b31m\u202e",
        "\ud800",
        "🦊",
    ],
)
def test_fields_that_are_not_known_here_are_carried_along(play: Play, tmp_path: Path, value: object) -> None:
    """What a newer version wrote is there again in the next export, and no terminal obeys it."""
    told(play, tmp_path, {**GOOD, "place": value, "\x9bkey": 1})
    play("log", "help")
    printed = play("export").out
    assert printed.replace("\n", "").isprintable()
    (record, _) = facts_in(printed)
    assert (record["place"], record["\x9bkey"]) == (value, 1)
    file, there = str(tmp_path / "all.jsonl"), str(tmp_path / "there")
    assert play("export", "-o", file).code == 0
    assert play("import", file, "--home", there).code == 0
    assert play("export", "--home", there).out == printed


def test_an_export_never_writes_over_a_file_unasked(play: Play, tmp_path: Path) -> None:
    """With --force it does."""
    file = tmp_path / "all.jsonl"
    file.write_text("mine")
    ran = play("export", "-o", str(file))
    assert ran.code == 1
    assert str(file) in ran.err
    assert file.read_text() == "mine"
    assert play("export", "-o", str(file), "--force").code == 0
    assert file.read_text() == jsonl()


def test_a_newer_version_of_a_record_takes_the_place_of_the_older(play: Play, tmp_path: Path) -> None:
    """On another day of another year too, in one change that undo takes back."""
    told(play, tmp_path, GOOD)
    moved = {**GOOD, "day": "2025-12-31", "person": "Bo"}
    assert told(play, tmp_path, moved) == "0 records were added, 1 changed; 0 are here already.\n"
    records = facts_in(play("export").out)
    assert [(record["day"], record["person"]) for record in records] == [("2025-12-31", "Bo")]
    assert play("undo").code == 0
    records = facts_in(play("export").out)
    assert [(record["day"], record["person"]) for record in records] == [("2026-11-01", "Ana")]


def test_what_was_logged_further_east_can_be_imported_before_its_day_comes_here(
    play: Play, clock: Clock, tmp_path: Path
) -> None:
    """It had come where it was logged; of a day that has come nowhere it is said that it lies ahead."""
    clock.move(hours=15)  # 23:00 here, 11:00 of tomorrow in Auckland
    come = "2026-11-24T10:30:00+13:00"
    for at in (come, "2026-11-24T12:30:00+13:00", "2026-11-23T10:30:00+13:00"):
        said = told(play, tmp_path, {**GOOD, "id": f"at-{at[:13]}", "day": "2026-11-24", "at": at})
        assert ("hasn't come yet" in said) == (at != come)
    assert play("export").out.count("2026-11-24") >= 3


def test_a_year_that_cannot_be_read_is_told_and_the_others_are_exported(
    play: Play, paths: Paths, tmp_path: Path
) -> None:
    """An export that holds less never takes the place of an earlier one."""
    for day in ("2024-05-01", "2025-05-01", "2026-05-01"):
        assert play("log", "help", "--day", day).code == 0
    target = tmp_path / "all.jsonl"
    assert play("export", "-o", str(target)).code == 0
    whole = target.read_bytes()
    broken = Path(paths.ledger) / "2025.json"
    broken.write_bytes(b"")
    for ran in (play("export"), play("export", "--format", "csv"), play("export", "--format", "markdown")):
        assert ran.code == 1
        assert f"2025: {broken} can't be used: it's empty." in ran.err
        assert "2024" in ran.out
        assert "2026" in ran.out
        assert "2025" not in ran.out
    ran = play("export", "--force", "-o", str(target))
    assert ran.code == 1
    assert f"{target} was left alone: it may hold records that can't be read at the moment." in ran.err
    assert target.read_bytes() == whole
    ran = play("export", "-o", str(tmp_path / "rest.jsonl"))
    assert ran.code == 1
    assert "what can be read is in" in ran.err
    assert len(facts_in((tmp_path / "rest.jsonl").read_text())) == 2
