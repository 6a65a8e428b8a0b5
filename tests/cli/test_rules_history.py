"""What was due stays as it was, whatever the config says later; on the command line, from log to import."""

from __future__ import annotations

import json
import os
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from givequest.config.paths import Paths

from ..conftest import Clock
from ..exported import facts_in
from .conftest import Play, jsonl

SECOND = '[quests.help]\non = "FREQ=DAILY;INTERVAL=2"\n'
README = '[quests.mentor]\nname = "Mentor"\non = "FREQ=WEEKLY;BYDAY=TU,TH"\n'


@pytest.fixture
def configure(paths: Paths) -> Any:
    """Return what writes the config file; None takes it away."""

    def write(text: str | None) -> None:
        os.makedirs(paths.config, exist_ok=True)
        if text is None:
            os.remove(paths.config_file)
        else:
            Path(paths.config_file).write_text(text)

    return write


def rules(paths: Paths) -> dict[str, dict[str, Any]]:
    """Return the rules that the ledger holds, by their days."""
    file = Path(paths.ledger) / "rules.json"
    if not file.exists():
        return {}
    return {record["day"]: record for record in json.loads(file.read_text())["records"].values()}


def board(play: Play) -> list[str]:
    """Return the kinds on the board of today."""
    return [quest["kind"] for quest in play("today", "--json").data["quests"]]


def test_a_quest_lies_on_the_board_on_every_one_of_its_days_and_on_no_other(
    play: Play, clock: Clock, configure: Any
) -> None:
    """The example of docs/settings.md, for a month; and whoever does it has an unbroken run."""
    configure(f"grace = 0\n{README}")
    for number in range(30):
        today = date(2026, 11, 23).toordinal() + number
        is_due = date.fromordinal(today).weekday() in (1, 3)
        assert ("mentor" in board(play)) == is_due
        if is_due:
            assert play("log", "mentor").code == 0
        clock.move(days=1)
    mentor = play("stats", "--json").data["series"]["mentor"]
    assert (mentor["current"], mentor["best"], mentor["total"]) == (9, 9, 9)


def test_every_second_day_is_every_second_day_from_the_first_on(play: Play, clock: Clock, configure: Any) -> None:
    """The day it is set up is one of them, and it stays in step when another setting is changed."""
    configure(f"grace = 0\n{SECOND}")
    on_board = []
    for number in range(24):
        on_board.append("help" in board(play))
        assert play("log", "help" if on_board[-1] else "listen").code == 0
        clock.move(days=1)
        if number == 11:
            configure(f'grace = 0\n{SECOND}\n[board]\ncore = ["help", "quiet"]\n')
    assert on_board == [True, False] * 12
    help_ = play("stats", "--json").data["series"]["help"]
    assert (help_["current"], help_["total"]) == (12, 12)


def test_three_days_a_week_are_offered_until_they_are_done(play: Play, clock: Clock, configure: Any) -> None:
    """Whichever they are; the next week begins anew, and the run is unbroken."""
    configure("grace = 0\n[quests.help]\ntimes = 3\n")
    shown = ""
    for number in range(21):  # from a Monday on
        shown += "B" if "help" in board(play) else "-"
        if number % 7 in (1, 2, 4):
            play("log", "help")
        clock.move(days=1)
    assert shown == "BBBBB--" * 3
    assert play("stats", "--json").data["series"]["help"]["current"] == 9


def test_a_setting_changes_nothing_of_the_days_before_it(
    play: Play, clock: Clock, paths: Paths, configure: Any
) -> None:
    """Neither before nor after it is stored; every change is stored once, with the first thing logged after it."""
    seen: dict[str, Any] = {}

    def check() -> None:
        for day, was in seen.items():
            assert play("stats", "--json", "--as-of", day).data["series"].items() >= was.items(), day

    for number, config in enumerate(
        (None, SECOND, '[board]\ncore = ["listen"]\n', "", f"first_weekday = 'sunday'\n{README}")
    ):
        if config is not None:
            configure(config)
        check()
        for _ in range(4):
            assert play("log", "help").code == 0
            assert play("log", "quiet").code == 0
            assert len(rules(paths)) == number + 1
            check()
            today = play("today", "--json").data["day"]
            seen[today] = play("stats", "--json").data["series"]
            clock.move(days=1)
    assert [record["first_weekday"] for record in rules(paths).values()] == ["monday"] * 4 + ["sunday"]


