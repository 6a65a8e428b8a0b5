"""Histories as nobody exported them: each is refused with a sentence, or read with a word about what could not be."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from itertools import islice
from pathlib import Path

import pytest

from givequest.domain.records import Record, read_record, to_document
from givequest.domain.text import clean_line, clean_text
from givequest.domain.trackers.mapping import HabitMapping
from givequest.domain.trackers.records import deeds_of, entries_of
from givequest.errors import GivequestError
from givequest.importers.trackers.reading import read_history
from tests.importers.hostile import (
    Trap,
    check_sentence,
    cut_files,
    encoded_files,
    named_files,
    other_files,
    zipped_files,
)

SOURCES = ("habits", "log", "journal", "habitica", "Loop")


def of_trackers(traps: Iterable[Trap]) -> list[Trap]:
    """Return the traps that are made of a tracker's sample."""
    return [trap for trap in traps if trap.name.startswith(SOURCES)]


def read_trap(trap: Trap, folder: Path) -> str:
    """Read one file, hold what comes of it to what is promised, and return in a word what did."""
    path = folder / trap.name.replace("\0", "")
    path.write_bytes(trap.data)
    try:
        history = read_history(str(path))
    except GivequestError as error:
        check_sentence(str(error), trap)
        return "refused"
    finally:
        path.unlink()
    for problem in history.problems:
        check_sentence(str(problem), trap)
    records: list[Record] = list(entries_of(history))
    for habit in history.habits:
        assert habit.name, trap.what
        assert clean_line(habit.name) == habit.name, trap.what
        assert [done.day for done in habit.days] == sorted({done.day for done in habit.days}), trap.what
        records += deeds_of(history.source, habit, HabitMapping("help"))
    assert len({record.id for record in records}) == len(records), trap.what
    for record in records:
        assert read_record(to_document(record)) == record, trap.what
        assert date(1970, 1, 1) <= record.day
        assert clean_text(record.text or record.note or "") == (record.text or record.note or ""), trap.what
    return "read" if records else "told"


def test_a_history_that_is_cut_anywhere_is_told_of_or_whole(tmp_path: Path) -> None:
    """Every sample at fifty places; nothing raises what is no sentence."""
    assert {read_trap(trap, tmp_path) for trap in of_trackers(cut_files(50))} == {"refused", "read", "told"}


def test_names_and_encodings_of_any_kind_are_text(tmp_path: Path) -> None:
    """Markup, escape sequences, right-to-left, UTF-16, line ends of an old Macintosh."""
    traps = of_trackers([*named_files(), *encoded_files()])
    assert len(traps) > 50
    outcomes = {trap.what: read_trap(trap, tmp_path) for trap in traps}
    assert set(outcomes.values()) == {"refused", "read"}
    assert {outcomes[what] for what in ("log with CR", "journal.txt with CR", "journal.txt in utf-16")} == {"read"}


def test_zips_are_places_to_look_into_and_nothing_more(tmp_path: Path) -> None:
    """Names that lead elsewhere are words, and a bomb is not opened."""
    work, files = tmp_path / "work", tmp_path / "files"
    work.mkdir()
    files.mkdir()
    for trap in (*islice(zipped_files(work, 30), 2), *of_trackers(zipped_files(work, 1))):
        read_trap(trap, files)
    assert list(files.iterdir()) == []
    assert {path.name for path in tmp_path.iterdir()} == {"work", "files"}


@pytest.mark.parametrize("trap", other_files(200), ids=lambda trap: trap.what)
def test_endless_files_come_to_an_end(trap: Trap, tmp_path: Path) -> None:
    """A two-hundredth of each; none is anybody's history."""
    assert read_trap(trap, tmp_path) == "refused"


def test_types_that_no_tracker_writes_are_told(tmp_path: Path) -> None:
    """Lists where there should be words, numbers beyond any calendar, nothing at all."""
    path = tmp_path / "odd.json"
    for text in (
        '{"habits": [{"name": [], "records": [7, {"day": 7, "done": true}, {"day": "2026-02-30", "done": true}]}]}',
        '{"habits": [{"name": null, "completions": [7, "x", "9999-12-31T23:59:59Z", "0001-01-01T00:00:00+14:00"]}]}',
        '{"tasks": {"dailys": [7, {"text": {}, "history": [7, {"date": 1e300}, {"date": -1}, {"date": "x"}]}]}}',
        '{"preferences": {"dayStart": "x", "timezoneOffset": 1e300}, "tasks": {"dailys": [], "habits": 7}}',
        '{"tags": {}, "entries": [7, {"date": "x", "time": 7}, {"date": "2026-11-24", "time": "25:00", "body": 7}]}',
    ):
        path.write_text(text)
        history = read_history(str(path))
        assert (not any(habit.days for habit in history.habits) and not history.entries) or "9999" in text
