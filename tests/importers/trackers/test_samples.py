"""Every sample of a tracker: which days were done, what is left out and why, and what is refused."""

from __future__ import annotations

import sqlite3
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import pytest

from givequest.domain.trackers.imported import ImportedHistory
from givequest.errors import GivequestError
from givequest.importers.trackers import history_builder
from givequest.importers.trackers.reading import read_history
from tests.fixtures.address_book_files import sample

TWENTY_FOURTH = date(2026, 11, 24)
HABITS = {
    # file: (source, {habit: [(day, note)]}, what is left out, things that cannot be read)
    "beaverhabits/habits.json": (
        "beaverhabits", {"Call family": [("2026-11-24", "Mum")]}, {"days skipped": 1}, 0,
    ),
    "beaverhabits/habits_2024.json": ("beaverhabits", {"Call family": [("2024-04-09", "")]}, {}, 0),
    "habitica/habitica-user-data.json": (
        "habitica", {"Thank someone": [("2026-11-24", "")], "Call family": [("2026-11-24", "")]}, {}, 0,
    ),
    "harsh/log": ("harsh", {"Call family": [("2026-11-24", "Mum")], "Gym": []}, {"days skipped": 1}, 1),
    "loop/Loop Habits Backup 2026-11-25.db": ("loop", {"Call family": [("2026-11-25", "Mum")]}, {}, 0),
    "loop/Loop Habits CSV 2015-01-25.zip": (
        "loop", {"Call family": [("2015-01-25", "")]}, {"days ticked by the program itself": 1}, 0,
    ),
    "loop/Loop Habits CSV 2026-11-25.zip": (
        "loop", {"Call family": [("2026-11-24", "Mum, about the cat")], "Pages": [("2026-11-24", "")]},
        {"days skipped": 1, "days ticked by the program itself": 1}, 0,
    ),
}  # fmt: skip
REFUSED = {
    "habitica/habitica-tasks-history.csv": "bring Habitica's userdata.json",
    "harsh/habits": "isn't a history givequest can read",
    "linkedin/Connections.csv": "'givequest people import' reads it",
    "x/following.js": "isn't a history givequest can read",
}


def read(name: str) -> ImportedHistory:
    """Return what a sample holds."""
    return read_history(str(sample(name)))


def days(history: ImportedHistory) -> dict[str, list[tuple[str, str]]]:
    """Return the days of each habit with their notes."""
    return {habit.name: [(done.day.isoformat(), done.note) for done in habit.days] for habit in history.habits}


@pytest.mark.parametrize("name", HABITS)
def test_every_day_that_was_done_is_taken_and_no_other(name: str) -> None:
    """Skipped, automatic, undone and only due days are none."""
    source, habits, left_out, problems = HABITS[name]
    history = read(name)
    assert (history.source, days(history), history.left_out) == (source, habits, left_out)
    assert len(history.problems) == problems


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_known_and_not_taken_says_what_to_bring(name: str) -> None:
    """And what nobody knows says what is read."""
    with pytest.raises(GivequestError, match=REFUSED[name]):
        read(name)


def test_a_folder_is_read_as_what_is_in_it(tmp_path: Path) -> None:
    """The one harsh keeps, and an export of Loop's that was unpacked."""
    assert days(read_history(str(sample("harsh")))) == HABITS["harsh/log"][1]
    with ZipFile(sample("loop/Loop Habits CSV 2026-11-25.zip")) as file:
        file.extractall(tmp_path)
    assert days(read_history(str(tmp_path))) == HABITS["loop/Loop Habits CSV 2026-11-25.zip"][1]
    (tmp_path / "cloud").mkdir()
    (tmp_path / "cloud" / ".log.icloud").touch()
    with pytest.raises(GivequestError, match="still in iCloud"):
        read_history(str(tmp_path / "cloud"))


def test_a_diary_is_a_page_a_day_in_the_order_of_its_entries(tmp_path: Path) -> None:
    """A star goes, a bracket that is no date is text, and what is on one day is one page."""
    assert [(entry.day, entry.time, entry.text) for entry in read("jrnl/journal.txt").entries] == [
        (date(2026, 11, 23), "07:00", "A starred day.\n[not a date] stays in the text"),
        (TWENTY_FOURTH, "08:10", "Met Ana at the bakery. She laughed.\nWe spoke of boats. @ana #boats"),
    ]
    assert [entry.text for entry in read("jrnl/journal.json").entries] == [
        "Met Ana at the bakery.\nWe spoke of boats. @ana"
    ]
    path = tmp_path / "j.txt"
    path.write_text("[2026-11-24 08:10] One.\n\n[2026-11-24 09:00] Two.\n\n[2026-11-24 07:00] Three.\n")
    (entry,) = read_history(str(path)).entries
    assert (entry.time, entry.text) == ("07:00", "One.\n\nTwo.\n\nThree.")


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2026-11-24 07:00:00 AM", TWENTY_FOURTH),
        ("24.11.2026 08:10", TWENTY_FOURTH),
        ("11/24/2026 08:10", TWENTY_FOURTH),
        ("Tue 24 Nov 2026 08:10", TWENTY_FOURTH),
        ("November 24, 2026 at 8:10 AM", TWENTY_FOURTH),
    ],
)
def test_dates_are_read_as_the_diary_writes_them(written: str, day: date, tmp_path: Path) -> None:
    """The format is whatever its owner has set."""
    path = tmp_path / "j.txt"
    path.write_text(f"[{written}] Met Ana.\n")
    assert [entry.day for entry in read_history(str(path)).entries] == [day]


