"""Loop Habit Tracker's own backup, a SQLite database.

It is opened read-only from a private copy, as immutable, and nothing but two named tables is read: views and triggers
of a hostile file never run. A timestamp is the UTC midnight of its day, which is so the day itself.
"""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from givequest.errors import GivequestError
from givequest.importers.files.contents import Content
from givequest.importers.trackers.history_builder import HistoryBuilder
from givequest.importers.trackers.loop_rules import SOURCE, TITLE, Target, is_done
from givequest.importers.trackers.tracker import TrackerImporter

_MAGIC = b"SQLite format 3\0"
_HABITS, _REPETITIONS = "Habits", "Repetitions"
_NEWEST = 25
"""The `user_version` of the schema that is known; later ones may mean something else by the same names."""
_EPOCH = date(1970, 1, 1)
_DAY = 86_400_000
_LATEST = (date.max - _EPOCH).days
_AT_LEAST, _MEASURED = 0, 1
_STEPS, _MOST_STEPS = 10_000, 5_000
"""Steps of SQLite between two looks at how many there were, and how many looks one file is worth."""


def _fits(content: Content) -> bool:
    return content.data.startswith(_MAGIC)


def _read(content: Content, builder: HistoryBuilder) -> None:
    with TemporaryDirectory() as folder:
        copy = os.path.join(folder, "copy.db")
        with open(copy, "wb") as file:
            file.write(content.data)
        try:
            with closing(sqlite3.connect(f"{Path(copy).as_uri()}?mode=ro&immutable=1", uri=True)) as database:
                _read_tables(database, builder)
        except (sqlite3.Error, OverflowError, UnicodeError, MemoryError) as error:
            raise GivequestError(
                f"{builder.place} is a database that can't be read ({error}); take the backup again."
            ) from None


def _read_tables(database: sqlite3.Connection, builder: HistoryBuilder) -> None:
    steps = 0

    def look() -> int:
        nonlocal steps
        steps += 1
        return int(steps > _MOST_STEPS)  # other than 0: SQLite stops

    database.set_progress_handler(look, _STEPS)
    database.text_factory = lambda data: data.decode("utf-8", "replace")
    version = database.execute("PRAGMA user_version").fetchone()[0]
    tables = {name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    if not {_HABITS, _REPETITIONS} <= tables:
        raise GivequestError(f"{builder.place} is a database, and not one of Loop Habit Tracker.")
    if version > _NEWEST:
        raise GivequestError(
            f"{builder.place} is from a newer Loop Habit Tracker (schema {version}); export its CSV and bring that zip."
        )
    database.set_authorizer(_only_reads)
    habits: dict[Any, tuple[int, Target | None]] = {}
    for row in _rows(database, _HABITS):
        number = builder.habit(str(row.get("name") or ""))
        habits[row.get("id")] = (number, _target(row))
    for row in _rows(database, _REPETITIONS):
        builder.advance()
        known, at, value = habits.get(row.get("habit")), row.get("timestamp"), row.get("value")
        if known is None or type(at) is not int or type(value) is not int or not 0 <= at // _DAY <= _LATEST:
            builder.report(0, "a row of it isn't a habit, a day and what was done on it.")
            continue
        habit, target = known
        if is_done(value, target, builder):
            builder.done(habit, _EPOCH + timedelta(days=at // _DAY), str(row.get("notes") or ""))


def _rows(database: sqlite3.Connection, table: str) -> Any:
    cursor = database.execute(f"SELECT * FROM {table}")  # one of two names of ours
    names = [column[0].lower() for column in cursor.description]
    return (dict(zip(names, row, strict=True)) for row in cursor)


def _target(row: dict[str, Any]) -> Target | None:
    if row.get("type") != _MEASURED:
        return None
    value = row.get("target_value")
    return Target(value if isinstance(value, int | float) else 0.0, row.get("target_type", _AT_LEAST) == _AT_LEAST)


def _only_reads(action: int, first: str | None, *_: str | None) -> int:
    if action == sqlite3.SQLITE_SELECT or (action == sqlite3.SQLITE_READ and first in (_HABITS, _REPETITIONS)):
        return sqlite3.SQLITE_OK
    return sqlite3.SQLITE_DENY


LOOP_DATABASE = TrackerImporter(SOURCE, TITLE, _fits, _read)
