"""Loop Habit Tracker's CSV export, a zip: a folder a habit with its Checkmarks.csv, and Habits.csv.

The Checkmarks.csv at the top has unquoted names and is never read. From 2.3.1 on values are words, numbers before,
and before that the rows have no header. Columns of Habits.csv differ from version to version and go by their names.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence
from datetime import date
from io import StringIO

from givequest.importers.files.contents import Content
from givequest.importers.files.tables import Columns, find_table
from givequest.importers.trackers.history_builder import HistoryBuilder
from givequest.importers.trackers.loop_rules import WORDS, Target, is_done

HABITS, CHECKMARKS = "habits.csv", "checkmarks.csv"
_FOLDER = re.compile(r"(?:^|.*/)(\d{1,4}) ([^/]*)/checkmarks\.csv", re.IGNORECASE)
_NO_HEADER = "date"


def is_header(columns: Columns) -> bool:
    """Return whether columns are those of Habits.csv, of this or of an earlier version."""
    return "name" in columns and ("position" in columns or "numrepetitions" in columns)


def find_habits(files: Sequence[Content]) -> Content | None:
    """Return the Habits.csv among the files of a zip or folder; None where there is none of Loop's."""
    for file in files:
        if file.file_name.rpartition("/")[2] == HABITS and find_table(file.text, [is_header]) is not None:
            return file
    return None


def read_loop_files(files: Sequence[Content], builder: HistoryBuilder) -> None:
    """Add the habits of an export; `files` are called by their paths in the zip or folder. Raises `GivequestError`."""
    habits = find_habits(files)
    assert habits is not None, "asked before"
    table = find_table(habits.text, [is_header])
    assert table is not None
    named: dict[int, tuple[str, Target | None]] = {}
    for number, row in enumerate(table.rows(), 1):
        position = row.get("position")
        named[int(position) if position.isdecimal() else number] = (row.get("name"), _target(row.get))
    for file in sorted(files, key=lambda each: each.file_name):
        match = _FOLDER.fullmatch(file.file_name)
        if match is None:
            continue
        name, target = named.get(int(match[1]), (match[2], None))
        _read_checkmarks(file, builder.habit(name or match[2]), target, builder)


def _target(get: object) -> Target | None:
    assert callable(get)
    if get("type") != "NUMERICAL":
        return None
    try:
        value = float(get("target value") or 0)
    except ValueError:
        value = 0.0
    return Target(value, get("target type") != "AT_MOST")


def _read_checkmarks(file: Content, habit: int, target: Target | None, builder: HistoryBuilder) -> None:
    reader = csv.reader(StringIO(file.text, newline=""))
    try:
        for cells in reader:
            if len(cells) < 2 or cells[0].strip().lower() == _NO_HEADER:
                continue
            day, value = _day(cells[0].strip()), _value(cells[1].strip())
            if day is None or value is None:
                builder.report(reader.line_num, f"in {file.name}: it isn't a day and what was done on it.")
            elif is_done(value, target, builder):
                builder.done(habit, day, cells[2] if len(cells) > 2 else "", reader.line_num)
            else:
                builder.advance()
    except csv.Error:
        builder.report(reader.line_num, f"in {file.name}: nothing from there on can be read.")


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if len(text) == 10 else None
    except ValueError:
        return None


def _value(text: str) -> int | None:
    if text in WORDS:
        return WORDS[text]
    return int(text) if re.fullmatch(r"-?[0-9]{1,12}", text) else None
