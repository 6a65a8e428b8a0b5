"""`backup`, `restore`, `merge` and `doctor`, and the backup of each day."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest

from givequest.config.paths import Paths

from ..conftest import Clock
from ..exported import facts_in
from ..storage.keeping import everything
from .conftest import Play, jsonl

READING = [
    ("today",),
    ("stats",),
    ("export",),
    ("export", "--format", "csv"),
    ("undo", "--help"),
    ("restore",),
    ("doctor",),
    ("locate",),
    ("themes",),
    ("keys",),
    ("merge",),
]


def backups(paths: Paths) -> list[str]:
    """Return the names of all backups, the oldest first."""
    return sorted(os.listdir(paths.backups)) if os.path.isdir(paths.backups) else []


def deeds(play: Play) -> list[str]:
    """Return whom the logged deeds were for, by name."""
    lines = play("export").out.splitlines()
    return sorted(line.split('"person": "')[1].split('"')[0] for line in lines if "person" in line)


def test_backup_prints_the_name_of_a_new_backup_and_nothing_else(play: Play, paths: Paths) -> None:
    """So that a script can copy it away."""
    play("log", "help", "Ana")
    ran = play("backup")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.strip() in backups(paths)


def test_backup_of_nothing_says_so(play: Play, paths: Paths) -> None:
    """And leaves no empty folder behind."""
    ran = play("backup")
    assert ran.code == 1
    assert ran.err == "givequest: Nothing to back up yet: no deed is logged, or no year can be read.\n"
    assert not os.path.exists(paths.data)


def test_one_backup_is_taken_on_each_day_that_something_is_logged(play: Play, paths: Paths, clock: Clock) -> None:
    """After the first thing that is."""
    for words in (("log", "help"), ("slip",), ("log", "listen")):
        assert play(*words).code == 0
    assert backups(paths) == ["2026-11-23-080000.zip"]
    clock.move(days=1)
    play("today")
    assert len(backups(paths)) == 1
    play("log", "help")
    assert backups(paths) == ["2026-11-23-080000.zip", "2026-11-24-080000.zip"]


@pytest.mark.parametrize("words", READING, ids=" ".join)
def test_a_command_that_only_reads_writes_nothing_under_data(
    play: Play, paths: Paths, clock: Clock, words: tuple[str, ...]
) -> None:
    """Not even a modification time: a sync folder would see it."""
    play("log", "help", "Ana")
    play("log", "help", "Bo", "--day", "2025-05-01")
    clock.move(days=1)
    before = everything(Path(paths.data))
    assert play(*words).code == 0
    assert everything(Path(paths.data)) == before


def test_a_backup_of_the_day_that_is_refused_does_not_refuse_the_deed(play: Play, paths: Paths) -> None:
    """It is told beside it."""
    os.makedirs(paths.data)
    Path(paths.backups).write_bytes(b"in the way")
    ran = play("log", "help", "Ana")
    assert ran.code == 0
    assert ran.out.startswith("Help for Ana")
    assert "What you did is saved, but today's backup couldn't be taken" in ran.err
    assert deeds(play) == ["Ana"]


def test_restore_goes_back_to_a_named_backup_and_undo_takes_that_back(play: Play) -> None:
    """In the words that a person would type."""
    play("log", "help", "Ana")
    name = play("backup").out.strip()
    play("log", "help", "Bo")
    ran = play("restore", name)
    assert ran.code == 0
    assert ran.out == f"Everything is as it was at {name}: 1 record taken out.\n"
    assert "before-restore" in ran.err
    assert "'givequest undo' undoes this." in ran.err
    assert deeds(play) == ["Ana"]
    assert play("undo").out == f"Undone: restore of {name}.\n"
    assert deeds(play) == ["Ana", "Bo"]


def test_restore_without_a_name_lists_the_backups_when_all_is_well(play: Play, paths: Paths, clock: Clock) -> None:
    """The newest first, one a line."""
    play("log", "help", "Ana")
    clock.move(hours=1)
    play("backup")
    ran = play("restore")
    assert ran.out.split() == backups(paths)[::-1]
    assert "Nothing needs restoring." in ran.err
    assert deeds(play) == ["Ana"]


def test_restore_without_a_name_brings_a_broken_year_back_and_leaves_the_rest(play: Play, paths: Paths) -> None:
    """What was logged since in other years stays."""
    play("log", "help", "Ana", "--day", "2025-05-01")
    play("backup")
    play("log", "help", "Bo")
    broken = Path(paths.ledger) / "2025.json"
    broken.write_bytes(b"")
    refused = play("log", "help", "Cleo", "--day", "2025-05-01")
    assert refused.code == 1
    assert "givequest restore" in refused.err
    ran = play("restore")
    assert ran.code == 0
    assert f"{broken} is restored from 2026-11-23-08" in ran.out
    assert f"{broken}.broken-20261123-0800" in ran.err
    assert deeds(play) == ["Ana", "Bo"]


def test_restore_of_what_is_no_backup_changes_nothing(play: Play, paths: Paths) -> None:
    """And says how to find one."""
    play("log", "help", "Ana")
    before = everything(Path(paths.data))
    ran = play("restore", "2019-01-01")
    assert ran.code == 1
    assert ran.err == ("givequest: No backup is called 2019-01-01. 'givequest restore' lists the ones there are.\n")
    assert everything(Path(paths.data)) == before


def test_an_import_is_preceded_by_a_backup_and_a_dry_run_is_not(play: Play, paths: Paths, tmp_path: Path) -> None:
    """Nor is an import that brings nothing new."""
    play("log", "help", "Ana")
    file = tmp_path / "more.jsonl"
    file.write_text(jsonl({"type": "deed", "kind": "help", "day": "2026-11-20", "person": "Bo"}))
    play("import", str(file), "--dry-run")
    assert len(backups(paths)) == 1
    play("import", str(file))
    assert set(backups(paths)) == {"2026-11-23-080000.zip", "2026-11-23-080000-1-before-import.zip"}
    play("import", str(file))
    assert len(backups(paths)) == 2


def test_doctor_says_that_all_is_well_and_what_it_looked_at(play: Play) -> None:
    """Exit code 0."""
    play("log", "help", "Ana")
    ran = play("doctor")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == (
        "All is well.\nChecked 1 record in 1 year and 1 good backup, the newest 2026-11-23-080000.zip.\n"
    )


def test_doctor_finds_what_needs_a_hand_in_words_and_as_data(play: Play, paths: Paths) -> None:
    """Exit code 1, for scripts."""
    play("log", "help", "Ana")
    path = Path(paths.ledger) / "2026.json"
    path.write_bytes(b"{")
    ran = play("doctor")
    assert ran.code == 1
    assert ran.out.startswith(f"! {path}: It can't be used: it's cut short or isn't JSON (line 1, column 2).")
    assert "'givequest restore' puts the copy of 2026-11-23-080000.zip in its place" in ran.out
    data = play("doctor", "--json")
    assert data.code == 1
    assert data.data["ok"] is False
    (finding,) = data.data["findings"]
    assert (finding["kind"], finding["place"], finding["needs_hand"]) == ("broken-year", str(path), True)
    assert play("restore").code == 0
    assert play("doctor", "--json").data["ok"] is True


def test_doctor_looks_at_config_cards_themes_and_keys(play: Play, paths: Paths) -> None:
    """Each once, and with its place."""
    os.makedirs(paths.decks)
    os.makedirs(paths.themes)
    Path(paths.config_file).write_text('grace = "many"\ntheme = "nowhere"\n[keys]\n"quest.dome" = "space"\n')
    Path(paths.decks, "mine.toml").write_text("[[card")
    Path(paths.themes, "mine.toml").write_text("name = 3")
    ran = play("doctor", "--json")
    places = " ".join(finding["place"] for finding in ran.data["findings"])
    assert ran.code == 1
    for part in ("config.toml, grace", "quest.dome", "decks/mine.toml", "themes/mine.toml"):
        assert part in places
    assert len(set(map(str, ran.data["findings"]))) == len(ran.data["findings"])
    assert not os.path.exists(paths.data)


def test_doctor_doubts_a_clock_that_is_behind_the_records(play: Play, clock: Clock) -> None:
    """And no day that is saved moves by it."""
    play("log", "help", "Ana")
    clock.move(days=-400)
    ran = play("doctor")
    assert ran.code == 1
    assert "Clock: It says 19 October 2025, but something was logged on 23 November 2026" in ran.out


def test_merge_takes_a_conflict_copy_in(play: Play, paths: Paths) -> None:
    """And the doctor is content again."""
    play("log", "help", "Ana")
    year = Path(paths.ledger) / "2026.json"
    copy = year.with_name("2026 (Ana's conflicted copy 2026-11-01).json")
    shutil.copy(year, copy)
    play("undo")
    play("log", "help", "Bo")
    assert play("doctor").code == 1
    ran = play("merge")
    assert ran.code == 0
    assert ran.out == "1 record added from 1 conflict copy, 0 changed.\n"
    assert str(copy.with_name(f"merged-{copy.name}")) in ran.err
    assert deeds(play) == ["Ana", "Bo"]
    assert play("doctor").code == 0
    assert play("undo").out == "Undone: merge of 1 conflict copy.\n"


def test_merge_takes_a_backup_first(play: Play, paths: Paths) -> None:
    """What was there before it is kept, whatever the copies bring."""
    play("log", "help", "Ana")
    year = Path(paths.ledger) / "2026.json"
    shutil.copy(year, year.with_name("2026.sync-conflict-20261101-120000-ABCDEFG.json"))
    assert not any("before-merge" in name for name in backups(paths))
    assert play("merge").code == 0
    assert any("before-merge" in name for name in backups(paths))


def test_a_backup_that_lacks_a_year_says_so(play: Play, paths: Paths) -> None:
    """The others are in it, and a script learns of it by the exit code."""
    play("log", "help", "Ana")
    play("log", "help", "Bo", "--day", "2025-12-30")
    broken = Path(paths.ledger) / "2025.json"
    broken.write_bytes(b"{")
    ran = play("backup")
    assert ran.code == 1
    assert ran.out.strip() in backups(paths)
    assert ran.err == (
        f"givequest: {broken}: It can't be used: it's cut short or isn't JSON (line 1, column 2). "
        f"It isn't in the backup {ran.out.strip()}. 'givequest doctor' tells you more.\n"
    )


def test_doctor_has_an_answer_where_it_may_not_look(play: Play, paths: Paths, monkeypatch: pytest.MonkeyPatch) -> None:
    """In words and as data, as for everything else that it finds."""
    play("log", "help", "Ana")
    real = os.listdir

    def refuse(path: str) -> list[str]:
        if path == paths.ledger:
            raise PermissionError(13, "Permission denied", path)
        return real(path)

    monkeypatch.setattr(os, "listdir", refuse)
    ran = play("doctor", "--json")
    assert ran.code == 1
    assert [finding["kind"] for finding in ran.data["findings"]] == ["unreadable-folder"]
    assert f"! {paths.ledger}: " in play("doctor").out


def test_restore_says_of_a_broken_seed_that_it_is_restored(play: Play, paths: Paths) -> None:
    """It is in every backup; a pending change is set aside, since nothing can stand in its place."""
    play("log", "help", "Ana")
    seed = Path(paths.data, "install.json")
    pending = Path(paths.ledger, "pending.json")
    (name,) = backups(paths)
    whole = seed.read_bytes()
    for path in (seed, pending):
        path.write_bytes(b"{")
        path.chmod(0o600)
    ran = play("restore")
    assert ran.out == f"{seed} is restored from {name}.\n{pending} is set aside.\n"
    assert seed.read_bytes() == whole
    assert not pending.exists()


def test_a_first_import_is_in_a_backup_at_once(play: Play, paths: Paths, tmp_path: Path) -> None:
    """There was nothing to keep before it, and years came with it."""
    file = tmp_path / "all.jsonl"
    file.write_text(jsonl({"type": "deed", "kind": "help", "day": "2026-11-01"}))
    assert play("import", str(file)).code == 0
    assert backups(paths) == ["2026-11-23-080000.zip"]
    assert play("import", str(file)).code == 0
    assert len(backups(paths)) == 1


def test_the_backup_of_the_day_says_what_it_could_not_hold(play: Play, paths: Paths, clock: Clock) -> None:
    """On the day that it is taken, beside what was logged."""
    play("log", "help", "Ana", "--day", "2025-05-01")
    broken = Path(paths.ledger) / "2025.json"
    broken.write_bytes(b"")
    clock.move(days=1)
    ran = play("log", "help", "Bo")
    assert ran.code == 0
    assert ran.err == (
        f"givequest: {broken}: It can't be used: it's empty. "
        "It isn't in the backup 2026-11-24-080000.zip. 'givequest doctor' tells you more.\n"
    )
    assert play("log", "help", "Cleo").err == ""


def test_restore_says_what_it_left_alone(play: Play, paths: Paths, clock: Clock) -> None:
    """A year that the backup could not hold keeps what it has."""
    play("log", "help", "Ana", "--day", "2025-05-01")
    year = Path(paths.ledger) / "2025.json"
    whole = year.read_bytes()
    year.write_bytes(b"")
    clock.move(days=1)
    play("log", "help", "Bo")
    year.write_bytes(whole)
    ran = play("restore", "2026-11-24")
    assert ran.code == 0
    assert f"{year}: It's left as it is, for it isn't in 2026-11-24-080000.zip" in ran.err
    assert deeds(play) == ["Ana", "Bo"]


def test_a_backup_that_is_named_for_a_day_to_come_is_told_and_never_taken_for_the_newest(
    play: Play, paths: Paths, clock: Clock
) -> None:
    """A clock that was years ahead for a morning leaves an old copy under a late name."""
    play("log", "help", "Ana")
    clock.move(days=1461)
    late = play("backup").out.strip()
    clock.move(days=-1461)
    play("log", "help", "Bo")
    newest = play("backup").out.strip()
    ran = play("restore")
    assert ran.out.split()[0] == newest
    assert f"{late} is named for a day that hasn't come" in ran.err
    assert newest in play("doctor").out.splitlines()[-1]
    Path(paths.ledger, "2026.json").write_bytes(b"")
    assert f"restored from {newest}" in play("restore").out
    assert deeds(play) == ["Ana", "Bo"]


def test_merge_names_what_is_there_twice_and_what_was_put_in_its_place(play: Play, paths: Paths) -> None:
    """Both sides of a sync renamed the year, and nothing says which version of a deed is the later."""
    play("log", "help", "Ana")
    play("log", "help", "Bo")
    year = Path(paths.ledger) / "2026.json"
    tables = json.loads(year.read_text())
    tables["changes"] = {}  # of an earlier version, so that nothing says when a record was changed
    for record in tables["records"].values():
        record.pop("seq", None)
    (year.parent / "2026.json.conflict1").write_text(json.dumps(tables))
    tables["records"]["2"]["person"] = "Cleo"
    (year.parent / "2026.json.conflict2").write_text(json.dumps(tables))
    year.unlink()
    assert play("doctor").code == 1
    ran = play("merge")
    assert ran.code == 0
    assert f"{year} was gone; its newest copy is in its place." in ran.err
    assert "is there twice, as nothing says which is the later" in ran.err
    assert deeds(play) == ["Ana", "Bo", "Cleo"]
    assert play("merge").out == "There are no conflict copies.\n"


def test_merge_takes_a_backup_in_and_names_what_had_been_deleted(play: Play, paths: Paths, clock: Clock) -> None:
    """Nothing that was logged since goes for it."""
    play("log", "help", "Ana")
    name = play("backup").out.strip()
    play("undo")
    play("log", "help", "Bo")
    clock.move(minutes=5)
    ran = play("merge", name)
    assert (ran.code, ran.out) == (0, f"1 record added from {name}, 0 changed.\n")
    assert ran.err == "givequest: Help, Ana had been deleted here, and is back.\n"
    assert deeds(play) == ["Ana", "Bo"]
    assert play("undo").out == f"Undone: merge of {name}.\n"
    assert play("merge", "2019").code == 1


def test_merge_latest_is_what_was_the_latest_before_it(play: Play, clock: Clock) -> None:
    """And not the backup that is taken first."""
    play("log", "help", "Ana")
    name = play("backup").out.strip()
    play("undo")
    clock.move(minutes=5)
    assert play("merge", "latest").out == f"1 record added from {name}, 0 changed.\n"


def test_copies_of_locks_are_removed_by_merge_alone(play: Play, paths: Paths) -> None:
    """Doctor names them, and changes nothing."""
    play("log", "help", "Ana")
    copy = Path(paths.ledger) / ".lock.conflict1"
    copy.touch(0o600)
    assert "givequest merge" in play("doctor").out
    assert copy.exists()
    assert play("merge").err == "givequest: 1 copy of a lock file, which held nothing, is gone.\n"
    assert not copy.exists()


def test_an_export_of_a_record_in_two_years_can_be_imported(play: Play, paths: Paths, tmp_path: Path) -> None:
    """Each under an id of its own; the ledger itself is sorted out by merge."""
    play("log", "help", "Ana", "--day", "2025-12-30")
    before = (Path(paths.ledger) / "2025.json").read_bytes()
    (old,) = (line for line in play("export").out.splitlines() if '"help", "person"' in line)
    file = tmp_path / "moved.jsonl"
    file.write_text('{"format": "givequest", "version": 1}\n' + old.replace("2025-12-30", "2026-01-02", 1) + "\n")
    assert play("import", str(file)).code == 0
    (Path(paths.ledger) / "2025.json").write_bytes(before)
    ran = play("export")
    assert ran.code == 0
    assert "Another year has a record with that id" in ran.err
    assert len({record["id"] for record in facts_in(ran.out)}) == 2
    file.write_text(ran.out)
    assert play("import", str(file), "--dry-run").code == 0
    assert play("doctor").code == 1
    assert play("merge").out == "1 record that stood in two years stands in one now.\n"
    assert play("doctor").code == 0
    assert len(facts_in(play("export").out)) == 1


def test_a_year_that_was_put_back_is_told_of_by_the_next_command_that_writes(
    play: Play, paths: Paths, clock: Clock
) -> None:
    """Once, with what to do; and that brings back what was in it."""
    play("log", "help", "Ana")
    year = Path(paths.ledger) / "2026.json"
    earlier = year.read_bytes()
    play("log", "help", "Bo")
    name = play("backup").out.strip()
    play("log", "help", "Cleo")
    year.write_bytes(earlier)
    ran = play("log", "help", "Dora")
    assert ran.code == 0
    assert ran.err == (
        f"givequest: {year}: It was begun anew, or put back from an older copy, since it was seen last. "
        f"If that wasn't you, 'givequest merge {name}' takes in what was in it.\n"
    )
    assert play("log", "help", "Emma").err == ""
    assert play("merge", name).code == 0
    assert deeds(play) == ["Ana", "Bo", "Dora", "Emma"]


@pytest.mark.parametrize("copies", [0, 2])
def test_no_year_is_begun_anew_over_one_that_is_gone_without_saying_so(play: Play, paths: Paths, copies: int) -> None:
    """Gone altogether, or renamed by both sides of a sync."""
    play("log", "help", "Ana")
    year = Path(paths.ledger) / "2026.json"
    for number in range(copies):
        shutil.copy(year, f"{year}.conflict{number + 1}")
    year.unlink()
    for command in ("today", "stats", "journal --list", "forest"):
        told = f"givequest: {year}: It's gone, and there are conflict copies of it" in play(*command.split()).err
        assert told == bool(copies), command
    ran = play("log", "help", "Bo")
    assert ran.code == 0
    assert ("2026.json itself was gone" in ran.err) == bool(copies)
    assert ("has left 2 conflict copies" if copies else f"givequest: {year}: It was begun anew") in ran.err
    assert "'givequest merge" in ran.err
    advice = ran.err.split("'givequest ")[1].split("'")[0].split()
    merged = play(*advice)
    assert merged.code == 0
    assert copies == 0 or "deleted" not in merged.err
    assert deeds(play) == ["Ana", "Bo"]
    assert play("today").err == ""


def test_a_restore_that_changed_nothing_does_not_send_anyone_to_undo(play: Play) -> None:
    """It would take back what was done before."""
    play("log", "help", "Ana")
    name = play("backup").out.strip()
    ran = play("restore", name)
    assert "no records changed" in ran.out
    assert "undo" not in ran.err
    assert play("undo").out == "Undone: Help, Ana.\n"