def test_a_config_that_cannot_be_trusted_stores_nothing(play: Play, clock: Clock, paths: Paths, configure: Any) -> None:
    """What was due stays due, and the problem is told."""
    configure(README)
    play("log", "help")
    clock.move(days=1)  # a Tuesday
    assert "mentor" in board(play)
    stored = rules(paths)
    for broken in ('[board]\ncore = ["halp"]\n', "[board\n", '[quests.help]\non = "FREQ=SOMETIMES"\n', "[bord]\n"):
        configure(broken)
        ran = play("log", "quiet")
        assert ran.code == 0
        assert "mentor" in board(play)
        assert rules(paths) == stored
    assert "What's on the board stays as it was" in play("today").err or "No such key" in play("today").err
    assert "as your ledger has it, until the config is fixed" in play("config").out
    configure("grace = 0\n[keys]\n'quest.done' = 3\n")
    play("log", "quiet")
    assert len(rules(paths)) == 2


def test_no_config_is_no_opinion(play: Play, clock: Clock, paths: Paths, configure: Any) -> None:
    """The ledger's rules hold where somebody's config got lost, or on another machine."""
    configure(f"first_weekday = 'sunday'\n{README}")
    play("log", "mentor")
    clock.move(days=1)
    configure(None)
    assert "mentor" in board(play)
    play("log", "quiet")
    assert len(rules(paths)) == 1
    config = play("config")
    assert "your ledger has it: no config here" in config.out
    assert "sunday" in config.out
    assert play("config", "--json").data["quests"] == {
        "mentor": {"name": "Mentor", "giving": True, "on": "FREQ=WEEKLY;BYDAY=TU,TH"}
    }
    assert play("config", "--init").code == 0
    assert "mentor" in board(play)
    play("log", "listen")
    assert len(rules(paths)) == 1


def test_a_schedule_that_is_over_is_told_and_a_new_one_that_never_comes_is_not_stored(
    play: Play, clock: Clock, paths: Paths, configure: Any
) -> None:
    """COUNT counts from the day it is set up."""
    configure('[quests.listen]\non = "FREQ=DAILY;COUNT=3"\n')
    shown = ""
    for _ in range(5):
        shown += "B" if "listen" in board(play) else "-"
        play("log", "help")
        clock.move(days=1)
    assert shown == "BBB--"
    for command in (("today",), ("stats",), ("config",), ("doctor",)):
        ran = play(*command)
        assert "config.toml, quests.listen.on: Its days are over" in ran.err + ran.out, command
    stored = rules(paths)
    configure('[quests.quiet]\non = "FREQ=DAILY;UNTIL=20261101"\n')
    assert "config.toml, quests.quiet.on: Its days are over" in play("today").err
    assert "quiet" in board(play)
    play("log", "help")
    assert rules(paths) == stored


def test_undo_leaves_what_was_due(play: Play, paths: Paths, configure: Any) -> None:
    """It is no fact: what is taken back is what was done."""
    configure(README)
    play("log", "help")
    stored = rules(paths)
    assert play("undo").out == "Undone: Help.\n"
    assert rules(paths) == stored
    assert facts_in(play("export").out) == []
    assert play("undo").code == 1


