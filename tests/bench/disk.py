"""One durable write: a deed logged into a ledger, and a row committed to SQLite on the same disk."""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date, datetime, timedelta
from datetime import time as clock_time
from pathlib import Path

from .history import write_calendar_years
from .measure import Trial
from .program import ProgramError

TIME_OF_DAY = clock_time(21, 0)
EARLIER_CHANGES = 60
"""Single deeds logged before the first timed one: more changes than a year's file keeps a way back from."""


@contextmanager
def sqlite_commit(folder: Path, year: int) -> Iterator[Trial]:
    """Lend a trial that commits one record to a database that holds the records of a full year.

    The journal is a write-ahead log and every commit is synchronised, so that it promises
    what the ledger promises: what was committed survives a power loss.
    """
    _, *records = write_calendar_years(year, year)
    with closing(sqlite3.connect(folder / "commits.db", isolation_level=None)) as database:
        database.execute("PRAGMA journal_mode = WAL")
        database.execute("PRAGMA synchronous = FULL")
        database.execute("CREATE TABLE records (id INTEGER PRIMARY KEY, day TEXT, document TEXT)")
        database.execute("CREATE INDEX days ON records (day)")
        rows = [(json.loads(record)["day"], record) for record in records]
        database.execute("BEGIN")
        database.executemany("INSERT INTO records (day, document) VALUES (?, ?)", rows)
        database.execute("COMMIT")

        def commit() -> float:
            started = time.perf_counter()
            database.execute("INSERT INTO records (day, document) VALUES (?, ?)", rows[-1])
            return time.perf_counter() - started

        yield commit


@contextmanager
def durable_write(home: Path, day: date) -> Iterator[Trial]:
    """Lend a trial that logs one deed on a day through the application layer, as the open board does.

    The ledger has been open for a while: its board was shown, and the changes that it
    can take back are single deeds, not the import that made the home.
    """
    from givequest.application.board import board_of
    from givequest.application.deeds import delete_record, log_deed
    from givequest.composition import open_home
    from givequest.config.paths import find_paths
    from givequest.errors import GivequestError

    evening = datetime.combine(day, TIME_OF_DAY).astimezone()
    try:
        game = open_home(find_paths(str(home)), lambda: evening).game
        board_of(game)
        for back in range(EARLIER_CHANGES):
            log_deed(game, "listen", day - timedelta(days=back), person="Ana")
    except GivequestError as error:
        raise ProgramError(str(error)) from error

    def write() -> float:
        started = time.perf_counter()
        deed = log_deed(game, "help", person="Ana", note="read her draft", effort=2)
        taken = time.perf_counter() - started
        delete_record(game, deed)  # so that the day stays as short as days are
        return taken

    yield write