def test_whether_the_day_comes_first_is_told_by_the_other_dates_or_asked(tmp_path: Path) -> None:
    """A date that only one reading allows settles it, or the order of the file; nothing is guessed."""
    path = tmp_path / "j.txt"
    path.write_text("[03/04/2026 08:10] One.\n\n[13/04/2026 08:10] Two.\n")
    assert [entry.day for entry in read_history(str(path)).entries] == [date(2026, 4, 3), date(2026, 4, 13)]
    path.write_text("[03/04/2026 08:10] One.\n\n[04/03/2026 08:10] Two.\n")
    assert [entry.day for entry in read_history(str(path)).entries] == [date(2026, 3, 4), date(2026, 4, 3)]
    path.write_text("[03/04/2026 08:10] One.\n")
    with pytest.raises(GivequestError, match="day or the month first"):
        read_history(str(path))


def test_an_encrypted_diary_is_refused(tmp_path: Path) -> None:
    """With what its own program can write instead."""
    path = tmp_path / "journal.txt"
    path.write_text("gAAAAABm" + "x" * 200)
    with pytest.raises(GivequestError, match="encrypted"):
        read_history(str(path))


def test_days_of_habitica_begin_where_and_when_its_player_says(tmp_path: Path) -> None:
    """00:30 UTC is 01:30 at UTC+1, and before three in the morning it is still the day before."""
    path = tmp_path / "userdata.json"
    task = (
        '{"tasks": {"dailys": [{"text": "A", "history": [ITEM]}]'
        '}, "preferences": {"dayStart": START, "timezoneOffset": OFFSET}}'
    )
    item = '{"date": 1795480200000, "value": 1, "completed": true}'
    for start, offset, day in ((3, -60, "2026-11-23"), (0, -60, "2026-11-24"), (0, 60, "2026-11-23")):
        path.write_text(task.replace("ITEM", item).replace("START", str(start)).replace("OFFSET", str(offset)))
        assert days(read_history(str(path))) == {"A": [(day, "")]}


def test_an_old_item_of_habitica_counts_where_its_value_rises(tmp_path: Path) -> None:
    """It has no word of its own on whether it was done."""
    items = [{"date": 1795507200000 + day * 86_400_000, "value": value} for day, value in enumerate((1, 1.9, 0.4, 1.3))]
    path = tmp_path / "userdata.json"
    path.write_text(f'{{"tasks": {{"dailys": [{{"text": "A", "history": {str(items).replace(chr(39), chr(34))}}}]}}}}')
    assert [day for day, _ in days(read_history(str(path)))["A"]] == ["2026-11-24", "2026-11-25", "2026-11-27"]


def test_a_habit_that_is_measured_is_done_from_its_target_on(tmp_path: Path) -> None:
    """In thousandths, as Loop stores it; one to do less of is never taken as done."""
    path = tmp_path / "loop.zip"
    with ZipFile(path, "w") as file:
        file.writestr(
            "Habits.csv",
            "Position,Name,Type,Target Type,Target Value\n"
            "001,More,NUMERICAL,AT_LEAST,2.5\n002,Less,NUMERICAL,AT_MOST,3.0\n",
        )
        file.writestr("001 More/Checkmarks.csv", "Date,Value,Notes\n2026-11-23,2499,\n2026-11-24,2500,\n")
        file.writestr("002 Less/Checkmarks.csv", "Date,Value,Notes\n2026-11-23,1000,\n2026-11-24,0,\n")
    assert days(read_history(str(path))) == {"More": [("2026-11-24", "")], "Less": []}


def test_two_habits_of_one_name_are_told_apart(tmp_path: Path) -> None:
    """So that each can become something of its own."""
    path = tmp_path / "habits.json"
    path.write_text('{"habits": [{"name": "Call", "records": []}, {"name": "Call", "records": []}, {"records": []}]}')
    assert [habit.name for habit in read_history(str(path)).habits] == ["Call", "Call (2)", "Habit 3"]


def test_nothing_in_a_database_runs(tmp_path: Path) -> None:
    """A view in the place of a table is none, whatever it would do."""
    path = tmp_path / "loop.db"
    database = sqlite3.connect(path)
    database.executescript(
        "CREATE TABLE Habits(id integer, name text); CREATE TABLE Other(habit, timestamp, value);"
        "CREATE VIEW Repetitions AS SELECT * FROM Other;"
    )
    database.close()
    with pytest.raises(GivequestError, match="not one of Loop Habit Tracker"):
        read_history(str(path))


def test_more_days_than_anybody_has_lived_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """All of it, and not half."""
    monkeypatch.setattr(history_builder, "MOST_DAYS", 3)
    path = tmp_path / "log"
    path.write_text("".join(f"2026-11-{day:02} : Call : y\n" for day in range(1, 6)))
    with pytest.raises(GivequestError, match="more than 3 days"):
        read_history(str(path))


def test_who_stops_it_stops_it(tmp_path: Path) -> None:
    """What the progress raises ends the reading."""
    path = tmp_path / "log"
    path.write_text("2026-11-01 : Call : y\n" * 600)

    def stop(done: int, total: int) -> None:
        raise KeyboardInterrupt(done, total)

    with pytest.raises(KeyboardInterrupt):
        read_history(str(path), stop)