def test_an_import_into_a_fresh_home_brings_what_was_due(
    play: Play, clock: Clock, tmp_path: Path, configure: Any
) -> None:
    """And stats are the same there on every day, though no config came along."""
    for config in (README, SECOND, "[quests.listen]\ntimes = 2\n"):
        configure(config)
        for kind in ("help", "quiet", "mentor", "listen") * 2:
            play("log", kind)
            clock.move(days=1)
    file, there = str(tmp_path / "all.jsonl"), ("--home", str(tmp_path / "there"))
    assert play("export", "-o", file).code == 0
    ran = play("import", file, *there)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == "24 records were added, 0 changed; 0 are here already.\n"
    for day in ("2026-11-24", "2026-12-01", "2026-12-09", "2026-12-16"):
        stats = play("stats", "--json", "--as-of", day).data
        assert play("stats", "--json", "--as-of", day, *there).data == stats
    assert board(play) == [quest["kind"] for quest in play("today", "--json", *there).data["quests"]]
    assert play("export", *there).out == play("export").out


def test_an_import_into_a_home_with_rules_takes_those_of_the_days_before_its_own(
    play: Play, clock: Clock, paths: Paths, tmp_path: Path, configure: Any
) -> None:
    """It says so; importing the same again changes nothing."""
    configure(README)
    play("log", "mentor")
    clock.move(days=4)
    configure(SECOND)
    play("log", "help")
    file, there = str(tmp_path / "all.jsonl"), ("--home", str(tmp_path / "there"))
    play("export", "-o", file)
    clock.move(days=-2)
    play("log", "quiet", *there)
    ran = play("import", file, *there)
    assert "What's on the board from 2026-11-25 on doesn't change here" in ran.out
    days = [json.loads(line)["day"] for line in play("export", *there).out.splitlines() if '"rules"' in line]
    assert days == ["2026-11-23", "2026-11-25"]
    assert play("import", file, *there).out.startswith("0 records were added, 0 changed; 2 are here already.")
    assert play("stats", "--json", *there).data["series"]["mentor"]["total"] == 1


OWN = '[quests.mentor]\nname = "Mentor"\n[quests.nonews]\nname = "No news"\ngiving = false\n'


def totals(play: Play, *home: str) -> dict[str, int]:
    """Return on how many days each series was kept; those that never were are left out."""
    series = play("stats", "--json", *home).data["series"]
    return {name: found["total"] for name, found in series.items() if found["total"]}


def test_a_kind_that_comes_and_goes_within_a_day_keeps_its_deeds(
    play: Play, clock: Clock, tmp_path: Path, configure: Any
) -> None:
    """Before and after the next act, on the next day, exported, and where another home has rules of its own."""
    play("log", "help")
    clock.move(days=1)
    configure(OWN)
    for kind in ("mentor", "nonews"):
        play("log", kind, "--day", "yesterday")
        play("log", kind)
    was = totals(play)
    assert was == {"giving": 2, "help": 1, "mentor": 2, "nonews": 2}
    configure("")
    assert totals(play) == was
    assert play("log", "listen").code == 0
    was |= {"listen": 1}
    assert totals(play) == was
    assert not {"mentor", "nonews"} & {*board(play)[:5]}
    assert "mentor, retired since 2026-11-24" in " ".join(play("config").out.split())
    clock.move(days=1)
    assert totals(play) == was
    file = str(tmp_path / "all.jsonl")
    play("export", "-o", file)
    fresh, other = (("--home", str(tmp_path / name)) for name in ("fresh", "other"))
    clock.move(days=-4)
    play("log", "quiet", *other)
    clock.move(days=4)
    play("import", file, *fresh)
    play("import", file, *other)
    assert totals(play, *fresh) == was
    assert totals(play, *other) == {**was, "quiet": 1}
    assert play("import", file, *other).out.startswith("0 records were added, 0 changed; 6 are here already.")


def test_an_import_by_a_config_keeps_its_deeds_when_that_is_changed(
    play: Play, clock: Clock, tmp_path: Path, configure: Any
) -> None:
    """Of a file without rules, into a home that has some: what the config knew then the ledger knows from then on."""
    play("log", "help")
    file = tmp_path / "in.jsonl"
    file.write_text(jsonl({"type": "deed", "kind": "mentor", "day": "2026-11-20"}))
    configure(OWN)
    play("import", str(file))
    configure("")
    assert totals(play) == {"giving": 2, "help": 1, "mentor": 1}


