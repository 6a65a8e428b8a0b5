"""Beaver Habits: its JSON, with a record a day; one that was skipped is `done` as well, and says so in its text."""

from __future__ import annotations

import re
from typing import Any

from givequest.domain.records import read_day
from givequest.errors import RecordError
from givequest.importers.files.contents import Content
from givequest.importers.trackers.history_builder import DELETED, SKIPPED, HistoryBuilder
from givequest.importers.trackers.tracker import TrackerImporter

_SKIP = re.compile(r"(?<!\w)#skip\b", re.IGNORECASE)


def habits_in(content: Content) -> list[dict[str, Any]]:
    """Return the habits of a file whose JSON has them at the top or in `data`; empty where there are none."""
    found: Any = content.json
    if isinstance(found, dict) and isinstance(found.get("data"), dict):
        found = found["data"]
    habits = found.get("habits") if isinstance(found, dict) else None
    return [habit for habit in habits if isinstance(habit, dict)] if isinstance(habits, list) else []


def _fits(content: Content) -> bool:
    return any("records" in habit for habit in habits_in(content))


def _read(content: Content, builder: HistoryBuilder) -> None:
    for habit in habits_in(content):
        if habit.get("status") == "soft_delete":
            builder.leave_out(DELETED)
            continue
        number, records = builder.habit(str(habit.get("name") or "")), habit.get("records")
        for record in records if isinstance(records, list) else []:
            if not isinstance(record, dict):
                builder.report(0, "one of its records isn't a day.")
                continue
            text = record.get("text")
            note = text if isinstance(text, str) else ""
            try:
                day = read_day(record.get("day"))
            except RecordError:
                builder.report_day(0, record.get("day"))
                continue
            if record.get("done") is not True:
                builder.advance()
            elif _SKIP.search(note):
                builder.leave_out(SKIPPED)
            else:
                builder.done(number, day, note)


BEAVERHABITS = TrackerImporter("beaverhabits", "Beaver Habits", _fits, _read)