def test_a_deed_counts_by_a_config_that_cannot_be_trusted(play: Play, configure: Any) -> None:
    """Nothing of what is due is stored, but what the deed is of."""
    play("log", "help")
    configure(f'[board]\ncore = ["nothing"]\n{OWN}')
    play("log", "mentor")
    configure("")
    assert totals(play) == {"giving": 1, "help": 1, "mentor": 1}


def test_two_computers_of_which_one_has_a_kind_of_its_own_keep_its_deeds(
    play: Play, clock: Clock, paths: Paths, configure: Any
) -> None:
    """A day has the rules of the later act, which know what the other's deeds are of."""
    play("log", "help")
    clock.move(days=1)
    ledger = Path(paths.ledger)
    before = {name: (ledger / name).read_bytes() for name in ("2026.json", "rules.json")}
    configure(OWN)
    play("log", "mentor")
    theirs = {name: (ledger / name).read_bytes() for name in before}
    for name, data in before.items():
        (ledger / name).write_bytes(data)
    configure('first_weekday = "sunday"\n')
    play("log", "listen")
    for name, data in theirs.items():
        (ledger / name.replace(".json", ".sync-conflict-20261124-120000-ABCDEFG.json")).write_bytes(data)
    assert play("merge").code == 0
    assert totals(play) == {"giving": 2, "help": 1, "mentor": 1, "listen": 1}


def test_a_file_without_rules_is_read_with_the_config_and_keeps_that(
    play: Play, clock: Clock, paths: Paths, tmp_path: Path, configure: Any
) -> None:
    """What a script or an earlier version wrote: later settings do not rewrite it either."""
    configure(SECOND)
    file = tmp_path / "in.jsonl"
    file.write_text(jsonl(*({"type": "deed", "kind": "help", "day": f"2026-11-{day:02}"} for day in range(1, 20, 2))))
    assert play("import", str(file)).code == 0
    assert list(rules(paths)) == ["2026-11-01"]
    before = play("stats", "--json", "--as-of", "2026-11-22").data
    assert before["series"]["help"]["current"] == 10
    configure("")
    play("log", "quiet")
    assert play("stats", "--json", "--as-of", "2026-11-22").data["series"].items() >= before["series"].items()


def test_two_computers_with_different_settings_are_told_of(play: Play, clock: Clock, configure: Any) -> None:
    """By doctor and config, as something that is worth knowing."""
    for config in (README, SECOND, README, SECOND):
        configure(config)
        play("log", "help")
        clock.move(days=1)
    assert "Two computers with different settings" in play("config").out
    ran = play("doctor")
    assert ran.code == 0
    assert "Two computers with different settings" in ran.out


def test_rules_that_cannot_be_read_are_told_and_nothing_is_written_over_them(
    play: Play, paths: Paths, configure: Any
) -> None:
    """Deeds are logged all the same."""
    play("log", "help")
    file = Path(paths.ledger) / "rules.json"
    file.write_bytes(b"{")
    configure(README)
    ran = play("log", "quiet")
    assert ran.code == 0
    assert "rules" in play("today").err
    assert file.read_bytes() == b"{"
    assert len(facts_in(play("export").out)) == 2


def test_deeds_of_a_kind_that_nobody_knows_are_told_by_doctor(play: Play, paths: Paths, configure: Any) -> None:
    """As a script may have written them; a kind in the config makes them count."""
    play("log", "help")
    play("log", "help")
    file = Path(paths.ledger) / "2026.json"
    file.write_text(file.read_text().replace('"kind":"help"', '"kind":"juggle"'))
    told = " ".join(play("doctor").out.split())
    assert "2 records are of the kind juggle, which nobody knows, so they don't count." in told
    assert "[quests.juggle] in config.toml changes that." in told
    configure('[quests.juggle]\nname = "Juggle"\n')
    assert "juggle" not in play("doctor").out
    assert totals(play)["juggle"] == 1
